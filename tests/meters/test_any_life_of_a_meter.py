"""What holds for any life of a meter: usage adds up, nothing is counted twice or below zero, no row is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Refusal
from app.core.ids import DeviceId, MeterId, ReadingId
from app.meters.intervals import Device, Interval, Reading
from app.meters.kinds import ReadingKind
from app.meters.reading_rule import MeterSoFar, TypedReading, accept, correct, revised

METER, START, TODAY = MeterId(1), date(2020, 1, 1), date(2040, 1, 1)
PLACE = Decimal("0.0001")


@dataclass(frozen=True)
class Step:
    """What happens next: so much runs through the device, so many days later somebody does something."""

    used: Decimal
    days: int
    what: str
    digits: int = 5


amounts = st.integers(0, 300_000_000).map(lambda count: count * PLACE)  # up to 30,000
steps = st.builds(
    Step,
    used=amounts,
    days=st.integers(1, 400),
    what=st.sampled_from(["read", "read", "read", "estimate", "replace"]),
    digits=st.integers(5, 7),
)
lives = st.lists(steps, max_size=12)
multipliers = st.sampled_from([Decimal(1), Decimal(40), Decimal("0.5")])


class Life:
    """A real device whose counter nobody forgets, beside what the office writes down of it."""

    def __init__(self, base: Decimal, multiplier: Decimal, loss: Decimal) -> None:
        self._multiplier, self._next = multiplier, 1
        self.meter = MeterSoFar(METER, "表", loss, None, (self._device(1, 5),), ())
        self.shown = base
        self.true_usage = Decimal(0)
        self.day = START
        self.written = 0
        self.enters(base)

    def _device(self, key: int, digits: int) -> Device:
        return Device(DeviceId(key), METER, str(key), digits, self._multiplier, START)

    def enters(self, value: Decimal, kind: ReadingKind = ReadingKind.READ, *, rolled_over: bool = False) -> None:
        accepted = accept(self.meter, TypedReading(METER, self.day, value, kind, rolled_over), TODAY)
        new = replace(accepted.after.readings[-1], id=ReadingId(self._next), row_id=ReadingId(self._next))
        self.meter = replace(accepted.after, readings=(*accepted.after.readings[:-1], new))
        self._next += 1
        self.written += 1 + len(accepted.revisions)

    def lives(self, step: Step) -> None:
        if step.what == "estimate":
            self._estimates(step)
            return
        self.day += timedelta(days=step.days)
        self.true_usage += step.used * self._multiplier
        circle = Decimal(10) ** self.meter.device.digits
        turned, self.shown = divmod(self.shown + step.used, circle)
        kind = ReadingKind.FINAL if step.what == "replace" else ReadingKind.READ
        self.enters(self.shown, kind, rolled_over=bool(turned) and self.shown < self._last_real())
        if step.what == "replace":
            self._hangs_another(step)

    def _estimates(self, step: Step) -> None:
        """A guess that may be far off; nothing runs through the device meanwhile."""
        self.day += timedelta(days=step.days)
        circle = Decimal(10) ** self.meter.device.digits
        last = self.meter.readings[-1].value
        guess = (last + step.used) % circle
        self.enters(guess, ReadingKind.ESTIMATED, rolled_over=guess < last)

    def _last_real(self) -> Decimal:
        return next(one.value for one in reversed(self.meter.readings) if one.kind is not ReadingKind.ESTIMATED)

    def _hangs_another(self, step: Step) -> None:
        device = self._device(len(self.meter.devices) + 1, step.digits)
        self.meter = replace(self.meter, devices=(*self.meter.devices, device))
        self.shown = step.used % 1000
        self.enters(self.shown)


def lived(base: Decimal, multiplier: Decimal, loss: Decimal, life: Sequence[Step]) -> Life:
    told = Life(base, multiplier, loss)
    for step in life:
        told.lives(step)
    told.lives(Step(Decimal(7), 1, "read"))
    return told


losses = st.sampled_from([Decimal(0), Decimal("0.03"), Decimal("0.0725")])
bases = st.integers(0, 99_999).map(Decimal)


@given(base=bases, multiplier=multipliers, loss=losses, life=lives)
def test_the_usages_add_up_to_what_ran_through(
    base: Decimal, multiplier: Decimal, loss: Decimal, life: list[Step]
) -> None:
    told = lived(base, multiplier, loss, life)
    assert sum(one.usage for one in told.meter.intervals) == told.true_usage * (1 + loss)


@given(base=bases, life=lives)
def test_intervals_follow_one_another_and_none_is_below_zero(base: Decimal, life: list[Step]) -> None:
    intervals = lived(base, Decimal(1), Decimal(0), life).meter.intervals
    assert intervals[0].first == START
    for before, now in pairwise(intervals):
        assert before.until == now.first
    assert all(one.first < one.until and one.usage >= 0 for one in intervals)


@given(base=bases, life=lives, between=st.integers(0, 11))
def test_one_reading_more_or_less_changes_nothing_of_the_whole(base: Decimal, life: list[Step], between: int) -> None:
    without = lived(base, Decimal(1), Decimal(0), [step for step in life if step.what != "estimate"])
    with_estimate = [step for step in life if step.what != "estimate"]
    with_estimate.insert(between % (len(life) + 1), Step(Decimal(50), 3, "estimate"))
    other = lived(base, Decimal(1), Decimal(0), with_estimate)
    assert _whole(other.meter.intervals) == _whole(without.meter.intervals)


def _whole(intervals: Sequence[Interval]) -> Decimal:
    return sum((one.usage for one in intervals), Decimal(0))


@given(
    base=bases, life=lives, place=st.integers(0, 20), change=amounts, rolled_over=st.sampled_from([None, True, False])
)
def test_a_correction_moves_usage_by_what_it_says_or_is_refused(
    base: Decimal, life: list[Step], place: int, change: Decimal, rolled_over: bool | None
) -> None:
    meter = lived(base, Decimal(1), Decimal(0), life).meter
    chosen = meter.readings[place % len(meter.readings)]
    value = (chosen.value + change) % (Decimal(10) ** meter.device_of(chosen.device_id).digits)
    try:
        revisions = correct(meter, chosen.id, value, rolled_over=rolled_over)
    except Refusal:
        return
    after = meter.with_readings(revised(meter.readings, revisions))
    assert len(after.intervals) == len(meter.intervals)
    assert all(one.usage >= 0 for one in after.intervals)
    assert next(one.value for one in after.readings if one.id == chosen.id) == value
    untouched = {one.id for one in meter.readings} - {one.reading.id for one in revisions}
    assert [one for one in after.readings if one.id in untouched] == [
        one for one in meter.readings if one.id in untouched
    ]


def _in_order(readings: Sequence[Reading]) -> bool:
    return all(
        now.value >= before.value or now.rolled_over or now.device_id != before.device_id
        for before, now in pairwise(readings)
    )


@given(base=bases, life=lives)
def test_no_reading_is_below_the_one_before_unless_the_device_rolled_over(base: Decimal, life: list[Step]) -> None:
    told = lived(base, Decimal(1), Decimal(0), life)
    assert _in_order(told.meter.readings)
    assert told.written >= len(told.meter.readings)
