"""Cash in and out of the drawer without a receipt: who, why, how much, and what the drawer should hold after it."""

from __future__ import annotations

import pytest

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.money import NOTHING, Money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.refusals import NoOpenShift, ReasonMissing
from app.counter.shifts.refusals import CashSlipUnknown, NoAmountMoved, NotInDrawer, PersonMissing
from app.estate.settings import COMPANY, SERVICE_CENTRE
from tests.closing import close_shift, counted_as_expected
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder


def in_drawer(counter: OfficeBuilder) -> Money:
    shift = counter.office.shifts.current(counter.cashier)
    assert shift is not None
    return counted_as_expected(counter.office, shift.id).cash.amount


def test_c30_cash_in_and_out_changes_what_is_expected_and_fills_a_slip(counter: OfficeBuilder) -> None:
    counter.open_shift()
    box = counter.office.cash_box
    slip = box.move(counter.cashier, MoveCash(CashReason.PETTY, Money(35_00), " 何静 ", "买打印纸"))
    assert (slip.reason, slip.person, slip.goes_in, slip.shift) == ("零星采购：买打印纸", "何静", False, "0001")
    box.move(counter.cashier, MoveCash(CashReason.CHANGE, Money(100_00), "沈若兰"))
    box.move(counter.cashier, MoveCash(CashReason.TO_BANK, Money(200_00), "王敏"))
    assert in_drawer(counter) == Money(365_00)
    report = close_shift(counter.office, counter.cashier)
    cash = report.facts.cash
    assert (cash.put_in, cash.taken_out, cash.banked) == (Money(100_00), -Money(35_00), -Money(200_00))
    assert counter.breaches() == []


def test_c30_what_is_missing_is_refused_and_nothing_moves(counter: OfficeBuilder) -> None:
    box = counter.office.cash_box
    asked = MoveCash(CashReason.PETTY, Money(35_00), "何静")
    with pytest.raises(NoOpenShift):
        box.move(counter.cashier, asked)
    counter.open_shift()
    for refusal, wrong in (
        (NoAmountMoved, MoveCash(CashReason.PETTY, NOTHING, "何静")),
        (PersonMissing, MoveCash(CashReason.PETTY, Money(35_00), " ")),
        (ReasonMissing, MoveCash(CashReason.OTHER_OUT, Money(35_00), "何静")),
    ):
        with pytest.raises(refusal):
            box.move(counter.cashier, wrong)
    box.move(counter.cashier, MoveCash(CashReason.TO_SAFE, Money(400_00), "何静"))
    with pytest.raises(NotInDrawer):
        box.move(counter.cashier, MoveCash(CashReason.PETTY, Money(100_10), "何静"))
    box.move(counter.cashier, MoveCash(CashReason.CHANGE, Money(400_00), "何静"))
    assert in_drawer(counter) == Money(500_00)


def test_c30_above_the_limit_a_supervisor_approves(counter: OfficeBuilder) -> None:
    counter.open_shift()
    asked = MoveCash(CashReason.CHANGE, Money(500_01), "沈若兰")
    with pytest.raises(NotPermitted):
        counter.office.cash_box.move(counter.cashier, asked)
    approval = counter.office.people.approve(
        Permission.MOVE_MUCH_CASH, "沈若兰", SUPERVISOR_PASSWORD, counter.cashier, "", {}
    )
    assert counter.office.cash_box.move(counter.cashier, asked, approval).approver == "沈若兰"
    assert counter.breaches() == []


def test_c31_a_drawer_opened_for_nothing_needs_a_reason_and_is_counted(counter: OfficeBuilder) -> None:
    counter.open_shift()
    with pytest.raises(ReasonMissing):
        counter.office.cash_box.open_for_nothing(counter.cashier, " ")
    assert [counter.office.cash_box.open_for_nothing(counter.cashier, "换零钱") for _ in range(2)] == [1, 2]
    assert in_drawer(counter) == Money(500_00)
    assert close_shift(counter.office, counter.cashier).facts.papers.no_sales == 2


def test_c30_a_slip_is_printed_once_and_then_as_a_numbered_copy(counter: OfficeBuilder) -> None:
    counter.open_shift()
    slips = counter.office.cash_slips
    moved = counter.office.cash_box.move(counter.cashier, MoveCash(CashReason.TO_BANK, Money(200_00), "王敏"))
    original = slips.sheet(counter.cashier, moved.number)
    assert (original.facts, original.copy_no, original.mark) == (moved, 0, None)
    slips.printed(original)
    copy = slips.sheet(counter.cashier, moved.number)
    assert copy.mark is not None
    assert (copy.copy_no, copy.facts) == (1, moved)
    assert slips.listed() == (moved,)
    assert counter.breaches() == []


def test_c30_the_row_of_a_float_has_no_slip(counter: OfficeBuilder) -> None:
    counter.open_shift()
    assert counter.office.cash_slips.listed() == ()
    with pytest.raises(CashSlipUnknown):
        counter.office.cash_slips.sheet(counter.cashier, 1)


def test_c30_a_copy_of_a_slip_names_the_company_of_its_day(counter: OfficeBuilder) -> None:
    counter.open_shift()
    office = counter.office
    slip = office.cash_box.move(counter.cashier, MoveCash(CashReason.PETTY, Money(35_00), "何静", "买打印纸"))
    office.settings.change(counter.supervisor, {COMPANY: "新名物业服务有限公司", SERVICE_CENTRE: "东区"})
    later = office.cash_box.move(counter.cashier, MoveCash(CashReason.PETTY, Money(5_00), "何静", "买胶带"))
    assert (later.company, later.service_centre) == ("新名物业服务有限公司", "东区")
    assert office.cash_slips.sheet(counter.cashier, slip.number).facts == slip
    assert slip.company != later.company
    assert office.cash_slips.listed() == (later, slip)
