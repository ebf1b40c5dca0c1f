"""Paid for days that nobody will be served: their share goes back, as it was really paid, and is owed no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from app.core.ids import UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import TenderAsked
from app.counter.refunds.asked import AskedRefund, Refunded, RefundKind, ReturnLine
from app.counter.refunds.refusals import AllServed, RefundAboveRest
from app.fees.adjustments.discount_rule import DiscountKind
from app.ledger.accounts import IN_ADVANCE
from tests.closing import close_shift
from tests.counter.paying import LATER, ahead_until, asking_with, pays_with
from tests.refunds.refund_office import RefundOffice

_MAY = date(2027, 5, 1)


@pytest.fixture
def home(counter: RefundOffice) -> UnitId:
    """A home of 100.00 ㎡ at 2.00 a month, billed and paid through November 2026, in an open shift."""
    home = counter.unit("3-2-501", area="100")
    counter.property_fee(home, price="2.00", rate=None)
    counter.billed_through(2026, 11)
    counter.open_shift()
    counter.pays(home)
    return home


def moves_out(counter: RefundOffice, receipt_id: object, day: date, method: Method = Method.TRANSFER) -> AskedRefund:
    return counter.asks_back(receipt_id, RefundKind.UNSERVED, method=method, unserved_from=day)  # type: ignore[arg-type]


def a_year(counter: RefundOffice, home: UnitId) -> object:
    ahead, amount = ahead_until(counter, home, date(2027, 12, 1))
    paid = [TenderAsked(Method.WECHAT, amount)]
    return pays_with(counter, home, paid, lines=(), shown_due=amount, ahead=ahead).receipt_id


def test_prepaid_a_year_moves_out_in_may(counter: RefundOffice, home: UnitId) -> None:
    receipt_id = a_year(counter, home)
    close_shift(counter.office, counter.cashier)
    counter.clock.set(datetime(2027, 4, 20, 9))
    counter.billed_through(2027, 4)
    counter.open_shift(counter.cashier)
    done = counter.refunds(moves_out(counter, receipt_id, _MAY))
    assert done.amount == Money(200_00 * 7)
    assert counter.owes(home) == Money(0)
    counter.clock.set(datetime(2027, 12, 6, 9))
    counter.billed_through(2027, 12)
    assert counter.owes(home) == Money(200_00)  # the run goes on after what was paid ahead
    assert counter.balance("revenue:property") == -Money(200_00 * (4 + 5 + 1))
    assert counter.balance(IN_ADVANCE) == Money(0)
    assert counter.breaches() == []


def test_the_slip_shows_the_arithmetic_of_what_was_really_paid(counter: RefundOffice, home: UnitId) -> None:
    item = next(item for item in counter.office.fee_items.all() if item.code == "property")
    rule = ("全年九折", item.id, 12, DiscountKind.PERCENT, Decimal(10), date(2026, 1, 1))
    counter.office.discount_rules.add(counter.supervisor, *rule)
    ahead, _ = ahead_until(counter, home, date(2027, 12, 1))
    asked = asking_with(counter, home, [TenderAsked(Method.WECHAT, Money(2160_00))], **LATER, ahead=ahead)
    taken = counter.office.payments.take(counter.cashier, replace(asked, shown_due=Money(2160_00)))
    done = counter.refunds(moves_out(counter, taken.receipt_id, date(2027, 8, 1)))
    facts = counter.office.refunds.facts(done.receipt_id)
    assert [(line.item, line.length, line.arithmetic, line.amount.fen) for line in facts.lines] == [
        ("原收据 R-000002", "", "物业费 12 个月，已享优惠", 2160_00),
        ("减：已服务", "8 个月", "2,160.00 × 8 ÷ 12", -1440_00),
        ("应退：未服务", "4 个月", "2,160.00 × 4 ÷ 12", 720_00),
    ]
    assert facts.lines[-1].period == "2027-08-01 – 2027-11-30"
    assert counter.breaches() == []


def test_a_day_within_a_month_goes_by_the_tariffs_convention(counter: RefundOffice, home: UnitId) -> None:
    receipt_id = a_year(counter, home)
    done = counter.refunds(moves_out(counter, receipt_id, date(2027, 11, 11)))
    assert done.amount == Money(133_33)  # 20 of the 30 days of November
    assert counter.office.refunds.facts(done.receipt_id).lines[1].length == "11 个月 10 天"
    again = counter.refunds(moves_out(counter, receipt_id, date(2027, 11, 1)))
    assert done.amount + again.amount == Money(200_00)
    assert counter.breaches() == []


def test_in_cash_the_fen_are_rounded_and_nothing_stays_owed(counter: RefundOffice, home: UnitId) -> None:
    receipt_id = a_year(counter, home)
    done = counter.refunds(moves_out(counter, receipt_id, date(2027, 11, 11), Method.CASH))
    assert done.amount == Money(133_30)
    facts = counter.office.refunds.facts(done.receipt_id)
    assert [(line.item, line.amount) for line in facts.lines[-2:]] == [
        ("应退：未服务", Money(133_33)),
        ("抹零", Money(-3)),
    ]
    assert counter.breaches() == []


def test_what_is_unpaid_is_let_go_before_money_goes_back(counter: RefundOffice) -> None:
    shop = counter.unit("S-01", area="100")
    counter.property_fee(shop, price="3.00", rate=None)
    counter.billed_through(2026, 12)
    counter.open_shift()
    bill = counter.office.bills.open(shop)
    assert len([*bill.due, *bill.not_due]) == 5
    counter.pays(shop, "1000")  # August to October, and 100.00 of November
    receipt_id = counter.office.receipts.find("1")[0].id
    done = counter.refunds(moves_out(counter, receipt_id, date(2026, 11, 1)))
    assert done.amount == Money(100_00)
    bill = counter.office.bills.open(shop)
    assert [*bill.due, *bill.not_due] == []
    assert counter.breaches() == []


def test_nothing_goes_back_of_days_that_were_not_paid(counter: RefundOffice, home: UnitId) -> None:
    receipt_id = a_year(counter, home)
    with pytest.raises(AllServed):
        moves_out(counter, receipt_id, date(2027, 12, 1))


def test_what_went_back_as_unserved_does_not_go_back_again(counter: RefundOffice, home: UnitId) -> None:
    receipt_id = a_year(counter, home)
    done: Refunded = counter.refunds(moves_out(counter, receipt_id, _MAY))
    original = counter.office.refunds.original(receipt_id)  # type: ignore[arg-type]
    assert original.rest == Money(2400_00) - done.amount
    gone = next(line for line in original.lines if line.period and line.period.first == _MAY)
    with pytest.raises(RefundAboveRest):
        counter.asks_back(original.receipt_id, RefundKind.OWED_AGAIN, (ReturnLine(gone.charge_id, Money(1_00)),))
    with pytest.raises(AllServed):
        moves_out(counter, receipt_id, _MAY)


def test_a_voided_refund_brings_the_months_back(counter: RefundOffice, home: UnitId) -> None:
    receipt_id = a_year(counter, home)
    done = counter.refunds(moves_out(counter, receipt_id, _MAY))
    counter.office.receipts.void(counter.cashier, done.receipt_id, "stays after all", copies_returned=True)
    assert counter.office.refunds.original(receipt_id).rest == Money(2400_00)  # type: ignore[arg-type]
    assert counter.balance(IN_ADVANCE) == -Money(2400_00)
    assert counter.breaches() == []
