"""Several tenders in one payment: every fen is somewhere, and only cash is rounded or given back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import Refusal
from app.core.ids import ChargeId, UnitId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method, TenderState, state_of
from app.counter.payments.asked import ChosenLine, OneOff, TenderAsked
from app.counter.payments.refusals import (
    MoreCreditThanOwed,
    NotSoMuchCredit,
    ReferenceTwice,
    RoundedOffTooMuch,
    RoundOffNeedsApproval,
    RoundOffOfPart,
    TooManyTenders,
)
from app.counter.payments.settlement import Terms, payable_with, settle_bill
from app.counter.refusals import NoFenInCash, ReferenceSeenBefore
from app.fees.allocation_rule import LateFeeOrder, OpenLine
from app.fees.cash_rounding import CashRounding
from tests.counter.paying import pays_with, tender
from tests.office_builder import OfficeBuilder

TODAY = date(2026, 11, 20)


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    """A home that owes 165.58 for each month from August on, billed through November; 682.52 with late fees."""
    home = counter.unit("3-2-501", area="89.50")
    counter.property_fee(home)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return home


def test_c14_the_rest_that_is_left_to_cash_settles_to_the_jiao(counter: OfficeBuilder, home: UnitId) -> None:
    taken = pays_with(counter, home, [tender(Method.CARD, "400.01", "1"), tender(Method.CASH, "300")])
    assert (taken.paid, taken.change) == (Money(682_51), Money(17_50))
    assert counter.owes(home) == NOTHING
    assert counter.breaches() == []


def test_c14_four_tenders_stand_on_one_receipt_and_a_fifth_is_refused(counter: OfficeBuilder, home: UnitId) -> None:
    parts = [tender(method, "100", f"4200{place}") for place, method in enumerate(list(Method)[1:5])]
    taken = pays_with(counter, home, parts)
    facts = counter.office.receipts.facts(taken.receipt_id)
    assert [one.method for one in facts.tenders] == ["刷卡", "微信", "支付宝", "转账"]
    with pytest.raises(TooManyTenders):
        settle_bill([], [*parts, tender(Method.CASH, "1")], TODAY)
    assert counter.breaches() == []


def test_c15_every_tender_but_cash_and_credit_waits_to_be_checked(counter: OfficeBuilder, home: UnitId) -> None:
    pays_with(counter, home, [tender(Method.CASH, "100"), tender(Method.TRANSFER, "582.52", "77")])
    (waiting,) = counter.office.payments.to_check()
    assert (waiting.method, waiting.reference, waiting.amount) == (Method.TRANSFER, "77", Money(582_52))
    assert counter.office.payments.mark_checked(counter.cashier, [waiting.id]) == 1
    assert counter.office.payments.mark_checked(counter.cashier, [waiting.id]) == 0
    assert counter.office.payments.to_check() == ()


def test_c15_the_second_reference_of_a_split_is_looked_up_too(counter: OfficeBuilder, home: UnitId) -> None:
    first = pays_with(counter, home, [tender(Method.WECHAT, "100", "8891")])
    with pytest.raises(ReferenceSeenBefore) as refused:
        pays_with(counter, home, [tender(Method.CARD, "50", "1"), tender(Method.WECHAT, "50", "8891")])
    assert refused.value.receipt == first.label


def test_c15_one_reference_is_one_part_of_a_payment(counter: OfficeBuilder, home: UnitId) -> None:
    same = [tender(Method.WECHAT, "300", "8891"), tender(Method.WECHAT, "382.52", " 8891 ")]
    with pytest.raises(ReferenceTwice) as refused:
        pays_with(counter, home, same)
    assert (refused.value.method, refused.value.reference) == (Method.WECHAT, "8891")
    pays_with(counter, home, [tender(Method.WECHAT, "300", "8891"), tender(Method.CARD, "382.52", "8891")])
    assert counter.owes(home) == NOTHING


def test_c10_change_can_stay_as_credit_and_pay_the_next_bill(counter: OfficeBuilder, home: UnitId) -> None:
    taken = pays_with(counter, home, [tender(Method.CASH, "800")], keep_change=True)
    assert (taken.change, taken.credited) == (NOTHING, Money(117_48))
    counter.billed_through(2026, 12)
    (december,) = counter.office.bills.open(home).not_due
    next_bill = {"lines": (ChosenLine(december.id, december.version),), "shown_due": Money(165_58)}
    pays_with(counter, home, [tender(Method.CREDIT, "117.48"), tender(Method.WECHAT, "48.10", "5")], **next_bill)
    bill = counter.office.bills.open(home)
    assert (bill.not_due, bill.credit) == ((), NOTHING)
    assert counter.breaches() == []


def test_credit_is_taken_as_far_as_it_is_held_and_owed(counter: OfficeBuilder, home: UnitId) -> None:
    with pytest.raises(NotSoMuchCredit):
        pays_with(counter, home, [tender(Method.CREDIT, "1")])
    with pytest.raises(MoreCreditThanOwed):
        pays_with(counter, home, [tender(Method.CREDIT, "700")])


def test_a_void_gives_credit_back(counter: OfficeBuilder, home: UnitId) -> None:
    pays_with(counter, home, [tender(Method.WECHAT, "800", "1")])
    card = counter.office.fee_items.one_offs()[0]
    asked = counter.asked(home, one_offs=(OneOff(card.id, card.name, Money(20_00)),))
    taken = counter.office.payments.take(counter.cashier, replace(asked, tenders=(tender(Method.CREDIT, "20"),)))
    assert counter.office.bills.open(home).credit == Money(97_48)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.office.bills.open(home).credit == Money(117_48)
    assert counter.breaches() == []


def test_c17_rounding_off_is_a_line_up_to_the_offices_limit(counter: OfficeBuilder, home: UnitId) -> None:
    taken = pays_with(counter, home, [tender(Method.WECHAT, "682", "1")], round_off=Money(52))
    facts = counter.office.receipts.facts(taken.receipt_id)
    assert [line.amount for line in facts.lines if line.item == "抹零"] == [Money(-52)]
    assert counter.owes(home) == NOTHING
    assert counter.breaches() == []


def test_c17_more_is_rounded_off_by_a_supervisor_and_never_with_a_part(counter: OfficeBuilder, home: UnitId) -> None:
    with pytest.raises(RoundOffNeedsApproval):
        pays_with(counter, home, [tender(Method.WECHAT, "680", "1")], round_off=Money(2_52))
    with pytest.raises(RoundOffOfPart):
        pays_with(counter, home, [tender(Method.WECHAT, "600", "1")], round_off=Money(52))
    with pytest.raises(RoundedOffTooMuch):
        settle_bill(
            [OpenLine(ChargeId(1), TODAY, 1, 0, Money(50))],
            [tender(Method.CARD, "1")],
            TODAY,
            Terms(round_off=Money(50)),
        )


def test_fen_of_cash_in_a_split_are_refused_unless_they_are_the_exact_rest(
    counter: OfficeBuilder, home: UnitId
) -> None:
    with pytest.raises(NoFenInCash):
        pays_with(counter, home, [tender(Method.CARD, "600", "1"), tender(Method.CASH, "82.53")])
    taken = pays_with(counter, home, [tender(Method.CARD, "600", "1"), tender(Method.CASH, "82.52")])
    assert [one.amount for one in taken.tenders] == [Money(600_00), Money(82_50)]


tenders = st.lists(
    st.builds(TenderAsked, st.sampled_from(list(Method)), st.integers(1, 60_000).map(Money)), min_size=1, max_size=4
)
bills = st.lists(
    st.builds(
        lambda number, principal, late, days: OpenLine(
            ChargeId(number), TODAY - timedelta(days=days), 10, number, Money(principal), Money(late)
        ),
        st.integers(1, 10**6),
        st.integers(0, 30_000),
        st.integers(0, 3_000),
        st.integers(-60, 400),
    ),
    max_size=6,
    unique_by=lambda one: one.charge_id,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
@given(
    bills,
    tenders,
    st.sampled_from(list(LateFeeOrder)),
    st.sampled_from(list(CashRounding)),
    st.sampled_from([0, 0, 7, 100]).map(Money),
    st.booleans(),
)
def test_for_any_mix_of_tenders_no_fen_appears_or_vanishes(
    bill: list[OpenLine],
    parts: list[TenderAsked],
    order: LateFeeOrder,
    rounding: CashRounding,
    round_off: Money,
    keep: bool,
) -> None:
    try:
        settled = settle_bill(bill, parts, TODAY, Terms(order, rounding, round_off, keep))
    except Refusal:
        return
    cash = total(one.amount for one in settled.tenders if one.method.is_cash)
    assert total(one.amount for one in settled.tenders) == settled.received
    assert settled.received - settled.change == settled.allocated + settled.credited
    assert settled.allocated + settled.rounding + settled.still_owed == settled.due
    assert NOTHING <= settled.change <= cash
    assert settled.credited >= NOTHING
    assert settled.still_owed >= NOTHING
    assert not (keep and settled.change)
    assert settled.credit_used <= settled.payable
    if rounding is not CashRounding.OFF:
        assert all(one.amount.fen % 10 == 0 for one in settled.tenders if one.method.is_cash)
    if not round_off and not any(one.method.is_cash for one in parts):
        assert settled.rounding == NOTHING
        assert settled.payable == payable_with(settled.due, parts, rounding)


def test_the_state_of_a_tender_follows_its_method() -> None:
    waiting = [method for method in Method if state_of(method) is TenderState.TO_CHECK]
    assert waiting == [Method.CARD, Method.WECHAT, Method.ALIPAY, Method.TRANSFER, Method.CHEQUE]
