"""What cannot be taken or given back: the window says what, where and what to do, and what was typed stays."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import update

from app.core.show import show_money
from app.counter.tables import receipt_book
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home, receipts
from tests.office_builder import OfficeBuilder
from ui.counter.refunds.refund_panel import RefundPanel


def test_c25_a_used_up_book_takes_nothing_and_the_amount_stays(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    before = receipts(builder)
    _use_up(builder)
    counter.keys.type("800")
    counter.keys.press("F9")
    panel = counter.page.flow.desk.panel
    assert "R-" in panel.message.text()
    assert (panel.amount.text(), receipts(builder)) == ("800", before)


def test_c15_the_same_slip_in_two_parts_is_said_and_both_parts_stay(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    before = receipts(builder)
    for amount in ("300", "432.22"):
        counter.keys.type(amount)
        counter.keys.press("F7", "Ctrl+A")
        counter.keys.type("7799")
        counter.keys.press("Ctrl+Return")
    counter.keys.press("F9")
    assert "Reference 7799 stands on two WeChat parts" in counter.page.flow.desk.panel.message.text()
    assert (counter.page.flow.desk.panel.tenders.count, receipts(builder)) == (2, before)


def test_c28_more_than_the_rest_is_refused_where_it_is_typed(counter: CounterWindow, builder: OfficeBuilder) -> None:
    counter.keys.type(newest(builder).label)
    said: list[str] = []

    def too_much() -> None:
        panel = _panel()
        for _ in range(9):
            if panel.amount.isAncestorOf(_focused()) or panel.amount is _focused():
                break
            counter.keys.press("Tab")
        counter.keys.type("999999")
        counter.keys.press("F9")
        said.extend((panel.amount.text(), panel.problem_words()))
        counter.keys.press("Esc")

    with answering(lambda: counter.keys.press("F8"), too_much, lambda: counter.keys.press("Esc")):
        counter.keys.press("Return")
    assert said[0] == "999,999.00"
    rest = show_money(newest(builder).amount)
    assert (
        said[1] == f"Of receipt {newest(builder).label} only {rest} is left; 999,999.00 is more. Type {rest} or less."
    )
    assert builder.office.refunds.newest() == ()


def _use_up(builder: OfficeBuilder) -> None:
    with builder.office.store.transaction() as connection:
        connection.execute(update(receipt_book).values(last=receipt_book.c.next - 1))


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _panel() -> RefundPanel:
    widget: QWidget | None = _focused()
    while widget is not None and not isinstance(widget, RefundPanel):
        widget = widget.parentWidget()
    assert widget is not None, "the refund was not asked"
    return widget
