"""Correcting a reading inside the transaction of whoever also adjusts what was billed on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection

from app.access.actor import Actor
from app.core.ids import ApprovalId, MeterId, ReadingId
from app.meters.intervals import Interval
from app.meters.meter_rows import Stamp, insert_revision
from app.meters.meter_state import first_entered, read_meter
from app.meters.reading_refusals import CorrectionNeedsReason
from app.meters.reading_rule import TRUED_UP, MeterSoFar, Revision, correct, revised


@dataclass(frozen=True, slots=True)
class Corrected:
    """What corrections made of a meter's intervals: those that differ, by their later reading, before and after.

    `reason` is what was typed, or `app.meters.reading_rule.TRUED_UP` where a real reading lowered an estimate.
    """

    meter_id: MeterId
    meter: str
    reading_ids: tuple[ReadingId, ...]
    changes: tuple[tuple[Interval, Interval], ...]
    reason: str
    approval_id: ApprovalId | None = None


Follower = Callable[[Connection, Actor, Corrected], None]


def write_correction(
    connection: Connection,
    reading_id: ReadingId,
    value: Decimal,
    reason: str,
    stamp: Stamp,
    *,
    rolled_over: bool | None = None,
    approval_id: ApprovalId | None = None,
) -> Corrected:
    """Write the rows that correct a reading; a corrected row of it may name it just as well.

    Permission and audit are the caller's. Raises UnknownReading, CorrectionNeedsReason, NegativeReading,
    TooManyDecimals, ReadingBeyondDigits, ReadingBeforePrevious, NotRolledOver, ReadingBeforeNext, ReadingUnchanged.
    """
    if not reason.strip():
        raise CorrectionNeedsReason
    meter_id, first = first_entered(connection, reading_id)
    before = read_meter(connection, meter_id)
    revisions = correct(before, first, value, rolled_over=rolled_over)
    for revision in revisions:
        insert_revision(connection, revision, reason.strip(), stamp)
    after = read_meter(connection, meter_id)
    ids = tuple(one.reading.id for one in revisions)
    return Corrected(meter_id, before.name, ids, _changes(before, after), reason.strip(), approval_id)


def trued_up(before: MeterSoFar, revisions: Sequence[Revision]) -> Corrected:
    """What a real reading made of the estimates before it."""
    after = before.with_readings(revised(before.readings, revisions))
    ids = tuple(one.reading.id for one in revisions)
    return Corrected(before.id, before.name, ids, _changes(before, after), TRUED_UP)


def _changes(before: MeterSoFar, after: MeterSoFar) -> tuple[tuple[Interval, Interval], ...]:
    return tuple(
        (old, new) for old, new in zip(before.intervals, after.intervals, strict=True) if old.usage != new.usage
    )
