"""From Ctrl+E to the painted picker, and from Enter in it to the first step on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.core.clock import SetClock
from tests.benchmarks.figures import Figure, percentile
from tests.benchmarks.screen import on_screen
from tests.office_builder import OfficeBuilder

if TYPE_CHECKING:
    from tests.incidents_screen.real_window import RealWindow

GOES, STARTS = 20, 5


def measure() -> Iterator[Figure]:
    """In the real window over the counter; the first opening reads the plans and stands by itself."""
    from tests.incidents_screen.real_window import EVENING, RealWindow, build_estate

    with TemporaryDirectory() as place:
        build_estate(Path(place) / "data")
        builder = OfficeBuilder(Path(place) / "data", SetClock(EVENING))
        with on_screen():
            real = RealWindow.open(builder)
            first, *opened = [_opened(real) for _ in range(GOES)]
            started = [_started(real) for _ in range(STARTS)]
            real.close()
        builder.office.close()
    yield Figure("the first picker of the day", first, at_most_seconds=1.0)
    yield Figure("the picker by Ctrl+E (p95)", percentile(opened, 95), at_most_seconds=0.300)
    first_start, *later = started
    yield Figure("Enter to the first step, the first of the day", first_start, at_most_seconds=1.0)
    yield Figure("Enter to the first step, up to five running (worst)", max(later), at_most_seconds=0.300)


def _opened(real: RealWindow) -> float:
    moments: list[float] = []

    def seen() -> None:
        moments.append(time.perf_counter())
        real.keys.press("Esc")

    begun = time.perf_counter()
    _at_the_picker(real, seen)
    return moments[0] - begun


def _started(real: RealWindow) -> float:
    from PySide6.QtWidgets import QApplication

    moments: list[float] = []

    def seen() -> None:
        real.keys.press("5", "B", "2")
        moments.append(time.perf_counter())
        real.keys.press("Return")

    before = len(real.running())
    _at_the_picker(real, seen)
    QApplication.processEvents()
    assert len(real.running()) == before + 1
    return time.perf_counter() - moments[0]


def _at_the_picker(real: RealWindow, act: Callable[[], None]) -> None:
    """Press Ctrl+E, and do this as soon as the picker has been painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from ui.incidents.picker.picker_panel import PickerPanel

    timer = QTimer()

    def look() -> None:
        if any(panel.isVisible() for panel in real.window.findChildren(PickerPanel)):
            timer.stop()
            QApplication.processEvents()
            act()

    timer.timeout.connect(look)
    timer.start(1)
    real.keys.press("Ctrl+E")
    timer.stop()
