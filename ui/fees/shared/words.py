"""Common costs in the words of the person who splits them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from app.core.language import mark, tr
from app.core.show import show_decimal
from app.fees.shared.request import SharedPreview
from app.fees.shared.rule import Basis, NoWeight, Split
from app.fees.shared.words import usage_unit
from app.fees.terms import AreaBase
from app.meters.kinds import MeterKind
from ui.widgets.chip import Mood
from ui.widgets.columns import State

SPLITS: dict[Split, str] = {
    Split(Basis.AREA): mark("by building area"),
    Split(Basis.AREA, AreaBase.INNER): mark("by inner area"),
    Split(Basis.AREA, AreaBase.BILLING): mark("by billing area"),
    Split(Basis.UNIT): mark("by unit"),
    Split(Basis.HEADCOUNT): mark("by headcount"),
    Split(Basis.USAGE, meter_kind=MeterKind.WATER): mark("by the units' water meters"),
    Split(Basis.USAGE, meter_kind=MeterKind.ELECTRICITY): mark("by the units' power meters"),
    Split(Basis.USAGE, meter_kind=MeterKind.GAS): mark("by the units' gas meters"),
    Split(Basis.USAGE, meter_kind=MeterKind.HEAT): mark("by the units' heat meters"),
}
_PRICES = {
    Basis.AREA: mark("{price} yuan/㎡"),
    Basis.UNIT: mark("{price} yuan/unit"),
    Basis.HEADCOUNT: mark("{price} yuan/person"),
    Basis.USAGE: mark("{price} yuan/{unit}"),
}
_REASONS = {
    NoWeight.UNSOLD: mark("not sold"),
    NoWeight.NO_AREA: mark("no area"),
    NoWeight.NO_HEADCOUNT: mark("no headcount"),
    NoWeight.NO_METER: mark("no meter"),
    NoWeight.NO_USAGE: mark("no usage"),
}


def split_words(split: Split) -> str:
    """`by building area`."""
    return tr(SPLITS[split])


def unit_price_words(price: Fraction, split: Split) -> str:
    """`2.50 yuan/㎡`; with `≈` before it where six decimals are not all."""
    exact = price * 10**6
    shown = show_decimal(Decimal(int(exact + Fraction(1, 2))).scaleb(-6))
    words = tr(_PRICES[split.basis]).format(price=shown, unit=usage_unit(split.meter_kind))
    return words if exact.denominator == 1 else f"≈ {words}"


def preview_price(preview: SharedPreview) -> str:
    """The unit price of a preview."""
    return unit_price_words(Fraction(preview.total.fen, 100) / preview.weights, preview.request.split)


def reason_words(reason: NoWeight) -> str:
    """Why a unit gets no share."""
    return tr(_REASONS[reason])


def reason_state(reason: NoWeight) -> State:
    """The same as a state in a table."""
    return State(reason_words(reason), "triangle-alert", Mood.WARN)
