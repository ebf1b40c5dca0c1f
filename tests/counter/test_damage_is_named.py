"""Rows of the counter damaged one by one behind the program's back: a truth names each of them, and none stumbles."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import text

from app.core.ids import UnitId
from app.core.money import Money
from app.counter.books import truths as of_books
from app.counter.books.number_runs import Run
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.deposits import truths as of_deposits
from app.counter.deposits.deposits import Keep
from app.counter.methods import Method
from app.counter.outages import truths as of_outages
from app.counter.outages.back_entries import Written
from app.counter.payments.asked import OneOff
from app.counter.refunds import truths as of_refunds
from app.counter.refunds.asked import RefundKind, ReturnLine
from app.counter.shifts import truths as of_shifts
from app.counter.truths import TRUTHS
from app.store.truths import check_truths
from tests.closing import close_shift
from tests.counter.paying import pays_with, tender
from tests.refunds.conftest import counter as counter_of_refunds
from tests.refunds.refund_office import RefundOffice

counter = counter_of_refunds
ALL = (
    *TRUTHS,
    *of_books.TRUTHS,
    *of_deposits.TRUTHS,
    *of_outages.TRUTHS,
    *of_refunds.TRUTHS,
    *of_shifts.TRUTHS,
)
DAMAGES = (
    "update payment set allocated = allocated + 100, received = received + 100 where id = 1",
    "update payment set rounding = rounding + 1 where id = 1",
    "update payment set credited = credited + 1 where id = 1",
    "update payment set shift_id = 2 where id = 1",
    "update payment set day = '2026-11-19' where id = 1",
    "update payment set unit_id = 2 where id = 1",
    "update payment set payer_name = '别人' where id = 1",
    "update payment set at = '2026-11-20 08:00:00.000000' where id = 1",
    "update payment set entry_no = 1 where id = 1",
    "update payment set entry_no = (select entry_no from payment where id = 2) where id = 1",
    "update payment set kind = 'payment' where kind = 'void'",
    "update payment set reason = '' where kind = 'void'",
    "update payment set refunds = 1 where kind = 'refund' and refunds <> 1",
    "update payment set approval_id = null where kind = 'refund'",
    "update payment set written_at = null where written_at is not null",
    "update payment set collector = '' where written_at is not null",
    "update tender set amount = amount + 1 where id = 1",
    "update tender set method = 'wechat' where id = 1",
    "delete from tender where change_id is not null",
    "update method_change set amount = amount + 1",
    "update method_change set shift_id = 2",
    "update method_change set entry_no = 1",
    "update allocation set amount = amount + 1 where id = 1",
    "update allocation set day = '2026-11-01' where id = 1",
    "update adjustment set amount = amount + 1",
    "delete from credit",
    "update deposit_move set amount = amount + 1 where kind = 'kept'",
    "update deposit_move set kind = 'used' where kind = 'kept'",
    "update deposit_move set kind = 'rounding' where kind = 'kept'",
    "update deposit_move set reason = '' where kind = 'kept'",
    "delete from deposit_move where kind = 'kept'",
    "update cash_move set amount = amount + 1 where kind = 'out'",
    "update cash_move set kind = 'in' where kind = 'out'",
    "update cash_move set shift_id = 2 where kind = 'out'",
    "delete from cash_move where kind = 'no_sale'",
    "update shift set opening_float = opening_float + 1 where id = 1",
    "update shift set closed_at = null where id = 1",
    "update shift set day = '2026-11-19' where id = 1",
    "update z_report set grand_total = grand_total + 1",
    "update z_report set day = '2026-11-19'",
    "update z_report set facts = json_set(facts, '$.cashier', '别人')",
    "update z_report set facts = json_set(facts, '$.papers.rounding', 100)",
    "update z_report set facts = json_set(facts, '$.papers.refunded', 100)",
    "update shift_count set counted = json_set(counted, '$.totals.card', 5)",
    "delete from shift_count",
    "update receipt set number = 9 where id = 1",
    "update receipt set kind = 'refund' where id = 1",
    "update receipt set facts = json_set(facts, '$.payer', '别人') where id = 1",
    "update receipt set facts = json_set(facts, '$.total', 1) where id = 1",
    "update receipt set facts = json_set(facts, '$.received', 1) where id = 1",
    "update receipt set facts = json_set(facts, '$.original', 'R-000001') where kind = 'refund'",
    "delete from receipt_print where receipt_id = 1",
    "update receipt_book set next = next + 1 where id = 1",
    "update payment set by = 1 where id = 1",
    "update payment set by = 1, at = '2026-11-20 10:00:00.000000' where kind = 'void'",
    "update payment set approval_id = 1 where kind = 'void'",
    "update receipt set by = 1 where id = 1",
    "update receipt set label = 'R-000009' where id = 1",
    "update method_change set by = 2",
    "update method_change set at = '2026-11-20 09:30:00.000000'",
    "update method_change set approval_id = 1",
    "update deposit_move set by = 2 where kind = 'kept'",
    "update deposit_move set approval_id = null, by = 2 where kind = 'kept'",
    "update cash_move set by = 1 where kind = 'out'",
    "update cash_move set reason = '别的' where kind = 'no_sale'",
    "update cash_move set at = '2026-11-20 09:30:00.000000' where kind = 'no_sale'",
    "update tender set state = 'to_check' where id = 1",
    "update tender set state = 'checked' where state = 'to_check'",
    "update tender set state = 'to_check' where state = 'checked'",
    "update tender set checked_by = 1 where state = 'checked'",
    "update tender set checked_at = '2026-11-20 09:30:00.000000' where state = 'checked'",
    "update tender set state = 'to_check', checked_at = null, checked_by = null where state = 'checked'",
    "update shift set closed_by = 1 where closed_by = 2",
    "update shift set closing = json_set(closing, '$.counted', 5) where closing is not null",
    "update z_report set by = 1",
    "update z_report set at = '2026-11-20 09:30:00.000000'",
    "update z_report set facts = json_set(facts, '$.papers.waivers', 3)",
    "update z_report set facts = json_set(facts, '$.papers.waived', 300)",
    "update z_report set facts = json_set(facts, '$.papers.copies', 2)",
    "delete from spoiled_number",
    "update spoiled_number set number = 3",
    "update spoiled_number set reason = '别的'",
    "update receipt_book set holder = '别人' where holder <> ''",
    "update receipt_book set issued_on = '2026-11-19' where holder <> ''",
    "update invoice set receipt_id = 2",
    "update invoice set number = '87654321'",
    "update invoice set amount = 0",
    "update invoice set amount = 9999999",
)


@pytest.fixture
def lived_in(counter: RefundOffice) -> RefundOffice:
    """Two days: a split corrected, a deposit kept in part, a void, a paper, a short drawer; then two refunds."""
    office, by = counter.office, counter.cashier
    home, other = counter.unit("3-2-501"), counter.unit("3-2-502", "李秀英", area="100")
    counter.property_fee(home, other)
    counter.billed_through(2026, 11)
    counter.open_shift()
    split = pays_with(counter, home, [tender(Method.CASH, "300"), tender(Method.TRANSFER, "500", "A")])
    wrong = office.payments.tenders(split.receipt_id)[1]
    office.payments.change_method(counter.supervisor, split.receipt_id, wrong.id, Method.CARD, "B", "按错键")
    taken, held = counter.deposit(other)
    office.deposits.keep(counter.supervisor, Keep(held.charge_id, Money(100_00), "损坏"))
    office.cash_box.move(by, MoveCash(CashReason.PETTY, Money(20_00), "何静"))
    office.cash_box.open_for_nothing(by, "换零钱")
    card = office.fee_items.one_offs()[0]
    voided = counter.pays(
        home, method=Method.WECHAT, reference="C", one_offs=(OneOff(card.id, card.name, Money(20_00)),)
    )
    office.receipts.void(by, voided.receipt_id, "收错房间", copies_returned=True)
    office.invoices.record(by, split.receipt_id, "12345678", Money(100_00), date(2026, 11, 20))
    _paper_of(counter, home)
    close_shift(office, by, off={Method.CASH: -Money(10)})
    counter.clock.set(datetime(2026, 11, 21, 9))
    counter.open_shift()
    deposit = (ReturnLine(held.charge_id, Money(500_00)),)
    counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, deposit))
    line = office.refunds.original(split.receipt_id).lines[0]
    part = (ReturnLine(line.charge_id, Money(10_00)),)
    counter.refunds(counter.asks_back(split.receipt_id, RefundKind.OWED_AGAIN, part, Method.WECHAT, reference="D"))
    return counter


def _paper_of(counter: RefundOffice, home: UnitId) -> None:
    """One blank of a block was written, one torn."""
    counter.billed_through(2026, 12)
    book = counter.office.books.issue_blanks(counter.supervisor, "李强", 3, date(2026, 11, 20))
    paper = Written("paper", book, 1, home, Money(50_00), Method.CASH, "", counter.clock.now(), "李强")
    counter.office.back_entries.enter(counter.cashier, paper)
    counter.office.books.spoil(counter.cashier, book, Run(2, 2), "撕坏")


def test_every_damaged_row_of_the_counter_is_named(lived_in: RefundOffice) -> None:
    assert lived_in.breaches() == []
    unnamed = [damage for damage in DAMAGES if not _named_after(lived_in, damage)]
    assert unnamed == []
    assert lived_in.breaches() == []


def _named_after(counter: RefundOffice, damage: str) -> bool:
    with counter.office.store.rehearsal() as connection:
        assert connection.execute(text(damage)).rowcount, damage
        return any(finding.breaches for finding in check_truths(connection, ALL))
