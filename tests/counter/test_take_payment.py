"""A resident pays at the counter: the sums, the paper, and what must never happen twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import event, select, text

from app.access.permissions import Permission
from app.access.tables import audit
from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff, paid_by
from app.counter.refusals import (
    BillChanged,
    ClockIsBehind,
    NoOpenShift,
    NothingReceived,
    PayerMissing,
    ReceiptBookUsedUp,
    ReferenceMissing,
    ReferenceSeenBefore,
    ShiftLeftOpen,
    TakenMeanwhile,
)
from app.counter.settings import CASH_ROUNDING, REFERENCE_REQUIRED
from app.fees.allocation_rule import LateFeeOrder
from app.fees.cash_rounding import CashRounding
from app.fees.refusals import ChargeNeedsName, ChargeOfNothing
from app.office import Office
from app.store.faults import DiskFull
from app.store.settings import write_choice
from tests.chaining import chain_anew
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    """Four months of property fee from August to November, all due: the bill of the drawn counter, less water."""
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


def test_the_bill_shows_principal_and_late_fee_of_every_month(counter: OfficeBuilder, home: UnitId) -> None:
    bill = counter.office.bills.open(home)
    assert [one.outstanding.fen for one in bill.due] == [16558] * 4
    assert [one.late_fee_owed.fen for one in bill.due] == [886, 629, 381, 124]
    assert [one.days_overdue(bill.day) for one in bill.due] == [107, 76, 46, 15]


def test_exact_cash_settles_everything_and_leaves_the_books_true(counter: OfficeBuilder, home: UnitId) -> None:
    taken = counter.pays(home)
    assert (taken.label, taken.paid, taken.change) == ("R-000001", Money(68250), NOTHING)
    assert counter.owes(home) == NOTHING
    assert counter.breaches() == []


def test_the_receipt_says_each_month_its_late_fee_and_the_two_fen(counter: OfficeBuilder, home: UnitId) -> None:
    taken = counter.pays(home, "700")
    facts = counter.office.receipts.facts(taken.receipt_id)
    assert [(line.item, line.amount.fen) for line in facts.lines] == [
        ("物业费", 16558),
        ("物业费违约金", 886),
        ("物业费", 16558),
        ("物业费违约金", 629),
        ("物业费", 16558),
        ("物业费违约金", 381),
        ("物业费", 16558),
        ("物业费违约金", 124),
        ("抹零", -2),
    ]
    assert (facts.total.fen, facts.received.fen, facts.change.fen) == (68250, 70000, 1750)
    assert facts.lines[0].quantity == "89.50 ㎡ × 1 个月"
    assert facts.lines[1].quantity == "165.58 元 × 107 天"


def test_a_part_payment_meets_the_oldest_principal_and_the_rest_stays_owed(
    counter: OfficeBuilder, home: UnitId
) -> None:
    counter.pays(home, "400")
    bill = counter.office.bills.open(home)
    assert [one.outstanding.fen for one in bill.due] == [0, 0, 9674, 16558]
    assert [one.late_fee_owed.fen for one in bill.due] == [886, 629, 381, 124]
    assert counter.breaches() == []


def test_a_late_fee_stands_still_once_its_principal_is_paid(counter: OfficeBuilder, home: UnitId) -> None:
    counter.pays(home, "400")
    counter.clock.set(datetime(2026, 12, 1, 9))
    assert [one.late_fee_owed.fen for one in counter.office.bills.open(home).due][:2] == [886, 629]
    assert counter.breaches() == []


def test_a_payer_who_refuses_the_late_fee_can_still_pay_the_principal(counter: OfficeBuilder, home: UnitId) -> None:
    asked = replace(
        counter.asked(home),
        order=LateFeeOrder.PRINCIPAL_ONLY,
        tenders=paid_by(Method.CARD, Money(66232)),
        shown_due=Money(66232),
    )
    counter.office.payments.take(counter.cashier, asked)
    assert counter.owes(home) == Money(886 + 629 + 381 + 124)
    counter.pays(home, method=Method.WECHAT)
    assert counter.owes(home) == NOTHING
    assert counter.breaches() == []


def test_a_part_of_a_late_fee_can_be_taken_and_the_rest_later(counter: OfficeBuilder, home: UnitId) -> None:
    counter.pays(home, "668.10")
    assert counter.owes(home) == Money(68252 - 66810)
    counter.pays(home, method=Method.WECHAT)
    assert counter.owes(home) == NOTHING
    assert counter.breaches() == []


def test_half_a_jiao_rounded_up_is_no_principal_and_raises_no_cap_of_the_late_fee(counter: OfficeBuilder) -> None:
    home = counter.unit("3-2-503", area="89.51")
    counter.property_fee(home, price="0.03", rate="0.02")
    counter.billed_through(2026, 8)
    counter.open_shift()
    with counter.office.store.transaction() as connection:
        write_choice(connection, CASH_ROUNDING, CashRounding.HALF_UP, counter.clock.now(), None)
    principal = replace(counter.asked(home, "2.70"), order=LateFeeOrder.PRINCIPAL_ONLY, shown_due=Money(269))
    counter.office.payments.take(counter.cashier, principal)
    assert counter.pays(home, method=Method.WECHAT).paid == Money(269)
    assert counter.breaches() == []


def test_what_wechat_pays_over_the_due_is_held_as_credit(counter: OfficeBuilder, home: UnitId) -> None:
    counter.pays(home, "800", Method.WECHAT)
    assert counter.office.bills.open(home).credit == Money(80000 - 68252)
    assert counter.breaches() == []


def test_an_access_card_goes_on_the_same_receipt(counter: OfficeBuilder, home: UnitId) -> None:
    card = next(item for item in counter.office.fee_items.one_offs() if item.code == "access-card")
    taken = counter.pays(home, one_offs=(OneOff(card.id, "门禁卡", Money(2000)),))
    facts = counter.office.receipts.facts(taken.receipt_id)
    assert facts.lines[-2].item == "门禁卡"
    assert counter.breaches() == []


def test_the_same_f9_twice_gives_one_receipt(counter: OfficeBuilder, home: UnitId) -> None:
    asked = counter.asked(home)
    first = counter.office.payments.take(counter.cashier, asked)
    again = counter.office.payments.take(counter.cashier, asked)
    assert (again.label, again.repeated) == (first.label, True)
    assert len(counter.office.receipts.of_shift(counter.office.receipts.get(first.receipt_id).shift_id)) == 1


def test_two_windows_on_one_bill_collect_once_and_the_loser_is_told_by_whom(
    counter: OfficeBuilder, home: UnitId
) -> None:
    second = Office.open(counter.office.store.folder.path, counter.clock)
    in_the_first, in_the_second = counter.asked(home), counter.asked(home)
    counter.office.payments.take(counter.cashier, in_the_first)
    with pytest.raises(TakenMeanwhile) as refused:
        second.payments.take(counter.cashier, in_the_second)
    second.close()
    assert (refused.value.by, refused.value.receipt) == ("王敏", "R-000001")
    assert counter.breaches() == []


def test_a_bill_from_yesterday_is_read_anew_before_money_is_taken(counter: OfficeBuilder, home: UnitId) -> None:
    asked = counter.asked(home)
    stale = replace(asked, shown_due=Money(asked.shown_due.fen - 8))
    with pytest.raises(BillChanged):
        counter.office.payments.take(counter.cashier, stale)


def test_without_an_open_shift_nothing_is_taken(counter: OfficeBuilder, home: UnitId) -> None:
    with pytest.raises(NoOpenShift):
        counter.pays(home, by=counter.supervisor)


def test_yesterdays_shift_has_to_be_closed_first(counter: OfficeBuilder, home: UnitId) -> None:
    counter.clock.set(datetime(2026, 11, 21, 8, 30))
    with pytest.raises(ShiftLeftOpen):
        counter.pays(home)


def test_a_clock_behind_the_books_is_asked_about_once_and_logged(counter: OfficeBuilder, home: UnitId) -> None:
    other = counter.unit("3-2-502", "李梅")
    counter.pays(home)
    counter.clock.set(datetime(2026, 11, 20, 7, 30))
    card = counter.office.fee_items.one_offs()[0]
    asked = counter.asked(other, one_offs=(OneOff(card.id, card.name, Money(2000)),))
    with pytest.raises(ClockIsBehind) as refused:
        counter.office.payments.take(counter.cashier, asked)
    assert refused.value.last_entry == datetime(2026, 11, 20, 9)
    counter.office.payments.take(counter.cashier, replace(asked, clock_accepted=True))
    with counter.office.store.reading() as connection:
        assert connection.execute(select(audit).where(audit.c.action == "clock_accepted")).all()


def test_a_receipt_names_its_payer(counter: OfficeBuilder, home: UnitId) -> None:
    with pytest.raises(PayerMissing):
        counter.office.payments.take(counter.cashier, replace(counter.asked(home), payer_name="  "))


def test_the_same_reference_on_the_same_day_needs_a_supervisor(counter: OfficeBuilder, home: UnitId) -> None:
    other = counter.unit("3-2-502", "李梅")
    card = counter.office.fee_items.one_offs()[0]
    counter.pays(home, method=Method.WECHAT, reference="8891")
    asked = counter.asked(
        other, method=Method.WECHAT, reference="8891", one_offs=(OneOff(card.id, "门禁卡", Money(2000)),)
    )
    with pytest.raises(ReferenceSeenBefore) as refused:
        counter.office.payments.take(counter.cashier, asked)
    assert refused.value.receipt == "R-000001"
    approval = counter.office.people.approve(
        Permission.REPEAT_REFERENCE, "沈若兰", SUPERVISOR_PASSWORD, counter.cashier, "two cards, one transfer", {}
    )
    assert counter.office.payments.take(counter.cashier, asked, approval).label == "R-000002"


def test_the_reference_of_a_voided_receipt_is_free_for_the_right_room(counter: OfficeBuilder, home: UnitId) -> None:
    wrong = counter.unit("3-2-502", "李梅")
    card = OneOff(counter.office.fee_items.one_offs()[0].id, "门禁卡", Money(2000))
    taken = counter.pays(wrong, method=Method.WECHAT, reference="8891", one_offs=(card,))
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.pays(home, "20", Method.WECHAT, reference="8891").label == "R-000002"
    assert counter.breaches() == []


@pytest.mark.parametrize(("name", "fen", "refusal"), [(" ", 2000, ChargeNeedsName), ("门禁卡", 0, ChargeOfNothing)])
def test_a_one_off_has_a_name_and_an_amount(
    counter: OfficeBuilder, home: UnitId, name: str, fen: int, refusal: type[Exception]
) -> None:
    card = counter.office.fee_items.one_offs()[0]
    with pytest.raises(refusal):
        counter.pays(home, one_offs=(OneOff(card.id, name, Money(fen)),))


@pytest.mark.parametrize("method", [Method.CASH, Method.CARD])
@pytest.mark.parametrize("fen", [0, -1000])
def test_nothing_and_less_than_nothing_is_not_received(
    counter: OfficeBuilder, home: UnitId, method: Method, fen: int
) -> None:
    with pytest.raises(NothingReceived):
        counter.office.payments.take(counter.cashier, replace(counter.asked(home), tenders=paid_by(method, Money(fen))))
    assert counter.owes(home) == Money(68252)


def test_an_office_can_insist_on_a_reference(counter: OfficeBuilder, home: UnitId) -> None:
    with counter.office.store.transaction() as connection:
        write_choice(connection, REFERENCE_REQUIRED, frozenset({Method.WECHAT}), counter.clock.now(), None)
    with pytest.raises(ReferenceMissing):
        counter.pays(home, method=Method.WECHAT)
    counter.pays(home, method=Method.CARD)


def test_a_used_up_book_refuses_and_writes_nothing(counter: OfficeBuilder, home: UnitId) -> None:
    with counter.office.store.transaction() as connection:
        connection.execute(text("UPDATE receipt_book SET last = 0"))
        connection.execute(text("DELETE FROM audit WHERE action = 'register_book'"))  # nor was it ever longer
        chain_anew(connection)
    with pytest.raises(ReceiptBookUsedUp):
        counter.pays(home)
    assert counter.owes(home) == Money(68252)
    assert counter.breaches() == []


def test_a_preview_uses_no_number_and_keeps_nothing(counter: OfficeBuilder, home: UnitId) -> None:
    facts = counter.office.payments.preview(counter.cashier, counter.asked(home, "700"))
    assert (facts.label, facts.change) == ("R-000001", Money(1750))
    assert counter.owes(home) == Money(68252)
    assert counter.pays(home).label == "R-000001"
    assert counter.breaches() == []


def test_a_full_disk_takes_no_money_and_says_so(counter: OfficeBuilder, home: UnitId) -> None:
    with counter.office.store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    counter.office.store.engine.dispose()
    event.listen(
        counter.office.store.engine, "connect", lambda bare, _: bare.execute(f"PRAGMA max_page_count = {pages}")
    )
    bill = counter.asked(home)
    with pytest.raises(DiskFull):  # noqa: PT012 - paid and taken back until nothing fits any more
        for number in range(200):
            counter.office.payments.take(counter.cashier, replace(bill, client_id=str(number)))
            counter.office.receipts.void(
                counter.cashier,
                counter.office.receipts.waiting()[0].id,
                "filling the disk",
                copies_returned=True,
            )
            bill = counter.asked(home)
    assert counter.breaches() == []
