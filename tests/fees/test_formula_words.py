"""Every formula explains itself in words, and prints quantity and price on a receipt."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.fees.billing_plan import Assigned, BillableUnit, Vacancy
from app.fees.formulas import Areas
from app.fees.terms import Formula, Modifiers, TariffTerms, TierSpan
from app.fees.words.explain_words import charge_words, price_words
from app.fees.words.paper_words import PaperColumns, paper_columns
from tests.fees.charging import by_area, changed, charge_of, d, laid, metered, rises, terms, tiers

SINCE = "2026-09-30"
READ = ((SINCE, "1288"), ("2026-10-30", "1320.5"))
AREA_TIERS = terms(Formula.TIERED_AREA, tiers=tiers(("90", "1.50"), (None, "1.80")))
WATER = terms(Formula.TIERED_METERED, tiers=tiers(("216", "2.07"), (None, "4.07")), tier_span=TierSpan.YEAR)
HOME = BillableUnit(Areas(Decimal("89.50")), floor=7)


def said(case: Assigned) -> list[str]:
    charge = charge_of(case)
    return charge_words(charge.explain, charge.amount)


def printed(case: Assigned) -> PaperColumns:
    return paper_columns(charge_of(case).explain)


@pytest.mark.parametrize(
    ("case", "words", "paper"),
    [
        pytest.param(
            laid(AREA_TIERS, "2026-07-01", area="120.5"),
            ["(90.00 ㎡ × 1.50 + 30.50 ㎡ × 1.80) yuan a month × 1 month = 189.90"],
            PaperColumns("120.50 ㎡ × 1 个月", "1.50/1.80 元/㎡·月"),
            id="tiers of area",
        ),
        pytest.param(
            metered(terms(Formula.METERED, "3.2", surcharge="5"), SINCE, *READ),
            [
                "2026-09-30 – 2026-10-29: 1,320.50 − 1,288.00 = 32.50",
                "32.50 m³ × 3.20 yuan/m³ + 5.00 yuan/month × 1 month = 109.00",
            ],
            PaperColumns("1,288.00 → 1,320.50，32.50 m³", "3.20 元/m³ + 5.00 元/月"),
            id="a meter with a surcharge",
        ),
        pytest.param(
            metered(terms(Formula.METERED, "0.6", meter_kind="electricity"), SINCE, (SINCE, "99990"), ("2026-10-30", "12"),
                    multiplier="40", loss="0.05", share="1/3", rolled="2026-10-30"),
            [
                (
                    "2026-09-30 – 2026-10-29: (12.00 + 100,000.00 − 99,990.00) × 40.00 × 1.05 for loss"
                    " × 1/3 of a shared meter = 308.00"
                ),
                "308.00 kWh × 0.60 yuan/kWh = 184.80",
            ],
            PaperColumns("99,990.00 → 12.00，308.00 度", "0.60 元/度"),
            id="rolled over, multiplied, with loss, shared",
        ),
        pytest.param(
            metered(terms(Formula.METERED, "2"), "2026-10-10", (SINCE, "0"), ("2026-10-30", "30"), estimated="2026-10-30"),
            [
                "2026-09-30 – 2026-10-29: 30.00 − 0.00 = 30.00, estimated; 20 of 30 days = 20.00",
                "20.00 m³ × 2.00 yuan/m³ = 40.00",
            ],
            PaperColumns("0.00 → 30.00，20.00 m³（估读）", "2.00 元/m³"),
            id="a part of an estimated reading",
        ),
        pytest.param(
            metered(WATER, SINCE, ("2025-12-31", "0"), (SINCE, "200"), ("2026-10-30", "250")),
            [
                "2026-09-30 – 2026-10-29: 250.00 − 200.00 = 50.00",
                "200.00 m³ this year before: (16.00 m³ × 2.07 + 34.00 m³ × 4.07) yuan = 171.50",
            ],
            PaperColumns("200.00 → 250.00，50.00 m³", "2.07/4.07 元/m³"),
            id="tiers of the year",
        ),
        pytest.param(
            laid(by_area("2.00", escalation=rises("5", 1)), "2026-01-01", area="100", charged_from=d("2026-01-01"), charged_until=d("2026-03-01")),
            ["100.00 ㎡ × 2.205 yuan/㎡·month (2.00 raised by 5% 2 times) × 1 month = 220.50"],
            PaperColumns("100.00 ㎡ × 1 个月", "2.205 元/㎡·月"),
            id="escalation",
        ),
        pytest.param(
            laid(by_area("2.00"), "2026-01-01", area="100", modifiers=Modifiers(Decimal("1.2")), vacancies=(Vacancy(d("2026-01-01"), None, Decimal("0.7")),)),
            ["100.00 ㎡ × 2.00 yuan/㎡·month × 1 month × coefficient 1.20 × vacant 0.70 = 168.00"],
            PaperColumns("100.00 ㎡ × 1 个月 × 0.84", "2.00 元/㎡·月"),
            id="coefficient and vacancy",
        ),
        pytest.param(
            laid(terms(Formula.EXPRESSION, "1.85", expression="area * price + 2 * (floor - 6)"), "2026-08-01", unit=HOME),
            [
                (
                    "area * price + 2 * (floor - 6) (area = 89.50, floor = 7, price = 1.85) = 167.575 yuan/month"
                    " × 1 month = 167.575, rounded half up to the fen"
                ),
            ],
            PaperColumns("1 个月", "167.575 元/月"),
            id="an expression with its values",
        ),
        pytest.param(
            laid(changed(by_area("1", cycle_months=3, minimum="90"), "2026-08-01", by_area("0.5", cycle_months=3, minimum="90")), "2026-07-01", area="100"),
            [
                "2026-07-01 – 2026-07-31: 100.00 ㎡ × 1.00 yuan/㎡·month × 1 month = 100.00",
                "2026-08-01 – 2026-09-30: 100.00 ㎡ × 0.50 yuan/㎡·month × 2 months = 100.00",
                "together 200.00, at least 270.00",
            ],
            PaperColumns("100.00 ㎡ × 3 个月", "1.00 元/㎡·月、0.50 元/㎡·月，最低 90.00 元/月"),
            id="a minimum over the whole charge",
        ),
    ],
)  # fmt: skip
def test_a_charge_says_how_it_came_about(case: Assigned, words: list[str], paper: PaperColumns) -> None:
    assert said(case) == words
    assert printed(case) == paper


def test_parts_with_their_own_factor_are_printed_apart() -> None:
    vacancy = Vacancy(d("2026-08-01"), None, Decimal("0.5"))
    quarter = laid(by_area("1", cycle_months=3), "2026-07-01", area="90", vacancies=(vacancy,))
    assert printed(quarter).quantity == "90.00 ㎡ × 1 个月 + 90.00 ㎡ × 2 个月 × 0.50"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (by_area("1.85"), "1.85 yuan/㎡·month"),
        (terms(Formula.FIXED, "150"), "150.00 yuan/month"),
        (AREA_TIERS, "1.50 / 1.80 yuan/㎡·month"),
        (terms(Formula.METERED, "3.2"), "3.20 yuan/m³"),
        (terms(Formula.METERED, "0.6", meter_kind="heat"), "0.60 yuan/kWh"),
        (WATER, "2.07 / 4.07 yuan/m³"),
        (terms(Formula.EXPRESSION, expression="area * 2"), "area * 2 yuan/month"),
        (TariffTerms(Formula.METERED, Decimal(2)), "2.00 yuan/unit of usage"),
    ],
)
def test_the_price_of_any_tariff_is_one_phrase(what: TariffTerms, words: str) -> None:
    assert price_words(what) == words
