"""The window of an office with four homes in building 3, its workers and the usual categories; the cashier is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.access.actor import Actor
from app.core.clock import SetClock
from app.tickets.catalogue.teams import WorkerFacts
from tests.office_builder import CASHIER_PASSWORD, OfficeBuilder
from tests.stories.first_day_window import Counter, Program, worked_in
from tests.stories.tickets.service_desk import CASHIER, ServiceDesk
from tests.tickets_screen.entry.clipboard import empty_clipboard
from ui.shell.window_settings import WindowSettings

BUILT = datetime(2026, 9, 1, 8)
HOMES = (
    ("3-2-401", "秦红", "13800009034"),
    ("3-2-501", "张建国", "13800005678"),
    ("3-2-502", "李梅", "13800007721"),
    ("3-2-601", "刘洋", "13800004410"),
)

OpenDesk = Callable[..., ServiceDesk]

__all__ = ["HOMES", "OpenDesk", "empty_clipboard"]


@pytest.fixture(scope="session")
def kept_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office as files."""
    folder = tmp_path_factory.mktemp("tickets") / "data"
    build(folder)
    return folder


def build(folder: Path) -> None:
    """Enter homes, owners, a hint of the building and two workers."""
    builder = OfficeBuilder(folder, SetClock(BUILT))
    office, boss = builder.office, builder.supervisor
    homes = [builder.unit(code, owner, phone=phone) for code, owner, phone in HOMES]
    office.building_hints.write(boss, office.estate.unit_page(homes[0]).building_id, "管井钥匙在中控室")
    office.ticket_categories.tree()
    _enter_workers(builder, boss)
    office.close()
    WindowSettings(language="en", person=CASHIER).write(folder)


def _enter_workers(builder: OfficeBuilder, boss: Actor) -> None:
    teams = {one.name: one.id for one in builder.office.teams.teams()}
    for name, team, phone in (("赵师傅", "工程维修", "13900001111"), ("周队长", "秩序维护", "13900002222")):
        builder.office.teams.add_worker(boss, WorkerFacts(name, team_id=teams[team], phone=phone))


@pytest.fixture
def clock() -> SetClock:
    return SetClock(BUILT)


@pytest.fixture
def place(
    qapp: QApplication, kept_desk: Path, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    with worked_in(kept_desk, tmp_path / "data", clock, monkeypatch) as found:
        yield found


@pytest.fixture
def open_desk(place: Counter, clock: SetClock) -> OpenDesk:
    """Starts the program at a time of one's choice, signs in, and shows the tickets."""

    def open_it(when: str, machine: str = "") -> ServiceDesk:
        clock.set(datetime.fromisoformat(when))
        desk = ServiceDesk(Program(place, machine), clock)
        desk.sign_in(CASHIER_PASSWORD)
        return desk

    return open_it
