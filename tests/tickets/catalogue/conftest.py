"""An office with a house, whose tickets are about to begin."""

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder
from tests.tickets.deadlines.small_tickets import Desk


@pytest.fixture
def house(office_folder: DataFolder, clock: SetClock) -> Iterator[OfficeBuilder]:
    builder = OfficeBuilder(office_folder.path, clock)
    yield builder
    builder.office.close()


@pytest.fixture
def desk(house: OfficeBuilder) -> Desk:
    return Desk(house.office.store)
