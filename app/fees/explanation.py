"""The facts by which a charge explains itself, stored with it, and from which its amount is computed again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.core.money import Money
from app.core.periods import CALENDAR, Convention, MonthGrid, Period, months_between
from app.core.rounding import Rounding, round_to_fen
from app.fees.formulas import PricedLine, exact_sum
from app.fees.shared_explained import SHARED, recompute_share
from app.fees.terms import AreaBase, Formula, Modifiers

Explanation = Mapping[str, Any]


def explain_lines(
    lines: tuple[PricedLine, ...],
    modifiers: Modifiers,
    grid: MonthGrid,
    convention: Convention,
    rounding: tuple[Rounding, int],
) -> dict[str, Any]:
    """The facts of a computed charge: its lines, how its months were counted, how it was rounded."""
    facts: dict[str, Any] = {
        "kind": "computed",
        "lines": [_line_facts(line) for line in lines],
        "grid": "calendar" if grid is CALENDAR else grid.origin.isoformat(),
        "convention": convention.value,
        "rounding": rounding[0].value,
        "rounding_unit_fen": rounding[1],
    }
    changed = modifiers.to_facts()
    return facts | {"modifiers": changed} if changed else facts


def _line_facts(line: PricedLine) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "first": line.period.first.isoformat(),
        "until": line.period.until.isoformat(),
        "months": str(line.months),
        "formula": line.formula.value,
        "price": str(line.price),
    }
    if line.area is not None and line.area_base is not None:
        facts |= {"area": str(line.area), "area_base": line.area_base.value}
    extras = {"surcharge": line.surcharge, "minimum": line.minimum}
    return facts | {name: str(value) for name, value in extras.items() if value}


def lines_of(explain: Explanation) -> tuple[PricedLine, ...]:
    """The lines of a computed charge."""
    return tuple(_line_of(facts) for facts in explain["lines"])


def _line_of(facts: Explanation) -> PricedLine:
    return PricedLine(
        period=Period(date.fromisoformat(facts["first"]), date.fromisoformat(facts["until"])),
        months=Fraction(facts["months"]),
        formula=Formula(facts["formula"]),
        price=Decimal(facts["price"]),
        area=Decimal(facts["area"]) if "area" in facts else None,
        area_base=AreaBase(facts["area_base"]) if "area_base" in facts else None,
        surcharge=Decimal(facts.get("surcharge", 0)),
        minimum=Decimal(facts.get("minimum", 0)),
    )


def modifiers_of(explain: Explanation) -> Modifiers:
    """The unit's own factors, as they were when it was charged."""
    return Modifiers.from_facts(explain.get("modifiers", {}))


def grid_of(explain: Explanation) -> MonthGrid:
    """The grid on which the months were counted."""
    said = explain["grid"]
    return CALENDAR if said == "calendar" else MonthGrid(date.fromisoformat(said))


def exact_of(explain: Explanation) -> Fraction:
    """The amount in yuan before it was rounded."""
    return exact_sum(lines_of(explain), modifiers_of(explain))


def recompute(explain: Explanation) -> Money | None:
    """The amount computed anew from the facts, months counted again; None for amounts that were typed.

    Raises ValueError where the months do not follow from the days.
    """
    if explain["kind"] == "late_fee":
        return _late_fee_again(explain)
    if explain["kind"] == SHARED:
        return recompute_share(explain)
    if explain["kind"] != "computed":
        return None
    grid, convention = grid_of(explain), Convention(explain["convention"])
    for line in lines_of(explain):
        if months_between(line.period.first, line.period.until, grid, convention) != line.months:
            msg = f"{line.months} months do not follow from {line.period}"
            raise ValueError(msg)
    return round_to_fen(exact_of(explain), Rounding(explain["rounding"]), explain["rounding_unit_fen"])


def _late_fee_again(explain: Explanation) -> Money:
    from_days = sum(line["balance"] * line["days"] for line in explain["lines"])
    exact = min(Fraction(explain["daily_rate"]) * Fraction(from_days, 100), Fraction(explain["most"], 100))
    owed = round_to_fen(exact) - Money(explain["already"])
    return min(owed, Money(explain["part"])) if "part" in explain else owed


def typed_explanation() -> dict[str, Any]:
    """The facts of an amount that a person typed."""
    return {"kind": "typed"}
