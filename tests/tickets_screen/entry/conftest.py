"""Three neighbours with what they owe, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.estate.kinds import OccupancyRole
from app.estate.unit_facts import PersonFacts
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, new_office, office, panels, spoken
from tests.tickets_screen.entry.clipboard import empty_clipboard
from tests.tickets_screen.entry.entry_desk import EntryDesk

__all__ = ["OpenEntry", "desk", "desks", "empty_clipboard", "new_office", "office", "panels", "spoken"]

TODAY = datetime(2026, 11, 20, 9, 12)
OpenEntry = Callable[..., EntryDesk]


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Homes of building 3 with people, arrears, a hint of the building and a note, as files."""
    folder = tmp_path_factory.mktemp("estate with callers") / "data"
    built = OfficeBuilder(folder, SetClock(TODAY))
    office, boss = built.office, built.supervisor
    home = built.unit("3-2-501", "张建国", "89.50", "13800005678")
    office.estate.add_person(boss, home, PersonFacts("陈玉兰", ("13900000213",)), OccupancyRole.FAMILY)
    for code, owner, phone in (("3-2-502", "李梅", "13800007721"), ("3-2-601", "秦红", "13800009034")):
        built.unit(code, owner, "89.50", phone)
    built.property_fee(home)
    built.billed_through(2026, 11)
    office.building_hints.write(boss, office.estate.unit_page(home).building_id, "管井钥匙在中控室")
    office.unit_notes.add(built.cashier, home, "晚 6 点后方便接听")
    _ = (office.ticket_categories, office.teams, office.places)
    office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return TODAY


@pytest.fixture
def tab() -> OpenEntry:
    return EntryDesk
