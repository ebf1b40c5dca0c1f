"""From a key to the last paint on the running screen: three incidents run, each with five thousand lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.core.clock import SetClock
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.running.entry import EntryKind
from app.incidents.running.log_rows import Hand, Line, write_lines
from tests.benchmarks.bare_sqlite import bare_database, durable_commit
from tests.benchmarks.figures import Figure, median, percentile, seconds_of
from tests.benchmarks.screen import on_screen
from tests.office_builder import OfficeBuilder

if TYPE_CHECKING:
    from tests.page_window import PageWindow
    from ui.incidents.incidents_tab import IncidentsTab

LINES, GOES, SECONDS = 5_000, 30, 60
CODES = ("lift-entrapment", "flooding", "fire")


def measure(lines: int = LINES) -> Iterator[Figure]:
    """Each figure is of single keys with the window painted after each, the write durable before the paint."""
    from tests.page_window import open_page
    from ui.incidents.incidents_tab import IncidentsTab

    with TemporaryDirectory() as place:
        built = OfficeBuilder(Path(place) / "data", SetClock(datetime(2026, 11, 20, 19, 41)))
        for code in CODES:
            run_long(built, code, lines)
        with on_screen():
            window = open_page(IncidentsTab, "incidents", built.office, built.cashier, built.clock)
            window.page.focus_search()
            yield from _keys(window, Path(place), lines)
            window.close()
        built.office.close()


def _keys(window: PageWindow[IncidentsTab], place: Path, lines: int) -> Iterator[Figure]:
    assert window.page.running is not None
    main, press = window.page.running.main, window.keys.press
    with bare_database(place / "bare.db") as bare:
        bare.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, word TEXT)")
        plain = [seconds_of(lambda at=at: durable_commit(bare, at)) for at in range(GOES)]  # type: ignore[misc]
    ticks, undos = list[float](), list[float]()
    for _ in range(GOES):
        before = len(main.view.entries) if main.view else 0
        ticks.append(seconds_of(lambda: press("Alt+L")))
        assert main.view is not None, "nothing is shown"
        assert len(main.view.entries) > before, "nothing was written"
        undos.append(seconds_of(lambda: press("Alt+U")))
    seconds = [seconds_of(lambda: _second(window)) for _ in range(SECONDS)]
    turns = [seconds_of(lambda: press("F6")) for _ in range(GOES)]
    name = f"a tick shown, 3 incidents of {lines:,} lines"
    yield Figure(f"{name} / a bare durable commit (median)", median(ticks), median(plain))
    yield Figure(f"{name} (p95)", percentile(ticks, 95), at_most_seconds=0.100)
    yield Figure("a tick taken back and shown (p95)", percentile(undos, 95), at_most_seconds=0.100)
    yield Figure("a second of all clocks (p95)", percentile(seconds, 95), at_most_seconds=0.020)
    yield Figure("the next running incident by F6 (p95)", percentile(turns, 95), at_most_seconds=0.200)


def _second(window: PageWindow[IncidentsTab]) -> None:
    """What the page does each second, painted."""
    from PySide6.QtWidgets import QApplication

    clock = window.context.clock
    assert isinstance(clock, SetClock)
    clock.advance(seconds=1)
    assert window.page.running is not None
    window.page.running.main.look(clock.now())
    QApplication.processEvents()


def run_long(built: OfficeBuilder, code: str, lines: int) -> None:
    """An incident with so many lines, written in one piece."""
    office, by = built.office, built.cashier
    started = office.incidents.start(by, NewIncident(new_client_id(), code, "2 栋 1 单元"))
    hand = Hand(built.clock.now(), by.name, by.id)
    told = [Line(EntryKind.WRITTEN, text=f"第 {at} 条：现场一切照旧") for at in range(lines)]
    with office.store.transaction() as connection:
        write_lines(connection, office.incidents.standing(started), hand, told)
