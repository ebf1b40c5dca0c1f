"""Closing a ticket: done first where it was not, with cause, action and minutes, and open points kept open."""

from __future__ import annotations

from app.tickets.fields import Field
from app.tickets.kinds import EntryKind, State, TicketKind
from app.tickets.moves.asked import Closing
from app.tickets.moves.moving import after, move_row
from app.tickets.refusals import ClosingIncomplete
from app.tickets.steps import Step
from app.tickets.texts import tidy
from app.tickets.writing import Change, TicketRow, Writing

_MOST_MINUTES = 100_000
_WITHOUT_MINUTES = frozenset({TicketKind.SUGGESTION, TicketKind.ENQUIRY, TicketKind.COMPLAINT, TicketKind.FEE_DISPUTE})
_ENDED = frozenset({State.DONE, State.CONFIRMED})


def check_closing(kind: TicketKind, closing: Closing) -> None:
    """What was done is said, of work also how long it took. Raises ClosingIncomplete."""
    minutes = closing.minutes
    missing = kind not in _WITHOUT_MINUTES if minutes is None else not 0 <= minutes <= _MOST_MINUTES
    if missing or not closing.action.strip():
        raise ClosingIncomplete(missing)


def close_row(writing: Writing, row: TicketRow, closing: Closing) -> Step:
    """Close a ticket; one that is not done yet is done first. Raises ClosingIncomplete, MoveImpossible."""
    check_closing(TicketKind(row["kind"]), closing)
    taken = []
    if State(row["state"]) not in _ENDED:
        taken.append(move_row(writing, row, State.DONE))
        row = after(row, taken[-1])
    values = {
        Field.CHECKLIST: _checked(row["checklist"], closing.checklist_done),
        Field.CLOSING: closing_facts(closing),
        Field.CLOSED_AT: max(writing.at, row["reported_at"]),
    }
    taken.append(move_row(writing, row, State.CLOSED, Change(EntryKind.CLOSED, values, closing.action)))
    return Step(EntryKind.CLOSED, tuple(taken))


def closing_facts(closing: Closing) -> dict[str, object]:
    """A closing as a document."""
    return {
        "cause": tidy(closing.cause),
        "action": tidy(closing.action),
        "minutes": closing.minutes,
        "material": tidy(closing.material),
        "confirmed": closing.confirmed.value,
    }


def _checked(checklist: list[dict[str, object]], done: frozenset[int]) -> list[dict[str, object]]:
    return [{**one, "done": bool(one["done"]) or place in done} for place, one in enumerate(checklist)]
