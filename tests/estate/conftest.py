"""An office with one estate, a cashier and a supervisor."""

from __future__ import annotations

import pytest

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.core.ids import UserId
from app.estate.find_units import FindUnits
from app.estate.registry import Estate
from app.store.store import Store


@pytest.fixture
def supervisor() -> Actor:
    return Actor(UserId(1), "赵敏", Role.SUPERVISOR)


@pytest.fixture
def cashier() -> Actor:
    return Actor(UserId(2), "王敏", Role.CASHIER)


@pytest.fixture
def book(store: Store, clock: SetClock, supervisor: Actor) -> Estate:
    estate = Estate(store, clock)
    estate.add_estate(supervisor, "阳光花园")
    return estate


@pytest.fixture
def finder(store: Store, clock: SetClock) -> FindUnits:
    return FindUnits(store, clock)
