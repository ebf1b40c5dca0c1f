"""From a key to the last paint on the running screen: three incidents run, each with five thousand lines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.core.clock import SetClock
from app.incidents.running.asked import NewIncident, new_client_id
from tests.benchmarks.figures import Figure, percentile, seconds_of

LINES, ROUNDS, SECONDS = 5_000, 30, 60
CODES = ("lift-entrapment", "flooding", "fire")


def measure(lines: int = LINES) -> Iterator[Figure]:
    """Each figure is of single keys with the window painted after each, the write durable before the paint."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.office_builder import OfficeBuilder
    from tests.page_window import open_page
    from ui.incidents.incidents_tab import IncidentsTab
    from ui.shell.application import make_application

    application = make_application()
    with TemporaryDirectory() as place:
        clock = SetClock(datetime(2026, 11, 20, 19, 41))
        built = OfficeBuilder(Path(place) / "data", clock)
        for code in CODES:
            _run(built, code, lines)
        window = open_page(IncidentsTab, "incidents", built.office, built.cashier, clock)
        page, keys = window.page, window.keys
        page.focus_search()
        main = page.running.main  # type: ignore[union-attr]  # three incidents run
        main.choose("alarm" if "alarm" in main.steps.shown() else main.steps.shown()[0])
        ticks, undos, seconds, turns = list[float](), list[float](), list[float](), list[float]()
        for _ in range(ROUNDS):
            keys.press("Esc")
            before = len(main.view.entries)  # type: ignore[union-attr]  # shown
            ticks.append(seconds_of(lambda: keys.press("Alt+L")))
            assert main.view is not None
            assert len(main.view.entries) > before, "nothing was written"
            undos.append(seconds_of(lambda: keys.press("Alt+U")))
        for _ in range(SECONDS):
            clock.advance(seconds=1)
            seconds.append(seconds_of(lambda: (main.look(clock.now()), application.processEvents())))
        turns = [seconds_of(lambda: keys.press("F6")) for _ in range(ROUNDS)]
        window.close()
        application.processEvents()
        built.office.close()
    yield Figure("a tick shown, 3 incidents of 5,000 lines (p95)", percentile(ticks, 95), at_most_seconds=0.100)
    yield Figure("a tick shown (median)", percentile(ticks, 50))
    yield Figure("an undo shown (p95)", percentile(undos, 95), at_most_seconds=0.100)
    yield Figure("a second of the clocks (p95)", percentile(seconds, 95), at_most_seconds=0.020)
    yield Figure("the next incident by F6 (p95)", percentile(turns, 95), at_most_seconds=0.200)


def _run(built: object, code: str, lines: int) -> None:
    """An incident with so many lines, written in one piece."""
    from tests.office_builder import OfficeBuilder

    assert isinstance(built, OfficeBuilder)
    incidents, by = built.office.incidents, built.cashier
    started = incidents.start(by, NewIncident(new_client_id(), code, "2 栋 1 单元"))
    with built.office.store.transaction():
        for number in range(lines):
            incidents.note(by, started, f"第 {number + 1} 条记录，现场一切照旧")
