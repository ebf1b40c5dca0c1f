"""Papers other than receipts that did not come out: said at once, kept over a restart, sent again by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer

from app.core.money import Money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.paper_copies import Paper
from app.counter.receipts.issue_receipt import PrintState
from app.paper.profiles import A5_LANDSCAPE
from tests.accessibility import cut_texts
from tests.closing import close_shift
from tests.counter_screen.answering import answering
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, PaperTray, comes_true
from tests.counter_screen.drawer import press
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.widgets.text_label import TextLabel

QUEUE = "Ctrl+Shift+J"


@pytest.fixture
def offline(open_window: OpenCounter, tray: PaperTray) -> CounterWindow:
    tray.missing = True
    return open_window(tray=tray)


def takes_out(counter: CounterWindow, amount: str = "30") -> Callable[[], bool]:
    """Cash goes out with a slip; whether the bar speaks of its paper."""
    with answering(press(counter.keys, *amount, "F9")):
        counter.keys.press("Ctrl+K")
    return lambda: "Cash slip" in counter.page.flow.empty.note.text()


def test_p8_a_cash_slip_that_did_not_print_is_said_with_the_keys_that_help(offline: CounterWindow) -> None:
    assert comes_true(takes_out(offline))
    words = offline.page.flow.empty.note.text()
    assert words.startswith("Saved, not printed yet Cash slip 2：The printer EPSON LQ-630K is not set up")
    assert "Ctrl Shift J shows every paper, Ctrl Shift O the printers." in words
    assert cut_texts(offline.window) == []
    offline.tray.missing = False
    offline.keys.press("Ctrl+P")
    assert offline.tray.gets("Cash slip 2")
    assert comes_true(lambda: offline.page.flow.empty.note.text() == "")


def test_p8_receipt_and_slip_go_out_with_one_key(offline: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(offline)
    offline.keys.press("F9")
    assert comes_true(takes_out(offline))
    offline.tray.missing = False
    offline.keys.press("Ctrl+P")
    assert comes_true(lambda: sorted(offline.tray.sheets) == ["Cash slip 2", "Receipt R-000010"])
    assert comes_true(lambda: newest(builder).original is PrintState.PRINTED)


def test_c21_a_slip_that_failed_and_is_asked_for_again_has_one_original(offline: CounterWindow) -> None:
    assert comes_true(takes_out(offline))
    with answering(press(offline.keys, "S"), press(offline.keys, "Return")):
        offline.keys.press("F12")
    assert comes_true(lambda: len(offline.page.flow._shifts.printing.failed) == 1)
    offline.tray.missing = False
    offline.keys.press("Ctrl+P")
    assert offline.tray.gets("Cash slip 2")


def left_in_the_printer(builder: OfficeBuilder) -> None:
    """The program ended before a slip, a report with its hand-over, and nothing else, came out."""
    office, cashier = builder.office, builder.cashier
    slip = office.cash_box.move(cashier, MoveCash(CashReason.PETTY, Money(35_00), "何静", "买打印纸"))
    office.cash_slips.sheet(cashier, slip.number)
    written = close_shift(office, cashier)
    office.shift_reports.sheet(cashier, written.no)
    office.shift_reports.sheet(cashier, written.no, Paper.HAND_OVER)


def say_it_came_out(counter: CounterWindow) -> None:
    """F8, Y at the question over the list, and Esc out of it."""
    QTimer.singleShot(0, lambda: counter.keys.press("Y"))
    counter.keys.press("F8", "Esc")


def looks(counter: CounterWindow) -> str:
    """What the pane of the shift says needs a look."""
    pane = counter.page.flow.shift_pane._attention
    return " ".join(label.text() for label in pane.findChildren(TextLabel) if not pane.isHidden())


def titles(counter: CounterWindow) -> list[str]:
    return [paper.title for paper in counter.context.printing.left_over]


def test_p8_what_an_earlier_run_left_is_said_listed_and_printed_by_keys(
    builder: OfficeBuilder, open_window: OpenCounter, tray: PaperTray
) -> None:
    left_in_the_printer(builder)
    counter = open_window(tray=tray)
    wanted = ["Z report Z-000003", "Hand-over slip Z-000003", "Cash slip 2"]
    assert titles(counter) == wanted
    assert counter.page.flow.empty.note.text() == f"3 papers not printed {', '.join(wanted)}"
    assert "Papers not printed 3 papers" in looks(counter)
    with answering(press(counter.keys, "Return", "Esc")):
        counter.keys.press(QUEUE)
    assert tray.gets("Z report Z-000003")
    assert comes_true(lambda: titles(counter) == wanted[1:])
    counter.keys.press("Ctrl+P")
    assert tray.gets(*wanted)
    assert comes_true(lambda: titles(counter) == [])
    assert comes_true(lambda: "Papers not printed" not in looks(counter))
    assert comes_true(lambda: builder.office.shift_reports.waiting() == ())


def test_p8_a_paper_of_an_earlier_run_that_lies_there_counts_as_printed(
    builder: OfficeBuilder, open_window: OpenCounter, tray: PaperTray
) -> None:
    left_in_the_printer(builder)
    counter = open_window(tray=tray)
    with answering(lambda: say_it_came_out(counter)):
        counter.keys.press(QUEUE)
    assert titles(counter) == ["Hand-over slip Z-000003", "Cash slip 2"]
    assert tray.sheets == []
    copy = builder.office.shift_reports.sheet(builder.supervisor, 3)
    assert copy.copy_no == 1


def test_p8_a_paper_that_nobody_wants_any_more_leaves_the_list_and_stays_an_original(
    builder: OfficeBuilder, open_window: OpenCounter
) -> None:
    open_home(first := open_window())
    first.keys.press("Shift+F9")
    taken = newest(builder)
    builder.office.receipts.sheet(builder.cashier, taken.id)
    counter = open_window()
    assert titles(counter) == [f"Receipt {taken.label}"]
    assert f"Papers not printed Receipt {taken.label}" in looks(counter)
    with answering(press(counter.keys, "Del", "Esc")):
        counter.keys.press(QUEUE)
    assert titles(counter) == []
    assert comes_true(lambda: counter.page.flow.empty.note.text() == "")
    assert comes_true(lambda: "Papers not printed" not in looks(counter))
    assert builder.office.receipts.sheet(builder.cashier, taken.id).copy_no == 0


def test_a_notice_that_failed_is_counted_and_sent_again_with_the_rest(offline: CounterWindow) -> None:
    """A paper of which nothing is kept, beside a slip: one number, and one key for both."""
    assert comes_true(takes_out(offline))
    printing = offline.context.printing
    printing.submit("停电通知", A5_LANDSCAPE, lambda: b"%PDF")
    assert comes_true(lambda: offline.page.flow.empty.note.text().startswith("2 papers not printed "))
    assert len(printing.held_up) == 2
    offline.tray.missing = False
    offline.keys.press("Ctrl+P")
    assert comes_true(lambda: sorted(offline.tray.sheets) == ["Cash slip 2", "停电通知"])
    assert comes_true(lambda: printing.held_up == ())
