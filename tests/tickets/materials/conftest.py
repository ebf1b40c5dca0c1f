"""The desk where repairs are written down and paid for."""

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.tickets.materials.work_office import WorkOffice


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[WorkOffice]:
    opened = WorkOffice(office_folder, clock)
    yield opened
    opened.office.close()


@pytest.fixture
def leak(desk: WorkOffice) -> int:
    return desk.reported()
