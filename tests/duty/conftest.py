"""An office at its duty desk."""

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[OfficeBuilder]:
    opened = OfficeBuilder(office_folder.path, clock)
    yield opened
    opened.office.close()
