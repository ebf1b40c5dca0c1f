"""From the press of F9 to the next search, in the window itself, on an estate of full size whose printer is slow."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.money import NOTHING
from app.fees.billing import RunRequest
from app.office import Office
from app.paper.documents import Offset
from app.paper.profiles import PaperProfile
from tests.benchmarks.bare_sqlite import bare_database, durable_commit
from tests.benchmarks.big_estate import HISTORY_FROM, code_of, lay_tariff, open_estate
from tests.benchmarks.figures import Figure, median, percentile, seconds_of
from tests.benchmarks.payment import payment_for
from tests.benchmarks.screen import on_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PAYMENTS = 200
A_PAPER = 20.0


class SlowPrinter:
    """Takes 20 s for every paper, as a pin printer with a paper jam does; it lets go when the program closes."""

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset) -> None:
        time.sleep(A_PAPER)


def measure(units: int) -> Iterator[Figure]:
    """Two years are billed; 200 payers, who paid until three months ago, come one after the other and pay what is due.

    Nobody else ever paid, so that the books are as long as they can be. Each payer is found by the room.

    Ready means that F9 was pressed, the money is on the disk and the empty search box has the caret.
    """
    with TemporaryDirectory() as place:
        office, by = open_estate(Path(place) / "data", units)
        lay_tariff(office, by, HISTORY_FROM)
        office.billing.run(by, RunRequest.through(2026, 8))
        office.shifts.open(by, NOTHING)
        rooms = [code_of(number * units // PAYMENTS) for number in range(PAYMENTS)]
        for room in rooms:
            office.payments.take(by, payment_for(office, office.estate.unit_named(room)))
        office.billing.run(by, RunRequest.through(2026, 11))
        with bare_database(Path(place) / "bare.db") as bare, on_screen() as application:
            bare.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, word TEXT)")
            ready, commits, plain = _come(office, by, bare, rooms, application)
        office.close()
    yield Figure("F9 to the ready search box (p95, printer of 20 s)", percentile(ready, 95), at_most_seconds=0.300)
    yield Figure("F9 to the ready search box (median)", median(ready))
    yield Figure("its commit / a bare durable commit (median)", median(commits), median(plain), at_most_times=6)


def _come(
    office: Office, by: Actor, bare: sqlite3.Connection, rooms: Sequence[str], application: QApplication
) -> tuple[list[float], list[float], list[float]]:
    from tests.page_window import open_page
    from ui.counter.counter_page import CounterPage
    from ui.printing.printer_queue import PrintQueue

    queue, clock = PrintQueue(lambda _name: SlowPrinter()), office.clock
    assert isinstance(clock, SetClock)
    window = open_page(CounterPage, "counter", office, by, clock, printing=queue)
    window.page.furnish()
    commits: list[float] = []
    watched = _timed(office.payments.take, commits)
    setattr(office.payments, "take", watched)  # noqa: B010 - watched, not changed
    ready, plain = list[float](), list[float]()
    for number, room in enumerate(rooms):
        window.keys.press("F2")
        window.keys.type(room)
        window.keys.press("Return", "F5")
        ready.append(seconds_of(lambda: window.keys.press("F9")))
        flow = window.page.flow
        assert not flow.is_open, window.said[-1:]
        assert flow.search.box.hasFocus()
        plain.append(seconds_of(partial(durable_commit, bare, number)))
        application.processEvents()
    assert len(commits) == len(rooms)
    queue.close(patience=0)
    window.close()
    return ready, commits, plain


def _timed(work: Callable[..., object], times: list[float]) -> Callable[..., object]:
    def timed(*asked: object, **named: object) -> object:
        began = time.perf_counter()
        try:
            return work(*asked, **named)
        finally:
            times.append(time.perf_counter() - began)

    return timed
