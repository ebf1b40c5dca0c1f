"""What must hold of tenders: whether money was seen to arrive, and what is taken back of a payment is all of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access.tables import audit
from app.core.language import mark
from app.core.money import NOTHING
from app.counter.methods import Method, TenderState
from app.counter.payments.check_tenders import CHECKED
from app.counter.seals import noted_since
from app.counter.shifts.counted import has_total
from app.counter.tables import payment, shift, shift_count, tender, z_report
from app.fees.tables import allocation
from app.store.truths import Truth

_TENDERS = (
    select(tender, payment.c.reverses, payment.c.shift_id, payment.c.at.label("taken_at"))
    .join_from(tender, payment, payment.c.id == tender.c.payment_id)
    .order_by(tender.c.id)
)


def _states(connection: Connection) -> Iterator[str]:
    """Only money that does not come at once is waited for, until somebody saw it, or its method was corrected."""
    rows = connection.execute(_TENDERS).all()
    corrected = {(row.payment_id, row.method, row.reference) for row in rows if row.change_id and row.amount < NOTHING}
    of_payment: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        of_payment[row.payment_id].append(row)
        if row.reverses is None and not _sound(row, corrected):
            yield f"tender {row.id}: {row.state} {row.checked_at} {row.checked_by}"
    for own in of_payment.values():
        for row, first in zip(own, of_payment[own[0].reverses], strict=False) if own[0].reverses else ():
            if not _as_it_was(row, first):
                yield f"tender {row.id}: {row.state} / {first.state} {first.checked_at}"


def _sound(row: Row[Any], corrected: set[tuple[int, str, str]]) -> bool:
    seen = (row.checked_at is not None, row.checked_by is not None)
    if row.state == TenderState.CHECKED:
        return seen == (True, True) and not Method(row.method).is_counted_at_once
    at_once = Method(row.method).is_counted_at_once
    taken_away = bool(row.change_id and row.amount < NOTHING)
    gone = taken_away or (row.payment_id, row.method, row.reference) in corrected
    fitting = (at_once or gone) if row.state == TenderState.IN_HAND else not at_once and not taken_away
    return fitting and seen == (False, False) and row.state in (TenderState.IN_HAND, TenderState.TO_CHECK)


def _as_it_was(row: Row[Any], first: Row[Any]) -> bool:
    """What takes a tender back says of it what was known then, until the close of its own shift counts it."""
    seen = (row.checked_at is not None, row.checked_by is not None)
    if any(seen):
        return all(seen) and row.state == TenderState.CHECKED
    if first.state != TenderState.CHECKED:
        return bool(row.state == first.state)
    by_then = {TenderState.CHECKED} if first.checked_at <= row.taken_at else set()
    later = {TenderState.TO_CHECK} if first.checked_at >= row.taken_at else set()
    return row.state in by_then | later


_LOOKS = select(audit).where(audit.c.action == CHECKED)
_SHIFTS = select(shift)


def _who_saw(connection: Connection) -> Iterator[str]:
    """Who saw money arrive, and when, stands in the audit trail, or it was the close of a shift that counted it.

    What was seen before the trail noted it, as it does since its rows can be told, is no breach.
    """
    noted: defaultdict[int, set[tuple[object, object]]] = defaultdict(set)
    for act in connection.execute(_LOOKS):
        for key in act.facts["tenders"]:
            noted[key].add((act.at, act.by))
    closed = {(row.closed_at, row.closed_by) for row in connection.execute(_SHIFTS) if row.closed_at is not None}
    begun = noted_since(connection)
    arrived, agreed = _arrived(connection) | noted.keys(), _agreed(connection)
    for row in connection.execute(_TENDERS).all():
        seen = (row.checked_at, row.checked_by)
        noted_then = begun is not None and row.checked_at is not None and row.checked_at >= begun
        counted = row.id in arrived or (row.shift_id, row.method) in agreed
        waits = row.state == TenderState.TO_CHECK and counted
        if waits or (noted_then and seen not in noted[row.id] | closed):
            yield f"tender {row.id}: {row.state} {row.checked_at} {row.checked_by}"


_COUNTS = (
    select(shift_count.c.counted, shift_count.c.round, shift_count.c.shift_id)
    .join_from(shift_count, shift, shift.c.id == shift_count.c.shift_id)
    .where(shift.c.closed_at.is_not(None))
    .order_by(shift_count.c.shift_id, shift_count.c.round)
)


def _arrived(connection: Connection) -> set[int]:
    """What closes ticked as there."""
    last = {row.shift_id: row.counted for row in connection.execute(_COUNTS)}
    return {key for counted in last.values() for key in counted["arrived"]}


_REPORTS = select(z_report.c.shift_id, z_report.c.facts)


def _agreed(connection: Connection) -> set[tuple[int, str]]:
    """By shift the methods of which a terminal or an app told the close the same total."""
    rows = connection.execute(_REPORTS).all()
    lines = ((row.shift_id, line) for row in rows for line in row.facts["methods"])
    return {
        (shift_id, line["method"])
        for shift_id, line in lines
        if line["counted"] == line["expected"] and has_total(Method(line["method"]))
    }


_BACKS = select(payment.c.id, payment.c.reverses).where(payment.c.reverses.is_not(None))


def _mirrored(connection: Connection) -> Iterator[str]:
    """What is taken back of a payment is each of its tenders and allocations with the other sign."""
    whole: defaultdict[int, Counter[tuple[object, ...]]] = defaultdict(Counter)
    for row in connection.execute(_TENDERS):
        sign = -1 if row.reverses is None else 1
        whole[row.payment_id][row.method, row.reference, sign * row.amount.fen, row.change_id] += 1
    for row in connection.execute(_BACKS):
        if whole[row.id] != whole[row.reverses]:
            yield f"payment {row.id} / {row.reverses}"
    yield from _allocated_back(connection)


_FIRST = allocation.alias("first")
_ALLOCATIONS = (
    select(allocation, payment.c.reverses.label("of"), _FIRST.c.payment_id.label("owner"))
    .add_columns(_FIRST.c.charge_id.label("first_charge"), _FIRST.c.amount.label("first_amount"))
    .join_from(allocation, payment, payment.c.id == allocation.c.payment_id)
    .join(_FIRST, _FIRST.c.id == allocation.c.reverses, isouter=True)
)


def _allocated_back(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_ALLOCATIONS):
        back = None if row.first_amount is None else -row.first_amount
        own = (row.of, row.charge_id, row.amount) if row.of is not None or row.reverses is not None else (None,) * 3
        if own != (row.owner, row.first_charge, back):
            yield f"allocation {row.id}"


TRUTHS = (
    Truth(mark("money is waited for until somebody saw it arrive"), _states),
    Truth(mark("whoever saw money arrive is known"), _who_saw),
    Truth(mark("what is taken back of a payment is all of it"), _mirrored),
)
