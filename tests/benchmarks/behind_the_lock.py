"""From a key to the last paint on the running screen behind the lock: nobody has signed in, three incidents run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.core.clock import SetClock
from tests.benchmarks.at_an_incident import CODES, GOES, LINES, run_long
from tests.benchmarks.figures import Figure, percentile, seconds_of
from tests.benchmarks.screen import on_screen
from tests.office_builder import OfficeBuilder

if TYPE_CHECKING:
    from tests.incidents_screen.real_window import RealWindow
    from ui.incidents.unsigned.unsigned_panel import UnsignedPanel


def measure(lines: int = LINES) -> Iterator[Figure]:
    """In the real window; each tick is one synced line of the small file before it is painted."""
    from tests.incidents_screen.real_window import EVENING, RealWindow, build_estate

    with TemporaryDirectory() as place:
        build_estate(Path(place) / "data")
        builder = OfficeBuilder(Path(place) / "data", SetClock(EVENING))
        for code in CODES:
            run_long(builder, code, lines)
        with on_screen():
            real = RealWindow.open(builder)
            ticks, undos = _behind_the_lock(real)
            real.close()
        builder.office.close()
    name = f"a tick behind the lock, 3 incidents of {lines:,} lines (p95)"
    yield Figure(name, percentile(ticks, 95), at_most_seconds=0.100)
    yield Figure("the same taken back and shown (p95)", percentile(undos, 95), at_most_seconds=0.100)


def _behind_the_lock(real: RealWindow) -> tuple[list[float], list[float]]:
    from tests.incidents_screen.unsigned.front import unlocks_after, works_unsigned

    ticks, undos = list[float](), list[float]()

    def at_work(panel: UnsignedPanel) -> None:
        for _ in range(GOES):
            before = _written(panel)
            ticks.append(seconds_of(lambda: real.keys.press("Alt+L")))
            assert _written(panel) > before, "nothing was written"
            undos.append(seconds_of(lambda: real.keys.press("Alt+U")))

    unlocks_after(real, lambda _lock: works_unsigned(real.window, real.keys, ("Return",), at_work))
    assert len(ticks) == GOES, "the running screen never came up"
    return ticks, undos


def _written(panel: UnsignedPanel) -> int:
    return 0 if panel.main.view is None else len(panel.main.view.entries)
