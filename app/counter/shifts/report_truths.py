"""What must hold between a Z report, its shift and its last count: a report is a copy of what was so at the close."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access.tables import user
from app.core.ids import ShiftId, UserId
from app.core.language import mark
from app.counter.shifts.counted import has_total
from app.counter.shifts.counts import counts_of
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.shift_facts import ShiftFacts
from app.counter.shifts.shift_papers import papers_of
from app.counter.tables import shift, z_report
from app.store.truths import Truth

_CLOSER = user.alias("closer")
_ROWS = (
    select(shift, user.c.name.label("cashier"), z_report.c.facts, z_report.c.day.label("reported"))
    .add_columns(z_report.c.at.label("written_at"), z_report.c.by.label("written_by"), _CLOSER.c.name.label("closer"))
    .join_from(shift, user, user.c.id == shift.c.user_id)
    .join(_CLOSER, _CLOSER.c.id == shift.c.closed_by, isouter=True)
    .join(z_report, z_report.c.shift_id == shift.c.id, isouter=True)
    .order_by(shift.c.id)
)
_REPORTED = _ROWS.where(z_report.c.no.is_not(None))
_REFUNDS = ("refunds", "refunded", "refunds_voided", "refunded_void")
_AS_READ = ("receipts", "voided", *_REFUNDS, "method_changes", "no_sales", "back_entries", "rounding")
"""What can be read again from the rows of the shift."""

_BY_TIME = ("copies", "waivers", "waived")
"""What is told by its time: in the second of the close itself it may have come before or after."""
_A_MOMENT = timedelta(seconds=1)


def _its_shift(connection: Connection) -> Iterator[str]:
    """A shift is closed with all that a close writes, and its report names its cashier, drawer and times."""
    for row in connection.execute(_ROWS).all():
        if (row.closed_at is None) != (row.closing is None):
            yield f"shift {row.id}: {row.closed_at} / {row.closing}"
        if row.facts is None:
            continue
        facts = ShiftFacts.from_facts(row.facts)
        told = (facts.cashier, facts.drawer, facts.day, facts.opened_at, facts.closed_at, facts.cash.opening_float)
        read = (row.cashier, row.drawer, row.day, row.opened_at, row.closed_at, row.opening_float)
        if told != read or row.reported != row.day:
            yield f"{facts.label}: {told} / {read}"
        closed = (facts.closed_by, {"z": facts.no, "counted": _counted(facts), "kept": facts.cash.kept.fen})
        if closed != (row.closer, row.closing) or (row.written_at, row.written_by) != (row.closed_at, row.closed_by):
            yield f"{facts.label}: {closed} / {row.closer} {row.closing} {row.written_at}"


def _its_papers(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_REPORTED).all():
        facts = ShiftFacts.from_facts(row.facts)
        found = papers_of(connection, _as_it_ran(row), facts.closed_at)
        found = found.as_before() if facts.papers.refunds_voided is None else found
        for name in _AS_READ:
            if getattr(facts.papers, name) != getattr(found, name):
                yield f"{facts.label} {name}: {getattr(facts.papers, name)} / {getattr(found, name)}"
        before = papers_of(connection, _as_it_ran(row), facts.closed_at - _A_MOMENT)
        for name in _BY_TIME:
            told = getattr(facts.papers, name)
            if not getattr(before, name) <= told <= getattr(found, name):
                yield f"{facts.label} {name}: {told} / {getattr(found, name)}"


def _its_count(connection: Connection) -> Iterator[str]:
    """What a report says was counted is what the last count says."""
    for row in connection.execute(_REPORTED).all():
        facts = ShiftFacts.from_facts(row.facts)
        counts = counts_of(connection, _as_it_ran(row))
        if not counts:
            continue  # another truth names a report without a count
        counted = counts[-1].counted
        told = {line.method: line.counted for line in facts.methods if line.method.is_cash or has_total(line.method)}
        read = {method: counted.cash.amount if method.is_cash else counted.totals.get(method) for method in told}
        if told != read or facts.cash.first_count != counts[0].counted.cash.amount:
            yield f"{facts.label}: {told} / {read}"


def _counted(facts: ShiftFacts) -> int | None:
    return None if facts.cash.count is None else facts.cash.count.amount.fen


def _as_it_ran(row: Row[Any]) -> OpenShift:
    return OpenShift(
        ShiftId(row.id), UserId(row.user_id), row.cashier, row.drawer, row.day, row.opened_at, row.opening_float
    )


TRUTHS = (
    Truth(mark("every Z report names its shift as it ran"), _its_shift),
    Truth(mark("every Z report lists the papers of its shift"), _its_papers),
    Truth(mark("every Z report says what was counted"), _its_count),
)
