"""The drawer from its float to the counted close."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.refusals import NotCounted, ShiftAlreadyOpen, ShiftNotOpen
from tests.office_builder import OfficeBuilder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    return unit_id


def test_a_drawer_has_one_open_shift(counter: OfficeBuilder) -> None:
    counter.open_shift()
    with pytest.raises(ShiftAlreadyOpen) as refused:
        counter.open_shift(counter.supervisor)
    assert refused.value.cashier == "王敏"


def test_expected_cash_is_float_plus_cash_less_change_and_other_methods_stand_apart(
    counter: OfficeBuilder, home: UnitId
) -> None:
    other = counter.unit("3-2-502", "李梅")
    counter.property_fee(other, price="2.00")
    counter.billed_through(2026, 11)
    counter.open_shift()
    shift = counter.office.shifts.current(counter.cashier)
    assert shift is not None
    counter.pays(home, "700")
    counter.pays(other, method=Method.WECHAT)
    assert counter.office.shifts.methods_used(shift.id) == (Method.CASH, Method.WECHAT)
    with pytest.raises(NotCounted):
        counter.office.shifts.close(counter.cashier, shift.id, {Method.CASH: Money(118250)})
    closed = counter.office.shifts.close(
        counter.cashier, shift.id, {Method.CASH: Money(118240), Method.WECHAT: Money(73784)}
    )
    cash, wechat = closed.methods
    assert (cash.expected, cash.difference) == (Money(118250), Money(-10))
    assert wechat.expected == wechat.counted == Money(73784)
    assert (closed.receipts, closed.voids, closed.rounding) == (2, 0, Money(2))


def test_a_voided_receipt_leaves_no_cash_expected(counter: OfficeBuilder, home: UnitId) -> None:
    counter.open_shift()
    shift = counter.office.shifts.current(counter.cashier)
    assert shift is not None
    taken = counter.pays(home)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.office.shifts.taken(shift.id) == (1, NOTHING)
    closed = counter.office.shifts.close(counter.cashier, shift.id, {Method.CASH: Money(50000)})
    assert (closed.methods[0].difference, closed.voids) == (NOTHING, 1)


def test_a_shift_without_any_receipt_closes_and_only_once(counter: OfficeBuilder) -> None:
    counter.open_shift()
    shift = counter.office.shifts.current(counter.cashier)
    assert shift is not None
    counter.office.shifts.close(counter.cashier, shift.id, {Method.CASH: Money(50000)})
    with pytest.raises(ShiftNotOpen):
        counter.office.shifts.close(counter.cashier, shift.id, {Method.CASH: Money(50000)})
    counter.open_shift()


def test_a_copy_is_counted_and_the_snapshot_of_a_close_never_changes(counter: OfficeBuilder, home: UnitId) -> None:
    counter.open_shift()
    shift = counter.office.shifts.current(counter.cashier)
    assert shift is not None
    taken = counter.pays(home)
    for _ in range(2):
        sheet = counter.office.receipts.sheet(counter.cashier, taken.receipt_id)
        counter.office.receipts.printed(taken.receipt_id, sheet.copy_no)
    closed = counter.office.shifts.close(counter.cashier, shift.id, {Method.CASH: Money(118250)})
    assert closed.copies == 1
    counter.clock.set(datetime(2026, 11, 23, 9))
    assert counter.office.shifts.last_close() == closed
