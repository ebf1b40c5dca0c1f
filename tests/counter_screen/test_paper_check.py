"""A paper is scanned or typed in: genuine opens its receipt, a false one can not be overlooked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.core.paper_code import luhn_digit
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow
from tests.office_builder import OfficeBuilder
from ui.counter.receipts.check_panel import CheckPanel
from ui.counter.receipts.receipt_panel import ReceiptPanel
from ui.counter.receipts.verdict_banner import VerdictBanner
from ui.widgets.overlay import Overlay


@pytest.fixture
def code(builder: OfficeBuilder) -> str:
    """The twenty digits of receipt R-000003."""
    return builder.office.receipts.facts(builder.office.receipts.find("R-000003")[0].id).code


def panel() -> object:
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    assert widget is not None
    return widget.panel


def said(seen: list[str], counter: CounterWindow, kind: type[object]) -> Callable[[], None]:
    """Keep what the banner says, and go back."""

    def look() -> None:
        shown = panel()
        assert isinstance(shown, kind)
        assert isinstance(shown, ReceiptPanel | CheckPanel)
        assert isinstance(shown.banner, VerdictBanner)
        seen.append(shown.banner.text())
        counter.keys.press("Esc")

    return look


def check(counter: CounterWindow, text: str, kind: type[object]) -> str:
    """Type a text into the search box and press Enter, as a scanner does; what the banner says."""
    seen: list[str] = []
    counter.keys.press("F2")
    counter.page.search.box.clear()
    with answering(said(seen, counter, kind)):
        counter.keys.type(text)
        counter.keys.press("Return")
    return seen[0]


def test_a_genuine_code_opens_its_receipt_and_says_the_amount(counter: CounterWindow, code: str) -> None:
    words = check(counter, code, ReceiptPanel)
    assert words.startswith("Genuine.")
    assert "¥205.03" in words


def test_number_and_check_value_typed_by_hand_do_the_same(counter: CounterWindow, code: str) -> None:
    assert check(counter, f"R-000003 {code[11:19]}", ReceiptPanel).startswith("Genuine.")


def test_the_check_value_alone_opens_the_receipt_and_says_what_to_compare(counter: CounterWindow, code: str) -> None:
    opened: list[str] = []

    def look() -> None:
        shown = panel()
        assert isinstance(shown, ReceiptPanel)
        opened.append(shown.title)
        counter.keys.press("Esc")

    counter.keys.type(f"{code[11:15]} {code[15:19]}")
    assert counter.page.search.words.text() == "1 hit·by check value: compare number and amount"
    with answering(look):
        counter.keys.press("Return")
    assert opened == ["Receipt R-000003"]


def test_a_false_check_value_is_unmistakable(counter: CounterWindow, code: str) -> None:
    forged = f"{code[:11]}{(int(code[11:19]) + 1) % 10**8:08d}"
    words = check(counter, forged + luhn_digit(forged), CheckPanel)
    assert words.startswith("NOT OURS, OR ALTERED.")
    assert "call the supervisor" in words
    assert check(counter, "R-000003 00000000", CheckPanel).startswith("NOT OURS, OR ALTERED.")


def test_an_unknown_number_is_told_from_a_broken_scan(counter: CounterWindow, code: str) -> None:
    assert check(counter, "R-009999 1153 1250", CheckPanel).startswith("UNKNOWN NUMBER.")
    broken = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert check(counter, broken, CheckPanel).startswith("The scan is broken.")


def test_c27_a_voided_paper_is_genuine_and_worth_nothing(counter: CounterWindow, builder: OfficeBuilder) -> None:
    voided = next(row for row in builder.office.receipts.find("R-000006") if row.voided)
    code = builder.office.receipts.facts(voided.id).code
    assert check(counter, code, ReceiptPanel).startswith("Genuine, but voided.")


def test_a_room_is_still_found_by_its_room(counter: CounterWindow) -> None:
    counter.keys.type("3-2-501")
    counter.keys.press("Return")
    assert counter.page.flow.is_open
