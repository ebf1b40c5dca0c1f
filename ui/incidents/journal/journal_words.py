"""How an incident is told in a row of the journal."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.core.language import mark, tr, tr_n
from app.core.show import show_date, show_time
from app.incidents.journal.rows import JournalRow, JournalState, Shown
from app.incidents.words.names import SEVERITIES
from ui.sentences.incidents import said
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell

PARTS = {
    Shown.REAL: mark("Real incidents"),
    Shown.TO_REVIEW: mark("To be reviewed"),
    Shown.DRILLS: mark("Drills"),
    Shown.ALL: mark("All with drills"),
}
FOLDING = (mark("Result"), mark("Severity"), mark("Tickets"), mark("Lasted"))
_STATES = {
    JournalState.RUNS: State(mark("running"), "play", Mood.DANGER),
    JournalState.REVIEW_LATE: State(mark("review late"), "triangle-alert", Mood.WARN),
    JournalState.TO_REVIEW: State(mark("to be reviewed"), "hourglass", Mood.WARN),
    JournalState.REVIEWED: State(mark("reviewed"), "circle-check", Mood.OK),
    JournalState.PLAYED: State(mark("played"), "circle-check", Mood.OK),
}


def columns(today: date) -> list[Column[JournalRow]]:
    """A drill says so in words, beside its name."""
    return [
        Column(tr("Began"), lambda row: show_time(row.started_at), sort=lambda row: row.started_at, whole=True),
        Column(tr("Number"), lambda row: row.number, whole=True),
        Column(tr("Incident"), name_words, bold=True, whole=True),
        Column(tr("Where it is"), lambda row: row.place, stretch=True),
        Column(tr("State"), lambda row: state_of(row, today), Cell.STATE),
        Column(tr("Lasted"), lasted_words, dash=True),
        Column(tr("Severity"), lambda row: said(SEVERITIES[row.severity])),
        Column(tr("Review on"), lambda row: row.review_on, Cell.DATE, dash=True),
        Column(tr("Tickets"), lambda row: row.tickets or None, Cell.NUMBER, dash=True),
        Column(tr("Result"), lambda row: row.result, stretch=True),
    ]


def name_words(row: JournalRow) -> str:
    """`People trapped in a lift · drill`."""
    name = said(row.name)
    return tr("{name} · drill").format(name=name) if row.is_drill else name


def state_of(row: JournalRow, today: date) -> State:
    """Where it stands, in a word."""
    state = _STATES[row.state(today)]
    return State(tr(state.word), state.icon, state.mood)


def lasted_words(row: JournalRow) -> str | None:
    """`1 h 9 min`; none while it runs."""
    return None if row.closed_at is None else minutes_words(_minutes(row.started_at, row.closed_at))


def minutes_words(minutes: int) -> str:
    """`9 min`, `1 h 9 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{n} min").format(n=rest)
    return tr("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def review_warning(rows: tuple[JournalRow, ...], today: date, plans: int) -> str:
    """What waits to be gone over, reports and plans; empty where nothing does."""
    late = sum(row.state(today) is JournalState.REVIEW_LATE for row in rows)
    waiting = tr_n("{n} report waits for its review", "{n} reports wait for their review", len(rows))
    parts = [waiting.format(n=len(rows))] if rows else []
    parts += [tr_n("{n} is late", "{n} are late", late).format(n=late)] if late else []
    parts += (
        [tr_n("{n} plan has to be gone over", "{n} plans have to be gone over", plans).format(n=plans)] if plans else []
    )
    return tr("; ").join(parts)


def booklet_words(written: datetime | None) -> str:
    """When the booklet was last kept ready."""
    if written is None:
        return tr("The booklet of plans is kept nowhere yet: choose a folder for it in the settings.")
    return tr("The booklet of plans was last kept on {day}.").format(day=show_date(written))


def _minutes(first: datetime, last: datetime) -> int:
    return int((last - first) / timedelta(minutes=1))
