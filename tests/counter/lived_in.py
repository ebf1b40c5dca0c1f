"""Two days of an office in which everything at the counter happened once: what tests of damage take rows from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.ids import ChargeId, UnitId
from app.core.money import Money
from app.counter.books.book_facts import Named, NewBook
from app.counter.books.kinds import BookKind, Fate
from app.counter.books.number_runs import Run
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.deposits.deposits import Keep
from app.counter.deposits.kept_by_mistake import TakeBack
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.counter.payments.asked import OneOff, Taken
from app.counter.refunds.asked import RefundKind, ReturnLine
from app.counter.settings import CREDIT_AT_BILLING
from app.store.settings import write_choice
from tests.closing import close_shift
from tests.counter.paying import asking_with, pays_with, tender
from tests.refunds.refund_office import RefundOffice

SECOND_DAY = datetime(2026, 11, 21, 9)


def live_in(counter: RefundOffice) -> None:
    """A whole day that is closed ten fen short, and the morning after it."""
    home, other = counter.unit("3-2-501"), counter.unit("3-2-502", "李秀英", area="100")
    counter.property_fee(home, other)
    counter.billed_through(2026, 11)
    counter.open_shift()
    split = pays_with(counter, home, [tender(Method.CASH, "300"), tender(Method.TRANSFER, "500", "A")])
    lent = _yes(counter, Permission.CHANGE_METHOD)
    wrong = counter.office.payments.tenders(split.receipt_id)[1]
    counter.office.payments.change_method(counter.cashier, split.receipt_id, wrong.id, Method.CARD, "B", "按错键", lent)
    taken, deposit_id = _deposit(counter, other)
    _cash(counter)
    _taken_back(counter, home)
    counter.office.invoices.reverse(
        counter.cashier,
        counter.office.invoices.record(counter.cashier, split.receipt_id, "12345678", Money(100_00), _DAY),
        "票面有误",
        _DAY,
    )
    counter.office.invoices.record(counter.cashier, split.receipt_id, "12345679", Money(90_00), _DAY)
    _books(counter, home)
    _money_to_come(counter, home, other)
    close_shift(counter.office, counter.cashier, off={Method.CASH: -Money(10)})
    counter.clock.set(SECOND_DAY)
    counter.open_shift()
    _the_morning_after(counter, split, taken, deposit_id)


_DAY = date(2026, 11, 20)


def _yes(counter: RefundOffice, permission: Permission) -> Approval:
    return counter.approval(permission)


def _deposit(counter: RefundOffice, unit_id: UnitId) -> tuple[Taken, ChargeId]:
    """Part is kept, part kept by mistake, part used for what the unit owes."""
    deposits, lent = counter.office.deposits, _yes(counter, Permission.KEEP_DEPOSIT)
    taken, held = counter.deposit(unit_id)
    deposits.keep(counter.cashier, Keep(held.charge_id, Money(100_00), "损坏"), lent)
    deposits.keep(counter.cashier, Keep(held.charge_id, Money(30_00), "看错"), lent)
    (now,) = deposits.of_unit(unit_id)
    deposits.take_back(counter.cashier, TakeBack(held.charge_id, now.moves[-1].id, "没有损坏"), lent)
    card = next(item for item in counter.office.fee_items.one_offs() if item.code != "renovation-deposit")
    counter.office.one_offs.add(counter.cashier, unit_id, card.id, card.name, Money(50_00))
    owed = deposits.owed_by(unit_id)[0]
    deposits.use(counter.cashier, Keep(held.charge_id, Money(50_00), "抵欠费"), owed.id, lent)
    return taken, held.charge_id


def _cash(counter: RefundOffice) -> None:
    box = counter.office.cash_box
    box.move(counter.cashier, MoveCash(CashReason.PETTY, Money(20_00), "何静"))
    counter.change_from_the_safe()
    box.open_for_nothing(counter.cashier, "换零钱")


def _taken_back(counter: RefundOffice, home: UnitId) -> None:
    """A receipt of the wrong room, and a slip that is taken twice because both are real."""
    voided = _buys(counter, home, Method.WECHAT, "C")
    counter.office.receipts.void(counter.cashier, voided.receipt_id, "收错房间", copies_returned=True)
    _buys(counter, home, Method.CARD, "B2")
    _buys(counter, home, Method.CARD, "B2", _yes(counter, Permission.REPEAT_REFERENCE))


def _buys(
    counter: RefundOffice, unit_id: UnitId, method: Method, reference: str, lent: Approval | None = None
) -> Taken:
    """A card for 20 yuan, and five more that stay as credit."""
    card = next(item for item in counter.office.fee_items.one_offs() if item.code != "renovation-deposit")
    one_offs = (OneOff(card.id, card.name, Money(20_00)),)
    asked = asking_with(counter, unit_id, [tender(method, "25", reference)], lines=(), shown_due=Money(20_00))
    return counter.office.payments.take(counter.cashier, replace(asked, one_offs=one_offs), lent)


def _books(counter: RefundOffice, home: UnitId) -> None:
    """Of a block one blank was written and one torn; another book came back."""
    books = counter.office.books
    counter.billed_through(2026, 12)
    block = books.issue_blanks(counter.supervisor, "李强", 3, _DAY)
    paper = Written("paper", block, 1, home, Money(50_00), Method.CASH, "", counter.clock.now(), "李强")
    counter.office.back_entries.enter(counter.cashier, paper)
    books.spoil(counter.cashier, block, Run(2, 2), "撕坏")
    carried = books.register(counter.supervisor, NewBook(BookKind.HANDWRITTEN, "S-", 1, 2))
    books.hand_out(counter.supervisor, carried, "何静", _DAY)
    books.take_back(counter.supervisor, carried, {1: Named(Fate.MISSING, "遗失"), 2: Named(Fate.UNUSED, "")})


def _money_to_come(counter: RefundOffice, home: UnitId, other: UnitId) -> None:
    """A transfer that somebody saw arrive, one that nobody did yet, and credit that a run uses."""
    first = _buys(counter, other, Method.TRANSFER, "T1")
    counter.office.payments.mark_checked(counter.supervisor, [counter.office.payments.tenders(first.receipt_id)[0].id])
    with counter.office.store.transaction() as connection:
        write_choice(connection, CREDIT_AT_BILLING, True, counter.clock.now(), counter.supervisor.id)
    counter.billed_through(2027, 1)
    _buys(counter, home, Method.CHEQUE, "Q1")


def _the_morning_after(counter: RefundOffice, split: Taken, taken: Taken, deposit_id: ChargeId) -> None:
    """Two refunds, one of them voided, a cheque that bounced, and a transfer that is waited for."""
    deposit = (ReturnLine(deposit_id, Money(500_00)),)
    counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.DEPOSIT, deposit))
    line = counter.office.refunds.original(split.receipt_id).lines[0]
    part = (ReturnLine(line.charge_id, Money(10_00)),)
    counter.refunds(counter.asks_back(split.receipt_id, RefundKind.OWED_AGAIN, part, Method.WECHAT, reference="D"))
    again = counter.asks_back(split.receipt_id, RefundKind.OWED_AGAIN, part, Method.WECHAT, reference="E")
    wrong = counter.refunds(again)
    counter.office.receipts.void(counter.cashier, wrong.receipt_id, "退错", copies_returned=True)
    home = counter.office.finder.find("3-2-501")[0].unit_id
    bounced = _buys(counter, home, Method.CHEQUE, "Q2")
    lent = _yes(counter, Permission.REVERSE_PAYMENT)
    counter.office.reversals.reverse(counter.cashier, bounced.receipt_id, "空头支票", approval=lent)
    _buys(counter, home, Method.TRANSFER, "T9")
