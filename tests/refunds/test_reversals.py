"""A cheque bounces: the payment never arrived, everything is owed again, no cash moves."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff
from app.counter.refunds.refusals import CashDoesNotBounce, NotToRefund, RefundedBefore
from app.counter.refusals import ReasonMissing, ReceiptVoidedBefore
from tests.closing import close_shift
from tests.refunds.refund_office import RefundOffice


@pytest.fixture
def home(counter: RefundOffice) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


def test_c28_a_cheque_bounces(counter: RefundOffice, home: UnitId) -> None:
    never_paid = counter.unit("3-2-502", "李秀英")
    counter.property_fee(never_paid, price="1.850")
    counter.billed_through(2026, 11)
    taken = counter.pays(home, method=Method.CHEQUE, reference="30871")
    close_shift(counter.office, counter.cashier)
    counter.clock.set(datetime(2026, 11, 25, 9))
    counter.open_shift()
    with pytest.raises(NotPermitted):
        counter.office.reversals.reverse(counter.cashier, taken.receipt_id, "支票退票")
    lent = counter.approval(Permission.REVERSE_PAYMENT)
    assert counter.office.reversals.reverse(counter.cashier, taken.receipt_id, "支票退票", approval=lent) == home
    assert counter.owes(home) == counter.owes(never_paid)  # the late fee runs as if nothing had been paid
    row = counter.office.receipts.get(taken.receipt_id)
    assert (row.voided, row.reversed) == (True, True)
    assert counter.balance("assets:cheque") == Money(0)
    assert counter.balance("assets:cash") == Money(500_00)
    assert counter.breaches() == []


def test_a_reversed_receipt_is_reversed_once_and_gives_nothing_back(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, method=Method.WECHAT, reference="1")
    with pytest.raises(ReasonMissing):
        counter.office.reversals.reverse(
            counter.cashier, taken.receipt_id, " ", approval=counter.approval(Permission.REVERSE_PAYMENT)
        )
    reverses(counter, taken.receipt_id)
    with pytest.raises(ReceiptVoidedBefore):
        counter.office.reversals.check(taken.receipt_id)
    with pytest.raises(NotToRefund):
        counter.office.refunds.original(taken.receipt_id)
    assert counter.breaches() == []


def test_cash_does_not_bounce(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    with pytest.raises(CashDoesNotBounce):
        counter.office.reversals.check(taken.receipt_id)


def test_a_payment_of_which_money_went_back_is_not_reversed(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, method=Method.CHEQUE, reference="30871")
    counter.refunds(counter.whole(taken.receipt_id, Method.TRANSFER))
    with pytest.raises(RefundedBefore):
        counter.office.reversals.check(taken.receipt_id)


def test_what_was_handed_out_stays_owed_when_its_money_never_came(counter: RefundOffice, home: UnitId) -> None:
    card = counter.office.fee_items.one_offs()[0]
    before = counter.owes(home)
    one_off = OneOff(card.id, card.name, Money(2000))
    taken = counter.pays(home, method=Method.ALIPAY, reference="7", one_offs=(one_off,))
    reverses(counter, taken.receipt_id)
    assert counter.owes(home) == before + Money(2000)
    assert counter.breaches() == []


def reverses(counter: RefundOffice, receipt_id: object) -> None:
    lent = counter.approval(Permission.REVERSE_PAYMENT)
    counter.office.reversals.reverse(counter.cashier, receipt_id, "未到账", approval=lent)  # type: ignore[arg-type]


def test_s11_what_bounces_after_its_method_was_corrected_leaves_the_drawer_and_the_old_report_alone(
    counter: RefundOffice, home: UnitId
) -> None:
    taken = counter.pays(home, "680")
    (shown,) = counter.office.payments.tenders(taken.receipt_id)
    lent = counter.approval(Permission.CHANGE_METHOD)
    changed = (taken.receipt_id, shown.id, Method.CHEQUE, "30871", "按错键", lent)
    counter.office.payments.change_method(counter.cashier, *changed)
    close_shift(counter.office, counter.cashier)
    counter.clock.set(datetime(2026, 11, 25, 9))
    counter.open_shift()
    reverses(counter, taken.receipt_id)
    report = close_shift(counter.office, counter.cashier)
    told = {line.method: (line.expected, line.returned) for line in report.facts.methods}
    assert told == {Method.CASH: (Money(500_00), Money(0)), Method.CHEQUE: (Money(-680_00), Money(-680_00))}
    assert counter.breaches() == []
