"""What the amount does when the method changes, when far too much is typed, and with keys that are no digits."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from app.core.money import Money
from app.counter.methods import Method
from tests.accessibility import cut_texts
from tests.counter_screen.answering import answering
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, comes_true
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home, receipts
from tests.counter_screen.test_search_and_scan import scan
from tests.office_builder import OfficeBuilder
from ui.widgets.key_button import KeyButton


def test_cash_above_the_due_does_not_become_credit_with_another_method(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.type("1500")
    counter.keys.press("F7")
    panel = counter.page.flow.desk.panel
    assert panel.amount.text() == "732.22"
    assert panel.outcome.word.text() == "Settled exactly"
    counter.keys.type("5566")
    counter.keys.press("Return")
    assert panel.amount.selectedText() == "732.22"
    counter.keys.press("F9")
    assert newest(builder).amount == Money(73222)


def test_a_card_payment_above_the_due_goes_back_to_whole_jiao_in_cash(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("F6")
    counter.keys.press("Return")
    counter.keys.type("800")
    counter.keys.press("F5")
    assert counter.page.flow.desk.panel.amount.selectedText() == "732.20"


def test_a_part_payment_stays_with_another_method(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("400")
    counter.keys.press("F7")
    panel = counter.page.flow.desk.panel
    assert (panel.amount.text(), panel.outcome.word.text()) == ("400.00", "Still owed")


def test_the_same_method_once_more_leaves_the_cash_that_was_typed(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("800")
    counter.keys.press("F5")
    assert counter.page.flow.desk.panel.amount.text() in ("800", "800.00")


def test_far_too_much_cash_is_asked_about_once(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    before = receipts(builder)
    counter.keys.type("9000000")
    counter.keys.press("F9")
    panel = counter.page.flow.desk.panel
    assert "9,000,000.00 in cash for 732.20 gives 8,999,267.80 change" in panel.message.text()
    assert receipts(builder) == before
    assert panel.amount.hasFocus()
    counter.keys.press("F9")
    assert receipts(builder) == before + 1


def test_another_amount_far_too_large_is_asked_about_again(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    before = receipts(builder)
    counter.keys.type("9000000")
    counter.keys.press("F9")
    counter.keys.type("900000")
    counter.keys.press("F9")
    assert "900,000.00 in cash" in counter.page.flow.desk.panel.message.text()
    assert receipts(builder) == before


def test_much_by_transfer_is_credit_and_not_asked_about(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("F8")
    counter.keys.type("20261120-9")
    counter.keys.press("Return")
    counter.keys.type("20000")
    counter.keys.press("F9")
    assert newest(builder).method is Method.TRANSFER
    assert newest(builder).amount == Money.yuan(20_000)


@pytest.mark.parametrize("typed", ["12..5", "abc", "12.345"])
def test_an_amount_that_cannot_be_read_is_said_when_the_typing_pauses(counter: CounterWindow, typed: str) -> None:
    open_home(counter)
    panel = counter.page.flow.desk.panel
    counter.keys.type(typed)
    assert (panel.amount.problem, panel.message.text()) == ("", "")
    assert comes_true(lambda: bool(panel.amount.problem))
    assert panel.message.text() == panel.amount.problem
    assert panel.message.isVisible()
    counter.keys.press("Backspace")
    assert (panel.amount.problem, panel.message.text()) == ("", "")


def test_an_amount_that_cannot_be_read_is_said_when_the_field_is_left(counter: CounterWindow) -> None:
    open_home(counter)
    panel = counter.page.flow.desk.panel
    counter.keys.type("12..5")
    counter.keys.press("Tab")
    assert panel.message.text() == panel.amount.problem != ""


def test_an_amount_that_is_filled_in_anew_is_not_called_unreadable(counter: CounterWindow) -> None:
    open_home(counter)
    panel = counter.page.flow.desk.panel
    counter.keys.type("12..5")
    counter.keys.press("Up")
    assert panel.amount.problem
    counter.keys.press("Space", "Return")
    counter.keys.type("5")
    assert (panel.amount.problem, panel.message.text()) == ("", "")


def test_space_leaves_the_amount_and_says_where_it_ticks(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Space")
    assert counter.page.flow.desk.panel.amount.selectedText() == "732.20"
    assert "press ↑ first" in counter.said[-1]


def test_down_goes_to_the_lines_not_yet_due(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Down", "Space")
    assert counter.page.flow.desk.panel.due.total.text() == "¥897.80"
    counter.keys.press("Return")
    assert counter.page.flow.desk.panel.amount.selectedText() == "897.80"


def test_down_without_a_line_below_says_so(counter: CounterWindow) -> None:
    counter.keys.commit("商铺07")
    counter.keys.press("Return", "Down")
    assert "No line below" in counter.said[-1]
    assert counter.page.flow.desk.panel.amount.hasFocus()


def test_a_digit_typed_on_a_button_begins_the_amount(counter: CounterWindow) -> None:
    open_home(counter)
    for widget in (explain_cap(counter), counter.page.flow.search.list, counter.page.flow.desk.sheet.lines.table):
        widget.setFocus()
        counter.keys.type("800")
        panel = counter.page.flow.desk.panel
        assert (panel.amount.hasFocus(), panel.amount.text(), panel.outcome.figure.text()) == (True, "800", "¥67.80")
        panel.amount.setText("1")


def test_a_digit_typed_without_a_bill_stays_where_it_was_typed(counter: CounterWindow) -> None:
    counter.page.flow.search.list.setFocus()
    counter.keys.type("8")
    assert counter.page.flow.search.list.hasFocus()
    assert not counter.page.flow.is_open


def test_a_scan_over_a_button_is_a_scan(counter: CounterWindow, builder: OfficeBuilder) -> None:
    code = builder.office.receipts.facts(newest(builder).id).code
    open_home(counter)
    counter.keys.type("500")
    explain_cap(counter).setFocus()
    with answering(lambda: counter.keys.press("Esc")):
        scan(counter, code)
    assert counter.page.flow.search.box.text() == code
    assert counter.page.flow.desk.panel.amount.value() == Money.yuan(500)


def test_a_charge_on_the_spot_is_scrolled_into_view(open_window: OpenCounter) -> None:
    counter = open_window(size=(1366, 480))
    open_home(counter)
    with counter.keys.when_asked("Return"):
        counter.keys.press("Ctrl+T")
    table = counter.page.flow.desk.sheet.lines.table
    current = table.current()
    assert current is not None
    assert current.key == -1
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def explain_cap(counter: CounterWindow) -> QWidget:
    """The button of F4 above the explanation."""
    return next(button for button in counter.page.findChildren(KeyButton) if button.action_shown.cap == "F4")


def test_a_room_that_owes_nothing_says_how_to_pay_ahead(counter: CounterWindow) -> None:
    counter.keys.commit("商铺07")
    counter.keys.press("Return")
    sheet = counter.page.flow.desk.sheet
    assert sheet.nothing_due.isVisible()
    assert sheet.nothing_due.text().startswith("Nothing is owed")
    caps = [button.action_shown.cap for button in sheet.nothing_due.findChildren(KeyButton)]
    assert caps == ["Ctrl H", "Ctrl T"]
    assert sheet.nothing_due.geometry().bottom() < sheet.past.geometry().top() + 1
    assert cut_texts(counter.window) == []


def test_a_bill_with_something_due_or_taken_along_says_no_such_thing(counter: CounterWindow) -> None:
    open_home(counter)
    assert not counter.page.flow.desk.sheet.nothing_due.isVisible()
    counter.keys.press("F9")
    counter.keys.type("1-1-201")
    counter.keys.press("Return")
    with counter.keys.when_asked("2", "Return"):
        counter.keys.press("Ctrl+H")
    assert not counter.page.flow.desk.sheet.nothing_due.isVisible()


def test_where_all_that_stands_there_falls_due_later_it_says_so(counter: CounterWindow) -> None:
    """December's parking of 3-2-501 is billed and not yet due."""
    open_home(counter)
    counter.keys.press("F9")
    open_home(counter)
    sheet = counter.page.flow.desk.sheet
    assert sheet.nothing_due.isVisible()
    assert sheet.nothing_due.text().startswith("Nothing is due today The lines above fall due later")
    counter.keys.press("Down", "Space")
    assert not sheet.nothing_due.isVisible()
