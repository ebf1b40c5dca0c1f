"""Printers and papers on the screen: chosen by keys, tried before they are kept, and said why not."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.access.actor import Actor
from app.core.errors import Refusal
from app.counter.rules import read_rules
from app.paper.documents import DocumentKind, Offset, PrintSetup
from app.paper.refusals import OffsetOutOfBounds, OffsetUnreadable
from tests.accessibility import cut_texts, nameless
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from tests.printing.fake_printers import RecordingPrinter
from ui.printing.printer_queue import PrintQueue
from ui.printing.printers_panel import PrintersPanel
from ui.printing.setup_words import parse_offset, show_offset
from ui.shell.context import Context

PRINTERS = ["EPSON LQ-630K", "HP LaserJet"]


class Desk:
    """The panel in a window, with a printer that keeps what it gets."""

    def __init__(self, office: OfficeBuilder, actor: Actor) -> None:
        self.office = office.office
        self.printer = RecordingPrinter()
        self.queue = PrintQueue(self._named)
        self.asked: list[str] = []
        self.shown: PageWindow[PrintersPanel] = open_page(
            self._make, "counter", office.office, actor, office.clock, printing=self.queue
        )
        self.panel = self.shown.page

    def _make(self, context: Context) -> PrintersPanel:
        panel = PrintersPanel(context)
        panel.add_actions(context.actions)
        context.actions.open_modal(panel.context)
        return panel

    def _named(self, name: str) -> RecordingPrinter:
        self.asked.append(name)
        return self.printer

    def press(self, *keys: str) -> None:
        self.shown.keys.press(*keys)

    def said(self) -> str:
        return " ".join(str(child.property("text")) for child in self.panel.findChildren(QWidget))

    def close(self) -> None:
        self.panel.give_up()
        self.queue.close()
        self.shown.close()


@pytest.fixture(autouse=True)
def printers(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    found = SimpleNamespace(names=list(PRINTERS))
    monkeypatch.setattr("ui.printing.printer_sources.printer_names", lambda: found.names)
    return found


@pytest.fixture
def desk(counter: OfficeBuilder, qapp: QApplication, qtbot: QtBot, printers: SimpleNamespace) -> Iterator[Desk]:
    desk = Desk(counter, counter.supervisor)
    qtbot.waitUntil(lambda: desk.panel.form.printer.count() == 3)
    yield desk
    desk.close()


def test_p5_the_systems_printers_are_offered_when_they_are_known(desk: Desk) -> None:
    offered = [desk.panel.form.printer.itemText(at) for at in range(3)]
    assert offered == ["The computer's default printer", *PRINTERS]
    assert "Printers found: EPSON LQ-630K, HP LaserJet" in desk.said()


def test_printer_paper_and_offset_of_receipts_are_kept(desk: Desk) -> None:
    form = desk.panel.form
    form.printer.set_value("EPSON LQ-630K")
    form.paper.set_value("80mm")
    form.across.setText("1.5")
    form.down.setText("−0.2")
    form.overlay.setChecked(True)
    desk.press("F9")
    kept = desk.office.print_setups.read()[DocumentKind.RECEIPT]
    assert kept == PrintSetup("EPSON LQ-630K", {"EPSON LQ-630K": Offset(15, -2)}, overlay=True)
    with desk.office.store.reading() as connection:
        assert read_rules(connection).receipt_paper == "80mm"
    assert desk.shown.said == ["Saved how “Payment receipts” are printed"]


def test_p4_each_printer_shows_its_own_offset(desk: Desk) -> None:
    form = desk.panel.form
    for printer, across in (("EPSON LQ-630K", "3"), ("HP LaserJet", "-4.5")):
        form.printer.set_value(printer)
        form.across.setText(across)
        desk.press("F9")
    form.printer.set_value("EPSON LQ-630K")
    assert form.across.text() == "3.0"
    form.printer.set_value("HP LaserJet")
    assert form.across.text() == "−4.5"


@pytest.mark.parametrize(("typed", "words"), [("20.1", "20"), ("1.55", "1.55"), ("left", "left")])
def test_p4_an_offset_that_cannot_be_used_is_said_beside_its_field(desk: Desk, typed: str, words: str) -> None:
    desk.panel.form.across.setText(typed)
    desk.press("F9")
    assert words in desk.panel.form.across.problem
    assert desk.office.print_setups.read()[DocumentKind.RECEIPT] == PrintSetup()


def test_p4_test_page_and_rulers_come_out_as_the_fields_say_before_anything_is_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.form.printer.set_value("HP LaserJet")
    desk.panel.form.across.setText("2")
    desk.press("F6", "F7")
    qtbot.waitUntil(lambda: not desk.queue.unprinted)
    assert desk.printer.titles == ["Test page 241x93", "Page with rulers 241x93"]
    assert desk.printer.offsets == [Offset(20, 0)] * 2
    assert desk.asked == ["HP LaserJet"]
    assert desk.office.print_setups.read()[DocumentKind.RECEIPT] == PrintSetup()


def test_other_kinds_have_one_paper_and_no_forms(desk: Desk) -> None:
    assert not desk.panel.form.overlay.isHidden()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Down)
    assert desk.panel.form.overlay.isHidden()
    assert desk.panel.form.paper.isHidden()
    desk.panel.form.printer.set_value("HP LaserJet")
    desk.press("F9")
    assert desk.office.print_setups.read()[DocumentKind.REFUND].printer == "HP LaserJet"
    assert desk.office.print_setups.read()[DocumentKind.RECEIPT].printer == ""


def test_a_cashier_may_try_but_not_keep(counter: OfficeBuilder, qapp: QApplication, qtbot: QtBot) -> None:
    desk = Desk(counter, counter.cashier)
    qtbot.waitUntil(lambda: desk.panel.form.printer.count() == 3)
    desk.press("F7")
    qtbot.waitUntil(lambda: desk.printer.titles == ["Page with rulers 241x93"])
    desk.press("F9")
    assert desk.office.print_setups.read()[DocumentKind.RECEIPT] == PrintSetup()
    desk.close()


def test_a_printer_that_is_gone_stays_chosen_and_is_said_so(
    counter: OfficeBuilder, qapp: QApplication, qtbot: QtBot, printers: SimpleNamespace
) -> None:
    counter.office.print_setups.change(counter.supervisor, DocumentKind.RECEIPT, PrintSetup("STAR"))
    desk = Desk(counter, counter.supervisor)
    qtbot.waitUntil(lambda: desk.panel.form.printer.count() == 4)
    assert desk.panel.form.printer.value() == "STAR"
    assert desk.panel.form.printer.currentText() == "STAR (not found now)"
    desk.close()


def test_a_computer_without_printers_says_what_to_do(
    counter: OfficeBuilder, qapp: QApplication, qtbot: QtBot, printers: SimpleNamespace
) -> None:
    printers.names = []
    desk = Desk(counter, counter.supervisor)
    qtbot.waitUntil(lambda: "This computer has no printer set up." in desk.said())
    desk.close()


@pytest.mark.parametrize(
    ("typed", "tenths"), [("1.5", 15), ("-0.2", -2), ("−20", -200), ("２．５", 25), ("+3", 30), ("0", 0)]
)
def test_p4_millimetres_are_read_to_the_tenth(typed: str, tenths: int) -> None:
    assert parse_offset(typed) == tenths
    assert parse_offset(show_offset(tenths)) == tenths


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [("1.55", OffsetUnreadable), ("", OffsetUnreadable), ("nan", OffsetUnreadable), ("20.1", OffsetOutOfBounds)],
)
def test_p4_anything_else_is_refused(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        parse_offset(typed)


def test_every_field_has_a_name_and_no_words_are_cut(desk: Desk) -> None:
    assert nameless(desk.panel) == []
    assert cut_texts(desk.panel) == []
