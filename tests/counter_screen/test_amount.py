"""What the amount does when the method changes, when far too much is typed, and with keys that are no digits."""

from __future__ import annotations

from app.core.money import Money
from app.counter.methods import Method
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home, receipts
from tests.office_builder import OfficeBuilder


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
