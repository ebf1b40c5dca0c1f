"""Readings: entered in route order, estimated, corrected; nothing that was entered is ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import ReadingId
from app.meters.kinds import ReadingKind
from app.meters.meter_facts import MeterFilter
from app.meters.meter_rows import Stamp
from app.meters.meter_state import read_meter
from app.meters.reading_round import ReadingRound, read_round
from app.meters.reading_rule import Revision, TypedReading, accept
from app.meters.take_reading import take_reading
from app.meters.usual import is_unusual, usual_usage
from app.meters.write_correction import Corrected, Follower, write_correction
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a reading would come to; `usage` is None for a base, `lowers` are the estimates that it would lower."""

    kind: ReadingKind
    usage: Decimal | None
    usual: Decimal | None
    unusual: bool
    rolled_over: bool
    lowers: tuple[Revision, ...]


class Readings:
    """Takes what meters show; `followers` act in the same transaction on whatever a correction changes."""

    def __init__(self, store: Store, clock: Clock, followers: Sequence[Follower] = ()) -> None:
        self._store = store
        self._clock = clock
        self._followers = followers

    def round(self, wanted: MeterFilter | None = None, since: date | None = None) -> ReadingRound:
        """The meters of a filter in route order with what was entered since; by default this month, all in use."""
        today = self._clock.now().date()
        with self._store.reading() as connection:
            return read_round(connection, wanted or MeterFilter(), since or today.replace(day=1), today)

    def look(self, typed: TypedReading) -> LookedAt:
        """What a reading would come to, before it is entered. Raises the refusals of `enter`, not ReadingUnusual."""
        with self._store.reading() as connection:
            so_far = read_meter(connection, typed.meter_id)
        taken = accept(so_far, typed, self._clock.now().date())
        intervals = taken.after.intervals
        before = intervals[: len(so_far.intervals)]
        last = next(iter(intervals[len(before) :]), None)
        return LookedAt(
            kind=taken.kind,
            usage=last.usage if last else None,
            usual=usual_usage(before),
            unusual=last is not None and is_unusual(last.usage, before),
            rolled_over=taken.rolled_over,
            lowers=taken.revisions,
        )

    def enter(self, by: Actor, typed: TypedReading, *, accepted: bool = False) -> ReadingId:
        """Write a reading after the last one; the first one of a meter is its base and bills nothing.

        Raises NotPermitted, UnknownMeter, MeterEnded, NegativeReading, TooManyDecimals, ReadingBeyondDigits,
        ReadingInFuture, ReadingBeforeLastDay, ReadOnThatDay, ReadingBeforePrevious, NotRolledOver, and ReadingUnusual
        unless `accepted`.
        """
        by.require(Permission.ENTER_READINGS)
        assert typed.kind in (ReadingKind.READ, ReadingKind.ESTIMATED), "bases and last readings belong to a device"
        with self._store.transaction() as connection:
            so_far, stamp = read_meter(connection, typed.meter_id), Stamp(self._clock.now(), by.id)
            return take_reading(connection, by, so_far, typed, stamp, self._followers, accepted=accepted)

    def correct(
        self,
        by: Actor,
        reading_id: ReadingId,
        value: Decimal,
        reason: str,
        approval: Approval | None = None,
        *,
        rolled_over: bool | None = None,
    ) -> Corrected:
        """Write another value for a reading; what was entered stays, and whoever billed on it follows.

        Raises NotPermitted, ApprovalForSomethingElse and the refusals of `app.meters.write_correction`.
        """
        approval_id = by.require(Permission.CORRECT_READING, approval)
        with self._store.transaction() as connection:
            stamp = Stamp(self._clock.now(), by.id)
            corrected = write_correction(
                connection, reading_id, value, reason, stamp, rolled_over=rolled_over, approval_id=approval_id
            )
            facts = {"reading": reading_id, "value": str(value), "reason": corrected.reason, "approval": approval_id}
            audit.record(connection, "correct_reading", corrected.meter, facts, stamp.at, by.id)
            for follow in self._followers:
                follow(connection, by, corrected)
            return corrected
