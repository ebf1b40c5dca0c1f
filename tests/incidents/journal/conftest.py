"""The office of the stuck lift, looking back."""

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.incidents.reports.stuck_lift import StuckLift


@pytest.fixture
def house(office_folder: DataFolder, clock: SetClock) -> Iterator[StuckLift]:
    opened = StuckLift(office_folder.path, clock)
    yield opened
    assert opened.breaches() == []
    opened.office.close()
