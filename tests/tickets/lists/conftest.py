"""The office of the stories, with workers, and the places of its house."""

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.tickets.flow.ticket_office import TicketOffice


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[TicketOffice]:
    opened = TicketOffice(office_folder, clock)
    opened.office.ticket_categories.plant()
    yield opened
    opened.office.close()
