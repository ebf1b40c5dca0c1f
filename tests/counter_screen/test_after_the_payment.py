"""What is said after a payment, and what is asked before one is taken back."""

from __future__ import annotations

from app.counter.receipts.issue_receipt import PrintState
from tests.counter_screen.answering import answering
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, PaperTray
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home
from tests.counter_screen.test_receipts_and_shift import close_the_shift, paid_but_not_printed
from tests.office_builder import OfficeBuilder
from ui.counter.receipts.receipt_panel import ReceiptPanel
from ui.counter.receipts.void_panel import VoidPanel
from ui.shell.common_questions import TellPanel
from ui.widgets.key_button import KeyButton


def test_what_is_not_printed_is_said_whole_and_the_keys_stay(
    open_window: OpenCounter, builder: OfficeBuilder, tray: PaperTray
) -> None:
    counter = paid_but_not_printed(open_window, tray)
    counter.keys.type("zjg")
    counter.keys.press("Return")
    sheet = counter.page.flow.desk.sheet
    assert "Saved, not printed yet" in sheet.bar.text()
    assert sheet.bar.isVisible()
    assert sheet._keys.isVisible()
    assert sheet.bar.height() >= sheet.bar.height_in(sheet.bar.width())
    for part in (sheet._keys, sheet.explain, sheet.lines):
        assert not sheet.bar.geometry().intersects(part.geometry())


def test_a_long_notice_gets_the_lines_that_it_needs(counter: CounterWindow) -> None:
    open_home(counter)
    bar = counter.page.flow.desk.sheet.bar
    low = bar.height_in(bar.width())
    bar.say("This computer has no printer. Add one in the settings of the system and print again. " * 4)
    counter.page.flow.desk.sheet.place()
    assert bar.height() > low
    assert bar.height() >= bar._text.heightForWidth(bar._text.width())


def test_a_receipt_that_was_never_printed_asks_for_no_papers(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("Shift+F9")
    assert newest(builder).original is PrintState.NOT_WANTED
    counter.keys.type("R-000010")
    asked: list[bool] = []

    def void() -> None:
        panel = counter.window.findChild(VoidPanel)
        assert isinstance(panel, VoidPanel)
        asked.append(panel.copies.isVisible())
        counter.keys.press("Ctrl+Return")

    with answering(lambda: counter.keys.press("Del"), void):
        counter.keys.press("Return")
    assert asked == [False]
    assert newest(builder).voided


def test_the_strip_of_what_was_taken_goes_with_its_receipt(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("Shift+F9")
    assert counter.page.flow.empty.shows_taken
    counter.keys.type("R-000010")
    with answering(lambda: counter.keys.press("Del"), lambda: counter.keys.press("Ctrl+Return")):
        counter.keys.press("Return")
    assert newest(builder).voided
    assert not counter.page.flow.empty.shows_taken


def test_the_strip_stays_when_another_receipt_is_voided(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Shift+F9")
    counter.keys.type("R-000009")
    with answering(lambda: counter.keys.press("Del"), lambda: counter.keys.press("Tab", "Tab", "Down", "Ctrl+Return")):
        counter.keys.press("Return")
    assert counter.page.flow.empty.shows_taken


def test_a_receipt_of_a_closed_shift_is_refused_before_anything_is_filled_in(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    close_the_shift(builder)
    counter.keys.type("R-000009")
    said: list[str] = []

    def read() -> None:
        panel = counter.window.findChild(TellPanel)
        assert isinstance(panel, TellPanel)
        said.append(panel.accessibleName())
        counter.keys.press("Esc")

    with answering(lambda: counter.keys.press("Del"), read, lambda: counter.keys.press("Esc")):
        counter.keys.press("Return")
    assert said == ["The receipt was not voided"]


def test_the_items_of_a_receipt_are_counted_without_late_fees_and_rounding(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.press("F9")
    assert newest(builder).items == "物业费 2026-08 等 5 项"


def test_a_voided_receipt_offers_no_second_void(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Shift+F9")
    counter.keys.type("R-000010")
    with answering(lambda: counter.keys.press("Del"), lambda: counter.keys.press("Ctrl+Return")):
        counter.keys.press("Return")
    offered: list[str] = []

    def read() -> None:
        panel = counter.window.findChild(ReceiptPanel)
        assert isinstance(panel, ReceiptPanel)
        offered.extend(button.text() for button in panel.findChildren(KeyButton))
        counter.keys.press("Esc")

    counter.page.flow.search.search_for("R-000010")
    with answering(read):
        counter.keys.press("Return")
    assert any("Preview" in words for words in offered)
    assert not any("Void" in words for words in offered)


def test_the_strip_speaks_of_change_only_where_cash_was_among_it(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("F7")
    counter.keys.type("5512")
    counter.keys.press("F9")
    strip = counter.page.flow.empty.strip
    assert (strip.word.text(), strip.figure.text()) == ("Received", "¥732.22")


def test_what_was_said_while_splitting_is_gone_when_the_money_is_in(counter: CounterWindow) -> None:
    cleared: list[bool] = []
    counter.context.messages.cleared.connect(lambda: cleared.append(True))
    open_home(counter)
    counter.keys.type("300")
    counter.keys.press("Ctrl+Return")
    assert not cleared
    counter.keys.press("F9")
    assert cleared == [True]
