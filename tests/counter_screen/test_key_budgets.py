"""How many keys a payment needs beyond the search text, counted as they are pressed."""

from __future__ import annotations

from app.core.money import Money
from app.counter.methods import Method
from app.counter.receipts.receipt_list import ReceiptRow
from tests.counter_screen.counter_window import CounterWindow
from tests.office_builder import OfficeBuilder


def newest(builder: OfficeBuilder) -> ReceiptRow:
    shift = builder.office.shifts.current(builder.cashier)
    assert shift is not None
    return builder.office.receipts.of_shift(shift.id)[0]


def keys_after_search(counter: CounterWindow, text: str) -> None:
    counter.keys.type(text)
    counter.keys.count = 0


def test_c20_exact_cash_takes_two_keys(counter: CounterWindow, builder: OfficeBuilder) -> None:
    keys_after_search(counter, "32501")
    counter.keys.press("Return", "F9")
    assert counter.keys.count == 2
    assert (newest(builder).unit, newest(builder).amount, newest(builder).method) == (
        "3-2-501",
        Money(73220),
        Method.CASH,
    )


def test_c20_a_tender_of_four_digits_takes_six(counter: CounterWindow, builder: OfficeBuilder) -> None:
    keys_after_search(counter, "32501")
    counter.keys.press("Return")
    counter.keys.type("2000")
    counter.keys.press("F9")
    assert counter.keys.count == 6
    assert "change 1,267.80" in counter.page.flow.empty.strip.text()


def test_c20_wechat_takes_three_and_the_digits_of_its_reference(counter: CounterWindow, builder: OfficeBuilder) -> None:
    keys_after_search(counter, "32501")
    counter.keys.press("Return", "F7")
    counter.keys.type("8891")
    counter.keys.press("F9")
    assert counter.keys.count == 3 + 4
    assert (newest(builder).method, newest(builder).amount, newest(builder).to_check) == (
        Method.WECHAT,
        Money(73222),
        True,
    )


def test_c20_three_of_five_lines_take_at_most_eight(counter: CounterWindow, builder: OfficeBuilder) -> None:
    keys_after_search(counter, "32501")
    counter.keys.press("Return", "Up", "Space", "Up", "Space", "F9")
    assert counter.keys.count <= 8
    assert newest(builder).amount == Money(17444 + 17187 + 16939 - 0)


def test_c19_the_next_resident_can_be_searched_at_once(counter: CounterWindow) -> None:
    keys_after_search(counter, "32501")
    counter.keys.press("Return", "F9")
    counter.keys.type("zjg")
    assert counter.page.flow.search.box.text() == "zjg"
