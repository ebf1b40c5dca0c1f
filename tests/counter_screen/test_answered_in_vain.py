"""G3: what was answered and then refused, or not agreed to by a second person, stands in its question again."""

from __future__ import annotations

from contextlib import suppress
from typing import NoReturn

import pytest

from app.core.money import Money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.shifts.refusals import NotInDrawer
from app.store.faults import DiskFailed
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.drawer import press
from tests.counter_screen.test_question_drafts import shown
from tests.office_builder import OfficeBuilder
from ui.counter.cash.cash_panel import CashPanel, Direction
from ui.sentences import say
from ui.shell.common_questions import TellPanel


def seen_again(counter: CounterWindow) -> tuple[Direction, Money | None]:
    seen: list[tuple[Direction, Money | None]] = []

    def look() -> None:
        panel = shown(CashPanel)
        seen.append((panel.direction, panel.amount.value()))
        counter.keys.press("Esc")

    with answering(look):
        counter.keys.press("Ctrl+K")
    return seen[0]


def test_cash_that_is_not_in_the_drawer(counter: CounterWindow, builder: OfficeBuilder) -> None:
    refused: list[str] = []
    with suppress(NotInDrawer):
        while True:
            builder.office.cash_box.move(builder.cashier, MoveCash(CashReason.TO_SAFE, Money.yuan(400), "沈若兰"))

    def reads() -> None:
        refused.append(shown(TellPanel).title)
        counter.keys.press("Esc")

    with answering(press(counter.keys, *"490", "F9"), reads):
        counter.keys.press("Ctrl+K")
    assert refused == ["No cash was moved"]
    assert seen_again(counter) == (Direction.OUT, Money.yuan(490))


def test_cash_that_needs_a_supervisor_who_does_not_come(counter: CounterWindow) -> None:
    with answering(press(counter.keys, "F6", *"600", "F9"), press(counter.keys, "Esc")):
        counter.keys.press("Ctrl+K")
    assert seen_again(counter) == (Direction.IN, Money.yuan(600))


def test_cash_that_was_moved_is_not_offered_again(counter: CounterWindow) -> None:
    begun = seen_again(counter)
    with answering(press(counter.keys, *"30", "F9")):
        counter.keys.press("Ctrl+K")
    assert "taken out of the drawer" in counter.said[-1]
    assert seen_again(counter) == begun


def test_cash_that_was_moved_is_not_denied_because_its_slip_cannot_be_read(
    counter: CounterWindow, builder: OfficeBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> NoReturn:
        raise DiskFailed("gone")

    begun = seen_again(counter)
    monkeypatch.setattr(builder.office.cash_slips, "sheet", fails)
    with answering(press(counter.keys, *"30", "F9")):
        counter.keys.press("Ctrl+K")
    assert "taken out of the drawer" in counter.said[-2]
    assert counter.said[-1] == say(DiskFailed("gone"))
    assert seen_again(counter) == begun
