"""Stored values of fields as a person reads them: names behind ids, words behind states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.language import tr
from app.tickets.fields import Field
from app.tickets.kinds import Priority, ServiceClass, Source, State, TicketKind
from app.tickets.words import CLASSES, KINDS, PRIORITIES, SOURCES, STATES
from ui.shell.context import Context

_WORDS: Mapping[Field, tuple[type[Any], Mapping[Any, str]]] = {
    Field.STATE: (State, STATES),
    Field.KIND: (TicketKind, KINDS),
    Field.SERVICE_CLASS: (ServiceClass, CLASSES),
    Field.PRIORITY: (Priority, PRIORITIES),
    Field.SOURCE: (Source, SOURCES),
}
_SHORT = 40


def value_words(context: Context, field: Field, value: object) -> str:
    """`in work`, `赵师傅`, or nothing for a value that cannot be said in a line."""
    if value in (None, ""):
        return tr("nothing")
    if field in _WORDS:
        kind, words = _WORDS[field]
        return tr(words[kind(value)])
    if field in _NAMED:
        return _named(context, field).get(int(str(value)), "")
    text = str(value)
    return text if len(text) <= _SHORT else ""


_NAMED = frozenset({Field.ASSIGNEE, Field.TEAM, Field.WORKER, Field.CATEGORY})


def _named(context: Context, field: Field) -> dict[int, str]:
    office = context.office
    if field is Field.ASSIGNEE:
        return {one.id: one.name for one in office.people.listed()}
    if field is Field.TEAM:
        return {one.id: one.name for one in office.teams.teams(retired=True)}
    if field is Field.WORKER:
        return {one.id: one.name for one in office.teams.workers(left=True)}
    return {one.id: one.path for one in office.ticket_categories.tree()}
