"""What is typed for one meter of the round and not entered yet, and what it would come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from app.core.errors import Refusal
from app.core.quantities import parse_reading
from app.meters.kinds import ReadingKind
from app.meters.reading_round import RoundLine
from app.meters.reading_rule import TypedReading
from ui.meters.meter_words import figures


class Hitch(StrEnum):
    """What stands against an entry."""

    REFUSED = "refused"
    BELOW = "below"
    UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True)
class Entry:
    """`usage` is what the text would come to; `asked` is the text for which somebody was asked to look again."""

    text: str = ""
    estimated: bool = False
    rolled_over: bool = False
    usage: Decimal | None = None
    unusual: bool = False
    hitch: Hitch | None = None
    words: str = ""
    asked: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost without it."""
        return not (self.text.strip() or self.estimated or self.rolled_over)

    @property
    def accepted(self) -> bool:
        """Whether somebody was asked about just this text."""
        return bool(self.asked) and self.asked == self.text.strip()

    def typed(self, text: str) -> Entry:
        """The same with another text; what was said of the text before is gone."""
        return replace(self, text=text, usage=None, unusual=False, hitch=None, words="")


NOTHING_TYPED = Entry()


def begins_with(line: RoundLine) -> Entry:
    """What stands in the field of a meter before anybody types."""
    if line.typed is None:
        return NOTHING_TYPED
    estimated = line.typed.kind is ReadingKind.ESTIMATED
    return Entry(figures(line.typed.value), estimated, line.typed.rolled_over, line.typed_usage)


def reading_of(line: RoundLine, entry: Entry, day: date) -> TypedReading:
    """The reading that the entry asks for. Raises the refusals of `parse_reading`."""
    value = parse_reading(entry.text)
    kind = ReadingKind.ESTIMATED if entry.estimated else ReadingKind.READ
    return TypedReading(line.meter.id, day, value, kind, entry.rolled_over)


def value_of(entry: Entry) -> Decimal | None:
    """The figure that is typed; None while it is none."""
    try:
        return parse_reading(entry.text)
    except Refusal:
        return None


def usual_reading(line: RoundLine) -> str:
    """What the meter would show after its usual usage, in whole figures; empty where nothing is known."""
    if line.last is None or line.usual is None:
        return ""
    device = line.meter.device
    shown = line.usual / (device.multiplier * (1 + line.meter.facts.loss_rate))
    value = (line.last.value + shown).quantize(Decimal(1), ROUND_DOWN)
    return figures(max(value, line.last.value)) if value < Decimal(10) ** device.digits else ""
