"""The window of an office at night: two buildings of homes, numbers to call, one person on duty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.incidents.contacts.contact_rule import ContactFacts
from tests.office_builder import CASHIER_PASSWORD, OfficeBuilder
from tests.stories.first_day_window import Counter, Program, worked_in
from tests.stories.incidents.night_office import NightOffice
from tests.stories.tickets.service_desk import CASHIER
from ui.shell.window_settings import WindowSettings

BUILT = datetime(2026, 11, 18, 9)
HOMES = (("2-1-101", "李梅"), ("3-2-501", "张建国"), ("3-1-901", "刘洋"))
NUMBERS = {
    "lift-maintainer": ContactFacts("台通电梯维保", "0571-5550180", "夜间值班", "0571-5550181"),
    "manager": ContactFacts("周可", "13800001111", "林岚", "13800002222", private=True),
    "electrician": ContactFacts("赵师傅", "0571-5550133"),
    "payment-platform": ContactFacts("收款平台客服", "0571-5550199"),
}

OpenNight = Callable[[str], NightOffice]


@pytest.fixture(scope="session")
def kept_night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office as files."""
    folder = tmp_path_factory.mktemp("night") / "data"
    builder = OfficeBuilder(folder, SetClock(BUILT))
    homes = [builder.unit(code, owner) for code, owner in HOMES]
    builder.property_fee(*homes)
    for key, facts in NUMBERS.items():
        builder.office.contacts.write(builder.supervisor, key, facts)
        builder.office.contacts.confirm(builder.supervisor, key)
    builder.office.ticket_categories.tree()
    builder.office.close()
    WindowSettings(language="en", person=CASHIER).write(folder)
    return folder


@pytest.fixture
def clock() -> SetClock:
    return SetClock(BUILT)


@pytest.fixture
def place(
    qapp: QApplication, kept_night: Path, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Counter]:
    with worked_in(kept_night, tmp_path / "data", clock, monkeypatch) as found:
        yield found


@pytest.fixture
def open_night(place: Counter, clock: SetClock) -> OpenNight:
    """Starts the program at a time of one's choice and signs in."""

    def open_it(when: str) -> NightOffice:
        clock.set(datetime.fromisoformat(when))
        night = NightOffice(Program(place), clock)
        night.sign_in(CASHIER_PASSWORD)
        return night

    return open_it
