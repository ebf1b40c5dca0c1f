"""A line of a charge as a document, which says only what this line has, and read back from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.core.periods import Period
from app.fees.formulas import PricedLine
from app.fees.terms import AreaBase, Escalation, Formula, Tier, TierSpan, tier_facts, tier_of


def line_facts(line: PricedLine) -> dict[str, Any]:
    """Decimals and fractions as text, choices by name."""
    facts: dict[str, Any] = {
        "first": line.period.first.isoformat(),
        "until": line.period.until.isoformat(),
        "months": str(line.months),
        "formula": line.formula.value,
        "price": str(line.price),
    }
    if line.area is not None and line.area_base is not None:
        facts |= {"area": str(line.area), "area_base": line.area_base.value}
    if line.surcharge:
        facts["surcharge"] = str(line.surcharge)
    if line.minimum:
        facts["minimum"] = str(line.minimum)
    if line.vacant is not None:
        facts["vacant"] = str(line.vacant)
    if line.escalation is not None:
        facts["escalation"] = [str(line.escalation.percent), line.escalation.every_months, line.steps]
    return facts if line.formula in (Formula.AREA, Formula.FIXED) else facts | _other_facts(line)


def _other_facts(line: PricedLine) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if line.tiers:
        facts["tiers"] = [tier_facts(tier) for tier in line.tiers]
    if line.usage is not None:
        facts |= {"usage": str(line.usage), "meter_kind": line.meter_kind}
    if line.usage is not None and line.tiers:
        facts |= {"tier_span": line.tier_span.value, "so_far": str(line.so_far)}
    if line.expression:
        facts |= {"expression": line.expression, "values": {name: str(value) for name, value in line.values}}
    return facts


def line_of(facts: Mapping[str, Any]) -> PricedLine:
    """The line that a document says."""
    percent, every, steps = facts.get("escalation", (None, 0, 0))
    return PricedLine(
        period=Period(date.fromisoformat(facts["first"]), date.fromisoformat(facts["until"])),
        months=Fraction(facts["months"]),
        formula=Formula(facts["formula"]),
        price=Decimal(facts["price"]),
        area=Decimal(facts["area"]) if "area" in facts else None,
        area_base=AreaBase(facts["area_base"]) if "area_base" in facts else None,
        surcharge=Decimal(facts.get("surcharge", 0)),
        minimum=Decimal(facts.get("minimum", 0)),
        tiers=_tiers_of(facts),
        tier_span=TierSpan(facts.get("tier_span", TierSpan.MONTH)),
        usage=Fraction(facts["usage"]) if "usage" in facts else None,
        so_far=Fraction(facts.get("so_far", 0)),
        meter_kind=facts.get("meter_kind", ""),
        escalation=None if percent is None else Escalation(Decimal(percent), int(every)),
        steps=int(steps),
        vacant=Decimal(facts["vacant"]) if "vacant" in facts else None,
        expression=facts.get("expression", ""),
        values=tuple((name, Decimal(value)) for name, value in facts.get("values", {}).items()),
    )


def _tiers_of(facts: Mapping[str, Any]) -> tuple[Tier, ...]:
    return tuple(tier_of(*said) for said in facts.get("tiers", ()))
