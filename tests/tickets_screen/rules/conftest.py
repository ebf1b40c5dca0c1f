"""An office with a few open tickets, built once and copied for each test of its rules and lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.entry.new_ticket import Caller, NewTicket, new_client_id
from app.tickets.kinds import TicketKind
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, new_office, office, panels, spoken
from tests.tickets_screen.rules.desk import Desk

__all__ = ["OpenDesk", "desk", "desks", "new_office", "office", "panels", "spoken"]

TODAY = datetime(2026, 11, 20, 9, 0)
OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two buildings, two workers, and three tickets: one overdue for long, one just overdue, one on time."""
    folder = tmp_path_factory.mktemp("estate with rules") / "data"
    clock = SetClock(datetime(2026, 11, 20, 7, 0))
    built = OfficeBuilder(folder, clock)
    office, boss = built.office, built.supervisor
    home, other = built.unit("3-2-501"), built.unit("5-1-102", "李梅", phone="13800007721")
    leak = next(one for one in office.ticket_categories.tree() if one.depth == 1)
    office.places.all()
    team = office.teams.teams()[0].id
    office.teams.add_worker(boss, WorkerFacts("周大勇", "13700001111", team))
    office.teams.add_worker(boss, WorkerFacts("吴小满", "", team))
    caller = Caller("张建国", "13800005678")
    report = office.tickets.report
    report(built.cashier, NewTicket(new_client_id(), "厨房下水反水", unit_id=home, category_id=leak.id, caller=caller))
    clock.set(datetime(2026, 11, 20, 8, 20))
    report(built.cashier, NewTicket(new_client_id(), "门锁坏了", kind=TicketKind.REPAIR, unit_id=other, caller=caller))
    clock.set(datetime(2026, 11, 20, 8, 50))
    report(
        built.cashier, NewTicket(new_client_id(), "垃圾没清", kind=TicketKind.COMPLAINT, unit_id=other, caller=caller)
    )
    office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return TODAY


@pytest.fixture
def tab() -> OpenDesk:
    return Desk
