"""What readings cost at one price, by tiers of the month and by tiers of the year, on awkward days and handovers.

Each row is worked out beside its amount, at the prices before and after they changed: 3.20, then 4.20; by the month to 18 at
2.07, to 25 at 4.07, beyond at 6.07, then to 20 at 3 and beyond at 5; by the year to 216 at 2.07, to 300 at 4.07, beyond at
6.07, then to 216 at 3 and beyond at 5.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from app.fees.billing_plan import BillableUnit
from app.fees.formulas import Areas
from app.fees.terms import Formula, TariffTerms, TierSpan
from tests.fees.charging import METER, planned, readings, shown, terms, tiers
from tests.fees.formula_tables.table import Row, laid_as, rounded, rows_of, rule_of


def tiered(*of: tuple[str | None, str], span: TierSpan = TierSpan.MONTH) -> TariffTerms:
    return terms(Formula.TIERED_METERED, tiers=tiers(*of), tier_span=span)


PRICES: dict[str, tuple[TariffTerms, TariffTerms]] = {
    "metered": (terms(Formula.METERED, "3.2"), terms(Formula.METERED, "4.2")),
    "month": (tiered(("18", "2.07"), ("25", "4.07"), (None, "6.07")), tiered(("20", "3"), (None, "5"))),
    "year": (
        tiered(("216", "2.07"), ("300", "4.07"), (None, "6.07"), span=TierSpan.YEAR),
        tiered(("216", "3"), (None, "5"), span=TierSpan.YEAR),
    ),
}
TABLE = """
    case | the tariff lies | read | charged | tariff | worked out | amount
    a month from its last day to its last day          | from 2026-09-30                                                | 2026-09-30 0, 2026-10-31 31                  | 2026-09-30 2026-10-31 | metered | 31×3.2                                                                   |    99.20
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+6×6.07                                                    |   102.17
                                                       |                                                                |                                              |                       | year    | 31×2.07                                                                  |    64.17
    read on 29 February                                | from 2024-01-31                                                | 2024-01-31 0, 2024-02-29 29                  | 2024-01-31 2024-02-29 | metered | 29×3.2                                                                   |    92.80
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+4×6.07                                                    |    90.03
                                                       |                                                                |                                              |                       | year    | 29×2.07                                                                  |    60.03
    read from 29 February on                           | from 2024-02-29                                                | 2024-02-29 0, 2024-03-31 31                  | 2024-02-29 2024-03-31 | metered | 31×3.2                                                                   |    99.20
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+6×6.07                                                    |   102.17
                                                       |                                                                |                                              |                       | year    | 31×2.07                                                                  |    64.17
    read after a year, from 29 to 28 February          | from 2024-02-29                                                | 2024-02-29 0, 2025-02-28 365                 | 2024-02-29 2025-02-28 | metered | 365×3.2                                                                  |  1168.00
                                                       |                                                                |                                              |                       | month   | 12×(18×2.07+7×4.07)+65×6.07                                              |  1183.55
                                                       |                                                                |                                              |                       | year    | 216×2.07+84×4.07+65×6.07                                                 |  1183.55
    read on 31 December, then the next year begins     | from 2025-06-30                                                | 2025-06-30 0, 2025-12-31 300, 2026-01-31 331 | 2025-06-30 2025-12-31 | metered | 300×3.2                                                                  |   960.00
                                                       |                                                                |                                              |                       | month   | 6×(18×2.07+7×4.07)+150×6.07                                              |  1305.00
                                                       |                                                                |                                              |                       | year    | 216×2.07+84×4.07                                                         |   789.00
                                                       |                                                                |                                              | 2025-12-31 2026-01-31 | metered | 31×3.2                                                                   |    99.20
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+6×6.07                                                    |   102.17
                                                       |                                                                |                                              |                       | year    | 31×2.07                                                                  |    64.17
    read on 1 January: still the usage of the old year | from 2025-06-30                                                | 2025-06-30 0, 2025-12-31 250, 2026-01-01 260 | 2025-06-30 2025-12-31 | metered | 250×3.2                                                                  |   800.00
                                                       |                                                                |                                              |                       | month   | 6×(18×2.07+7×4.07)+100×6.07                                              |  1001.50
                                                       |                                                                |                                              |                       | year    | 216×2.07+34×4.07                                                         |   585.50
                                                       |                                                                |                                              | 2025-12-31 2026-01-01 | metered | 10×3.2                                                                   |    32.00
                                                       |                                                                |                                              |                       | month   | 10×2.07                                                                  |    20.70
                                                       |                                                                |                                              |                       | year    | 10×4.07                                                                  |    40.70
    the price changes on the first day                 | from 2026-09-30 new 2026-09-30                                 | 2026-09-30 0, 2026-10-30 30                  | 2026-09-30 2026-10-30 | metered | 30×4.2                                                                   |   126.00
                                                       |                                                                |                                              |                       | month   | 20×3+10×5                                                                |   110.00
                                                       |                                                                |                                              |                       | year    | 30×3                                                                     |    90.00
    the price changes on a middle day                  | from 2026-09-30 new 2026-10-15                                 | 2026-09-30 0, 2026-10-30 30                  | 2026-09-30 2026-10-30 | metered | 15×3.2+15×4.2                                                            |   111.00
                                                       |                                                                |                                              |                       | month   | 1/2×(18×2.07+7×4.07+5×6.07)+1/2×(20×3+10×5)                              |   103.05
                                                       |                                                                |                                              |                       | year    | 15×2.07+15×3                                                             |    76.05
    the price changes on the last day                  | from 2026-09-30 new 2026-10-29                                 | 2026-09-30 0, 2026-10-30 30                  | 2026-09-30 2026-10-30 | metered | 29×3.2+1×4.2                                                             |    97.00
                                                       |                                                                |                                              |                       | month   | 29/30×(18×2.07+7×4.07+5×6.07)+1/30×(20×3+10×5)                           |    96.56
                                                       |                                                                |                                              |                       | year    | 29×2.07+1×3                                                              |    63.03
    the price changes on the day of the later reading  | from 2026-09-30 new 2026-10-30                                 | 2026-09-30 0, 2026-10-30 30                  | 2026-09-30 2026-10-30 | metered | 30×3.2                                                                   |    96.00
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+5×6.07                                                    |    96.10
                                                       |                                                                |                                              |                       | year    | 30×2.07                                                                  |    62.10
    the price changes on 29 February                   | from 2024-01-31 new 2024-02-29                                 | 2024-01-31 0, 2024-03-01 30                  | 2024-01-31 2024-03-01 | metered | 29×3.2+1×4.2                                                             |    97.00
                                                       |                                                                |                                              |                       | month   | 29×2.07+1×3                                                              |    63.03
                                                       |                                                                |                                              |                       | year    | 29×2.07+1×3                                                              |    63.03
    the price changes on the last day of the year      | from 2025-12-01 new 2025-12-31                                 | 2025-12-01 0, 2026-01-01 31                  | 2025-12-01 2026-01-01 | metered | 30×3.2+1×4.2                                                             |   100.20
                                                       |                                                                |                                              |                       | month   | 30/31×(18×2.07+7×4.07+6×6.07)+1/31×(20×3+11×5)                           |   102.58
                                                       |                                                                |                                              |                       | year    | 30×2.07+1×3                                                              |    65.10
    the price changes where the year's tier does       | from 2025-12-31 new 2026-02-28                                 | 2025-12-31 0, 2026-01-31 210, 2026-03-31 269 | 2025-12-31 2026-01-31 | metered | 210×3.2                                                                  |   672.00
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+185×6.07                                                  |  1188.70
                                                       |                                                                |                                              |                       | year    | 210×2.07                                                                 |   434.70
                                                       |                                                                |                                              | 2026-01-31 2026-03-31 | metered | 28×3.2+31×4.2                                                            |   219.80
                                                       |                                                                |                                              |                       | month   | 28/59×(2×(18×2.07+7×4.07)+9×6.07)+31/59×(40×3+19×5)                      |   201.30
                                                       |                                                                |                                              |                       | year    | 6×2.07+22×4.07+31×5                                                      |   256.96
    given back inside a reading                        | from 2026-09-30 until 2026-10-11                               | 2026-09-30 0, 2026-10-30 30                  | 2026-09-30 2026-10-11 | metered | 11×3.2                                                                   |    35.20
                                                       |                                                                |                                              |                       | month   | 11/30×(18×2.07+7×4.07+5×6.07)                                            |    35.24
                                                       |                                                                |                                              |                       | year    | 11×2.07                                                                  |    22.77
    handover on the 1st, from that day                 | from 2020-01-01 handover 2026-03-01 from_handover_day          | 2026-02-28 0, 2026-03-31 31                  | 2026-03-01 2026-03-31 | metered | 30×3.2                                                                   |    96.00
                                                       |                                                                |                                              |                       | month   | 30/31×(18×2.07+7×4.07+6×6.07)                                            |    98.87
                                                       |                                                                |                                              |                       | year    | 30×2.07                                                                  |    62.10
    handover on the 1st, from the next month           | from 2020-01-01 handover 2026-03-01 from_next_month            | 2026-02-28 0, 2026-03-31 31, 2026-04-30 61   | 2026-04-01 2026-04-30 | metered | 29×3.2                                                                   |    92.80
                                                       |                                                                |                                              |                       | month   | 29/30×(18×2.07+7×4.07+5×6.07)                                            |    92.90
                                                       |                                                                |                                              |                       | year    | 29×2.07                                                                  |    60.03
    handover on the 1st, the whole month               | from 2020-01-01 handover 2026-03-01 whole_month                | 2026-02-28 0, 2026-03-31 31                  | 2026-03-01 2026-03-31 | metered | 30×3.2                                                                   |    96.00
                                                       |                                                                |                                              |                       | month   | 30/31×(18×2.07+7×4.07+6×6.07)                                            |    98.87
                                                       |                                                                |                                              |                       | year    | 30×2.07                                                                  |    62.10
    handover on the 31st, from that day                | from 2020-01-01 handover 2026-03-31 from_handover_day          | 2026-02-28 0, 2026-03-31 31, 2026-04-30 61   | 2026-03-31 2026-04-30 | metered | 30×3.2                                                                   |    96.00
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+5×6.07                                                    |    96.10
                                                       |                                                                |                                              |                       | year    | 30×2.07                                                                  |    62.10
    handover on the 31st, from the next month          | from 2020-01-01 handover 2026-03-31 from_next_month            | 2026-02-28 0, 2026-03-31 31, 2026-04-30 61   | 2026-04-01 2026-04-30 | metered | 29×3.2                                                                   |    92.80
                                                       |                                                                |                                              |                       | month   | 29/30×(18×2.07+7×4.07+5×6.07)                                            |    92.90
                                                       |                                                                |                                              |                       | year    | 29×2.07                                                                  |    60.03
    handover on the 31st, the whole month              | from 2020-01-01 handover 2026-03-31 whole_month                | 2026-02-28 0, 2026-03-31 31, 2026-04-30 61   | 2026-03-01 2026-03-31 | metered | 30×3.2                                                                   |    96.00
                                                       |                                                                |                                              |                       | month   | 30/31×(18×2.07+7×4.07+6×6.07)                                            |    98.87
                                                       |                                                                |                                              |                       | year    | 30×2.07                                                                  |    62.10
                                                       |                                                                |                                              | 2026-03-31 2026-04-30 | metered | 30×3.2                                                                   |    96.00
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+5×6.07                                                    |    96.10
                                                       |                                                                |                                              |                       | year    | 30×2.07                                                                  |    62.10
    handover on 29 February, from that day             | from 2020-01-01 handover 2024-02-29 from_handover_day          | 2024-01-31 0, 2024-02-29 29, 2024-03-31 60   | 2024-02-29 2024-03-31 | metered | 31×3.2                                                                   |    99.20
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+6×6.07                                                    |   102.17
                                                       |                                                                |                                              |                       | year    | 31×2.07                                                                  |    64.17
    handover on 29 February, from the next month       | from 2020-01-01 handover 2024-02-29 from_next_month            | 2024-01-31 0, 2024-02-29 29, 2024-03-31 60   | 2024-03-01 2024-03-31 | metered | 30×3.2                                                                   |    96.00
                                                       |                                                                |                                              |                       | month   | 30/31×(18×2.07+7×4.07+6×6.07)                                            |    98.87
                                                       |                                                                |                                              |                       | year    | 30×2.07                                                                  |    62.10
    handover on 29 February, the whole month           | from 2020-01-01 handover 2024-02-29 whole_month                | 2024-01-31 0, 2024-02-29 29, 2024-03-31 60   | 2024-02-01 2024-02-29 | metered | 28×3.2                                                                   |    89.60
                                                       |                                                                |                                              |                       | month   | 28/29×(18×2.07+7×4.07+4×6.07)                                            |    86.93
                                                       |                                                                |                                              |                       | year    | 28×2.07                                                                  |    57.96
                                                       |                                                                |                                              | 2024-02-29 2024-03-31 | metered | 31×3.2                                                                   |    99.20
                                                       |                                                                |                                              |                       | month   | 18×2.07+7×4.07+6×6.07                                                    |   102.17
                                                       |                                                                |                                              |                       | year    | 31×2.07                                                                  |    64.17
    handover in the year's second tier                 | from 2020-01-01 handover 2026-02-01 from_handover_day          | 2025-12-31 0, 2026-01-31 230, 2026-02-28 258 | 2026-02-01 2026-02-28 | metered | 27×3.2                                                                   |    86.40
                                                       |                                                                |                                              |                       | month   | 27/28×(18×2.07+7×4.07+3×6.07)                                            |    80.96
                                                       |                                                                |                                              |                       | year    | 27×4.07                                                                  |   109.89
"""
ROWS = rows_of(TABLE)
CASES = [pytest.param(row, formula, id=f"{formula}: {row.name}") for formula in PRICES for row in ROWS]


@pytest.mark.parametrize(("row", "formula"), CASES)
def test_readings_cost_what_the_table_says(row: Row, formula: str) -> None:
    read = [(day, value) for day, value in (one.split() for one in row.lines[0]["read"].split(", "))]
    lies = laid_as(row, BillableUnit(Areas()), *PRICES[formula])
    charges = planned(replace(lies, meter_id=METER, intervals=readings(*read)), read[-1][0], rule_of(row)).charges
    periods = [line["charged"] for line in row.lines if line["charged"]]
    amounts = [line["amount"] for line in row.lines if line["tariff"] == formula]
    assert shown(charges) == [f"{days} {amount}" for days, amount in zip(periods, amounts, strict=True)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_the_table_is_worked_out_right(row: Row) -> None:
    for line in row.lines:
        assert rounded(line["worked out"]) == Fraction(line["amount"])
