"""The office of the stories, at its service desk."""

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.tickets.flow.ticket_office import TicketOffice


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[TicketOffice]:
    opened = TicketOffice(office_folder, clock)
    yield opened
    opened.office.close()
