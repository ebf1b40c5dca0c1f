"""A desk that takes tickets."""

import pytest

from app.store.store import Store
from tests.tickets.deadlines.small_tickets import Desk


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)
