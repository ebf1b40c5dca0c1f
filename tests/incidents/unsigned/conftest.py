"""The office at night."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.incidents.working.incident_office import IncidentOffice


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[IncidentOffice]:
    clock.set(datetime(2026, 11, 20, 19, 41))
    opened = IncidentOffice(office_folder, clock)
    yield opened
    opened.office.close()
