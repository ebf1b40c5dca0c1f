"""Material and labour at the desk, at the counter, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import delete, select, update

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.refunds.asked import AskedRefund, RefundKind, ReturnLine
from app.fees.items import REPAIR, REPAIR_NAME
from app.fees.money_of import MoneyOf
from app.fees.tables import charge, fee_item
from app.fees.words.explain_words import charge_words
from app.tickets.kinds import ServiceClass, State
from app.tickets.materials.kinds import FreeReason, LineKind, PayState
from app.tickets.materials.line_rule import NewLine
from app.tickets.materials.refusals import (
    ChargePaidMeanwhile,
    LineIsCharged,
    LineTakenOffBefore,
    NothingToCharge,
    NothingToTakeBack,
    TicketWithoutUnit,
)
from app.tickets.refusals import TicketMerged, TicketOver
from app.tickets.tables import ticket, ticket_line
from tests.office_builder import SUPERVISOR_PASSWORD
from tests.tickets.materials.work_office import SEAL, VALVE, WORK, WorkOffice


def test_a_repair_is_written_down_line_by_line(desk: WorkOffice, leak: int) -> None:
    for new in (VALVE, WORK, SEAL):
        desk.line(leak, new)
    lines = desk.lines(leak)
    assert [(line.name, line.amount, line.free) for line in lines.lines] == [
        ("角阀", Money.yuan(70), None),
        ("工时", Money.yuan(90), None),
        ("密封圈", NOTHING, FreeReason.OFFICE),
    ]
    assert (lines.amount, lines.free, lines.to_pay) == (Money.yuan(160), Money(450), NOTHING)
    assert desk.told(leak)[1:] == ["line:reported"] * 3


def test_t19_what_is_charged_stands_on_the_bill_of_the_unit_with_its_arithmetic(desk: WorkOffice, leak: int) -> None:
    for new in (VALVE, WORK, SEAL):
        desk.line(leak, new)
    assert desk.charged(leak) == Money.yuan(160)
    due = desk.office.bills.open(desk.unit).due
    assert [(one.name, one.outstanding, one.item_name) for one in due] == [
        ("角阀", Money.yuan(70), REPAIR_NAME),
        ("工时", Money.yuan(90), REPAIR_NAME),
    ]
    assert charge_words(due[0].explain, due[0].amount) == ["ticket 261120-001: 2 个 × 35.00 元/个 = 70.00"]
    assert desk.states(leak) == [PayState.TO_PAY, PayState.TO_PAY, PayState.FREE]
    assert desk.lines(leak).to_pay == Money.yuan(160)
    assert desk.true()


def test_t19_the_line_knows_when_and_by_which_receipt_it_was_paid(desk: WorkOffice, leak: int) -> None:
    desk.line(leak)
    desk.charged(leak)
    desk.builder.open_shift()
    desk.at("2026-11-20T11:30")
    taken = desk.builder.pays(desk.unit)
    (line,) = desk.lines(leak).lines
    assert line.state is PayState.PAID
    assert line.paid is not None
    assert (line.paid.receipt, line.paid.at) == (taken.label, desk.clock.now())
    facts = desk.office.receipts.facts(taken.receipt_id)
    assert [(one.item, one.quantity, one.unit_price) for one in facts.lines] == [("角阀", "2 个", "35.00 元/个")]
    assert desk.true()


def test_a_paid_line_is_neither_taken_off_nor_taken_back(desk: WorkOffice, leak: int) -> None:
    line = desk.line(leak)
    desk.charged(leak)
    desk.builder.open_shift()
    label = desk.builder.pays(desk.unit).label
    with pytest.raises(LineIsCharged):
        desk.office.ticket_lines.take_off(desk.cashier, line)
    with pytest.raises(ChargePaidMeanwhile) as refused:
        desk.office.ticket_lines.take_back(desk.cashier, leak, (line,))
    assert refused.value.receipt == label
    with pytest.raises(NothingToTakeBack):
        desk.office.ticket_lines.take_back(desk.cashier, leak)


def test_after_a_void_the_line_is_to_be_paid_again_and_can_be_taken_back(desk: WorkOffice, leak: int) -> None:
    line = desk.line(leak)
    desk.charged(leak)
    desk.builder.open_shift()
    taken = desk.builder.pays(desk.unit)
    desk.office.receipts.void(desk.cashier, taken.receipt_id, "收错", copies_returned=True)
    assert desk.states(leak) == [PayState.TO_PAY]
    assert desk.true()
    desk.office.ticket_lines.take_back(desk.cashier, leak)
    assert desk.states(leak) == [PayState.NOT_CHARGED]
    desk.office.ticket_lines.take_off(desk.cashier, line)
    assert desk.lines(leak).lines == ()
    assert desk.true()


def test_after_a_refund_the_line_is_refunded_and_may_be_taken_off(desk: WorkOffice, leak: int) -> None:
    line = desk.line(leak)
    desk.charged(leak)
    desk.builder.open_shift()
    taken = desk.builder.pays(desk.unit)
    charge_id = desk.lines(leak).lines[0].charge_id
    back = (ReturnLine(charge_id, Money.yuan(70)),)
    asked = AskedRefund(
        "refund 1", taken.receipt_id, RefundKind.OWED_AGAIN, back, Method.CASH, "没有装上", "张建国", Money.yuan(70)
    )
    yes = desk.office.people.approve(Permission.REFUND, "沈若兰", SUPERVISOR_PASSWORD, desk.cashier, "同意", {})
    desk.office.refunds.refund(desk.cashier, asked, yes)
    assert desk.states(leak) == [PayState.REFUNDED]
    assert desk.true()
    desk.office.ticket_lines.take_off(desk.cashier, line)
    assert desk.true()


def test_an_unpaid_charge_is_taken_back_and_charged_anew(desk: WorkOffice, leak: int) -> None:
    desk.line(leak)
    desk.charged(leak)
    assert desk.office.ticket_lines.take_back(desk.cashier, leak) == Money.yuan(70)
    assert desk.office.bills.open(desk.unit).due == ()
    assert desk.states(leak) == [PayState.NOT_CHARGED]
    desk.charged(leak)
    assert desk.builder.owes(desk.unit) == Money.yuan(70)
    assert desk.true()


def test_a_waived_line_is_let_off_and_stays(desk: WorkOffice, leak: int) -> None:
    desk.line(leak)
    desk.charged(leak)
    (due,) = desk.office.bills.open(desk.unit).due
    desk.office.adjustments.waive(desk.supervisor, due.id, due.version, Money.yuan(70), "没修好")
    assert desk.states(leak) == [PayState.LET_OFF]
    assert desk.lines(leak).lines[0].paid is None
    with pytest.raises(ChargePaidMeanwhile):
        desk.office.ticket_lines.take_back(desk.cashier, leak, (desk.lines(leak).lines[0].id,))
    assert desk.true()


def test_only_what_is_not_free_and_not_charged_yet_is_charged(desk: WorkOffice, leak: int) -> None:
    desk.line(leak, SEAL)
    with pytest.raises(NothingToCharge):
        desk.charged(leak)
    desk.line(leak)
    desk.charged(leak)
    with pytest.raises(NothingToCharge):
        desk.charged(leak)


def test_a_public_place_is_not_charged(desk: WorkOffice) -> None:
    lamp = desk.reported("路灯不亮", place="3 栋大堂")
    desk.line(lamp)
    with pytest.raises(TicketWithoutUnit):
        desk.charged(lamp)
    assert desk.states(lamp) == [PayState.NOT_CHARGED]


def test_a_line_is_taken_off_once_and_stays_in_the_book(desk: WorkOffice, leak: int) -> None:
    line = desk.line(leak)
    desk.office.ticket_lines.take_off(desk.cashier, line)
    assert desk.lines(leak).lines == ()
    with pytest.raises(LineTakenOffBefore):
        desk.office.ticket_lines.take_off(desk.cashier, line)
    with desk.office.store.reading() as connection:
        assert len(connection.execute(select(ticket_line)).all()) == 1


def test_under_warranty_a_line_begins_free(desk: WorkOffice, leak: int) -> None:
    assert desk.office.ticket_lines.usually_free(leak) is None
    covered = desk.reported("墙面渗水", service_class=ServiceClass.WARRANTY)
    assert desk.office.ticket_lines.usually_free(covered) is FreeReason.WARRANTY


def test_an_old_office_gets_the_fee_item_when_it_first_charges(desk: WorkOffice, leak: int) -> None:
    with desk.office.store.transaction() as connection:
        connection.execute(delete(fee_item).where(fee_item.c.code == REPAIR))
    desk.line(leak)
    desk.charged(leak)
    assert [item.name for item in desk.office.fee_items.all()][-1] == REPAIR_NAME
    assert desk.true()


def test_an_item_of_that_name_that_the_office_made_itself_is_used(desk: WorkOffice, leak: int) -> None:
    with desk.office.store.transaction() as connection:
        connection.execute(delete(fee_item).where(fee_item.c.code == REPAIR))
    own = desk.office.fee_items.add(desk.supervisor, REPAIR_NAME, MoneyOf.OWN, NOTHING)
    desk.line(leak)
    desk.charged(leak)
    assert desk.office.bills.open(desk.unit).due[0].item_id == own.id


def test_a_closed_ticket_takes_lines_and_a_cancelled_or_merged_one_does_not(desk: WorkOffice, leak: int) -> None:
    desk.closes(leak)
    desk.line(leak)
    gone, other = desk.reported(), desk.reported()
    desk.moves(gone, State.CANCELLED, why="打错了")
    with pytest.raises(TicketOver):
        desk.line(gone)
    merged = {"merged_into": leak, "state": State.MERGED.value}
    with desk.office.store.transaction() as connection:
        connection.execute(update(ticket).where(ticket.c.id == other).values(merged))
    with pytest.raises(TicketMerged):
        desk.line(other)


def test_lines_of_a_merged_ticket_are_charged_with_the_other(desk: WorkOffice, leak: int) -> None:
    other = desk.reported()
    desk.line(other)
    merged = {"merged_into": leak, "state": State.MERGED.value}
    with desk.office.store.transaction() as connection:
        connection.execute(update(ticket).where(ticket.c.id == other).values(merged))
    assert [line.origin for line in desk.lines(leak).lines] == ["261120-002"]
    assert desk.charged(leak) == Money.yuan(70)


def test_broken_books_are_found(desk: WorkOffice, leak: int) -> None:
    desk.line(leak)
    desk.charged(leak)
    with desk.office.store.transaction() as connection:
        connection.execute(update(ticket_line).values(amount=Money.yuan(71)))
    assert len([breach for breach in desk.builder.breaches() if "line" in breach]) == 2


def test_parts_are_summed_by_name_and_measure(desk: WorkOffice, leak: int) -> None:
    other = desk.reported()
    desk.line(leak)
    desk.line(other, NewLine(LineKind.MATERIAL, "角阀", "个", Decimal(1), Decimal("35.00"), FreeReason.WARRANTY))
    desk.line(other, WORK)
    desk.line(other, SEAL)
    desk.office.ticket_lines.take_off(desk.cashier, desk.line(other))
    used = desk.office.parts_used.used(date(2026, 11, 20), date(2026, 11, 20))
    assert [(one.name, one.quantity, one.asked, one.by_warranty, one.by_office) for one in used.parts] == [
        ("密封圈", Decimal(1), NOTHING, NOTHING, Money(450)),
        ("角阀", Decimal(3), Money.yuan(70), Money.yuan(35), NOTHING),
    ]
    assert used.parts[1].tickets == ("261120-001", "261120-002")
    assert (used.asked, used.borne) == (Money.yuan(70), Money(3950))
    assert desk.office.parts_used.used(date(2026, 11, 21), date(2026, 11, 30)).parts == ()


def test_who_may_not_charge_does_not(desk: WorkOffice, leak: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.access.actor.ROLES", {desk.cashier.role: frozenset()})
    with pytest.raises(NotPermitted):
        desk.line(leak)


def test_one_charge_of_a_repair_stands_for_one_line(desk: WorkOffice, leak: int) -> None:
    desk.line(leak)
    desk.line(leak, WORK)
    desk.charged(leak)
    with desk.office.store.transaction() as connection:
        first = connection.execute(select(charge.c.id)).scalars().first()
        connection.execute(update(ticket_line).values(charge_id=first))
    assert any(breach.endswith(f"charge {first}") for breach in desk.builder.breaches())
