"""The window before anybody has signed in, its picker and its running screen, worked by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.incidents_screen.real_window import EVENING, RealWindow, when_shown
from tests.keys import KeyDriver
from tests.office_builder import CASHIER_PASSWORD
from ui.incidents.picker.picker_panel import PickerPanel
from ui.incidents.unsigned.unsigned_panel import UnsignedPanel
from ui.shell.lock_panel import LockPanel
from ui.shell.main_window import MainWindow
from ui.shell.opening import Opening
from ui.shell.theme import Theme
from ui.shell.window_settings import WindowSettings


@dataclass
class Front:
    """The window before anybody has signed in."""

    window: MainWindow
    opening: Opening
    keys: KeyDriver
    folder: DataFolder

    def works(self, *chords: str) -> list[str]:
        """Starts at the picker, presses these on the running screen, and what was seen there."""
        seen: list[str] = []

        def at_work(panel: UnsignedPanel) -> None:
            self.keys.press(*chords)
            seen.extend(_texts(panel))

        works_unsigned(self.window, self.keys, ("1", "3", "Return"), at_work)
        return seen

    def signs_in(self) -> None:
        self.keys.commit("王敏")
        self.keys.press("Return")
        self.keys.type(CASHIER_PASSWORD)
        self.keys.press("Return")


def works_unsigned(
    window: MainWindow, keys: KeyDriver, start: Sequence[str], act: Callable[[UnsignedPanel], None]
) -> None:
    """Ctrl+E where nobody has signed in, these keys in the picker, this on the running screen, and back."""

    def at_work(panel: UnsignedPanel) -> None:
        try:
            act(panel)
        finally:
            panel.give_up()

    def at_picker(_panel: PickerPanel) -> None:
        when_shown(window, UnsignedPanel, at_work)
        keys.press(*start)

    when_shown(window, PickerPanel, at_picker)
    keys.press("Ctrl+E")


def unlocks_after(real: RealWindow, act: Callable[[LockPanel], None]) -> None:
    """Ctrl+L, this before the locked screen, and the cashier unlocks it."""

    def at_lock(lock: LockPanel) -> None:
        act(lock)
        real.keys.type(CASHIER_PASSWORD)
        real.keys.press("Return")

    when_shown(real.window, LockPanel, at_lock)
    real.keys.press("Ctrl+L")


def _texts(panel: QWidget) -> list[str]:
    """Every word that the screen shows."""
    texts = [getattr(one, "text", None) for one in panel.findChildren(QWidget) if one.isVisible()]
    return [str(text()) for text in texts if callable(text)]


def opened_front(qapp: QApplication, folder: DataFolder) -> Iterator[Front]:
    """Opens the window over this folder, and closes it at the end."""
    clock = SetClock(EVENING)
    window = MainWindow(Theme(qapp), clock, WindowSettings(language="zh_CN"))
    window.resize(1366, 697)
    window.show()
    opening = Opening(window, folder.path, clock)
    opening.begin()
    yield Front(window, opening, KeyDriver(window, clock), folder)
    while window.worker.is_busy:  # damaged data is read as the page of it stands there
        QTest.qWait(10)
    window.worker.close()
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
