"""The window of an office whose book of units is kept, but which charges nothing yet: all charging is typed by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.estate.kinds import OccupancyRole, UnitKind, UnitState
from app.estate.unit_facts import PersonFacts, UnitFacts
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder
from tests.stories.first_day_window import Program, worked_in
from ui.shell.window_settings import WindowSettings

MORNING = datetime(2026, 11, 20, 9)
SUPERVISOR = "沈若兰"
_HOMES = (("501", "张建国", 5, "89.35"), ("502", "李梅", 5, "101.20"), ("1001", "王海", 10, "75.00"))

OpenProgram = Callable[..., Program]


@pytest.fixture(scope="session")
def kept_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three homes of building 3 with their owners, twelve homes of 100 ㎡ in building 4, a shop without an area."""
    folder = tmp_path_factory.mktemp("charging") / "data"
    builder = OfficeBuilder(folder, SetClock(MORNING))
    estate, by = builder.office.estate, builder.supervisor
    with builder.office.store.transaction():
        for room, owner, floor, area in _HOMES:
            facts = UnitFacts(
                f"3-2-{room}",
                UnitKind.HOME,
                UnitState.OCCUPIED,
                floor,
                building_area=Decimal(area),
                handover_date=date(2020, 1, 1),
            )
            unit_id = estate.add_unit(by, facts)
            estate.add_person(by, unit_id, PersonFacts(owner, ("13800005678",)), OccupancyRole.OWNER)
        for floor in range(1, 13):
            facts = UnitFacts(
                f"4-1-{floor}01",
                UnitKind.HOME,
                UnitState.OCCUPIED,
                floor,
                building_area=Decimal(100),
                handover_date=date(2020, 1, 1),
            )
            estate.add_unit(by, facts)
        estate.add_unit(by, UnitFacts("商铺01", UnitKind.SHOP, UnitState.LET, handover_date=date(2020, 1, 1)))
    builder.office.close()
    WindowSettings(language="en", person=SUPERVISOR).write(folder)
    return folder


@pytest.fixture
def clock() -> SetClock:
    return SetClock(MORNING)


@pytest.fixture
def open_program(
    qapp: QApplication, kept_book: Path, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenProgram]:
    """Opens the program, the supervisor signed in, on a morning of one's choice."""

    with worked_in(kept_book, tmp_path / "data", clock, monkeypatch) as place:

        def open_it(morning: datetime = MORNING) -> Program:
            clock.set(morning)
            program = Program(place)
            program.keys.type(SUPERVISOR_PASSWORD)
            program.keys.press("Return")
            program.wait_until(lambda: f"Supervisor {SUPERVISOR}" in program.screen())
            return program

        yield open_it


@pytest.fixture
def program(open_program: OpenProgram) -> Program:
    return open_program()
