"""Wrong money goes back: what it paid is owed again, never more than the receipt took."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.access.refusals import NotPermitted
from app.core.ids import UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff
from app.counter.refunds.asked import RefundKind, ReturnLine
from app.counter.refunds.refusals import (
    AccountMissing,
    NotEnoughCash,
    NotToRefund,
    PaidSince,
    RefundAboveRest,
    RefundChanged,
    RefundedBefore,
    RefundReasonMissing,
    TakerMissing,
)
from app.counter.refusals import NoOpenShift
from tests.closing import close_shift
from tests.refunds.refund_office import RefundOffice


@pytest.fixture
def home(counter: RefundOffice) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


def test_c28_wrong_money_goes_back_after_its_shift_and_is_owed_again(counter: RefundOffice, home: UnitId) -> None:
    owed = counter.owes(home)
    taken = counter.pays(home)
    close_shift(counter.office, counter.cashier)
    counter.clock.set(datetime(2026, 11, 21, 9))
    counter.open_shift()
    counter.change_from_the_safe()
    done = counter.refunds(counter.whole(taken.receipt_id))
    assert (done.label, done.original, done.amount) == ("T-000001", taken.label, taken.paid)
    assert counter.owes(home) >= owed
    assert counter.breaches() == []


def test_c28_what_was_let_off_is_owed_again_with_the_whole_of_its_money(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    assert taken.paid == Money(68250)
    counter.refunds(counter.whole(taken.receipt_id))
    assert counter.owes(home) == Money(68252)
    assert counter.balance("expenses:rounding") == Money(0)
    assert counter.breaches() == []


def test_c28_what_was_let_off_is_owed_again_also_where_the_money_goes_back_in_two_parts(
    counter: RefundOffice, home: UnitId
) -> None:
    before = counter.owes(home)
    taken = counter.pays(home)
    lines = [line for line in counter.office.refunds.original(taken.receipt_id).lines if line.paid]
    for part in (Money(1), *(line.paid for line in lines)):
        rests = counter.office.refunds.original(taken.receipt_id).lines
        back = tuple(ReturnLine(line.charge_id, min(part, line.rest)) for line in rests if line.rest)
        if back:
            counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.OWED_AGAIN, back, Method.TRANSFER))
    assert counter.owes(home) == before
    assert counter.breaches() == []


def test_c28_two_refunds_never_come_to_more_than_the_receipt(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    line = counter.office.refunds.original(taken.receipt_id).lines[0]
    asked = counter.asks_back(taken.receipt_id, RefundKind.OWED_AGAIN, (ReturnLine(line.charge_id, Money(10000)),))
    counter.refunds(asked)
    rest = counter.office.refunds.original(taken.receipt_id).lines[0].rest
    assert rest == line.rest - Money(10000)
    more = (ReturnLine(line.charge_id, rest + Money(10)),)
    with pytest.raises(RefundAboveRest) as refused:
        counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.OWED_AGAIN, more, shown=Money(1)))
    assert refused.value.rest == rest
    counter.refunds(counter.whole(taken.receipt_id))
    assert counter.office.refunds.original(taken.receipt_id).rest == Money(0)
    assert counter.breaches() == []


def test_c28_a_card_that_came_back_is_not_owed_any_more(counter: RefundOffice, home: UnitId) -> None:
    card = counter.office.fee_items.one_offs()[0]
    taken = counter.pays(home, one_offs=(OneOff(card.id, card.name, Money(2000)),))
    line = next(line for line in counter.office.refunds.original(taken.receipt_id).lines if line.is_one_off)
    counter.refunds(
        counter.asks_back(taken.receipt_id, RefundKind.OWED_AGAIN, (ReturnLine(line.charge_id, line.rest),))
    )
    assert counter.owes(home) == Money(0)
    assert counter.balance("revenue:access-card") == -(Money(2000) - line.rest)
    assert counter.breaches() == []


def test_c28_a_refund_by_transfer_pays_to_the_fen_and_names_the_account(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, method=Method.WECHAT, reference="100250001")
    asked = counter.whole(taken.receipt_id, Method.TRANSFER)
    with pytest.raises(AccountMissing):
        counter.refunds(replace(asked, reference=" "))
    done = counter.refunds(asked)
    assert done.amount == Money(68252)
    assert not done.opens_drawer
    assert counter.office.refunds.facts(done.receipt_id).method == "转入账户尾号 1234"
    assert counter.balance("assets:bank") == -Money(68252)
    assert counter.breaches() == []


def test_c28_cash_gives_no_fen_back(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, method=Method.WECHAT, reference="100250001")
    counter.change_from_the_safe()
    done = counter.refunds(counter.whole(taken.receipt_id))
    assert (done.amount, done.opens_drawer) == (Money(68250), True)
    assert counter.breaches() == []


def test_c28_a_refund_may_become_prepaid_credit(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, method=Method.WECHAT, reference="100250001")
    counter.refunds(counter.whole(taken.receipt_id, Method.CREDIT))
    assert counter.office.bills.open(home).credit == Money(68252)
    assert counter.breaches() == []


def test_c28_prepaid_credit_goes_back_as_far_as_the_unit_holds_it(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, "800", Method.WECHAT, reference="100250001")
    credit = counter.office.refunds.original(taken.receipt_id).credit
    assert credit == Money(80000 - 68252)
    asked = counter.asks_back(taken.receipt_id, RefundKind.CREDIT, (ReturnLine(None, credit),), Method.TRANSFER)
    counter.refunds(asked)
    assert counter.office.bills.open(home).credit == Money(0)
    with pytest.raises(RefundAboveRest):
        counter.asks_back(taken.receipt_id, RefundKind.CREDIT, (ReturnLine(None, credit),))
    assert counter.breaches() == []


def test_c28_a_refund_needs_a_supervisor_a_shift_a_reason_and_a_taker(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    asked = counter.whole(taken.receipt_id)
    with pytest.raises(NotPermitted):
        counter.office.refunds.refund(counter.cashier, asked)
    with pytest.raises(NoOpenShift):
        counter.office.refunds.refund(counter.supervisor, asked)
    with pytest.raises(RefundReasonMissing):
        counter.refunds(replace(asked, reason=" "))
    with pytest.raises(TakerMissing):
        counter.refunds(replace(asked, taker=""))
    with pytest.raises(RefundChanged):
        counter.refunds(replace(asked, shown=Money(1)))
    assert counter.office.refunds.newest() == ()
    assert counter.breaches() == []


def test_c28_cash_goes_back_only_as_far_as_the_drawer_holds_it(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, method=Method.WECHAT, reference="100250001")
    with pytest.raises(NotEnoughCash) as refused:
        counter.refunds(counter.whole(taken.receipt_id))
    assert refused.value.there == Money(50000)


def test_c28_the_same_refund_asked_twice_is_given_once(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    asked = counter.whole(taken.receipt_id)
    first, second = counter.refunds(asked), counter.refunds(asked)
    assert (second.repeated, second.label) == (True, first.label)
    assert len(counter.office.refunds.newest()) == 1


def test_c27_a_receipt_of_which_money_went_back_is_no_longer_voided(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    counter.refunds(counter.whole(taken.receipt_id))
    with pytest.raises(RefundedBefore) as refused:
        counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert refused.value.refund == "T-000001"


def test_c28_a_voided_receipt_gives_nothing_back(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    with pytest.raises(NotToRefund):
        counter.office.refunds.original(taken.receipt_id)


def test_c27_a_refund_is_voided_in_its_shift_and_everything_is_as_before(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    done = counter.refunds(counter.whole(taken.receipt_id))
    counter.office.receipts.void(counter.cashier, done.receipt_id, "not taken after all", copies_returned=True)
    assert counter.owes(home) == Money(0)
    assert counter.office.refunds.original(taken.receipt_id).rest == taken.paid
    assert counter.office.refunds.newest()[0].voided
    assert counter.breaches() == []


def test_c27_a_refund_is_not_voided_once_its_charges_were_paid_again(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    done = counter.refunds(counter.whole(taken.receipt_id))
    counter.pays(home)
    with pytest.raises(PaidSince):
        counter.office.receipts.void(counter.cashier, done.receipt_id, "not taken", copies_returned=True)
    assert counter.breaches() == []
