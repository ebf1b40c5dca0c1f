"""The readings behind a metered charge as facts, and the usage of its lines counted again from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.core.periods import Period
from app.fees.formulas import PricedLine
from app.fees.metered import months_of
from app.fees.usage import WHOLE, UnitUsage
from app.meters.intervals import DevicePart, Interval, counted

NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class ReadPart:
    """What one device showed at the start and the end; `digits` only where it began anew in between."""

    number: str
    before: Decimal
    now: Decimal
    multiplier: Decimal
    digits: int = 0

    @property
    def usage(self) -> Decimal:
        """What it counted, times its multiplier."""
        return counted(self.before, self.now, self.digits, rolled_over=bool(self.digits)) * self.multiplier


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """Two readings that follow one another, and the unit's share of what lies between them."""

    period: Period
    parts: tuple[ReadPart, ...]
    loss_rate: Decimal
    share: Fraction
    estimated: bool

    @property
    def usage(self) -> Fraction:
        """The unit's usage, loss added."""
        whole = sum((part.usage for part in self.parts), Decimal(0))
        return Fraction(whole) * (1 + Fraction(self.loss_rate)) * self.share

    def within(self, period: Period) -> Fraction:
        """The part of that usage which falls into a period, by days."""
        first, until = max(self.period.first, period.first), min(self.period.until, period.until)
        return self.usage * Fraction(max((until - first).days, 0), self.period.days)


def readings_facts(readings: Sequence[UnitUsage]) -> list[dict[str, Any]]:
    """A document for each pair of readings; loss, share and estimate only where there are any."""
    return [_facts(one) for one in readings]


def _facts(one: UnitUsage) -> dict[str, Any]:
    interval = one.interval
    facts: dict[str, Any] = {
        "first": interval.first.isoformat(),
        "until": interval.until.isoformat(),
        "parts": [_part_facts(part) for part in interval.parts] or [_bare_facts(interval)],
    }
    if interval.loss_rate:
        facts["loss_rate"] = str(interval.loss_rate)
    if one.share != WHOLE:
        facts["share"] = str(one.share)
    return facts | {"estimated": True} if interval.estimated else facts


def _part_facts(part: DevicePart) -> dict[str, Any]:
    facts: dict[str, Any] = {"number": part.number, "before": str(part.before), "now": str(part.now)}
    if part.multiplier != 1:
        facts["multiplier"] = str(part.multiplier)
    return facts | {"digits": part.digits} if part.rolled_over else facts


def _bare_facts(interval: Interval) -> dict[str, Any]:
    """An interval that no device is said to have counted, as an example invents it."""
    return {"number": "", "before": str(interval.before), "now": str(interval.now)}


def read_spans(facts: Sequence[Mapping[str, Any]]) -> tuple[ReadSpan, ...]:
    """The readings that an explanation says."""
    return tuple(
        ReadSpan(
            period=Period(date.fromisoformat(said["first"]), date.fromisoformat(said["until"])),
            parts=tuple(_part_of(part) for part in said["parts"]),
            loss_rate=Decimal(said.get("loss_rate", 0)),
            share=Fraction(said.get("share", 1)),
            estimated=bool(said.get("estimated", False)),
        )
        for said in facts
    )


def _part_of(said: Mapping[str, Any]) -> ReadPart:
    before, now = Decimal(said["before"]), Decimal(said["now"])
    return ReadPart(said["number"], before, now, Decimal(said.get("multiplier", 1)), int(said.get("digits", 0)))


def check_usage(lines: Sequence[PricedLine], facts: Sequence[Mapping[str, Any]]) -> None:
    """Count usage and months of the lines again from the readings. Raises ValueError where they do not follow."""
    spans = read_spans(facts)
    whole = Period(lines[0].period.first, lines[-1].period.until)
    used = sum((span.within(whole) for span in spans), NONE)
    read = Period(spans[0].period.first, spans[-1].period.until)
    months = months_of(read.first, read.until) * Fraction(whole.days, read.days)
    for line in lines:
        part = Fraction(line.period.days, whole.days)
        if (line.usage, line.months) != (used * part, months * part):
            msg = f"{line.usage} in {line.months} months does not follow from the readings of {line.period}"
            raise ValueError(msg)
