"""What an import of readings will write: the rows in order, as if they were typed one after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from app.core.errors import Refusal
from app.core.ids import MeterId, ReadingId
from app.meters import reading_refusals as refused
from app.meters.intervals import Reading
from app.meters.kinds import ReadingKind
from app.meters.reading_line import ReadingLine
from app.meters.reading_rule import TRUED_UP, AcceptedReading, MeterSoFar, Revision, TypedReading, accept
from app.meters.sheet_refusals import LastReadingDiffers
from app.meters.take_reading import check_usual
from app.sheets.refusals import ValueMissing
from app.sheets.row_faults import BadRow, Fault

_OF_THE_DAY = (refused.ReadingInFuture, refused.ReadingBeforeLastDay, refused.ReadOnThatDay)


@dataclass(frozen=True, slots=True)
class PlannedReading:
    """A row that comes in: `usage` is None for a base; `unusual` where somebody should look at it first.

    `base` is the reading before it, where the meter had none in the book.
    """

    line: ReadingLine
    typed: TypedReading
    usage: Decimal | None
    unusual: refused.ReadingUnusual | None
    base: TypedReading | None


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row of the table of readings: a new reading, or one that corrects the row `corrects`."""

    id: ReadingId
    reading: Reading
    note: str
    corrects: ReadingId | None


@dataclass(slots=True)
class ReadingPlan:
    """Rows that come in, how many the book knows already, those that cannot come in, and what is to be written."""

    good: list[PlannedReading] = field(default_factory=list)
    known: int = 0
    bad: list[BadRow] = field(default_factory=list)
    rows: list[NewRow] = field(default_factory=list)
    lowered: list[tuple[MeterSoFar, tuple[Revision, ...]]] = field(default_factory=list)


class ReadingPlanner:
    """Takes the lines of a sheet meter by meter and day by day; ids are given from `next_id` on."""

    def __init__(self, meters: Mapping[MeterId, MeterSoFar], today: date, next_id: int) -> None:
        self._meters = dict(meters)
        self._today = today
        self._next_id = next_id
        self.plan = ReadingPlan()

    def take(self, lines: Iterable[ReadingLine], *, accept_unusual: bool) -> ReadingPlan:
        """Everything that the lines would write; a row that cannot be leaves the others as they are."""
        for line in _in_order(lines):
            try:
                self._take(line, accept_unusual=accept_unusual)
            except Refusal as why:
                self.plan.bad.append(BadRow(line.row, (Fault(_column(line, why), why),)))
        self.plan.good.sort(key=lambda one: one.line.row.number)
        self.plan.bad.sort(key=lambda one: one.row.number)
        return self.plan

    def _take(self, line: ReadingLine, *, accept_unusual: bool) -> None:
        so_far, typed = self._meters[line.meter.id], line.typed
        if _is_known(so_far, typed):
            self.plan.known += 1
            return
        base = self._base(so_far, line)
        started = so_far if base is None else accept(so_far, base, self._today).after
        accepted = accept(started, typed, self._today)
        unusual = _unusual(started, accepted.after)
        if unusual is not None and not accept_unusual:
            raise unusual
        if base is not None:
            so_far = self._write(so_far, base, accept(so_far, base, self._today))
            accepted = accept(so_far, typed, self._today)
        after = self._write(so_far, typed, accepted)
        self._meters[line.meter.id] = after
        usage = after.intervals[-1].usage if accepted.kind is not ReadingKind.BASE else None
        self.plan.good.append(PlannedReading(line, typed, usage, unusual, base))

    def _base(self, so_far: MeterSoFar, line: ReadingLine) -> TypedReading | None:
        """The sheet's last reading begins a meter that has none; else it must be the one in the book."""
        if line.before is None:
            return None
        if so_far.readings and so_far.readings[-1].device_id == so_far.device.id:
            last = so_far.readings[-1]
            if last.value != line.before:
                raise LastReadingDiffers(so_far.name, line.before, last.value, last.day)
            return None
        if line.before_day is None:
            raise ValueMissing(line.heads["before_day"])
        return TypedReading(so_far.id, line.before_day, line.before, read_by=line.typed.read_by)

    def _write(self, so_far: MeterSoFar, typed: TypedReading, accepted: AcceptedReading) -> MeterSoFar:
        if accepted.revisions:
            self.plan.lowered.append((so_far, accepted.revisions))
        rows = {revision.reading.id: self._revised(revision) for revision in accepted.revisions}
        kept = [rows.get(one.id, one) for one in accepted.after.readings[:-1]]
        new = replace(accepted.after.readings[-1], id=self._id(), read_by=typed.read_by)
        new = replace(new, row_id=new.id)
        self.plan.rows.append(NewRow(new.id, new, typed.note, None))
        return accepted.after.with_readings((*kept, new))

    def _revised(self, revision: Revision) -> Reading:
        old = revision.reading
        new = replace(old, row_id=self._id(), value=revision.value, rolled_over=revision.rolled_over)
        self.plan.rows.append(NewRow(new.row_id, new, TRUED_UP, old.row_id))
        return new

    def _id(self) -> ReadingId:
        self._next_id += 1
        return ReadingId(self._next_id - 1)


def _in_order(lines: Iterable[ReadingLine]) -> Iterator[ReadingLine]:
    of_meter: dict[MeterId, list[ReadingLine]] = defaultdict(list)
    for line in lines:
        of_meter[line.meter.id].append(line)
    for own in of_meter.values():
        yield from sorted(own, key=lambda line: (line.typed.day, line.row.number))


def _is_known(so_far: MeterSoFar, typed: TypedReading) -> bool:
    return any(
        (one.day, one.value) == (typed.day, typed.value) and one.kind is not ReadingKind.FINAL
        for one in so_far.readings
    )


def _unusual(before: MeterSoFar, after: MeterSoFar) -> refused.ReadingUnusual | None:
    try:
        check_usual(before, after)
    except refused.ReadingUnusual as unusual:
        return unusual
    return None


def _column(line: ReadingLine, why: Refusal) -> str:
    if isinstance(why, _OF_THE_DAY):
        return line.heads["day"]
    if isinstance(why, ValueMissing):
        return line.heads["before_day"]
    return line.heads["before" if isinstance(why, LastReadingDiffers) else "now"]
