"""The facts by which a charge explains itself, stored with it, and from which its amount is computed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from app.core.money import Money
from app.core.periods import CALENDAR, Convention, MonthGrid, months_between
from app.core.rounding import Rounding, round_to_fen
from app.fees.explained_lines import line_facts, line_of
from app.fees.explained_readings import check_usage, readings_facts
from app.fees.formulas import PricedLine, exact_sum
from app.fees.mandate import Mandate
from app.fees.repair_explained import REPAIR_LINE, RepairLine
from app.fees.shared.explained import SHARED, recompute_share
from app.fees.terms import Modifiers, TariffTerms
from app.fees.usage import UnitUsage

Explanation = Mapping[str, Any]


def explain_lines(lines: Sequence[PricedLine], modifiers: Modifiers, terms: TariffTerms) -> dict[str, Any]:
    """The facts of a computed charge: its lines, the unit's own factors, and how it was rounded."""
    facts: dict[str, Any] = {
        "kind": "computed",
        "lines": [line_facts(line) for line in lines],
        "rounding": terms.rounding.value,
        "rounding_unit_fen": terms.rounding_unit_fen,
    }
    if any(line.minimum for line in lines):
        facts["minimum_of"] = "charge"  # the first charges counted it line by line
    changed = modifiers.to_facts()
    return facts | {"modifiers": changed} if changed else facts


def explain_months(grid: MonthGrid, convention: Convention) -> dict[str, Any]:
    """How the months of the lines were counted."""
    return {"grid": "calendar" if grid is CALENDAR else grid.origin.isoformat(), "convention": convention.value}


def explain_readings(readings: Sequence[UnitUsage]) -> dict[str, Any]:
    """Between which readings the usage of the lines lies."""
    return {"readings": readings_facts(readings)}


def explain_mandates(mandates: Sequence[Mandate]) -> dict[str, Any]:
    """On what the extras of money held for others rest; nothing for the office's own."""
    return {"mandates": [one.to_facts() for one in mandates]} if mandates else {}


def mandates_of(explain: Explanation) -> tuple[Mandate, ...]:
    """The mandates on which the extras of a computed charge rest."""
    return tuple(Mandate.from_facts(facts) for facts in explain.get("mandates", ()))


def lines_of(explain: Explanation) -> tuple[PricedLine, ...]:
    """The lines of a computed charge."""
    return tuple(line_of(facts) for facts in explain["lines"])


def modifiers_of(explain: Explanation) -> Modifiers:
    """The unit's own factors, as they were when it was charged."""
    return Modifiers.from_facts(explain.get("modifiers", {}))


def grid_of(explain: Explanation) -> MonthGrid:
    """The grid on which the months were counted."""
    said = explain["grid"]
    return CALENDAR if said == "calendar" else MonthGrid(date.fromisoformat(said))


def exact_of(explain: Explanation) -> Fraction:
    """The amount in yuan before it was rounded. Raises NotComputable where an expression gives nothing."""
    lines, modifiers = lines_of(explain), modifiers_of(explain)
    if "minimum_of" in explain:
        return exact_sum(lines, modifiers)
    return sum((exact_sum([line], modifiers) for line in lines), Fraction(0))


def recompute(explain: Explanation) -> Money | None:
    """The amount computed anew from the facts, months and usage counted again; None for amounts that were typed.

    Raises ValueError where months or usage do not follow from days and readings.
    """
    if explain["kind"] == "late_fee":
        return _late_fee_again(explain)
    if explain["kind"] == SHARED:
        return recompute_share(explain)
    if explain["kind"] == REPAIR_LINE:
        return RepairLine.from_facts(explain).amount
    if explain["kind"] != "computed":
        return None
    lines = lines_of(explain)
    if "readings" in explain:
        check_usage(lines, explain["readings"])
    else:
        _check_months(lines, grid_of(explain), Convention(explain["convention"]))
    return round_to_fen(exact_of(explain), Rounding(explain["rounding"]), explain["rounding_unit_fen"])


def _check_months(lines: Sequence[PricedLine], grid: MonthGrid, convention: Convention) -> None:
    for line in lines:
        if months_between(line.period.first, line.period.until, grid, convention) != line.months:
            msg = f"{line.months} months do not follow from {line.period}"
            raise ValueError(msg)


def _late_fee_again(explain: Explanation) -> Money:
    from_days = sum(line["balance"] * line["days"] for line in explain["lines"])
    exact = min(Fraction(explain["daily_rate"]) * Fraction(from_days, 100), Fraction(explain["most"], 100))
    owed = round_to_fen(exact) - Money(explain["already"])
    return min(owed, Money(explain["part"])) if "part" in explain else owed


def typed_explanation() -> dict[str, Any]:
    """The facts of an amount that a person typed."""
    return {"kind": "typed"}
