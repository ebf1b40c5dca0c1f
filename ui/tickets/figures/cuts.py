"""How figures are cut, and which of them the chart shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from app.core.language import mark, tr
from app.core.show import show_whole
from app.tickets.deadlines.clock_words import CLOCKS
from app.tickets.statistics.figures import GOAL_TENTHS, FigureRow, PromiseRow, Share, TicketFigures
from app.tickets.statistics.figures_sheet import kind_name, row_name
from ui.widgets.bar_chart import WHOLE, Bar

NOTHING_TO_SAY = "—"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One row of chart and table; None where a cut does not tell it."""

    key: tuple[str, str]
    name: str
    promises: Share
    taken: int | None = None
    gone: int | None = None
    resolved: Share | None = None
    reopened: Share | None = None
    satisfied: Share | None = None


class Cut(Enum):
    """What tickets are told apart by, in the order of their keys."""

    KIND = mark("Kinds")
    PROMISE = mark("Promises")
    MONTH = mark("By month")
    WORKER = mark("Workers")
    TEAM = mark("Teams")
    CATEGORY = mark("Top categories")
    BUILDING = mark("Top buildings")


class Measure(Enum):
    """What a bar is long for, with the letter that shows it."""

    PROMISES = (mark("Deadlines met"), "D")
    RESOLVED = (mark("Resolved"), "R")
    REOPENED = (mark("Reopened"), "O")
    SATISFIED = (mark("Satisfied"), "S")
    TAKEN = (mark("Tickets"), "T")

    def share(self, line: FigureLine) -> Share | None:
        """The share that it is, None of a count."""
        of = {
            Measure.PROMISES: line.promises,
            Measure.RESOLVED: line.resolved,
            Measure.REOPENED: line.reopened,
            Measure.SATISFIED: line.satisfied,
        }
        return of.get(self)

    @property
    def goal(self) -> int | None:
        """What the rule book asks for, in thousandths."""
        return GOAL_TENTHS if self is Measure.RESOLVED else None


def lines_of(figures: TicketFigures, cut: Cut) -> list[FigureLine]:
    """The rows of a cut."""
    if cut is Cut.PROMISE:
        return [_promise(one) for one in figures.by_promise]
    rows, name = _rows(figures, cut)
    return [_line(cut, row, name(row)) for row in rows]


def whole_line(figures: TicketFigures) -> FigureLine:
    """All tickets together."""
    return _line(Cut.KIND, figures.whole, tr("All tickets"))


def bars_of(lines: list[FigureLine], measure: Measure) -> list[Bar]:
    """A bar for each row: shares of the whole, counts of the largest."""
    if measure is Measure.TAKEN:
        most = max((line.taken or 0 for line in lines), default=0)
        return [Bar(line.name, _part(line.taken or 0, most), show_whole(line.taken or 0)) for line in lines]
    return [_bar(line.name, measure.share(line)) for line in lines]


def _bar(name: str, share: Share | None) -> Bar:
    if share is None or share.tenths is None:
        return Bar(name, None, NOTHING_TO_SAY)
    return Bar(name, share.tenths, share.text)


def _part(count: int, most: int) -> int | None:
    return WHOLE * count // most if most else None


def _rows(figures: TicketFigures, cut: Cut) -> tuple[tuple[FigureRow, ...], Callable[[FigureRow], str]]:
    return {
        Cut.KIND: (figures.by_kind, kind_name),
        Cut.MONTH: (figures.by_month, lambda row: row.key),
        Cut.WORKER: (figures.by_worker, row_name),
        Cut.TEAM: (figures.by_team, row_name),
        Cut.CATEGORY: (figures.top_categories, row_name),
        Cut.BUILDING: (figures.top_buildings, row_name),
    }[cut]


def _line(cut: Cut, row: FigureRow, name: str) -> FigureLine:
    return FigureLine(
        (cut.name, row.key), name, row.promises, row.taken, row.gone, row.resolved, row.reopened, row.satisfied
    )


def _promise(row: PromiseRow) -> FigureLine:
    return FigureLine((Cut.PROMISE.name, row.clock.value), tr(CLOCKS[row.clock]), row.kept)
