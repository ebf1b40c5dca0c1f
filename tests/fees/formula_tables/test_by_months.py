"""What months cost by every formula that counts them, on awkward days: leap days, ends of months and years, handovers.

Each month costs what `A_MONTH` says at the price before and after it changed; a row gives how many months are charged at
either, by days of the month as the money rules count them, and what that comes to.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from app.fees.billing_plan import BillableUnit
from app.fees.formulas import Areas
from app.fees.terms import AreaBase, Formula, TariffTerms
from tests.fees.charging import by_area, planned, shown, terms, tiers
from tests.fees.formula_tables.table import Row, laid_as, rounded, rows_of, rule_of

HOME = Areas(Decimal("89.50"), Decimal("70.25"), Decimal("80.1234"))
LARGE = Areas(Decimal("120.5"))
A_MONTH = {
    "building": ("89.50×1.85", "89.50×2"),
    "inner": ("70.25×1.85", "70.25×2"),
    "billing": ("80.1234×1.85", "80.1234×2"),
    "fixed": ("150", "180"),
    "tiered": ("90×1.50+30.5×1.80", "100×2+20.5×3"),
    "expression": ("70.25×1.85/3+3", "70.25×2/3+3"),
}
PRICES: dict[str, tuple[TariffTerms, TariffTerms]] = {
    "building": (by_area("1.85"), by_area("2")),
    "inner": (by_area("1.85", area_base=AreaBase.INNER), by_area("2", area_base=AreaBase.INNER)),
    "billing": (by_area("1.85", area_base=AreaBase.BILLING), by_area("2", area_base=AreaBase.BILLING)),
    "fixed": (terms(Formula.FIXED, "150"), terms(Formula.FIXED, "180")),
    "tiered": (
        terms(Formula.TIERED_AREA, tiers=tiers(("90", "1.50"), ("144", "1.80"), (None, "2.20"))),
        terms(Formula.TIERED_AREA, tiers=tiers(("100", "2"), (None, "3"))),
    ),
    "expression": (
        terms(Formula.EXPRESSION, "1.85", expression="inner_area × price ÷ 3 + headcount"),
        terms(Formula.EXPRESSION, "2", expression="inner_area × price ÷ 3 + headcount"),
    ),
}
TABLE = """
    case | the tariff lies | charged | months before | months after | building | inner | billing | fixed | tiered | expression
    a whole month                                    | from 2026-08-01                                                | 2026-08-01 2026-09-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    the whole of February in a leap year             | from 2024-02-01                                                | 2024-02-01 2024-03-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    29 February alone                                | from 2024-02-29                                                | 2024-02-29 2024-03-01 | 1/29    | 0       |    5.71 |    4.48 |    5.11 |    5.17 |    6.55 |    1.60
    until 29 February, which no longer counts        | from 2024-02-01 until 2024-02-29                               | 2024-02-01 2024-02-29 | 28/29   | 0       |  159.87 |  125.48 |  143.12 |  144.83 |  183.35 |   44.72
    28 February of a common year alone               | from 2025-02-28                                                | 2025-02-28 2025-03-01 | 1/28    | 0       |    5.91 |    4.64 |    5.29 |    5.36 |    6.78 |    1.65
    the last day of a month of 31                    | from 2026-01-31                                                | 2026-01-31 2026-02-01 | 1/31    | 0       |    5.34 |    4.19 |    4.78 |    4.84 |    6.13 |    1.49
    the last day of a month of 30                    | from 2026-04-30                                                | 2026-04-30 2026-05-01 | 1/30    | 0       |    5.52 |    4.33 |    4.94 |    5.00 |    6.33 |    1.54
    the last day of the year, then January           | from 2025-12-31                                                | 2025-12-31 2026-01-01 | 1/31    | 0       |    5.34 |    4.19 |    4.78 |    4.84 |    6.13 |    1.49
                                                     |                                                                | 2026-01-01 2026-02-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    from the last day of the year by years           | from 2025-12-31 every 12                                       | 2025-12-31 2026-01-01 | 1/31    | 0       |    5.34 |    4.19 |    4.78 |    4.84 |    6.13 |    1.49
                                                     |                                                                | 2026-01-01 2027-01-01 | 12      | 0       | 1986.90 | 1559.55 | 1778.74 | 1800.00 | 2278.80 |  555.85
    a quarter over the end of the year is two        | from 2025-11-15 until 2026-02-01 every 3                       | 2025-11-15 2026-01-01 | 16/30+1 | 0       |  253.88 |  199.28 |  227.28 |  230.00 |  291.18 |   71.03
                                                     |                                                                | 2026-01-01 2026-02-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    own months from the 31st                         | from 2026-01-31 own                                            | 2026-01-31 2026-02-28 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
                                                     |                                                                | 2026-02-28 2026-03-31 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
                                                     |                                                                | 2026-03-31 2026-04-30 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    own months from 29 February, ended inside one    | from 2024-02-29 until 2024-05-01 own                           | 2024-02-29 2024-03-29 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
                                                     |                                                                | 2024-03-29 2024-04-29 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
                                                     |                                                                | 2024-04-29 2024-05-01 | 2/30    | 0       |   11.04 |    8.66 |    9.88 |   10.00 |   12.66 |    3.09
    an own year from 29 February to 28 February      | from 2024-02-29 every 12 own                                   | 2024-02-29 2025-02-28 | 12      | 0       | 1986.90 | 1559.55 | 1778.74 | 1800.00 | 2278.80 |  555.85
    given back inside a month                        | from 2026-02-01 until 2026-02-11                               | 2026-02-01 2026-02-11 | 10/28   | 0       |   59.13 |   46.42 |   52.94 |   53.57 |   67.82 |   16.54
    the price changes on the first day of a month    | from 2026-07-01 new 2026-08-01                                 | 2026-07-01 2026-08-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
                                                     |                                                                | 2026-08-01 2026-09-01 | 0       | 1       |  179.00 |  140.50 |  160.25 |  180.00 |  261.50 |   49.83
    the price changes on the first day of a quarter  | from 2026-07-01 every 3 new 2026-07-01                         | 2026-07-01 2026-10-01 | 0       | 3       |  537.00 |  421.50 |  480.74 |  540.00 |  784.50 |  149.50
    the price changes on the second day of a quarter | from 2026-07-01 every 3 new 2026-07-02                         | 2026-07-01 2026-10-01 | 1/31    | 30/31+2 |  536.57 |  421.16 |  480.35 |  539.03 |  782.19 |  149.39
    the price changes on a middle day of a quarter   | from 2026-07-01 every 3 new 2026-08-16                         | 2026-07-01 2026-10-01 | 1+15/31 | 16/31+1 |  517.08 |  405.86 |  462.91 |  495.48 |  678.25 |  144.29
    the price changes on the last day of a quarter   | from 2026-07-01 every 3 new 2026-09-30                         | 2026-07-01 2026-10-01 | 2+29/30 | 1/30    |  497.17 |  390.24 |  445.09 |  451.00 |  572.09 |  139.08
    the price changes on the last day of a month     | from 2026-08-01 new 2026-08-31                                 | 2026-08-01 2026-09-01 | 30/31   | 1/31    |  166.01 |  130.30 |  148.62 |  150.97 |  192.21 |   46.43
    the price changes on 29 February                 | from 2024-01-01 every 3 new 2024-02-29                         | 2024-01-01 2024-04-01 | 1+28/29 | 1/29+1  |  510.61 |  400.79 |  457.12 |  481.03 |  643.77 |  142.60
    the price changes on the last day of the year    | from 2026-01-01 every 12 new 2026-12-31                        | 2026-01-01 2027-01-01 | 11+30/31 | 1/31    | 1987.33 | 1559.89 | 1779.13 | 1800.97 | 2281.11 |  555.96
    handover on the 1st, from that day               | from 2020-01-01 handover 2026-03-01 from_handover_day          | 2026-03-01 2026-04-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on the 1st, from the next month         | from 2020-01-01 handover 2026-03-01 from_next_month            | 2026-04-01 2026-05-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on the 1st, the whole month             | from 2020-01-01 handover 2026-03-01 whole_month                | 2026-03-01 2026-04-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on the 31st, from that day              | from 2020-01-01 handover 2026-03-31 from_handover_day          | 2026-03-31 2026-04-01 | 1/31    | 0       |    5.34 |    4.19 |    4.78 |    4.84 |    6.13 |    1.49
                                                     |                                                                | 2026-04-01 2026-05-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on the 31st, from the next month        | from 2020-01-01 handover 2026-03-31 from_next_month            | 2026-04-01 2026-05-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on the 31st, the whole month            | from 2020-01-01 handover 2026-03-31 whole_month                | 2026-03-01 2026-04-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on 29 February, from that day           | from 2020-01-01 handover 2024-02-29 from_handover_day          | 2024-02-29 2024-03-01 | 1/29    | 0       |    5.71 |    4.48 |    5.11 |    5.17 |    6.55 |    1.60
                                                     |                                                                | 2024-03-01 2024-04-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on 29 February, from the next month     | from 2020-01-01 handover 2024-02-29 from_next_month            | 2024-03-01 2024-04-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on 29 February, the whole month         | from 2020-01-01 handover 2024-02-29 whole_month                | 2024-02-01 2024-03-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
    handover on 29 February, by quarters             | from 2020-01-01 handover 2024-02-29 from_handover_day every 3  | 2024-02-29 2024-04-01 | 1/29+1  | 0       |  171.28 |  134.44 |  153.34 |  155.17 |  196.45 |   47.92
    handover on 31 December, from that day           | from 2020-01-01 handover 2025-12-31 from_handover_day          | 2025-12-31 2026-01-01 | 1/31    | 0       |    5.34 |    4.19 |    4.78 |    4.84 |    6.13 |    1.49
                                                     |                                                                | 2026-01-01 2026-02-01 | 1       | 0       |  165.58 |  129.96 |  148.23 |  150.00 |  189.90 |   46.32
"""
ROWS = rows_of(TABLE)
CASES = [pytest.param(row, formula, id=f"{formula}: {row.name}") for formula in PRICES for row in ROWS]


@pytest.mark.parametrize(("row", "formula"), CASES)
def test_months_cost_what_the_table_says(row: Row, formula: str) -> None:
    unit = BillableUnit(LARGE if formula == "tiered" else HOME, headcount=3)
    charges = planned(laid_as(row, unit, *PRICES[formula]), row.until, rule_of(row)).charges
    assert shown(charges) == [f"{line['charged']} {line[formula]}" for line in row.lines]


@pytest.mark.parametrize(("row", "formula"), CASES)
def test_the_table_is_worked_out_right(row: Row, formula: str) -> None:
    before, after = A_MONTH[formula]
    for line in row.lines:
        by_hand = f"({line['months before']})×({before}) + ({line['months after']})×({after})"
        assert rounded(by_hand) == Fraction(line[formula])
