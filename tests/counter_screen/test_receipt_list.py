"""All receipts over the counter: found by words, narrowed and opened by keys, printed again, invoiced."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.money import Money
from app.counter.receipts.receipt_list import ReceiptRow
from tests.accessibility import nameless
from tests.counter_screen.answering import answering
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, comes_true
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.counter.receipts.receipts_page import ReceiptsPage
from ui.widgets.text_label import TextLabel

CloseIt = Callable[[], None]


def opened(counter: CounterWindow) -> ReceiptsPage:
    counter.keys.press("Ctrl+F")
    page = next(one for one in counter.page.findChildren(ReceiptsPage))
    assert page.isVisible()
    return page


def labels(page: ReceiptsPage) -> list[str]:
    return [row.label for row in page.table.rows_model.rows]


def search(counter: CounterWindow, page: ReceiptsPage, text: str) -> list[str]:
    page.box.clear()
    counter.keys.press("F2")
    counter.keys.type(text)
    QTest.qWait(200)
    return labels(page)


@pytest.fixture
def page(counter: CounterWindow) -> ReceiptsPage:
    return opened(counter)


def test_it_opens_on_today_with_the_sum_of_what_stands(page: ReceiptsPage) -> None:
    assert labels(page) == [f"R-{number:06d}" for number in range(9, 2, -1)]
    assert page.sums.text().startswith("7 receipts")
    assert page.box.hasFocus()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1-1-201", ["R-000003"]),
        ("4410", ["R-000005"]),
        ("331.16", ["R-000002"]),
        ("20261120-3", ["R-000008"]),
    ],
)
def test_words_look_through_all_days(counter: CounterWindow, page: ReceiptsPage, words: str, found: list[str]) -> None:
    assert search(counter, page, words) == found


def test_f5_f6_and_f7_narrow_the_list(counter: CounterWindow, page: ReceiptsPage) -> None:
    counter.keys.press("F5", "F5", "F5")
    assert len(labels(page)) == 9
    counter.keys.press("F6", "F6")
    assert labels(page) == ["R-000006"]
    counter.keys.press("F8", "F7", "F7", "F7")
    assert labels(page) == ["R-000003", "R-000002", "R-000001"]


def test_enter_opens_the_first_and_esc_comes_back_to_the_list(
    counter: CounterWindow, page: ReceiptsPage, builder: OfficeBuilder
) -> None:
    search(counter, page, "1-1-201")
    with answering(lambda: counter.keys.press("Esc")):
        counter.keys.press("Return")
    assert page.isVisible()
    with answering(lambda: counter.keys.press("Return")):
        counter.keys.press("Return")
    assert not page.isVisible()
    hand = counter.page.flow.desk.hand
    assert hand is not None
    assert hand.bill.unit.id == builder.office.estate.unit_named("1-1-201")


def test_the_paper_of_the_chosen_receipt_stands_beside_the_list(
    open_window: OpenCounter, builder: OfficeBuilder
) -> None:
    counter = open_window()
    page = opened(counter)
    counter.context.layout.measure(1366, 100)
    page.table.choose(1)
    assert comes_true(lambda: page.side.view.shows_paper)
    assert builder.office.receipts.find("R-000008")[0].copies == 0


def test_c26_any_receipt_is_printed_again_from_the_list(
    counter: CounterWindow, page: ReceiptsPage, builder: OfficeBuilder
) -> None:
    search(counter, page, "1-1-201")
    page.table.choose(0)
    counter.keys.press("Ctrl+R")
    assert counter.tray.gets("Receipt R-000003")
    assert comes_true(lambda: row(builder, "R-000003").copies == 1)


def test_x07_an_invoice_is_recorded_by_keys(counter: CounterWindow, page: ReceiptsPage, builder: OfficeBuilder) -> None:
    search(counter, page, "1-1-201")
    page.table.choose(0)
    with answering(lambda: record(counter)):
        counter.keys.press("Ctrl+I")
    assert row(builder, "R-000003").invoiced == Money(205_03)
    assert search(counter, page, "25332000000012345678") == ["R-000003"]


def test_voiding_an_invoiced_receipt_asks_for_the_red_invoice(
    counter: CounterWindow, page: ReceiptsPage, builder: OfficeBuilder
) -> None:
    receipt = row(builder, "R-000003")
    builder.office.invoices.record(builder.cashier, receipt.id, "12345678", Money(5_00), receipt.at.date())
    search(counter, page, "1-1-201")
    asked: list[str] = []

    def read() -> None:
        words = [label.text() for label in counter.window.findChildren(TextLabel) if label.isVisible()]
        asked.extend(words)
        counter.keys.press("Return")

    with answering(lambda: counter.keys.press("Del"), lambda: void(counter), read):
        counter.keys.press("Return")
    assert any("12345678" in words for words in asked)
    assert row(builder, "R-000003").voided


def void(counter: CounterWindow) -> None:
    counter.keys.press("Tab", "Tab", "Down", "Ctrl+Return")


def record(counter: CounterWindow) -> None:
    counter.keys.type("25332000000012345678")
    counter.keys.press("F9", "Esc")


def test_esc_gives_the_counter_back_as_it_was(counter: CounterWindow) -> None:
    open_home(counter)
    before = counter.page.flow.desk.hand
    focused = QApplication.focusWidget()
    page = opened(counter)
    counter.keys.press("F9", "Shift+F9", "F12")
    counter.keys.press("Esc")
    assert not page.isVisible()
    assert counter.page.flow.desk.hand is before
    assert QApplication.focusWidget() is focused
    assert counter.tray.sheets == []


def test_digits_typed_in_the_list_never_reach_the_amount_below(counter: CounterWindow) -> None:
    open_home(counter)
    before = counter.page.flow.desk.panel.amount.text()
    page = opened(counter)
    page.table.setFocus()
    counter.keys.type("999")
    assert counter.page.flow.desk.panel.amount.text() == before


def test_tab_stays_in_the_list_and_everything_has_a_name(counter: CounterWindow, page: ReceiptsPage) -> None:
    for _ in range(12):
        counter.keys.press("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused)
    assert nameless(page) == []


def row(builder: OfficeBuilder, label: str) -> ReceiptRow:
    return builder.office.receipts.find(label)[0]
