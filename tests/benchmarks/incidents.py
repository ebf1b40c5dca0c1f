"""One tick from the key to the disk, with a long log and three incidents running, against a bare durable commit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.access.actor import Actor
from app.incidents.plans.plan import AskKind, Step
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.running.entry import EntryKind
from app.incidents.running.log_rows import Hand, Line, write_lines
from app.incidents.running.timers import running_timers
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from app.office import Office
from tests.benchmarks.bare_sqlite import bare_database, durable_commit
from tests.benchmarks.big_estate import open_estate
from tests.benchmarks.figures import Figure, median, percentile, seconds_of

LINES, GOES = 5_000, 200
CODES = ("lift-entrapment", "fire", "power-cut")
_ANSWERS = {AskKind.NUMBER: "2", AskKind.TIME: "19:45", AskKind.PERSON: "陈队长", AskKind.TEXT: "东梯"}


def measure() -> Iterator[Figure]:
    """A tick and its taking back in turn; then what the screen reads after each, and a tick before sign-in."""
    with TemporaryDirectory() as place:
        office, by = open_estate(Path(place) / "data", 20)
        number, *_ = [office.incidents.start(by, NewIncident(new_client_id(), code, "3 栋")) for code in CODES]
        _long_log(office, by, number)
        with bare_database(Path(place) / "bare.db") as bare:
            bare.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, word TEXT)")
            plain = [seconds_of(partial(durable_commit, bare, at)) for at in range(GOES)]
        ticks = list(_ticks(office, by, number))
        yield Figure("a tick, 5,000 lines / a bare durable commit (median)", median(ticks), median(plain), 6)
        yield Figure("a tick, 5,000 lines (p95)", percentile(ticks, 95), at_most_seconds=0.050)
        views = [seconds_of(lambda: _look(office, number)) for _ in range(40)]
        yield Figure("the screen of 5,000 lines read again (p95)", percentile(views, 95), at_most_seconds=0.050)
        fresh = [seconds_of(lambda: Office.open(office.store.folder.path, office.clock).incidents.view(number))]
        yield Figure("the same read for the first time after a start", fresh[0], at_most_seconds=1)
        outside = list(_outside(office))
        yield Figure("a tick before sign-in / a bare durable commit (median)", median(outside), median(plain), 6)
        office.close()


def _long_log(office: Office, by: Actor, number: int) -> None:
    """Mostly free lines, every tenth a tick that is taken back."""
    step = _step(office, number)
    kinds = (EntryKind.TICKED, EntryKind.UNDONE)
    hand = Hand(office.clock.now(), by.name, by.id)
    lines = [
        Line(kinds[at // 10 % 2], step.id, facts={"answers": _answers(step)} if at // 10 % 2 == 0 else {})
        if at % 10 == 0
        else Line(EntryKind.WRITTEN, text=f"第 {at} 条：轿厢内两人，情绪平稳")
        for at in range(LINES)
    ]
    with office.store.transaction() as connection:
        write_lines(connection, office.incidents.standing(number), hand, lines)


def _ticks(office: Office, by: Actor, number: int) -> Iterator[float]:
    step = _step(office, number)
    answers = _answers(step)
    for _ in range(GOES):
        yield seconds_of(lambda: office.incidents.tick(by, number, step.id, answers))
        office.incidents.undo(by, number, step.id)


def _outside(office: Office) -> Iterator[float]:
    """One after the other, as in an evening."""
    outside = UnsignedIncidents(office.store.folder, office.clock, office.incidents)
    number = outside.start(NewIncident(new_client_id(), CODES[0], "3 栋"))
    step = outside.view(number).plan.step("which-lift")
    for _ in range(40):
        yield seconds_of(lambda: outside.tick(number, step.id, _answers(step)))
        outside.undo(number, step.id)


def _look(office: Office, number: int) -> None:
    view = office.incidents.view(number)
    running_timers(view.progress, view.entries, office.clock.now())


def _step(office: Office, number: int) -> Step:
    return office.incidents.view(number).plan.step("which-lift")


def _answers(step: Step) -> dict[str, str]:
    return {ask.id: ask.options[0].id if ask.options else _ANSWERS[ask.kind] for ask in step.asks}
