"""The reader's round: every meter in route order, with what it showed last and what was entered in this round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from app.meters.intervals import Interval, Reading
from app.meters.kinds import ENDS_INTERVAL, ReadingKind
from app.meters.meter_facts import MeterFilter, MeterRow
from app.meters.meter_pages import meters_of, read_meter_rows
from app.meters.meter_state import read_meters
from app.meters.reading_rule import MeterSoFar
from app.meters.round_reads import Lately, read_lately
from app.meters.usual import LAST, mean, usual_usage


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
    lately = read_lately(connection, meters_of(wanted), min(since, today))
    plain = {row.id: lately[row.id] for row in rows if row.id in lately and lately[row.id].device_id == row.device.id}
    counted = [row.id for row in rows if row.id not in plain]
    meters = read_meters(connection, counted, since=min(since, today), last=LAST + 2)
    return ReadingRound(
        since,
        tuple(
            _plain_line(row, plain[row.id], since) if row.id in plain else counted_line(row, meters[row.id], since)
            for row in rows
        ),
    )


def _plain_line(row: MeterRow, lately: Lately, since: date) -> RoundLine:
    """The same as `counted_line`, where nothing but the difference of two values is to be counted."""
    latest = lately.shown[0]
    if latest.day < since:
        last, values, typed = latest, [one.value for one in lately.shown], None
        usages, lowest = min(lately.count, LAST + 1) - 1, lately.lowest[0]
    else:
        last, values, typed = lately.shown[-1], [one.value for one in lately.shown[1:]], latest
        values += [] if lately.third is None else [lately.third]
        usages, lowest = min(lately.count, LAST + 2) - 2, lately.lowest[1]
    counts = row.device.multiplier * (1 + row.facts.loss_rate)
    alone = typed is not None and lately.count == 1
    return RoundLine(
        meter=row,
        last=None if alone else last,
        last_usage=(values[0] - values[1]) * counts if usages > 0 else None,
        usual=mean((values[0] - lowest) * counts, usages) if usages > 0 else None,
        typed=typed,
        typed_usage=None if typed is None or alone else (typed.value - values[0]) * counts,
    )


def counted_line(row: MeterRow, so_far: MeterSoFar, since: date) -> RoundLine:
    """What the round shows of a meter, counted from its intervals."""
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
