"""Forms that bear their number already: only the receipt of that number is printed onto one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.counter.books.book_facts import NewBook
from app.counter.books.kinds import BookKind
from app.counter.books.settings import RECEIPT_NUMBERS
from app.paper.documents import DocumentKind, PrintSetup
from tests.counter_screen.answering import answering
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, PaperTray, comes_true
from tests.counter_screen.drawer import press
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.counter.receipts import receipt_printing
from ui.widgets.text_label import TextLabel


@pytest.fixture
def overlaid(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For every receipt drawn, whether only what is filled in was drawn."""
    drawn: list[bool] = []
    draw: Callable[..., bytes] = receipt_printing.draw_receipt

    def note(*facts: object, overlay: bool = False, **more: object) -> bytes:
        drawn.append(overlay)
        return draw(*facts, overlay=overlay, **more)

    monkeypatch.setattr(receipt_printing, "draw_receipt", note)
    return drawn


@pytest.fixture
def forms(open_window: OpenCounter, builder: OfficeBuilder, tray: PaperTray) -> CounterWindow:
    """Forms F-000301 to F-000400 lie in the printer, and the first of them was compared."""
    book = builder.office.books.register(builder.supervisor, NewBook(BookKind.PREPRINTED, "F-", 301, 400, 9))
    builder.office.settings.change(builder.supervisor, {RECEIPT_NUMBERS: BookKind.PREPRINTED})
    builder.office.books.confirm_form(builder.cashier, book, 301)
    builder.office.print_setups.change(builder.supervisor, DocumentKind.RECEIPT, PrintSetup(overlay=True))
    return open_window(tray=tray)


def test_p4_only_the_original_is_drawn_over_its_form(forms: CounterWindow, overlaid: list[bool]) -> None:
    open_home(forms)
    forms.keys.press("F9")
    assert forms.tray.gets("Receipt F-000301")
    assert comes_true(lambda: not forms.context.office.receipts.waiting())  # the next one is a copy
    with answering(press(forms.keys, "Y")):
        forms.keys.press("Ctrl+R")
    assert forms.tray.gets("Receipt F-000301", "Receipt F-000301")
    assert overlaid == [True, False]


def test_p4_without_plain_paper_a_copy_is_not_printed(forms: CounterWindow, overlaid: list[bool]) -> None:
    said: list[str] = []

    def no() -> None:
        said.extend(label.text() for label in _labels(forms))
        forms.keys.press("Esc")

    with answering(no):
        forms.keys.press("Ctrl+R")
    assert forms.tray.sheets == []
    assert overlaid == []
    assert any("Receipt R-000009 has no numbered form of its own" in words for words in said)


def test_p4_other_papers_of_that_printer_ask_for_plain_paper_too(forms: CounterWindow, builder: OfficeBuilder) -> None:
    with answering(press(forms.keys, *"30", "F9"), press(forms.keys, "Y")):
        forms.keys.press("Ctrl+K")
    assert forms.tray.gets("Cash slip 2")
    builder.office.print_setups.change(builder.supervisor, DocumentKind.SLIP, PrintSetup("HP LaserJet"))
    with answering(press(forms.keys, *"30", "F9")):
        forms.keys.press("Ctrl+K")
    assert forms.tray.gets("Cash slip 2", "Cash slip 3")


def _labels(counter: CounterWindow) -> list[TextLabel]:
    return counter.window.findChildren(TextLabel)
