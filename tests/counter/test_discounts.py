"""Months paid at once at the counter: the discount is shown, taken off, printed, lost by part payment, voided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from app.access.permissions import Permission
from app.core.ids import UnitId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, TakePayment, paid_by
from app.counter.payments.bill import Bill
from app.counter.payments.offered import offered_discounts
from app.counter.refusals import BillChanged
from app.fees.adjustments.discount_rule import DiscountKind
from app.fees.adjustments.refusals import DiscountNeedsApproval
from app.fees.adjustments.rows import AdjustmentKind
from app.ledger.accounts import DISCOUNT
from app.ledger.tables import posting
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    """A home of 100.00 ㎡ at 2.00, billed from December 2026 through November 2027."""
    home = counter.unit("3-2-501", area="100")
    counter.property_fee(home, price="2.00", rate=None)
    counter.billed_through(2026, 11)
    counter.open_shift()
    counter.pays(home)
    counter.billed_through(2027, 11)
    return home


def a_rule(
    counter: OfficeBuilder, kind: DiscountKind = DiscountKind.PERCENT, value: str = "5", months: int = 12
) -> None:
    item = next(item for item in counter.office.fee_items.all() if item.code == "property")
    counter.office.discount_rules.add(
        counter.supervisor, "年付九五折", item.id, months, kind, Decimal(value), date(2026, 11, 1)
    )


def paying(
    bill: Bill, received: int | None = None, shown: int | None = None, method: Method = Method.WECHAT
) -> TakePayment:
    chosen = bill.not_due
    offered = offered_discounts(bill.discount_rules, chosen, {one.id for one in chosen}, bill.day)
    due = total(one.outstanding for one in chosen) - total(one.amount for one in offered)
    return TakePayment(
        client_id=bill.client_id,
        unit_id=bill.unit.id,
        payer_name="张建国",
        payer_id=None,
        lines=tuple(ChosenLine(one.id, one.version) for one in chosen),
        one_offs=(),
        tenders=paid_by(method, due if received is None else Money(received)),
        shown_due=due if shown is None else Money(shown),
    )


def given_off(counter: OfficeBuilder) -> Money:
    with counter.office.store.reading() as connection:
        sums = select(func.sum(posting.c.amount)).where(posting.c.account == DISCOUNT)
        return connection.execute(sums).scalar() or NOTHING


def test_months_paid_ahead_are_one_line_on_the_receipt(counter: OfficeBuilder, home: UnitId) -> None:
    taken = counter.office.payments.take(counter.cashier, paying(counter.office.bills.open(home)))
    (line,) = counter.office.receipts.facts(taken.receipt_id).lines
    assert (line.item, line.period) == ("物业费", "2026-12-01 – 2027-11-30")
    assert (line.quantity, line.unit_price) == ("100.00 ㎡ × 12 个月", "2.00 元/㎡·月")
    assert line.amount == Money(240000)


def test_a_month_left_out_or_paid_in_part_stands_on_a_line_of_its_own(counter: OfficeBuilder, home: UnitId) -> None:
    asked = paying(counter.office.bills.open(home))
    without_march = tuple(one for place, one in enumerate(asked.lines) if place != 3)
    asked = replace(asked, lines=without_march, tenders=paid_by(Method.WECHAT, Money(210000)), shown_due=Money(220000))
    taken = counter.office.payments.take(counter.cashier, asked)
    lines = counter.office.receipts.facts(taken.receipt_id).lines
    assert [line.quantity for line in lines] == ["100.00 ㎡ × 3 个月", "100.00 ㎡ × 7 个月", "部分付款"]


def test_a_year_paid_at_once_costs_five_percent_less_and_the_receipt_says_why(
    counter: OfficeBuilder, home: UnitId
) -> None:
    a_rule(counter)
    taken = counter.office.payments.take(counter.cashier, paying(counter.office.bills.open(home)))
    assert taken.paid == Money(228000)
    facts = counter.office.receipts.facts(taken.receipt_id)
    assert facts.lines[-1].item == "优惠"
    assert (facts.lines[-1].period, facts.lines[-1].amount) == ("年付九五折", Money(-12000))
    assert facts.total == Money(228000)
    assert counter.office.bills.open(home).not_due == ()
    assert given_off(counter) == Money(12000)
    rows = counter.office.adjustments.of_unit(home)
    assert {row.kind for row in rows} == {AdjustmentKind.DISCOUNT}
    assert total(row.amount for row in rows) == Money(-12000)
    assert counter.breaches() == []


def test_part_payment_loses_the_discount(counter: OfficeBuilder, home: UnitId) -> None:
    a_rule(counter)
    bill = counter.office.bills.open(home)
    taken = counter.office.payments.take(counter.cashier, paying(bill, received=227999, shown=240000))
    assert taken.paid == Money(227999)
    assert total(one.outstanding for one in counter.office.bills.open(home).not_due) == Money(12001)
    assert given_off(counter) == NOTHING
    assert counter.breaches() == []


def test_a_void_takes_the_discount_back_and_every_month_is_owed_whole(counter: OfficeBuilder, home: UnitId) -> None:
    a_rule(counter)
    taken = counter.office.payments.take(counter.cashier, paying(counter.office.bills.open(home)))
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert [one.outstanding for one in counter.office.bills.open(home).not_due] == [Money(20000)] * 12
    assert given_off(counter) == NOTHING
    assert counter.breaches() == []


def test_f9_twice_gives_one_discount(counter: OfficeBuilder, home: UnitId) -> None:
    a_rule(counter)
    asked = paying(counter.office.bills.open(home))
    counter.office.payments.take(counter.cashier, asked)
    assert counter.office.payments.take(counter.cashier, asked).repeated
    assert given_off(counter) == Money(12000)


def test_a_rule_that_ended_meanwhile_is_said_before_anything_is_taken(counter: OfficeBuilder, home: UnitId) -> None:
    a_rule(counter)
    asked = paying(counter.office.bills.open(home))
    (rule,) = counter.office.discount_rules.all()
    counter.office.discount_rules.end(counter.supervisor, rule.id, date(2026, 11, 20))
    with pytest.raises(BillChanged) as refused:
        counter.office.payments.take(counter.cashier, asked)
    assert (refused.value.shown, refused.value.now) == (Money(228000), Money(240000))


def test_a_large_discount_needs_a_supervisor(counter: OfficeBuilder, home: UnitId) -> None:
    a_rule(counter, value="50")
    asked = paying(counter.office.bills.open(home))
    with pytest.raises(DiscountNeedsApproval):
        counter.office.payments.take(counter.cashier, asked)
    yes = counter.office.people.approve(
        Permission.GRANT_DISCOUNT, "沈若兰", SUPERVISOR_PASSWORD, counter.cashier, "a good customer", {}
    )
    taken = counter.office.payments.take(counter.cashier, asked, None, yes)
    assert taken.paid == Money(120000)
    assert {row.approved_by for row in counter.office.adjustments.of_unit(home)} == {"沈若兰"}
    assert counter.breaches() == []


def test_eleven_months_and_one_for_nothing_in_cash_to_the_jiao(counter: OfficeBuilder, home: UnitId) -> None:
    a_rule(counter, DiscountKind.GIFT_MONTHS, "1", months=11)
    bill = counter.office.bills.open(home)
    asked = paying(bill, method=Method.CASH)
    assert asked.shown_due == Money(220000)
    taken = counter.office.payments.take(counter.cashier, replace(asked, tenders=paid_by(Method.CASH, Money(230000))))
    assert (taken.paid, taken.change) == (Money(220000), Money(10000))
    assert counter.office.bills.open(home).not_due == ()
    assert counter.breaches() == []


def test_a_month_of_which_something_was_let_go_is_not_paid_at_once(counter: OfficeBuilder, home: UnitId) -> None:
    a_rule(counter)
    first = counter.office.bills.open(home).not_due[0]
    counter.office.adjustments.waive(counter.supervisor, first.id, first.version, Money(100), "goodwill")
    bill = counter.office.bills.open(home)
    assert offered_discounts(bill.discount_rules, bill.not_due, {one.id for one in bill.not_due}, bill.day) == []
