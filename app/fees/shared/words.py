"""How a share of a common cost came about: in words for the screen, and in the columns of a receipt."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from app.core.language import tr, tr_n
from app.core.money import Money
from app.core.rounding import exact_yuan
from app.core.show import show_decimal, show_money
from app.fees.shared.explained import SharedFacts
from app.fees.shared.rule import Basis, Split
from app.meters.kinds import MeterKind

_PAPER_AREA = "㎡"
_PAPER_UNITS = {Basis.UNIT: "户", Basis.HEADCOUNT: "人"}
_PAPER_USAGE = {MeterKind.WATER: "m³", MeterKind.ELECTRICITY: "度", MeterKind.GAS: "m³", MeterKind.HEAT: "kWh"}


def show_weight(weight: Fraction, split: Split) -> str:
    """A weight by itself: areas with two decimals at least, what does not end with six and an ellipsis."""
    least = 2 if split.basis is Basis.AREA else 0
    for places in range(5):
        scaled = weight * 10**places
        if scaled.denominator == 1:
            return show_decimal(Decimal(scaled.numerator).scaleb(-places), least)
    return f"{show_decimal(Decimal(int(weight * 10**6)).scaleb(-6), 6)}…"


def weight_words(weight: Fraction, split: Split) -> str:
    """`89.35 ㎡`, `1 unit`, `3 people`, `12.5 m³`."""
    shown = show_weight(weight, split)
    if split.basis is Basis.AREA:
        return f"{shown} ㎡"
    if split.basis is Basis.UNIT:
        return tr_n("{n} unit", "{n} units", int(weight)).format(n=f"{int(weight):,}")
    if split.basis is Basis.HEADCOUNT:
        return tr_n("{n} person", "{n} people", int(weight)).format(n=f"{int(weight):,}")
    return f"{shown} {usage_unit(split.meter_kind)}"


def usage_unit(kind: MeterKind) -> str:
    """What a meter of this kind counts."""
    return "m³" if kind in (MeterKind.WATER, MeterKind.GAS) else "kWh"


def share_words(facts: SharedFacts, amount: Money) -> list[str]:
    """`560.00 yuan × 89.35 ㎡ ÷ 265.55 ㎡ = 188.424025…, the last fen by the largest remainder`."""
    exact = facts.exact
    words = tr("{title}: {total} yuan × {weight} ÷ {weights} = {exact}").format(
        title=facts.title,
        total=show_money(facts.total),
        weight=weight_words(facts.weight, facts.split),
        weights=weight_words(facts.base, facts.split),
        exact=_show_exact(exact),
    )
    if exact != exact_yuan(amount):
        rounded = tr("rounded up: one of the last fen") if facts.extra else tr("rounded down")
        words += tr(", {note}").format(note=rounded)
    if facts.metered is None:
        return [words]
    total = tr("{usage} × {price} yuan = {total} yuan").format(
        usage=show_decimal(facts.metered.usage, 0),
        price=show_decimal(facts.metered.price),
        total=show_money(facts.total),
    )
    return [total, words]


def _show_exact(value: Fraction) -> str:
    scaled = value * 10**6
    shown = show_decimal(Decimal(int(scaled)).scaleb(-6), 2 if scaled.denominator == 1 else 6)
    return shown if scaled.denominator == 1 else f"{shown}…"


def paper_weight(weight: Fraction, split: Split) -> str:
    """As papers print it: `89.35 ㎡`, `1 户`, `3 人`, `12.5 度`."""
    return f"{show_weight(weight, split)} {paper_unit(split)}"


def paper_unit(split: Split) -> str:
    """What is counted, as papers print it."""
    if split.basis is Basis.AREA:
        return _PAPER_AREA
    return _PAPER_USAGE[split.meter_kind] if split.basis is Basis.USAGE else _PAPER_UNITS[split.basis]


def share_columns(facts: SharedFacts) -> tuple[str, str]:
    """Quantity and price of a receipt's line: `89.35 ㎡` and `560.00 元 ÷ 265.55 ㎡`."""
    base = paper_weight(facts.base, facts.split)
    return paper_weight(facts.weight, facts.split), f"{show_money(facts.total)} 元 ÷ {base}"
