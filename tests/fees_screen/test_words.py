"""What terms, rates and reasons are called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.core.refusals import NotANumber, NotPositive, NumberTooLarge
from app.core.rounding import Rounding
from app.estate.kinds import UnitKind, UnitState
from app.fees.billing_plan import SkipReason
from app.fees.terms import Anchor, AreaBase, Formula, LateFeeTerms, Pays, TariffTerms
from ui.fees.tariffs.form_fields import parse_days, parse_share
from ui.fees.tariffs.rate_words import rate_words, worked_example
from ui.fees.terms_words import METHODS, ROUNDINGS, late_fee_terms_words, terms_facts
from ui.widgets.skip_words import cure_words, needs_mending, reason_state, reason_words
from ui.widgets.unit_words import KINDS, STATES


def said(terms: TariffTerms) -> dict[str, str]:
    return {fact.name: fact.words for fact in terms_facts(terms)}


def test_the_terms_of_a_tariff_are_said_in_words() -> None:
    late = LateFeeTerms(Decimal("0.0005"), grace_days=7)
    assert said(TariffTerms(Formula.AREA, Decimal("1.85"), cycle_months=3, late_fee=late)) == {
        "Price": "1.85 yuan/㎡·month × building area",
        "Cycle": "quarterly",
        "Due day": "day 5 of the first month",
        "Late fee": "0.05% a day, none up to 7 days, at most 100% of the charge",
        "Rounding": "half up to the fen",
    }


def test_what_the_form_does_not_ask_is_said_too() -> None:
    terms = TariffTerms(
        Formula.FIXED,
        Decimal(150),
        anchor=Anchor.OWN,
        due_day=31,
        pays=Pays.AFTER,
        rounding=Rounding.UP,
        rounding_unit_fen=100,
        surcharge=Decimal(5),
        minimum=Decimal(20),
    )
    assert said(terms) == {
        "Price": "150.00 yuan/month, plus 5.00 yuan/month, at least 20.00 yuan/month",
        "Cycle": "monthly, from the unit's own day",
        "Due day": "the last day, after the period",
        "Late fee": "none",
        "Rounding": "up to the yuan",
    }


def test_every_choice_has_its_words() -> None:
    assert set(KINDS) == set(UnitKind)
    assert set(STATES) == set(UnitState)
    assert set(ROUNDINGS) == {(mode, unit) for mode in Rounding for unit in (1, 10, 100)}
    assert {way.area_base for way in METHODS if way.formula is Formula.AREA} == set(AreaBase)


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        ("0.002", "2‰ = 0.20% a day, 73% a year"),
        ("0.0005", "0.5‰ = 0.05% a day, 18.25% a year"),
        ("0.0003", "0.3‰ = 0.03% a day, 10.95% a year"),
    ],
)
def test_a_rate_is_said_in_several_ways(rate: str, words: str) -> None:
    assert rate_words(Decimal(rate)) == words


def test_the_worked_example_follows_the_rule_of_grace_and_cap() -> None:
    assert worked_example(LateFeeTerms(Decimal("0.002"))).endswith(": 6.00")
    assert worked_example(LateFeeTerms(Decimal("0.002"), grace_days=30)).endswith(": 0.00")
    assert worked_example(LateFeeTerms(Decimal("0.002"), cap=Decimal("0.05"))).endswith(": 5.00")


def test_a_cap_is_shown_in_percent() -> None:
    assert late_fee_terms_words(LateFeeTerms(Decimal("0.0005"), cap=Decimal("0.3"))).endswith(
        "at most 30% of the charge"
    )


@pytest.mark.parametrize("reason", SkipReason)
def test_every_reason_has_words_and_a_cure(reason: SkipReason) -> None:
    assert reason_words(reason)
    assert cure_words(reason)
    assert reason_state(reason).icon


def test_only_missing_facts_are_amber() -> None:
    mending = {reason for reason in SkipReason if needs_mending(reason)}
    assert mending == set(SkipReason) - {
        SkipReason.UNSOLD,
        SkipReason.NOT_BEGUN,
        SkipReason.ENDED,
        SkipReason.BILLED_ALREADY,
        SkipReason.NO_USAGE,
    }


@pytest.mark.parametrize(("typed", "days"), [("0", 0), ("７", 7), (" 30 ", 30)])
def test_days_are_read_as_typed(typed: str, days: int) -> None:
    assert parse_days(typed) == days


@pytest.mark.parametrize(("typed", "kind"), [("a week", NotANumber), ("-1", NotANumber), ("366", NumberTooLarge)])
def test_days_that_make_no_sense_are_refused(typed: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        parse_days(typed)


@pytest.mark.parametrize(("typed", "share"), [("100", "1"), ("30%", "0.3"), ("24.5", "0.245")])
def test_a_share_is_typed_in_percent(typed: str, share: str) -> None:
    assert parse_share(typed) == Decimal(share)


@pytest.mark.parametrize(("typed", "kind"), [("0", NotPositive), ("1000", NumberTooLarge), ("all", NotANumber)])
def test_a_share_that_makes_no_sense_is_refused(typed: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        parse_share(typed)


def test_the_months_offered_reach_as_far_as_a_run() -> None:
    from ui.fees.runs.preview_facts import months_to_bill, next_month_to_bill

    months = months_to_bill(date(2026, 11, 20))
    assert (months[0], months[-1]) == (date(2025, 12, 1), date(2027, 12, 1))
    assert next_month_to_bill([], date(2026, 11, 20)) == date(2026, 12, 1)
