"""Paying at the counter, by keys only: what is shown before F9, and what F9 does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.money import NOTHING, Money
from app.counter.methods import Method
from tests.closing import close_shift
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.office_builder import OfficeBuilder


def open_home(counter: CounterWindow) -> None:
    counter.keys.type("32501")
    counter.keys.press("Return")


def receipts(builder: OfficeBuilder) -> int:
    shift = builder.office.shifts.current(builder.cashier)
    assert shift is not None
    return len(builder.office.receipts.of_shift(shift.id))


def shown_lines(counter: CounterWindow) -> list[tuple[str, str]]:
    model = counter.page.flow.desk.sheet.lines.table.rows_model
    titles = [column.title for column in model.columns]
    paid, left = titles.index("Paid now"), titles.index("Left")
    return [(model.columns[paid].text_of(row), model.columns[left].text_of(row)) for row in model.rows if row.chosen]


def test_c7_c8_the_bill_opens_with_everything_due_chosen_and_the_amount_selected(counter: CounterWindow) -> None:
    open_home(counter)
    panel = counter.page.flow.desk.panel
    assert panel.amount.hasFocus()
    assert panel.amount.selectedText() == "732.20"
    assert panel.due.total.text() == "¥732.22"
    assert panel.slot.rounding.text() == "In cash 732.20, rounded off 0.02"
    assert [row.chosen for row in counter.page.flow.desk.sheet.lines.table.rows_model.rows] == [True] * 5 + [False] * 2


def test_c11_a_part_payment_shows_its_split_before_the_commit(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.type("400")
    assert shown_lines(counter) == [
        ("165.58", "8.86"),
        ("165.58", "6.29"),
        ("68.84", "100.55"),
        ("0.00", "49.70"),
        ("0.00", "166.82"),
    ]
    panel = counter.page.flow.desk.panel
    assert (panel.outcome.word.text(), panel.outcome.figure.text()) == ("Still owed", "¥332.22")
    counter.keys.press("F9")
    assert newest(builder).amount == Money.yuan(400)
    assert builder.owes(builder.office.estate.unit_named("3-2-501")) == Money(33222)


def test_c10_change_shows_while_the_amount_is_typed(counter: CounterWindow) -> None:
    open_home(counter)
    shown = []
    for digit in "1000":
        counter.keys.type(digit)
        shown.append(counter.page.flow.desk.panel.outcome.figure.text())
    assert shown == ["¥731.22", "¥722.22", "¥632.22", "¥267.80"]


def test_c10_more_than_the_due_by_wechat_becomes_credit_and_says_so(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.press("F7")
    counter.keys.type("8891")
    counter.keys.press("Return")
    counter.keys.type("800")
    panel = counter.page.flow.desk.panel
    assert (panel.outcome.word.text(), panel.outcome.figure.text()) == ("To credit", "¥67.78")
    counter.keys.press("F9")
    assert builder.office.bills.open(builder.office.estate.unit_named("3-2-501")).credit == Money(6778)


def test_c13_a_sum_typed_with_a_plus_counts(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("700+100")
    assert counter.page.flow.desk.panel.outcome.figure.text() == "¥67.80"


def test_c13_an_amount_that_cannot_be_read_is_said_and_nothing_is_lost(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    before = receipts(builder)
    open_home(counter)
    counter.keys.type("12x")
    counter.keys.press("F9")
    panel = counter.page.flow.desk.panel
    assert "“12x” is not an amount" in panel.message.text()
    assert panel.amount.text() == "12x"
    assert panel.amount.hasFocus()
    assert receipts(builder) == before


def test_fen_in_cash_are_refused_beside_the_button(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("1000.05")
    counter.keys.press("F9")
    assert "Cash has no fen" in counter.page.flow.desk.panel.message.text()


def test_c22_f9_twice_yields_one_receipt(counter: CounterWindow, builder: OfficeBuilder) -> None:
    before = receipts(builder)
    open_home(counter)
    counter.keys.press("F9", "F9")
    assert receipts(builder) == before + 1
    assert "Open a room first" in counter.said[-1]


def test_g9_f9_held_down_yields_one_receipt(counter: CounterWindow, builder: OfficeBuilder) -> None:
    before = receipts(builder)
    open_home(counter)
    for repeated in [False] + [True] * 30:
        focused = QApplication.focusWidget()
        assert focused is not None
        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F9, none, "", repeated)
        if repeated:
            QApplication.sendEvent(focused, press)
        else:
            QTest.keyPress(focused, Qt.Key.Key_F9)
    assert receipts(builder) == before + 1


def test_enter_and_arrows_in_the_amount_change_no_digit(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("15")
    counter.keys.press("Return", "Down", "Up", "Return")
    assert counter.page.flow.desk.panel.amount.text() == "15.00"


def test_c22_another_window_that_was_faster_is_named(open_window: OpenCounter, builder: OfficeBuilder) -> None:
    counter = open_window()
    open_home(counter)
    counter.keys.type("900")
    taken = builder.pays(builder.office.estate.unit_named("3-2-501"))
    counter.keys.press("F9")
    panel = counter.page.flow.desk.panel
    assert f"already taken by 王敏 on receipt {taken.label}" in panel.message.text()
    assert panel.amount.text() == "900"
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.due() == NOTHING


def test_a_day_that_passed_is_named_and_the_new_total_can_be_taken(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    open_home(counter)
    counter.keys.type("900")
    builder.clock.set(datetime(2026, 11, 21, 9))
    close_shift(builder.office, builder.cashier)
    builder.open_shift()
    counter.keys.press("F9")
    assert "is owed now, not ¥732.22" in counter.page.flow.desk.panel.message.text()
    assert counter.page.flow.desk.panel.amount.text() == "900"
    counter.keys.press("F9")
    assert newest(builder).amount == Money(73250)


def test_a_clock_that_runs_behind_is_named_once(counter: CounterWindow, builder: OfficeBuilder) -> None:
    builder.clock.set(builder.clock.now() - timedelta(minutes=40))
    open_home(counter)
    before = receipts(builder)
    counter.keys.press("F9")
    assert "but the last entry was made at" in counter.page.flow.desk.panel.message.text()
    assert receipts(builder) == before
    counter.keys.press("F9")
    assert receipts(builder) == before + 1


def test_c15_a_reference_seen_before_needs_a_supervisor(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    before = receipts(builder)
    counter.keys.press("F7")
    counter.keys.type("7731")
    with counter.keys.when_asked("Esc"):
        counter.keys.press("F9")
    assert receipts(builder) == before
    assert "Reference 7731 was already taken today" in counter.page.flow.desk.panel.message.text()
    with answering(supervisor_says_yes(counter.keys)):
        counter.keys.press("F9")
    assert receipts(builder) == before + 1


def test_somebody_else_may_pay(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("Ctrl+U")
    counter.keys.type("Li Hua")
    counter.keys.press("Return", "F9")
    assert newest(builder).payer == "Li Hua"


def test_nobody_as_payer_is_refused(counter: CounterWindow, builder: OfficeBuilder) -> None:
    before = receipts(builder)
    open_home(counter)
    counter.keys.press("Ctrl+U", "Del", "F9")
    assert "payer's name is empty" in counter.page.flow.desk.panel.message.text()
    assert receipts(builder) == before


def test_c16_principal_only_leaves_the_late_fees(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("Up", "W", "F9")
    assert newest(builder).amount == Money(71200)
    assert builder.owes(builder.office.estate.unit_named("3-2-501")) == Money(2020)


def test_c12_home_chooses_what_is_due_and_end_everything(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up", "End")
    assert counter.page.flow.desk.panel.due.total.text() == "¥1,047.80"
    counter.keys.press("Home")
    assert counter.page.flow.desk.panel.due.total.text() == "¥732.22"


def test_c12_down_past_the_last_line_comes_back_to_the_amount(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Up", "Down", "Down", "Down")
    assert counter.page.flow.desk.panel.amount.hasFocus()


def test_an_access_card_is_charged_on_the_spot(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    with counter.keys.when_asked("Return"):
        counter.keys.press("Ctrl+T")
    assert counter.page.flow.desk.panel.due.total.text() == "¥752.22"
    counter.keys.press("F9")
    assert newest(builder).amount == Money(75220)
    facts = builder.office.receipts.facts(newest(builder).id)
    assert any((line.item, line.amount) == ("门禁卡", Money.yuan(20)) for line in facts.lines)


def test_c9_the_method_of_the_last_payment_is_offered_next(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("F6", "F9")
    assert newest(builder).method is Method.CARD
    counter.keys.type("5-3-1102")
    counter.keys.press("Return")
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.method is Method.CARD


def test_c24_the_strip_shows_the_change_and_leaves_the_caret_in_the_search_box(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.type("800")
    counter.keys.press("F9")
    assert counter.page.flow.empty.shows_taken
    assert counter.page.flow.empty.strip.text() == (
        "3-2-501 张建国·Received 800.00 by cash·receipt R-000010·change 67.80"
    )
    assert counter.page.flow.search.box.hasFocus()
    assert counter.page.flow.search.box.text() == ""


@pytest.mark.parametrize("width", [1366, 1024])
def test_item_and_period_of_a_line_are_whole_where_the_window_is_small(open_window: OpenCounter, width: int) -> None:
    counter = open_window(size=(width, 600))
    open_home(counter)
    table = counter.page.flow.desk.sheet.lines.table
    titles = [column.title for column in table.rows_model.columns]
    for title in ("Item", "Period", "State", "Paid now", "Left"):
        at = titles.index(title)
        assert table.columnWidth(at) >= table._width(at), title
    assert table.horizontalHeader().length() <= table.viewport().width()
