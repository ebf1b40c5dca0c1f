"""Taking a reading inside the transaction of a use case: the rule, the look at what is usual, the rows, who follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from app.access.actor import Actor
from app.core.ids import ReadingId
from app.meters.meter_rows import Stamp, write_reading
from app.meters.reading_refusals import ReadingUnusual
from app.meters.reading_rule import MeterSoFar, TypedReading, accept
from app.meters.usual import is_unusual, usual_usage
from app.meters.write_correction import Follower, trued_up


def take_reading(
    connection: Connection,
    by: Actor,
    so_far: MeterSoFar,
    typed: TypedReading,
    stamp: Stamp,
    followers: Sequence[Follower] = (),
    *,
    accepted: bool = False,
) -> ReadingId:
    """Write a reading after the last one; `followers` hear of estimates that it lowers.

    Raises ReadingUnusual unless `accepted`, and the refusals of `app.meters.reading_rule.accept`.
    """
    taken = accept(so_far, typed, stamp.at.date())
    if not accepted:
        check_usual(so_far, taken.after)
    typed = replace(typed, read_by=typed.read_by.strip() or by.name)
    reading_id = write_reading(connection, so_far, typed, taken, stamp)
    if taken.revisions:
        for follow in followers:
            follow(connection, by, trued_up(so_far, taken.revisions))
    return reading_id


def check_usual(before: MeterSoFar, after: MeterSoFar) -> None:
    """Raises ReadingUnusual where the reading that came after ends an interval of far more usage than usual."""
    *former, last = after.intervals or (None,)
    if len(after.intervals) > len(before.intervals) and last is not None and is_unusual(last.usage, former):
        usual = usual_usage(former)
        assert usual is not None
        raise ReadingUnusual(after.name, last.usage, usual)
