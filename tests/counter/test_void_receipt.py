"""A receipt for the wrong room is taken back: everything as before, the original still there."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.access.permissions import Permission
from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff
from app.counter.refusals import ReasonMissing, ReceiptOfAnother, ReceiptOfClosedShift, ReceiptVoidedBefore
from tests.closing import close_shift
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


@pytest.mark.parametrize("received", [None, "700", "400", "668.10"])
def test_after_a_void_the_unit_owes_what_it_owed_before(
    counter: OfficeBuilder, home: UnitId, received: str | None
) -> None:
    before = counter.office.bills.open(home)
    taken = counter.pays(home, received)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    after = counter.office.bills.open(home)
    assert [(one.id, one.outstanding, one.late_fee_owed) for one in after.due] == [
        (one.id, one.outstanding, one.late_fee_owed) for one in before.due
    ]
    assert counter.breaches() == []


def test_a_voided_receipt_stays_in_the_list_struck_with_its_number(counter: OfficeBuilder, home: UnitId) -> None:
    taken = counter.pays(home)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    row = counter.office.receipts.get(taken.receipt_id)
    assert (row.voided, row.label) == (True, "R-000001")
    assert counter.pays(home).label == "R-000002"
    assert counter.breaches() == []


def test_an_access_card_on_a_voided_receipt_is_no_longer_owed(counter: OfficeBuilder, home: UnitId) -> None:
    card = counter.office.fee_items.one_offs()[0]
    taken = counter.pays(home, one_offs=(OneOff(card.id, card.name, Money(2000)),))
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.owes(home) == Money(68252)
    assert counter.breaches() == []


@pytest.mark.parametrize("first_back", [0, 1])
def test_an_access_card_paid_by_two_receipts_is_gone_when_both_are_voided(
    counter: OfficeBuilder, home: UnitId, first_back: int
) -> None:
    card = counter.office.fee_items.one_offs()[0]
    one_off = OneOff(card.id, card.name, Money(2000))
    receipts = [counter.pays(home, "672", one_offs=(one_off,)).receipt_id, counter.pays(home).receipt_id]
    for receipt_id in (receipts[first_back], receipts[1 - first_back]):
        counter.office.receipts.void(counter.cashier, receipt_id, "wrong room", copies_returned=True)
        assert counter.breaches() == []
    assert counter.owes(home) == Money(68252)


def test_credit_from_a_voided_receipt_is_gone(counter: OfficeBuilder, home: UnitId) -> None:
    taken = counter.pays(home, "800", Method.WECHAT)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=False)
    assert counter.office.bills.open(home).credit == NOTHING
    assert counter.breaches() == []


def test_a_void_of_the_first_of_two_part_payments_keeps_the_second(counter: OfficeBuilder, home: UnitId) -> None:
    first = counter.pays(home, "400")
    counter.pays(home, "100")
    counter.office.receipts.void(counter.cashier, first.receipt_id, "wrong room", copies_returned=True)
    assert counter.owes(home) == Money(68252 - 10000)
    assert counter.breaches() == []


def test_a_late_fee_whose_principal_another_receipt_paid_is_owed_again(counter: OfficeBuilder, home: UnitId) -> None:
    counter.pays(home, "662.30")
    second = counter.pays(home, method=Method.WECHAT)
    assert counter.owes(home) == NOTHING
    counter.office.receipts.void(counter.cashier, second.receipt_id, "wrong room", copies_returned=True)
    assert counter.owes(home) == Money(68252 - 66230)
    assert counter.breaches() == []


def test_a_receipt_is_voided_once_with_a_reason(counter: OfficeBuilder, home: UnitId) -> None:
    taken = counter.pays(home)
    with pytest.raises(ReasonMissing):
        counter.office.receipts.void(counter.cashier, taken.receipt_id, " ", copies_returned=True)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    with pytest.raises(ReceiptVoidedBefore):
        counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)


def test_after_the_close_of_its_shift_a_receipt_can_no_longer_be_voided(counter: OfficeBuilder, home: UnitId) -> None:
    taken = counter.pays(home)
    close_shift(counter.office, counter.cashier)
    with pytest.raises(ReceiptOfClosedShift):
        counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)


def test_another_cashiers_receipt_needs_a_supervisor(counter: OfficeBuilder, home: UnitId) -> None:
    from app.access.permissions import Role

    other = counter.office.people.add(counter.supervisor, "刘洋", "yellow-ladder", Role.CASHIER)
    taken = counter.pays(home)
    with pytest.raises(ReceiptOfAnother):
        counter.office.receipts.void(other, taken.receipt_id, "wrong room", copies_returned=True)
    approval = counter.office.people.approve(
        Permission.VOID_RECEIPT_OF_OTHERS, "沈若兰", SUPERVISOR_PASSWORD, other, "wrong room", {}
    )
    counter.office.receipts.void(other, taken.receipt_id, "wrong room", copies_returned=True, approval=approval)
    assert counter.breaches() == []


def test_a_void_leaves_the_original_paper_as_it_was(counter: OfficeBuilder, home: UnitId) -> None:
    taken = counter.pays(home)
    before = counter.office.receipts.facts(taken.receipt_id)
    counter.clock.set(datetime(2026, 11, 20, 15))
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.office.receipts.facts(taken.receipt_id) == before
    assert counter.office.receipts.sheet(counter.cashier, taken.receipt_id).voided
