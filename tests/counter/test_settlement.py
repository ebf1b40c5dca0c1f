"""What one payment does to a bill, to the fen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import ChargeId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import paid_by
from app.counter.payments.refusals import MoreCreditThanOwed
from app.counter.payments.settlement import Terms, settle_bill
from app.counter.refusals import NoFenInCash, NothingReceived, NothingToTake
from app.fees.allocation_rule import LateFeeOrder, OpenLine
from app.fees.cash_rounding import CashRounding

TODAY = date(2026, 11, 20)


def line(number: int, principal: int, late_fee: int = 0, due_on: date = date(2026, 8, 5)) -> OpenLine:
    return OpenLine(ChargeId(number), due_on, 10, number, Money(principal), Money(late_fee))


# the drawn bill: four months of property fee and one of water, 712.02 principal and 20.20 late fee
BILL = [
    line(1, 16558, 886, date(2026, 8, 5)),
    line(2, 16558, 629, date(2026, 9, 5)),
    line(3, 16558, 381, date(2026, 10, 5)),
    line(4, 4970, 0, date(2026, 10, 25)),
    line(5, 16558, 124, date(2026, 11, 5)),
]


def test_exact_cash_is_settled_to_the_jiao_and_the_two_fen_are_a_line_of_their_own() -> None:
    settled = settle_bill(BILL, paid_by(Method.CASH, Money(73222)), TODAY)
    assert (settled.received, settled.change, settled.rounding) == (Money(73220), NOTHING, Money(2))
    assert settled.still_owed == NOTHING
    assert settled.allocated == Money(73220)


def test_eight_hundred_in_cash_gives_67_80_change() -> None:
    assert settle_bill(BILL, paid_by(Method.CASH, Money(80000)), TODAY).change == Money(6780)


def test_the_fen_that_cash_has_not_are_never_taken_from_money_held_for_others() -> None:
    deposit = replace(line(6, 50000), held=True)
    settled = settle_bill([*BILL, deposit], paid_by(Method.CASH, Money(123222)), TODAY)
    assert [(off.charge_id, off.amount) for off in settled.rounding_off] == [(ChargeId(5), Money(2))]
    few_fen = settle_bill([line(1, 3), deposit], paid_by(Method.CASH, Money(50003)), TODAY)
    assert [part.principal for part in few_fen.parts] == [NOTHING, Money(50000)]


def test_wechat_pays_to_the_fen() -> None:
    settled = settle_bill(BILL, paid_by(Method.WECHAT, Money(73222)), TODAY)
    assert (settled.rounding, settled.change, settled.credited, settled.still_owed) == (NOTHING,) * 4


def test_what_wechat_pays_over_the_due_goes_to_credit_and_never_back_in_cash() -> None:
    settled = settle_bill(BILL, paid_by(Method.WECHAT, Money(80000)), TODAY)
    assert (settled.credited, settled.change) == (Money(6778), NOTHING)


def test_a_part_payment_meets_the_oldest_principals_first() -> None:
    settled = settle_bill(BILL, paid_by(Method.CASH, Money(40000)), TODAY)
    assert [part.principal.fen for part in settled.parts] == [16558, 16558, 6884, 0, 0]
    assert total(part.late_fee for part in settled.parts) == NOTHING
    assert settled.still_owed == Money(33222)


def test_principal_only_leaves_the_late_fee_out_of_the_due() -> None:
    settled = settle_bill(BILL, paid_by(Method.CARD, Money(71202)), TODAY, Terms(LateFeeOrder.PRINCIPAL_ONLY))
    assert (settled.due, settled.still_owed) == (Money(71202), NOTHING)


def test_fen_in_cash_are_refused_with_the_nearest_sum_that_can_be_counted_out() -> None:
    with pytest.raises(NoFenInCash) as refused:
        settle_bill(BILL, paid_by(Method.CASH, Money(50003)), TODAY)
    assert refused.value.nearest == Money(50000)


def test_nothing_chosen_and_nothing_received_are_refused() -> None:
    with pytest.raises(NothingToTake):
        settle_bill([], paid_by(Method.CASH, Money(100)), TODAY)
    with pytest.raises(NothingReceived):
        settle_bill(BILL, paid_by(Method.CASH, NOTHING), TODAY)


def test_four_fen_in_cash_are_nothing_that_can_be_taken() -> None:
    with pytest.raises(NothingToTake):
        settle_bill([line(1, 4)], paid_by(Method.CASH, Money(4)), TODAY)


def test_half_a_jiao_goes_up_where_the_office_says_so() -> None:
    settled = settle_bill(
        [line(1, 10006)], paid_by(Method.CASH, Money(10006)), TODAY, Terms(cash_rounding=CashRounding.HALF_UP)
    )
    assert (settled.received, settled.rounding) == (Money(10010), Money(-4))
    assert settled.parts[0].principal == Money(10010)


amounts = st.integers(0, 30_000)
bills = st.lists(
    st.builds(
        lambda number, principal, late, days: line(number, principal, late, TODAY - timedelta(days=days)),
        st.integers(1, 10**6),
        amounts,
        amounts,
        st.integers(-60, 400),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda one: one.charge_id,
)


@given(
    bills,
    st.integers(1, 200_000),
    st.sampled_from(list(Method)),
    st.sampled_from(list(LateFeeOrder)),
    st.sampled_from(list(CashRounding)),
)
def test_for_any_payment_no_fen_appears_or_vanishes(
    bill: list[OpenLine], received: int, method: Method, order: LateFeeOrder, rounding: CashRounding
) -> None:
    try:
        settled = settle_bill(bill, paid_by(method, Money(received)), TODAY, Terms(order, rounding))
    except (NothingToTake, NoFenInCash, MoreCreditThanOwed):
        return
    assert settled.received - settled.change == settled.allocated + settled.credited
    assert settled.allocated + settled.rounding + settled.still_owed == settled.due
    assert settled.still_owed >= NOTHING
    assert settled.change >= NOTHING
    assert settled.credited >= NOTHING
    assert not (method.is_cash and settled.credited)
    if method.is_cash and rounding is not CashRounding.OFF:
        assert settled.received.fen % 10 == settled.change.fen % 10 == 0
    offs = {(off.charge_id, off.late_fee): off.amount for off in settled.rounding_off}
    for part in settled.parts:
        asked = next(one for one in bill if one.charge_id == part.charge_id)
        assert NOTHING <= part.principal + offs.get((part.charge_id, False), NOTHING) <= asked.principal
        assert NOTHING <= part.late_fee + offs.get((part.charge_id, True), NOTHING) <= asked.late_fee
