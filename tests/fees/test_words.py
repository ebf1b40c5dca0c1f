from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from app.core.money import NOTHING, Money
from app.fees.billing_plan import Assigned, BillableUnit, PlannedCharge, ValidTerms, next_charge
from app.fees.explanation import typed_explanation
from app.fees.formulas import Areas
from app.fees.handover import HandoverMonth
from app.fees.late_fees.late_fee import LateFee, Movement, late_fee
from app.fees.terms import Formula, LateFeeTerms, Modifiers, TariffTerms
from app.fees.words.explain_words import (
    charge_words,
    late_fee_words,
    price_words,
    show_exact,
    show_month_count,
    show_rate,
)
from app.fees.words.paper_words import PaperColumns, paper_columns, rate_in_words


def charge(*versions: ValidTerms, first: date = date(2026, 8, 1), **more: Modifiers) -> PlannedCharge:
    unit = BillableUnit(Areas(Decimal("89.50")))
    planned = next_charge(Assigned(unit, versions, first, **more), HandoverMonth.FROM_HANDOVER_DAY)  # type: ignore[arg-type]
    assert planned is not None
    return planned


def since(day: date, terms: TariffTerms, until: date | None = None) -> ValidTerms:
    return ValidTerms(day, until, terms)


def area(price: str, cycle: int = 1, **more: Decimal) -> TariffTerms:
    return TariffTerms(Formula.AREA, Decimal(price), cycle_months=cycle, **more)  # type: ignore[arg-type]


MONTH = charge(since(date(2020, 1, 1), area("1.85")))
QUARTER = charge(since(date(2020, 1, 1), area("1.85", 3)), first=date(2026, 7, 1))
HANDED_OVER = charge(since(date(2020, 1, 1), area("1.85")), first=date(2026, 3, 18))
PARKING = charge(
    since(date(2020, 1, 1), TariffTerms(Formula.FIXED, Decimal(150), cycle_months=3)), first=date(2026, 7, 1)
)
CHANGED = charge(
    since(date(2020, 1, 1), area("1.85", 3), date(2026, 8, 1)),
    since(date(2026, 8, 1), area("2", 3)),
    first=date(2026, 7, 1),
)


def test_a_month_explains_itself() -> None:
    words = "89.50 ㎡ × 1.85 yuan/㎡·month × 1 month = 165.575, rounded half up to the fen"
    assert charge_words(MONTH.explain, MONTH.amount) == [words]


def test_a_part_of_a_month_shows_its_fraction() -> None:
    (words,) = charge_words(HANDED_OVER.explain, HANDED_OVER.amount)
    assert words == "89.50 ㎡ × 1.85 yuan/㎡·month × 14/31 months = 74.775806…, rounded half up to the fen"


def test_a_fixed_amount_that_needs_no_rounding_says_nothing_of_it() -> None:
    assert charge_words(PARKING.explain, PARKING.amount) == ["150.00 yuan/month × 3 months = 450.00"]


def test_a_price_change_shows_both_prices_and_the_sum() -> None:
    assert charge_words(CHANGED.explain, CHANGED.amount) == [
        "2026-07-01 – 2026-07-31: 89.50 ㎡ × 1.85 yuan/㎡·month × 1 month = 165.575",
        "2026-08-01 – 2026-09-30: 89.50 ㎡ × 2.00 yuan/㎡·month × 2 months = 358.00",
        "together 523.575, rounded half up to the fen",
    ]


def test_factor_surcharge_and_minimum_are_said() -> None:
    planned = charge(
        since(date(2020, 1, 1), area("1.85", surcharge=Decimal(5), minimum=Decimal(80))),
        modifiers=Modifiers(vacant_factor=Decimal("0.7")),
    )
    (words,) = charge_words(planned.explain, planned.amount)
    assert words == (
        "89.50 ㎡ × 1.85 yuan/㎡·month × 1 month × vacant 0.70 + 5.00 yuan/month × 1 month"
        " = 120.9025, at least 80.00, rounded half up to the fen"
    )
    assert paper_columns(planned.explain) == PaperColumns(
        "89.50 ㎡ × 1 个月 × 0.70", "1.85 元/㎡·月 + 5.00 元/月，最低 80.00 元/月"
    )


def test_a_typed_amount_says_so() -> None:
    assert charge_words(typed_explanation(), Money(2000)) == ["typed by hand"]
    assert paper_columns(typed_explanation()) == PaperColumns("", "")


def test_a_receipt_prints_quantity_and_price_in_chinese() -> None:
    assert paper_columns(QUARTER.explain) == PaperColumns("89.50 ㎡ × 3 个月", "1.85 元/㎡·月")
    assert paper_columns(HANDED_OVER.explain) == PaperColumns("89.50 ㎡ × 14/31 个月", "1.85 元/㎡·月")
    assert paper_columns(PARKING.explain) == PaperColumns("3 个月", "150.00 元/月")
    assert paper_columns(CHANGED.explain) == PaperColumns("89.50 ㎡ × 3 个月", "1.85 元/㎡·月、2.00 元/㎡·月")


def fee(day: date, *movements: Movement, amount: int = 49673, grace: int = 0, already: Money = NOTHING) -> LateFee:
    terms = LateFeeTerms(Decimal("0.0005"), grace)
    return late_fee(terms, Money(amount), date(2026, 7, 5), movements, already, day)


def test_a_late_fee_shows_its_formula() -> None:
    words = "496.73 yuan × 141 days × 0.05% a day (2026-07-05 → 2026-11-23) = 35.019465, rounded half up to the fen"
    late = fee(date(2026, 11, 23))
    assert late_fee_words(late) == words
    assert late.owed == Money(3502)
    assert paper_columns(late.to_facts()) == PaperColumns("496.73 元 × 141 天", "每日万分之五")


def test_a_late_fee_after_a_part_payment_shows_both_balances() -> None:
    late = fee(date(2026, 9, 3), Movement(date(2026, 8, 4), Money(-40000)), amount=100000, already=Money(400))
    assert late_fee_words(late) == (
        "(1,000.00 yuan × 30 days + 600.00 yuan × 30 days) × 0.05% a day (2026-07-05 → 2026-09-03) = 24.00,"
        " less 4.00 before"
    )
    assert paper_columns(late.to_facts()).quantity == "1,000.00 元 × 30 天 + 600.00 元 × 30 天"


def test_a_late_fee_whose_principal_was_paid_names_the_days_up_to_that_payment() -> None:
    late = fee(date(2026, 9, 3), Movement(date(2026, 8, 4), Money(-49673)))
    assert "496.73 yuan × 30 days" in late_fee_words(late)
    assert "(2026-07-05 → 2026-08-04)" in late_fee_words(late)


def test_a_capped_late_fee_says_the_cap() -> None:
    assert late_fee_words(fee(date(2036, 7, 5))).endswith(", at most 496.73")


def test_no_late_fee_within_the_grace_says_so() -> None:
    assert late_fee_words(fee(date(2026, 7, 8), grace=7)) == "no late fee up to 2026-07-08"


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        ("0.0005", "每日万分之五"),
        ("0.002", "每日千分之二"),
        ("0.003", "每日千分之三"),
        ("0.0015", "每日万分之十五"),
        ("0.0021", "每日万分之二十一"),
        ("0.01", "每日千分之十"),
        ("0.00045", "每日 0.045%"),
    ],
)
def test_a_rate_is_written_as_contracts_write_it(rate: str, words: str) -> None:
    assert rate_in_words(Decimal(rate)) == words


def test_the_price_of_a_tariff_is_one_phrase() -> None:
    assert price_words(area("1.8545")) == "1.8545 yuan/㎡·month"
    assert price_words(TariffTerms(Formula.FIXED, Decimal(150))) == "150.00 yuan/month"


def test_exact_values_and_months_are_shown_as_far_as_they_end() -> None:
    assert show_exact(Fraction("0.1")) == "0.10"
    assert show_exact(Fraction(1, 3)) == "0.333333…"
    assert [show_month_count(Fraction(n, 31)) for n in (31, 14, 237)] == ["1", "14/31", "7 20/31"]
    assert show_rate(Decimal("0.0005")) == "0.05%"
