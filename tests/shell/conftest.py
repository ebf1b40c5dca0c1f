"""A whole window on a real office, with two small pages instead of the real tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.fees.handover import HandoverMonth
from app.office import Office, SetUp
from app.store.folder import DataFolder
from tests.keys import KeyDriver
from tests.shell import two_pages
from ui.shell.desk import Desk
from ui.shell.main_window import MainWindow
from ui.shell.opening import Opening
from ui.shell.tabs import Tab
from ui.shell.theme import Theme
from ui.shell.window_settings import WindowSettings

TWO_TABS = (
    Tab("counter", "Fee collection", "tests.shell.two_pages", "CounterPage"),
    Tab("estate", "Estate", "tests.shell.two_pages", "EstatePage"),
)
ANSWERS = SetUp(
    company="Harbour Property",
    service_centre="Harbour service centre",
    estate="Harbour Garden",
    telephone="0571-55550100",
    handover_month=HandoverMonth.FROM_HANDOVER_DAY,
    person="Wang Min",
    password="correct horse",
)


@pytest.fixture
def office(folder: DataFolder, clock: SetClock) -> Iterator[Office]:
    opened = Office.open(folder.path, clock)
    yield opened
    opened.close()


@pytest.fixture
def actor(office: Office) -> Actor:
    return office.set_up(ANSWERS)


MakeWindow = Callable[[], MainWindow]


@pytest.fixture
def make_window(qapp: QApplication, clock: SetClock, tmp_path: Path) -> Iterator[MakeWindow]:
    """Windows that are closed before the folder of the test goes, in which their data lie."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(Theme(qapp), clock, WindowSettings(language="en"))
        window.resize(1366, 697)
        made.append(window)
        return window

    yield make
    for window in made:
        window.worker.close()
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def two_tabs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever signs in has the two small pages as well."""
    monkeypatch.setattr(Desk.__init__, "__defaults__", (TWO_TABS,))


@dataclass
class Work:
    """The window at work, and a keyboard."""

    window: MainWindow
    desk: Desk
    keys: KeyDriver

    def page(self) -> two_pages.CounterPage:
        return cast("two_pages.CounterPage", self.desk.pages.currentWidget())

    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()


@pytest.fixture
def work(make_window: MakeWindow, office: Office, actor: Actor, clock: SetClock) -> Work:
    window = make_window()
    window.show()
    desk = Desk(window, office, actor, clock, TWO_TABS)
    return Work(window, desk, KeyDriver(window, clock))


@pytest.fixture
def opened(
    make_window: MakeWindow, office: Office, actor: Actor, folder: DataFolder, clock: SetClock, two_tabs: None
) -> tuple[Opening, KeyDriver]:
    """The window with its front pages, the supervisor at work in it; li fang is a cashier."""
    office.people.add(actor, "li fang", "battery staple", Role.CASHIER)
    window = make_window()
    begun = Opening(window, folder.path, clock)
    keys = KeyDriver(window, clock)
    begun.begin()
    begun.bring_tabs(actor)
    QApplication.processEvents()
    return begun, keys


@pytest.fixture
def anywhere(tmp_path: Path) -> Path:
    return tmp_path / "new office"
