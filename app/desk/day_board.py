"""What is unfinished today: shifts, papers, references, parked bills, outages and books, on one board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select

from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import ShiftId
from app.core.money import Money
from app.counter.books.kinds import BookKind
from app.counter.books.numbering import numbers_left
from app.counter.receipts.receipt_list import receipts_waiting
from app.counter.shifts.open_shift import OpenShift, as_open_shift, open_shifts
from app.counter.shifts.references import Reference, references_of_shift, references_to_check
from app.counter.tables import outage
from app.desk.parked import FORM as PARKED
from app.desk.tables import draft
from app.store.store import Store

ASIDE = "counter.aside"
"""The form under which the counter keeps what Esc put aside."""

_MOST_A_LIST = 100


class Loose(StrEnum):
    """A kind of loose end."""

    FORGOTTEN = "forgotten"
    SHIFT = "shift"
    UNPRINTED = "unprinted"
    PARKED = "parked"
    ASIDE = "aside"
    REFERENCE = "reference"
    OUTAGE = "outage"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """One thing that is unfinished; `id` is its row's (of a shift, receipt, tender, draft, outage or book).

    `subject` is what it is of (cashier, receipt, room, book), `detail` a word more; `amount` in fen where there is one.
    """

    kind: Loose
    id: int
    subject: str
    detail: str = ""
    amount: Money | None = None
    at: datetime | None = None


class DayBoard:
    """Reads only."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def today(self) -> tuple[LooseEnd, ...]:
        """Everything that is unfinished in the office."""
        with self._store.reading() as connection:
            return (
                *_shifts(connection, self._clock.now()),
                *_unprinted(connection),
                *_parked(connection),
                *(_reference(one) for one in references_to_check(connection)),
                *_outages(connection),
                *_books(connection),
            )

    def before_close(self, shift_id: ShiftId) -> tuple[LooseEnd, ...]:
        """What should be finished, or carried over, before this shift closes."""
        with self._store.reading() as connection:
            own = {one.id for one in references_of_shift(connection, shift_id)}
            earlier = (one for one in references_to_check(connection) if one.id not in own)
            return (*_unprinted(connection), *_parked(connection), *(_reference(one) for one in earlier))


def _shifts(connection: Connection, now: datetime) -> Iterator[LooseEnd]:
    for row in connection.execute(open_shifts()).all():
        shift: OpenShift = as_open_shift(row)
        kind = Loose.SHIFT if shift.day == now.date() else Loose.FORGOTTEN
        yield LooseEnd(kind, shift.id, shift.cashier, shift.drawer, None, shift.opened_at)


def _unprinted(connection: Connection) -> Iterator[LooseEnd]:
    for row in receipts_waiting(connection):
        yield LooseEnd(Loose.UNPRINTED, row.id, row.label, row.unit, row.amount, row.at)


def _parked(connection: Connection) -> Iterator[LooseEnd]:
    """Bills that somebody parked, and one that Esc put aside; a bill's place in the list makes its id."""
    rows = select(draft, user.c.name).join_from(draft, user, user.c.id == draft.c.user_id).order_by(draft.c.id)
    for row in connection.execute(rows.where(draft.c.form.in_((PARKED, ASIDE)))):
        kind = Loose.PARKED if row.form == PARKED else Loose.ASIDE
        bills = row.content["bills"] if kind is Loose.PARKED else [row.content]
        for place, bill in enumerate(bills):
            due = Money(bill["due"]) if "due" in bill else None
            yield LooseEnd(kind, row.id * _MOST_A_LIST + place, str(bill["code"]), row.name, due, row.at)


def _reference(one: Reference) -> LooseEnd:
    return LooseEnd(Loose.REFERENCE, one.id, one.unit, one.reference or one.receipt, one.amount, one.at)


def _outages(connection: Connection) -> Iterator[LooseEnd]:
    for row in connection.execute(select(outage).where(outage.c.ended_at.is_(None)).order_by(outage.c.id)):
        yield LooseEnd(Loose.OUTAGE, row.id, row.reason, row.kind, None, row.began_at)


def _books(connection: Connection) -> Iterator[LooseEnd]:
    """Few numbers left of a kind that the program counts; books that people hold are looked at when they come back."""
    for kind in BookKind:
        left = numbers_left(connection, kind) if kind.is_counted else None
        if left is not None and left.runs_out:
            yield LooseEnd(Loose.BOOK, left.book, left.prefix, str(left.left))
