"""An office with three numbers of its own, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.incidents.contacts.contact_rule import ContactFacts
from tests.incidents_screen.contacts.desk import Desk, NumbersDesk
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, new_office, office, panels, spoken

__all__ = ["OpenDesk", "desk", "desks", "new_office", "office", "panels", "spoken"]

OpenDesk = Callable[..., Desk]
TODAY = datetime(2026, 11, 20, 9, 0)


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The manager's number was tried in August, the lift maintainer's today, that of the gas company never."""
    folder = tmp_path_factory.mktemp("numbers") / "data"
    built = OfficeBuilder(folder, SetClock(datetime(2026, 8, 1, 9)))
    contacts, by = built.office.contacts, built.supervisor
    contacts.write(by, "manager", ContactFacts("周可", "13800001111", "林岚", "13800002222", private=True))
    contacts.confirm(by, "manager")
    built.clock.set(TODAY)
    contacts.write(by, "lift-maintainer", ContactFacts("台通电梯维保", "0571-5550180"))
    contacts.confirm(by, "lift-maintainer")
    contacts.write(by, "gas-company", ContactFacts("阳光燃气抢修", "0571-5550120"))
    built.office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return TODAY


@pytest.fixture
def tab() -> OpenDesk:
    return NumbersDesk
