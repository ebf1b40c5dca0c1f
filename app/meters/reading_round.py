"""The reader's round: every meter in route order, with what it showed last and what was entered in this round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from app.meters.intervals import Interval, Reading
from app.meters.kinds import ENDS_INTERVAL, ReadingKind
from app.meters.meter_facts import MeterFilter, MeterRow
from app.meters.meter_pages import read_meter_rows
from app.meters.meter_state import read_meters
from app.meters.reading_rule import MeterSoFar
from app.meters.usual import LAST, usual_usage


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A meter of the round; `last` is what the device that hangs there showed before the round began.

    `usual` is the mean of the last up to six usages before the round; `typed` is what was entered in the round already,
    `typed_usage` what it comes to (None for a base).
    """

    meter: MeterRow
    last: Reading | None
    last_usage: Decimal | None
    usual: Decimal | None
    typed: Reading | None
    typed_usage: Decimal | None

    @property
    def last_estimated(self) -> bool:
        """Whether the last reading was an estimate."""
        return self.last is not None and self.last.kind is ReadingKind.ESTIMATED


@dataclass(frozen=True, slots=True)
class ReadingRound:
    """All meters of a round that began on `since`, in route order."""

    since: date
    lines: tuple[RoundLine, ...]

    @property
    def read(self) -> int:
        """How many meters have a reading of this round."""
        return sum(line.typed is not None for line in self.lines)


def read_round(connection: Connection, wanted: MeterFilter, since: date, today: date) -> ReadingRound:
    """The round over the meters of a filter; a reading on `since` or later belongs to it."""
    rows = read_meter_rows(connection, wanted, today)
    meters = read_meters(connection, [row.id for row in rows], since=min(since, today), last=LAST + 2)
    return ReadingRound(since, tuple(_line(row, meters[row.id], since) for row in rows))


def _line(row: MeterRow, so_far: MeterSoFar, since: date) -> RoundLine:
    intervals, typed = so_far.intervals, _typed(so_far, since)
    ended = _ended_by(intervals, typed)
    before = tuple(one for one in intervals if one is not ended)
    shown = [one for one in so_far.readings if one is not typed and one.device_id == so_far.device.id]
    return RoundLine(
        meter=row,
        last=shown[-1] if shown else None,
        last_usage=before[-1].usage if before else None,
        usual=usual_usage(before),
        typed=typed,
        typed_usage=ended.usage if ended else None,
    )


def _typed(so_far: MeterSoFar, since: date) -> Reading | None:
    if not so_far.readings or so_far.readings[-1].day < since:
        return None
    last = so_far.readings[-1]
    return last if last.kind in ENDS_INTERVAL or len(so_far.readings) == 1 else None


def _ended_by(intervals: tuple[Interval, ...], typed: Reading | None) -> Interval | None:
    if typed is None or not intervals or intervals[-1].reading_id != typed.id:
        return None
    return intervals[-1]
