"""What is done at the counter, with the drawer and with receipt books."""

from __future__ import annotations

from datetime import timedelta

from app.access.permissions import Permission
from app.core.ids import ReceiptId
from app.core.money import Money
from app.core.show import show_money
from app.counter.books.book_facts import NewBook
from app.counter.books.kinds import BookKind
from app.counter.books.number_runs import Run
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.deposits.deposits import Keep
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.counter.payments.asked import OneOff
from app.counter.tables import receipt
from app.estate.tables import unit_note
from tests.closing import close_shift
from tests.stories.kill.use_cases.life import Act, Life


def pay(life: Life) -> None:
    item = life.office.fee_items.one_offs()[0]
    life.pays(life.any_home(), one_offs=(OneOff(item.id, item.name, Money.yuan(20)),))


def pay_by_wechat(life: Life) -> None:
    item = life.office.fee_items.one_offs()[0]
    one = OneOff(item.id, item.name, Money.yuan(20))
    life.pays(life.any_home(), method=Method.WECHAT, reference=f"88{life.step}", one_offs=(one,))


def print_receipt(life: Life) -> None:
    waiting = life.one(life.office.receipts.waiting())
    sheet = life.office.receipts.sheet(life.cashier, waiting.id)
    life.office.receipts.printed(waiting.id, sheet.copy_no)


def void(life: Life) -> None:
    life.office.receipts.void(life.cashier, _any_receipt(life), "房号选错", copies_returned=True)


def refund(life: Life) -> None:
    life.refunds(life.whole(_any_receipt(life)))


def reverse(life: Life) -> None:
    yes = life.approval(Permission.REVERSE_PAYMENT)
    life.office.reversals.reverse(life.cashier, _any_receipt(life), "支票退票", approval=yes)


def take_deposit(life: Life) -> None:
    life.deposit(life.any_home())


def keep_of_deposit(life: Life) -> None:
    held = life.one([one for one in life.office.deposits.all() if one.held])
    life.office.deposits.keep(
        life.cashier, Keep(held.charge_id, Money.yuan(50), "损坏公共部位"), life.approval(Permission.KEEP_DEPOSIT)
    )


def move_cash(life: Life) -> None:
    life.change_from_the_safe()


def hand_cash_in(life: Life) -> None:
    yes = life.approval(Permission.MOVE_MUCH_CASH)
    life.office.cash_box.move(life.cashier, MoveCash(CashReason.TO_SAFE, Money.yuan(10), "沈若兰"), yes)


def open_drawer(life: Life) -> None:
    life.office.cash_box.open_for_nothing(life.cashier, "换零钱")


def close(life: Life) -> None:
    if life.office.shifts.current(life.cashier) is not None:
        close_shift(life.office, life.cashier)
    before = life.office.shifts.last_close()
    life.open_shift(opening_float="500" if before is None or before.kept is None else show_money(before.kept))


def note_bill_opened(life: Life) -> None:
    life.office.bills.note_opened(life.cashier, life.any_home())


def park(life: Life) -> None:
    bill = life.office.bills.open(life.any_home())
    life.office.parked.park(
        life.cashier, {"client_id": bill.client_id, "code": bill.unit.code}, "张建国", Money.yuan(12)
    )


def add_one_off(life: Life) -> None:
    item = life.office.fee_items.one_offs()[0]
    life.office.one_offs.add(life.cashier, life.any_home(), item.id, life.name("门禁卡"), Money.yuan(15))


def note_unit(life: Life) -> None:
    life.office.unit_notes.add(life.cashier, life.any_home(), life.name("来电说明 "))


def end_note(life: Life) -> None:
    life.office.unit_notes.end(life.supervisor, life.any_row(unit_note.c.id))


def online_goes_down(life: Life) -> None:
    life.office.online_payment.is_down(life.cashier, "网络中断")


def online_comes_back(life: Life) -> None:
    life.office.online_payment.is_back(life.cashier)


def register_book(life: Life) -> None:
    first = 1_000 * life.step
    book = life.office.books.register(life.supervisor, NewBook(BookKind.HANDWRITTEN, "Y", first, first + 49))
    life.office.books.hand_out(life.supervisor, book, "李强", life.today)


def enter_back(life: Life) -> None:
    entries = life.office.back_entries
    book = life.one(entries.books())
    number = entries.next_number(book.id)
    assert number is not None
    written = Written(
        client_id=f"{life.seed}-{life.step}",
        book_id=book.id,
        number=number,
        unit_id=life.any_home(),
        amount=Money.yuan(30),
        method=Method.CASH,
        reference="",
        written_at=life.clock.now() - timedelta(minutes=1),
        collector="李强",
    )
    entries.enter(life.cashier, written)


def spoil_form(life: Life) -> None:
    book = life.one(life.office.back_entries.books())
    number = life.office.back_entries.next_number(book.id)
    assert number is not None
    life.office.books.spoil(life.supervisor, book.id, Run(number, number), "写错作废")


def record_invoice(life: Life) -> None:
    paid = life.office.receipts.get(_any_receipt(life))
    number = f"{life.step:020d}"
    life.office.invoices.record(life.cashier, paid.id, number, paid.amount, life.today)


def pause_late_fee(life: Life) -> None:
    home = life.any_home()
    life.office.late_fee_pauses.begin(life.supervisor, home, life.today, None, "与业主协商中")


def waive(life: Life) -> None:
    due = life.one(life.office.bills.open(life.any_home()).due)
    life.office.adjustments.waive(life.supervisor, due.id, due.version, Money(100), "服务补偿")


def _any_receipt(life: Life) -> ReceiptId:
    return ReceiptId(life.any_row(receipt.c.id))


ACTS: tuple[Act, ...] = (
    *(pay, pay_by_wechat, print_receipt, void, refund, reverse, take_deposit, keep_of_deposit, move_cash),
    *(hand_cash_in, open_drawer, close, note_bill_opened, park, add_one_off, note_unit, end_note),
    *(online_goes_down, online_comes_back, register_book, enter_back, spoil_form, record_invoice),
    *(pause_late_fee, waive),
)
