"""Moves inside a transaction: checked against the written flow, one entry each."""

from __future__ import annotations

from dataclasses import replace

from app.tickets.fields import Field, Values
from app.tickets.flow import check_move, is_open_to
from app.tickets.kinds import EntryKind, ServiceClass, State, TicketKind
from app.tickets.materials.still_asked import check_settled
from app.tickets.refusals import MajorNeedsOwner
from app.tickets.steps import Changed
from app.tickets.texts import tidy
from app.tickets.writing import Change, TicketRow, Writing, number_of, write_change

_MOVED = Change(EntryKind.MOVED)
_OWNED = frozenset(State) - {State.REPORTED, State.REVIEWED, State.CANCELLED, State.MERGED}


def move_row(writing: Writing, row: TicketRow, to: State, change: Change = _MOVED) -> Changed:
    """Take one step of the flow along with a change.

    Raises MoveImpossible, ReasonMissing, MajorNeedsOwner, and ChargeStillAsked where it is cancelled.
    """
    text = tidy(change.text)
    check_move(State(row["state"]), to, TicketKind(row["kind"]), text)
    if to is State.CANCELLED:
        check_settled(writing.connection, row, change.facts)
    values = {**change.values, Field.STATE: to.value}
    check_owner(row, values)
    facts = {"from": row["state"], **change.facts}
    return write_change(writing, row, replace(change, values=values, text=text, facts=facts))


def move_if_open(writing: Writing, row: TicketRow, to: State, change: Change) -> Changed:
    """Take the step along with a change where the flow is open to it, else write the change alone."""
    values = dict(change.values)
    facts = dict(change.facts)
    if is_open_to(State(row["state"]), to, TicketKind(row["kind"])):
        values[Field.STATE] = to.value
        facts["from"] = row["state"]
    check_owner(row, values)
    written = replace(change, values=values, facts=facts)
    return write_change(writing, row, written)


def after(row: TicketRow, changed: Changed) -> TicketRow:
    """The row as it is now."""
    return {**row, **changed.after, "version": changed.version}


def check_owner(row: TicketRow, values: Values) -> None:
    """One person answers for a major complaint from its review on. Raises MajorNeedsOwner."""
    new = {**row, **{field.value: value for field, value in values.items()}}
    major = new["kind"] == TicketKind.COMPLAINT.value and new["service_class"] == ServiceClass.MAJOR.value
    if major and State(new["state"]) in _OWNED and new["assignee_id"] is None:
        raise MajorNeedsOwner(number_of(row))
