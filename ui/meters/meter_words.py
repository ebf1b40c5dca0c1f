"""Meters, readings and usage in words and figures."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from app.core.language import mark, tr, tr_n
from app.core.show import show_decimal
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.meter_facts import MeterRow
from app.meters.reading_round import RoundLine
from app.meters.usual import TIMES
from ui.widgets.chip import Mood
from ui.widgets.columns import State

KINDS: dict[MeterKind, str] = {
    MeterKind.WATER: mark("Water"),
    MeterKind.ELECTRICITY: mark("Electricity"),
    MeterKind.GAS: mark("Gas"),
    MeterKind.HEAT: mark("Heat"),
}
MEASURES: dict[MeterKind, str] = {
    MeterKind.WATER: "m³",
    MeterKind.ELECTRICITY: "kWh",
    MeterKind.GAS: "m³",
    MeterKind.HEAT: "kWh",
}
READINGS: dict[ReadingKind, str] = {
    ReadingKind.BASE: mark("first reading"),
    ReadingKind.READ: mark("read"),
    ReadingKind.ESTIMATED: mark("estimated"),
    ReadingKind.FINAL: mark("last of the device"),
}
_NAMED = 3
_TENTH = Decimal("0.1")


def figures(value: Decimal) -> str:
    """What a meter shows, without needless noughts behind the point: `1234.5`."""
    return f"{value.normalize():f}"


def usage_words(usage: Decimal | None) -> str | None:
    """A usage for a column of figures: `1,234.5`."""
    return None if usage is None else show_decimal(usage, 0)


def usual_words(usual: Decimal | None) -> str | None:
    """A mean usage to one decimal: `11.7`."""
    return None if usual is None else usage_words(usual.quantize(_TENTH, ROUND_HALF_UP))


def place_words(meter: MeterRow) -> str:
    """Whom a meter serves: its units, or its name where it serves none."""
    if len(meter.units) <= _NAMED:
        return tr(", ").join(meter.units) or meter.name
    more = len(meter.units) - _NAMED + 1
    return tr("{units} and {n} more").format(units=tr(", ").join(meter.units[: _NAMED - 1]), n=more)


def kind_words(meter: MeterRow) -> str:
    """`Water`, or `Water, public`."""
    kind = tr(KINDS[meter.kind])
    return tr("{kind}, public").format(kind=kind) if meter.public else kind


def is_conspicuous(line: RoundLine) -> bool:
    """Whether the usage of this round is more than three times the usual one."""
    return line.typed_usage is not None and line.usual is not None and line.typed_usage > TIMES * line.usual


def state_of(line: RoundLine) -> State:
    """How far the round has come with a meter."""
    if line.typed is None:
        return State(tr("not read"), "circle-dashed")
    if is_conspicuous(line):
        return State(tr("over 3 × usual"), "triangle-alert", Mood.WARN)
    if line.typed.kind is ReadingKind.ESTIMATED:
        return State(tr("estimated"), "hourglass", Mood.ACCENT)
    if line.typed.rolled_over:
        return State(tr("read, rolled over"), "circle-check", Mood.OK)
    return State(tr("read"), "circle-check", Mood.OK)


def meters_words(count: int) -> str:
    """`1 meter`, `302 meters`."""
    return tr_n("{n} meter", "{n} meters", count).format(n=f"{count:,}")
