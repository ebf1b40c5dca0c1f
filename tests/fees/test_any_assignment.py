"""What holds for any assignment: its periods tile time, its parts sum to the whole, and no later price touches them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from app.core.periods import CALENDAR, MonthGrid, Period
from app.fees.billing_plan import Assigned, PlannedCharge, ValidTerms, begins, plan
from app.fees.charge_lines import lines_by_months
from app.fees.explanation import exact_of, recompute
from app.fees.formulas import exact_sum
from app.fees.handover import HandoverMonth
from app.fees.terms import Pays, TariffTerms
from tests.fees.any_assignment import BEGIN, BY_METER, END, any_assignment, any_metered, any_terms, days
from tests.fees.charging import FROM_DAY

rules = st.sampled_from(HandoverMonth)
FAR = date(2032, 1, 1)


def charges_of(case: Assigned, until: date = END, rule: HandoverMonth = FROM_DAY) -> tuple[PlannedCharge, ...]:
    return plan(case, until, rule).charges


def ends_of(case: Assigned) -> list[date]:
    return [end for end in (case.until, case.versions[-1].until) if end is not None]


@given(any_assignment(), rules)
def test_periods_tile_time_without_gap_or_overlap(case: Assigned, rule: HandoverMonth) -> None:
    charges, first = charges_of(case, END, rule), begins(case, rule)
    for one, following in pairwise(charges):
        assert one.period.until == following.period.first
    for charge in charges:
        assert recompute(charge.explain) == charge.amount
        inner = [line["first"] for line in charge.explain["lines"]] + [str(charge.period.until)]
        assert inner[0] == str(charge.period.first)
        assert [line["until"] for line in charge.explain["lines"]] == inner[1:]
    if charges:
        assert charges[0].period.first == first
        assert all(charges[-1].period.until <= end for end in ends_of(case))


@given(any_assignment(), rules)
def test_a_run_leaves_no_day_open_that_it_should_charge(case: Assigned, rule: HandoverMonth) -> None:
    """Paid before use, all up to its end; after use, all but the period that is not over."""
    charges, first = charges_of(case, END, rule), begins(case, rule)
    if first >= min(END, *ends_of(case), END):
        assert all(one.period.first >= END for one in charges)
        return
    reached = charges[-1].period.until if charges else first
    due = [
        one.terms.pays for one in case.versions if one.first <= reached and (one.until is None or reached < one.until)
    ]
    assert reached >= min(END, *ends_of(case), END) or due == [Pays.AFTER]


@given(any_assignment(), days, rules)
def test_two_runs_charge_what_one_run_would(case: Assigned, cut: date, rule: HandoverMonth) -> None:
    whole, early = charges_of(case, END, rule), charges_of(case, cut, rule)
    assert early == whole[: len(early)]
    if not early:
        return
    assert early + charges_of(then_charged(case, early), END, rule) == whole
    assert charges_of(then_charged(case, early), cut, rule) == ()


@given(any_metered(), days)
def test_two_runs_by_meter_charge_what_one_run_would(case: Assigned, cut: date) -> None:
    whole, early = charges_of(case, FAR), charges_of(case, cut)
    assert early == whole[: len(early)]
    if not early:
        return
    assert early + charges_of(then_charged(case, early), FAR) == whole
    assert charges_of(then_charged(case, early), cut) == ()


def then_charged(case: Assigned, charges: Sequence[PlannedCharge]) -> Assigned:
    return replace(case, charged_from=charges[0].period.first, charged_until=charges[-1].period.until)


@given(any_metered())
def test_readings_are_charged_one_after_another_and_every_use_once(case: Assigned) -> None:
    charges = charges_of(case, FAR)
    used = sum((Fraction(line["usage"]) for one in charges for line in one.explain["lines"]), Fraction(0))
    spans = [(max(one.first, case.first), one) for one in case.intervals if one.until > case.first]
    ends = min([FAR, *ends_of(case)])
    whole = sum(
        (
            one.usage * max((min(one.until, ends) - first).days, 0) / (one.until - one.first).days
            for first, one in spans
        ),
        Fraction(0),
    )
    assert used == whole
    for one, following in pairwise(charges):
        assert one.period.until <= following.period.first
    assert all(recompute(one.explain) == one.amount for one in charges)


@given(any_assignment(), st.lists(st.integers(1, 400), min_size=1, max_size=5), st.booleans())
def test_the_parts_of_any_span_sum_to_the_whole_before_rounding(case: Assigned, lengths: list[int], own: bool) -> None:
    """By one convention and one grid, whatever else changes inside: price, formula, vacancy, growth, surcharge."""
    one_way = case.versions[0].terms.convention
    alike = [
        replace(
            one, until=None if one is case.versions[-1] else one.until, terms=replace(one.terms, convention=one_way)
        )
        for one in case.versions
    ]
    case, grid = replace(case, versions=alike, until=None), MonthGrid(case.first) if own else CALENDAR
    cuts = [case.first]
    for length in lengths:
        cuts.append(cuts[-1] + timedelta(length))

    def exact(first: date, until: date) -> Fraction:
        return exact_sum(lines_by_months(case, Period(first, until), grid), case.modifiers)

    assert sum((exact(*span) for span in pairwise(cuts)), Fraction(0)) == exact(cuts[0], cuts[-1])


@given(any_metered(), st.data())
def test_at_a_takeover_inside_readings_both_together_pay_the_whole(case: Assigned, data: st.DataObject) -> None:
    """One price, for later ones begin on days and so does the surcharge; every formula by meter, the year's tiers too."""
    terms = case.versions[0].terms
    assume(charges_of(replace(case, versions=[ValidTerms(BEGIN, None, terms)], intervals=case.intervals[:1]), FAR))
    case = replace(case, versions=[ValidTerms(date(1990, 1, 1), None, replace(terms, escalation=None))])
    (reading, *_), first = case.intervals, max(case.first, case.intervals[0].first)
    assume((reading.until - first).days > 1)
    takeover = first + timedelta(data.draw(st.integers(1, (reading.until - first).days - 1)))
    case = replace(case, intervals=(reading,))

    def exact(one: Assigned) -> Fraction:
        return sum((exact_of(each.explain) for each in charges_of(one, FAR)), Fraction(0))

    both = exact(replace(case, until=takeover)) + exact(replace(case, first=takeover))
    assert both == exact(case)


@given(any_assignment(), days, any_terms())
def test_a_later_price_never_touches_an_earlier_period(case: Assigned, change: date, after: TariffTerms) -> None:
    untouched = [one for one in charges_of(case) if one.period.until <= change]
    assert list(charges_of(changed_on(case, change, after))[: len(untouched)]) == untouched


@given(any_metered(), days, any_terms(BY_METER))
def test_a_later_price_never_touches_an_earlier_reading(case: Assigned, change: date, after: TariffTerms) -> None:
    untouched = [one for one in charges_of(case, FAR) if one.period.until <= change]
    assert list(charges_of(changed_on(case, change, after), FAR)[: len(untouched)]) == untouched


def changed_on(case: Assigned, change: date, after: TariffTerms) -> Assigned:
    """The same with other terms from a day on, whatever was to hold from then."""
    before = [one for one in case.versions if one.first < change]
    kept = [replace(one, until=change if one is before[-1] else one.until) for one in before]
    return replace(case, versions=[*kept, ValidTerms(change, None, after)])
