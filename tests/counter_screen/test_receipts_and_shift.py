"""After the payment: papers, voids, and the till."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.access.permissions import Role
from app.core.money import NOTHING, Money
from app.counter.cash.denominations import CashCount
from app.counter.receipts.issue_receipt import PrintState
from app.paper.documents import DocumentKind, PrintSetup
from app.paper.escpos import drawer_pulse
from app.paper.refusals import TextDoesNotFit
from tests.closing import close_shift, with_drawers
from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, PaperTray, comes_true
from tests.counter_screen.drawer import count_pieces
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home, receipts
from tests.office_builder import OfficeBuilder
from tests.printing.fake_printers import RawTray
from ui.counter.receipts import receipt_printing


def paid_but_not_printed(open_window: OpenCounter, tray: PaperTray) -> CounterWindow:
    """The counter after a payment, its printer missing."""
    tray.missing = True
    counter = open_window(tray=tray)
    open_home(counter)
    counter.keys.press("F9")
    assert comes_true(lambda: bool(counter.page.flow.printing.failed))
    return counter


def close_the_shift(builder: OfficeBuilder) -> None:
    close_shift(builder.office, builder.cashier)


def test_c19_the_receipt_is_printed_after_the_commit(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("F9")
    assert counter.tray.gets("Receipt R-000010")
    assert comes_true(lambda: newest(builder).original is PrintState.PRINTED)


def test_c19_shift_f9_takes_without_printing(counter: CounterWindow, builder: OfficeBuilder) -> None:
    open_home(counter)
    counter.keys.press("Shift+F9")
    QTest.qWait(100)
    assert counter.tray.sheets == []
    assert newest(builder).original is PrintState.NOT_WANTED


def test_p9_shift_f9_opens_the_drawer_for_cash_alone(open_window: OpenCounter, builder: OfficeBuilder) -> None:
    builder.office.print_setups.change(builder.supervisor, DocumentKind.RECEIPT, PrintSetup("EPSON", drawer=True))
    thermal = RawTray()
    counter = open_window(thermal=thermal)
    open_home(counter)
    counter.keys.press("Shift+F9")
    assert comes_true(lambda: [data for _, _, data in thermal.papers] == [drawer_pulse()])
    counter.keys.type("zjg")
    counter.keys.press("Return", "F7")
    counter.keys.type("4200001")
    counter.keys.press("Shift+F9")
    assert newest(builder).label == "R-000011"
    QTest.qWait(100)
    assert len(thermal.papers) == 1
    assert counter.tray.sheets == []


def test_c21_a_missing_printer_never_takes_the_payment_back(
    open_window: OpenCounter, builder: OfficeBuilder, tray: PaperTray
) -> None:
    counter = paid_but_not_printed(open_window, tray)
    assert counter.page.flow.search.box.hasFocus()
    words = counter.page.flow.empty.note.text()
    assert "Saved, not printed yet" in words
    assert "R-000010" in words
    tray.missing = False
    counter.keys.press("Ctrl+P")
    assert tray.gets("Receipt R-000010")
    assert comes_true(lambda: newest(builder).original is PrintState.PRINTED)
    assert counter.page.flow.empty.note.text() == ""


def test_an_original_that_failed_is_never_printed_twice(
    open_window: OpenCounter, builder: OfficeBuilder, tray: PaperTray
) -> None:
    counter = paid_but_not_printed(open_window, tray)
    counter.keys.press("Ctrl+R")
    assert comes_true(lambda: len(counter.page.flow.printing.failed) == 1)
    tray.missing = False
    counter.keys.press("Ctrl+P")
    assert tray.gets("Receipt R-000010")
    QTest.qWait(100)
    assert len(tray.sheets) == 1


def test_a_receipt_voided_before_it_was_printed_needs_no_paper(
    open_window: OpenCounter, builder: OfficeBuilder, tray: PaperTray
) -> None:
    counter = paid_but_not_printed(open_window, tray)
    counter.keys.type("R-000010")
    with answering(
        lambda: counter.keys.press("Del"),
        lambda: counter.keys.press("Tab", "Tab", "Down", "Ctrl+Return"),
    ):
        counter.keys.press("Return")
    assert newest(builder).voided
    assert counter.page.flow.empty.note.text() == ""
    tray.missing = False
    counter.keys.press("Ctrl+P")
    QTest.qWait(100)
    assert tray.sheets == []


def test_c26_the_last_receipt_prints_again_as_a_copy(counter: CounterWindow, builder: OfficeBuilder) -> None:
    counter.keys.press("Ctrl+R")
    assert counter.tray.gets("Receipt R-000009")
    assert newest(builder).copies == 1


def test_c19_a_preview_shows_the_paper_and_enter_takes_the_payment(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    before = receipts(builder)
    open_home(counter)
    with counter.keys.when_asked("Esc"):
        counter.keys.press("Ctrl+F9")
    assert receipts(builder) == before
    assert counter.page.flow.desk.panel.amount.hasFocus()
    with counter.keys.when_asked("Return"):
        counter.keys.press("Ctrl+F9")
    assert receipts(builder) == before + 1


def test_a_preview_is_what_the_printer_gets_over_a_preprinted_form(
    counter: CounterWindow, builder: OfficeBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[bool, bool]] = []

    def draw(*_facts: object, overlay: bool, layouts: object, **_rest: object) -> bytes:
        asked.append((overlay, layouts is builder.office.layouts))
        raise TextDoesNotFit("3-2-501")

    monkeypatch.setattr(receipt_printing, "draw_receipt", draw)
    builder.office.print_setups.change(builder.supervisor, DocumentKind.RECEIPT, PrintSetup("EPSON", overlay=True))
    before = receipts(builder)
    open_home(counter)
    counter.keys.press("Ctrl+F9")
    assert asked == [(True, True)]
    assert "3-2-501" in counter.page.flow.desk.panel.message.text()
    assert receipts(builder) == before


def test_c27_a_receipt_of_the_wrong_room_is_voided_and_the_room_owes_again(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    counter.keys.type("zjg")
    counter.keys.press("Return", "F9")
    wrong_room = builder.office.estate.unit_named("1-1-302")
    assert builder.owes(wrong_room) == NOTHING
    counter.keys.type("R-000010")
    with answering(
        lambda: counter.keys.press("Del"),
        lambda: counter.keys.press("Tab", "Tab", "Down", "Ctrl+Return"),
    ):
        counter.keys.press("Return")
    assert newest(builder).voided
    assert builder.owes(wrong_room) == Money(17167)
    assert "Receipt R-000010 is void" in counter.said[-1]


def test_c27_a_void_without_saying_where_the_papers_are_is_not_done(
    counter: CounterWindow, builder: OfficeBuilder
) -> None:
    counter.keys.type("R-000009")
    keys = counter.keys
    with answering(lambda: keys.press("Del"), lambda: keys.press("Ctrl+Return", "Esc"), lambda: keys.press("Esc")):
        keys.press("Return")
    assert not newest(builder).voided


def test_c27_another_cashiers_receipt_needs_a_supervisor(counter: CounterWindow, builder: OfficeBuilder) -> None:
    builder.office.people.add(builder.supervisor, "何静", "quiet-garden", Role.CASHIER)
    other = builder.office.people.named("何静")
    with_drawers(builder.office, "1, 2")
    builder.office.shifts.open(other, Money.yuan(200), "2")
    taken = builder.pays(builder.office.estate.unit_named("3-2-501"), by=other)
    counter.keys.type(taken.label)
    void = lambda: counter.keys.press("Tab", "Tab", "Down", "Ctrl+Return")  # noqa: E731 - one step of the story
    with answering(lambda: counter.keys.press("Del"), void, supervisor_says_yes(counter.keys)):
        counter.keys.press("Return")
    assert builder.office.receipts.get(taken.receipt_id).voided


def test_c25_without_a_shift_f9_says_so_and_f12_opens_one(counter: CounterWindow, builder: OfficeBuilder) -> None:
    close_the_shift(builder)
    open_home(counter)
    counter.keys.type("800")
    counter.keys.press("F9")
    panel = counter.page.flow.desk.panel
    assert "has no open shift. Press F12" in panel.message.text()
    assert panel.amount.text() == "800"
    with answering(
        lambda: counter.keys.press("Return"), lambda: count_pieces(counter.keys, CashCount.of(Money(50000)))
    ):
        counter.keys.press("F12")
    assert panel.message.text() == ""
    counter.keys.press("F9")
    assert newest(builder).amount == Money(73220)
