"""Fingers that press twice, hold a key down or click again: no receipt is doubled and none is lost."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.money import Money
from app.counter.payments.asked import OneOff
from tests.closing import close_shift
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow
from tests.office_builder import OfficeBuilder
from ui.counter.bill.bill_in_hand import OneOffInHand
from ui.counter.receipts import receipt_printing
from ui.shell.question_panel import QuestionPanel

IN_THE_SUITE, WITHOUT_END = 120, 10_000
A_SHIFT = 12  # a list that grows without end would only make it slow
ROOMS = ("3-2-501", "1-1-302", "5-3-1102", "3-2-502", "2-1-1801", "1-3-204")
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
PRESSES = ("f9", "held f9", "enter", "held enter", "click", "double click", "shift f9", "esc and back", "park and back")


def test_g9_a_hundred_and_twenty_bursts_double_nothing_and_lose_nothing(
    open_window: OpenCounter, builder: OfficeBuilder
) -> None:
    counter = open_window()
    counter.page.setUpdatesEnabled(False)  # what is pressed matters here; the endurance run paints as well
    bursts(counter, builder, IN_THE_SUITE)


@pytest.fixture(autouse=True)
def _papers_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """How often something is printed is looked at, not what stands on it."""
    monkeypatch.setattr(receipt_printing, "draw_sheet", lambda *_sheet, **_how: b"%PDF")


@pytest.mark.endurance
def test_g9_ten_thousand_bursts_double_nothing_and_lose_nothing(
    open_window: OpenCounter, builder: OfficeBuilder
) -> None:
    bursts(open_window(), builder, WITHOUT_END)


def bursts(counter: CounterWindow, builder: OfficeBuilder, count: int) -> None:
    """Each burst is a room, a charge of its own amount, and some presses; the day is the seed, so that it repeats."""
    seed = date.today().toordinal()
    print(f"seed {seed}")  # noqa: T201 - who has to repeat it needs it
    chance = random.Random(seed)
    taken: list[Money] = []
    carried: list[int] = []
    for number in range(count):
        amount = Money(1000 + 10 * number)
        open_with_charge(counter, builder, chance.choice(ROOMS), amount)
        told = [chance.choice(PRESSES) for _ in range(chance.randint(1, 5))]
        for press in told:
            do(counter, press)
        if counter.page.flow.is_open:
            counter.keys.press("F9")
        assert not counter.page.flow.is_open, told
        taken.append(amount)
        if number % A_SHIFT == A_SHIFT - 1:
            carried += sums_of_receipts(builder)
            close_shift(builder.office, builder.cashier)
            builder.open_shift()
    carried += sums_of_receipts(builder)
    assert sorted(carried) == sorted(one.fen for one in taken)
    printed = counter.tray.sheets
    assert len(printed) == len(set(printed))
    assert builder.breaches() == []


def open_with_charge(counter: CounterWindow, builder: OfficeBuilder, code: str, amount: Money) -> None:
    """The charge carries an amount that no other burst has, so that a doubled or a lost one shows."""
    flow = counter.page.flow
    flow.bills.open_unit(builder.office.estate.unit_named(code))
    hand = flow.desk.hand
    assert hand is not None
    item = builder.office.fee_items.one_offs()[0]
    hand.chosen.clear()
    hand.one_offs.append(OneOffInHand(OneOff(item.id, f"G9 {amount.fen}", amount)))
    flow.desk.follow(hand)


def do(counter: CounterWindow, press: str) -> None:
    presses: dict[str, Callable[[], None]] = {
        "f9": lambda: counter.keys.press("F9"),
        "held f9": lambda: hold(Qt.Key.Key_F9),
        "enter": lambda: counter.keys.press("Return"),
        "held enter": lambda: hold(Qt.Key.Key_Return),
        "click": lambda: click(counter),
        "double click": lambda: click(counter, twice=True),
        "shift f9": lambda: counter.keys.press("Shift+F9"),
        "esc and back": lambda: back_again(counter, "Esc", "Ctrl+Z"),
        "park and back": lambda: back_again(counter, "F11", "Ctrl+F11"),
    }
    presses[press]()


def back_again(counter: CounterWindow, away: str, back: str) -> None:
    if counter.page.flow.is_open:
        counter.keys.press(away, back)


def hold(key: Qt.Key) -> None:
    """One press, then what the keyboard repeats by itself."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyPress(focused, key)
    for _ in range(5):
        now: QWidget | None = QApplication.focusWidget()
        if now is not None:
            QApplication.sendEvent(now, QKeyEvent(QKeyEvent.Type.KeyPress, key, NONE, "", True))
    last = QApplication.focusWidget()
    if last is not None:
        QTest.keyRelease(last, key)
    QApplication.processEvents()


def click(counter: CounterWindow, *, twice: bool = False) -> None:
    """On the button that takes the money, where it stands, whether a bill is still open or not."""
    button = counter.page.flow.desk.panel.take
    place = QPoint(button.width() // 2, button.height() // 2)
    if twice:
        QTest.mouseDClick(button, LEFT, NONE, place)
    QTest.mouseClick(button, LEFT, NONE, place)
    QApplication.processEvents()
    assert counter.window.findChildren(QuestionPanel) == []


def sums_of_receipts(builder: OfficeBuilder) -> list[int]:
    """The charges of the bursts that receipts carry, each as often as it stands on one."""
    shift = builder.office.shifts.current(builder.cashier)
    assert shift is not None
    facts = [builder.office.receipts.facts(row.id) for row in builder.office.receipts.of_shift(shift.id)]
    carried = [line for one in facts for line in one.lines if line.item.startswith("G9 ")]
    return [line.amount.fen for line in carried]
