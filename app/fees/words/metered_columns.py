"""Readings and usage of a metered charge as a receipt prints them: Chinese always, as papers are."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from app.core.show import show_decimal
from app.fees.explained_readings import ReadSpan
from app.fees.formulas import PricedLine
from app.fees.words.figure_words import show_exact

_UNITS = {"water": "m³", "electricity": "度", "gas": "m³", "heat": "kWh"}


def paper_unit(meter_kind: str) -> str:
    """What a meter of this kind counts."""
    return _UNITS.get(meter_kind, "单位")


def metered_quantity(lines: Sequence[PricedLine], spans: Sequence[ReadSpan]) -> str:
    """`1,288.00 → 1,320.50，32.50 m³`; only the usage where a device was replaced in between."""
    used = sum((line.usage or Fraction(0) for line in lines), Fraction(0))
    usage = f"{show_exact(used)} {paper_unit(lines[0].meter_kind)}"
    if any(span.estimated for span in spans):
        usage += "（估读）"
    if len({part.number for span in spans for part in span.parts}) > 1:
        return usage
    before, now = spans[0].parts[0].before, spans[-1].parts[-1].now
    return f"{show_decimal(before)} → {show_decimal(now)}，{usage}"
