"""Figures of tickets as sheets, in the person's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from app.core.language import mark, tr
from app.core.show import show_days
from app.sheets.write_list import ListPage
from app.tickets.deadlines.clock_words import CLOCKS
from app.tickets.kinds import TicketKind
from app.tickets.statistics.figures import FigureRow, Share, TicketFigures
from app.tickets.words import KINDS

_COLUMNS = (
    mark("Tickets"),
    mark("Cancelled or merged"),
    mark("Resolved"),
    mark("Resolved, %"),
    mark("Promises kept"),
    mark("Promises due"),
    mark("Promises kept, %"),
    mark("Reopened"),
    mark("Reopened, %"),
    mark("Satisfied"),
    mark("Asked"),
    mark("Satisfied, %"),
)
NOBODY = mark("not named")


def figures_pages(figures: TicketFigures) -> tuple[ListPage, ...]:
    """One page for each way of telling tickets apart."""
    parts: tuple[tuple[str, Sequence[FigureRow], Callable[[FigureRow], str]], ...] = (
        (tr("Kinds"), figures.by_kind, kind_name),
        (tr("By month"), figures.by_month, lambda row: row.key),
        (tr("Teams"), figures.by_team, row_name),
        (tr("Workers"), figures.by_worker, row_name),
        (tr("Categories"), figures.top_categories, row_name),
        (tr("Buildings"), figures.top_buildings, row_name),
    )
    whole = _page(show_days(figures.first, figures.until), [figures.whole], lambda _row: tr("All tickets"))
    return (whole, _promises(figures), *(_page(title, rows, name) for title, rows, name in parts))


def kind_name(row: FigureRow) -> str:
    """The word of a kind."""
    return tr(KINDS[TicketKind(row.key)])


def row_name(row: FigureRow) -> str:
    """The name of a row; what nobody was named for says so."""
    return row.name or tr(NOBODY)


def _promises(figures: TicketFigures) -> ListPage:
    heads = [tr("Promise"), tr("Promises kept"), tr("Promises due"), tr("Promises kept, %")]
    rows = [[tr(CLOCKS[one.clock]), one.kept.part, one.kept.whole, _percent(one.kept)] for one in figures.by_promise]
    return ListPage(tr("Promises"), heads, rows)


def _page(title: str, rows: Sequence[FigureRow], name: Callable[[FigureRow], str]) -> ListPage:
    return ListPage(title, [title, *map(tr, _COLUMNS)], [[name(row), *_values(row)] for row in rows])


def _values(row: FigureRow) -> list[object]:
    return [
        row.taken,
        row.gone,
        row.resolved.part,
        _percent(row.resolved),
        row.promises.part,
        row.promises.whole,
        _percent(row.promises),
        row.reopened.part,
        _percent(row.reopened),
        row.satisfied.part,
        row.satisfied.whole,
        _percent(row.satisfied),
    ]


def _percent(share: Share) -> Decimal | None:
    return None if share.tenths is None else Decimal(share.tenths).scaleb(-1)
