"""The real window over an office, for incidents: every tab, real questions, a keyboard and a set clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.access.actor import Actor
from app.core.clock import SetClock
from app.incidents.running.view import IncidentView, RunningLine
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder
from ui.incidents.picker.picker_panel import PickerPanel
from ui.shell.desk import Desk
from ui.shell.main_window import MainWindow
from ui.shell.theme import Theme
from ui.shell.window_settings import WindowSettings

EVENING = datetime(2026, 11, 20, 19, 41, 30)
W = TypeVar("W", bound=QWidget)


def build_estate(folder: Path) -> None:
    """Two buildings of homes, one of which owes its fee; people and a shift."""
    built = OfficeBuilder(folder, SetClock(datetime(2026, 11, 20, 9)))
    homes = [
        built.unit(code, owner) for code, owner in (("2-1-101", "李梅"), ("3-2-501", "张建国"), ("3-1-302", "张静光"))
    ]
    built.property_fee(*homes)
    built.billed_through(2026, 11)
    built.office.close()


@dataclass
class RealWindow:
    """What a test holds."""

    builder: OfficeBuilder
    clock: SetClock
    window: MainWindow
    desk: Desk
    keys: KeyDriver

    @classmethod
    def open(cls, builder: OfficeBuilder, by: Actor | None = None, size: tuple[int, int] = (1366, 697)) -> RealWindow:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        window = MainWindow(Theme(application), builder.clock, WindowSettings(language="zh_CN"))
        window.resize(*size)
        window.show()
        desk = Desk(window, builder.office, by or builder.cashier, builder.clock)
        return cls(builder, builder.clock, window, desk, KeyDriver(window, builder.clock))

    def close(self) -> None:
        self.window.worker.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def running(self) -> tuple[RunningLine, ...]:
        return self.builder.office.running_incidents()

    def view(self) -> IncidentView:
        """The one incident that runs."""
        (line,) = self.running()
        return self.builder.office.incidents.view(line.id)

    def picker(self) -> PickerPanel:
        """The picker that is open."""
        (found,) = (panel for panel in self.window.findChildren(PickerPanel) if panel.isVisible())
        return found

    def look(self, see: Callable[[], Any], *then: str) -> Callable[[], None]:
        """What a test looks at while a question is open, and the keys that lead out of it."""

        def act() -> None:
            see()
            self.keys.press(*then)

        return act

    def while_open(self, act: Callable[[], None], *chords: str) -> None:
        """Press keys that bring up a question, and do this in it."""
        wrong: list[BaseException] = []

        def guarded() -> None:
            try:
                act()
            except BaseException as error:  # noqa: BLE001 - a failed look must not leave the question open
                wrong.append(error)
                self.window.questions.give_up_all()

        QTimer.singleShot(20, guarded)
        self.keys.press(*chords)
        QTest.qWait(30)
        if wrong:
            raise wrong[0]

    def find(self, kind: type[W]) -> W:
        """The one widget of this kind that is seen."""
        (found,) = (one for one in self.window.findChildren(kind) if one.isVisible())
        return found


def when_shown(window: QWidget, kind: type[W], act: Callable[[W], None]) -> None:
    """Do this once a widget of the kind is seen."""
    timer = QTimer(window)

    def look() -> None:
        found = [one for one in window.findChildren(kind) if one.isVisible()]
        if found:
            timer.stop()
            QTest.qWait(10)
            act(found[0])

    timer.timeout.connect(look)
    timer.start(10)


Open = Callable[..., RealWindow]


def opened(builder: OfficeBuilder) -> Iterator[Open]:
    """Opens windows over the office and closes them at the end."""
    made: list[RealWindow] = []

    def make(**more: Any) -> RealWindow:
        made.append(RealWindow.open(builder, **more))
        return made[-1]

    yield make
    for one in made:
        one.close()
