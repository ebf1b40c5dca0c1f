"""A list of tickets as a sheet, in the person's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.language import mark, tr
from app.sheets.write_list import ListPage
from app.tickets.deadlines.clock_words import CLOCKS, standing_words
from app.tickets.lists.rows import TicketRow
from app.tickets.words import CLASSES, KINDS, PRIORITIES, SOURCES, STATES

_COLUMNS: Sequence[tuple[str, Callable[[TicketRow], object]]] = (
    (mark("Ticket"), lambda row: row.number),
    (mark("Reported at"), lambda row: row.reported_at),
    (mark("Where"), lambda row: row.where),
    (mark("Kind"), lambda row: tr(KINDS[row.kind])),
    (mark("Category"), lambda row: row.category),
    (mark("What"), lambda row: row.text),
    (mark("State"), lambda row: tr(STATES[row.state])),
    (mark("Priority"), lambda row: tr(PRIORITIES[row.priority])),
    (mark("Class"), lambda row: tr(CLASSES[row.service_class])),
    (mark("Source"), lambda row: tr(SOURCES[row.source])),
    (mark("Reporter"), lambda row: row.reporter),
    (mark("Reporters"), lambda row: row.reporters),
    (mark("Answers for it"), lambda row: row.assignee),
    (mark("Team"), lambda row: row.team),
    (mark("Worker"), lambda row: row.worker),
    (mark("Promise"), lambda row: "" if row.clock is None else tr(CLOCKS[row.clock.name])),
    (mark("Due at"), lambda row: None if row.clock is None else row.clock.reckoned.due_at),
    (mark("Standing"), lambda row: "" if row.clock is None else standing_words(row.clock.reckoned)),
    (mark("Reopened"), lambda row: row.reopened),
    (mark("Closed at"), lambda row: row.closed_at),
)


def list_page(rows: Sequence[TicketRow]) -> ListPage:
    """One line for each ticket, in the order of the list."""
    heads = [tr(head) for head, _ in _COLUMNS]
    return ListPage(tr("Tickets"), heads, [[value(row) for _, value in _COLUMNS] for row in rows])
