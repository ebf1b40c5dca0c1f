"""A tariff ends inside a quarter that was paid: the paid days are named, go back at the counter, and only once."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from app.core.ids import AssignmentId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.refunds.asked import AskedRefund, RefundKind
from app.counter.refunds.refusals import AllServed
from app.fees.refusals import AssignmentEnded
from app.fees.terms import Formula, TariffTerms
from tests.refunds.refund_office import RefundOffice

MARCH_17 = date(2027, 3, 17)
SERVED, UNSERVED = Money(503_23), Money(96_77)  # 200.00 × (2 + 16/31) and × 15/31


@pytest.fixture
def home(counter: RefundOffice) -> UnitId:
    """A home of 100 ㎡ at 2.00 a month; the first quarter of 2027 is billed in an open shift: 600.00."""
    counter.clock.set(datetime(2027, 1, 5, 9))
    home = counter.unit("3-2-501", area="100")
    item = next(item for item in counter.office.fee_items.all() if item.code == "property")
    terms = TariffTerms(Formula.AREA, Decimal("2.00"), cycle_months=3)
    first = date(2027, 1, 1)
    tariff = counter.office.tariffs.create(counter.supervisor, item.id, "住宅物业费", first, terms)
    counter.office.assignments.assign(counter.supervisor, tariff, [home], first)
    counter.billed_through(2027, 1)
    counter.open_shift()
    return home


def lying(counter: RefundOffice, home: UnitId) -> AssignmentId:
    return counter.office.assignments.of_unit(home)[-1].id


def unserved(counter: RefundOffice, receipt_id: object) -> AskedRefund:
    return counter.asks_back(
        receipt_id,  # type: ignore[arg-type]
        RefundKind.UNSERVED,
        method=Method.TRANSFER,
        unserved_from=MARCH_17,
    )


def test_what_was_paid_is_named_and_goes_back_as_unserved(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    inside = counter.office.assignments.end(counter.supervisor, lying(counter, home), MARCH_17)
    assert (inside.let_go, inside.paid) == (Money(0), UNSERVED)
    assert counter.refunds(unserved(counter, taken.receipt_id)).amount == UNSERVED
    assert counter.office.assignments.of_unit(home)[-1].until == MARCH_17
    assert counter.owes(home) == Money(0)
    assert -counter.balance("revenue:property") == SERVED
    assert counter.breaches() == []


def test_of_a_part_payment_the_unpaid_goes_first_and_only_the_rest_goes_back(
    counter: RefundOffice, home: UnitId
) -> None:
    taken = counter.pays(home, "550")
    inside = counter.office.assignments.end(counter.supervisor, lying(counter, home), MARCH_17)
    assert (inside.let_go, inside.paid) == (Money(50_00), Money(46_77))
    assert counter.owes(home) == Money(0)
    assert counter.refunds(unserved(counter, taken.receipt_id)).amount == Money(46_77)
    assert counter.breaches() == []


def test_what_went_back_before_the_end_is_not_named_again(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    counter.refunds(unserved(counter, taken.receipt_id))
    inside = counter.office.assignments.look_at_end(lying(counter, home), MARCH_17)
    assert inside.charges == ()


def test_fen_that_cash_could_not_give_back_are_not_named_again(counter: RefundOffice, home: UnitId) -> None:
    counter.change_from_the_safe()
    taken = counter.pays(home)
    asked = counter.asks_back(taken.receipt_id, RefundKind.UNSERVED, unserved_from=MARCH_17)
    assert counter.refunds(asked).amount == Money(96_70)
    assert counter.office.assignments.look_at_end(lying(counter, home), MARCH_17).charges == ()


def test_what_an_end_let_go_does_not_go_back_as_money(counter: RefundOffice, home: UnitId) -> None:
    counter.office.assignments.end(counter.supervisor, lying(counter, home), MARCH_17)
    taken = counter.pays(home, None)
    assert taken.paid == Money(503_20)
    with pytest.raises(AllServed):
        unserved(counter, taken.receipt_id)


def test_a_payment_that_is_void_after_the_end_leaves_days_to_let_go(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    key = lying(counter, home)
    counter.office.assignments.end(counter.supervisor, key, MARCH_17)
    with pytest.raises(AssignmentEnded):
        counter.office.assignments.end(counter.supervisor, key, MARCH_17)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.owes(home) == Money(600_00)
    assert counter.office.assignments.end(counter.supervisor, key, MARCH_17).let_go == UNSERVED
    assert counter.owes(home) == SERVED
    assert counter.breaches() == []
