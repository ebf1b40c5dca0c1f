"""The counts of a close as they are kept: the first stays when there is a second; none is ever changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.access import audit
from app.access.actor import Actor
from app.core.clock import Clock
from app.core.money import NOTHING, Money
from app.counter.cash.cash_rows import moves_of_shift
from app.counter.methods import Method
from app.counter.shifts.comparison import ROUNDS, MethodClose
from app.counter.shifts.counted import Counted, has_total
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.references import awaited, references_of_shift
from app.counter.shifts.refusals import CountedTwice
from app.counter.shifts.takings import TICKED, takings_of, to_count
from app.counter.tables import shift_count
from app.store.rows import insert_row


@dataclass(frozen=True, slots=True)
class StoredCount:
    """One count; `expected` is what should have been there at that moment, so that later money is noticed."""

    round: int
    counted: Counted
    expected: Mapping[Method, Money]


def counts_of(connection: Connection, shift: OpenShift) -> tuple[StoredCount, ...]:
    """All counts of a shift, the first first."""
    rows = connection.execute(
        select(shift_count).where(shift_count.c.shift_id == shift.id).order_by(shift_count.c.round)
    )
    return tuple(_stored(row.round, row.counted) for row in rows)


def expected_now(connection: Connection, shift: OpenShift) -> dict[Method, Money]:
    """What should be there by method: float and rows of cash are part of the cash."""
    found = takings_of(connection, shift.id)
    expected = {method: found[method].net for method in to_count(found)}
    expected[Method.CASH] += shift.opening_float + moves_of_shift(connection, shift.id).together
    return expected


def keep_count(connection: Connection, by: Actor, shift: OpenShift, counted: Counted, clock: Clock) -> StoredCount:
    """Keep a count of a shift. Raises CountedTwice where it was recounted and no money moved since."""
    before, expected = counts_of(connection, shift), expected_now(connection, shift)
    if len(before) >= ROUNDS and before[-1].expected == expected:
        raise CountedTwice(shift.id)
    number = len(before) + 1
    facts = counted.to_facts() | {"expected": {method.value: amount.fen for method, amount in expected.items()}}
    values = {"shift_id": shift.id, "round": number, "counted": facts, "at": clock.now(), "by": by.id}
    insert_row(connection, shift_count, **values)
    audit.record(connection, "count_shift", str(shift.id), {"round": number}, clock.now(), by.id)
    return StoredCount(number, counted, expected)


def compared(connection: Connection, shift: OpenShift, counted: Counted | None) -> tuple[MethodClose, ...]:
    """The methods of a shift with what was counted, or without while nothing was."""
    references = references_of_shift(connection, shift.id)
    later = awaited(references, counted.arrived) if counted else dict.fromkeys(TICKED, NOTHING)
    found, expected = takings_of(connection, shift.id), expected_now(connection, shift)
    lines = []
    for method, due in expected.items():
        waits = later.get(method, NOTHING)
        taking = found[method]
        seen = None if counted is None else _counted_by(method, counted, due - waits)
        lines.append(MethodClose(method, taking.payments, taking.taken, taking.returned, due - waits, seen, waits))
    return tuple(lines)


def _counted_by(method: Method, counted: Counted, ticked: Money) -> Money | None:
    """What was counted of a method; what was ticked agrees with the references by itself.

    Nothing (None) of a method that brought its first money after the count.
    """
    if method.is_cash:
        return counted.cash.amount
    return counted.totals.get(method) if has_total(method) else ticked


def _stored(number: int, facts: Mapping[str, Any]) -> StoredCount:
    expected = {Method(name): Money(fen) for name, fen in facts["expected"].items()}
    return StoredCount(number, Counted.from_facts(facts), expected)
