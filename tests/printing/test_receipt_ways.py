"""A receipt on its way: over a pre-printed form, in a thermal printer's letters, by the office's own layout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.core.ids import ReceiptId
from app.counter.methods import Method
from app.counter.papers.receipt_text import COLUMNS
from app.paper.documents import DocumentKind, PrintSetup
from app.paper.escpos import drawer_pulse
from app.paper.profiles import ROLL_58
from app.paper.refusals import LayoutWrong
from tests.office_builder import OfficeBuilder
from tests.paper.escpos_printer import ThermalPrinter
from tests.paper.judges import PaperOnTable
from tests.printing.fake_printers import JammingPrinter, RawTray, RecordingPrinter
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.printing.print_job import JobState
from ui.printing.printer_queue import PrintQueue


class Counter:
    """A payment was taken; its receipt goes to printers that keep what they get."""

    def __init__(self, office: OfficeBuilder, method: Method, printer: RecordingPrinter | None = None) -> None:
        self.office = office.office
        self.printer, self.thermal = printer or RecordingPrinter(), RawTray()
        self.queue = PrintQueue(lambda _name: self.printer, make_raw_printer=self.thermal.named)
        self.queue.use_setups(office.office.print_setups.read)
        context = SimpleNamespace(office=office.office, actor=office.cashier, printing=self.queue)
        self._parent = QObject()
        self.printing = ReceiptPrinting(cast("Any", context), self._parent)
        unit = office.unit("3-2-501")
        office.property_fee(unit)
        office.billed_through(2026, 11)
        office.open_shift()
        reference = "" if method.is_cash else "4200001"
        self.receipt: ReceiptId = office.pays(unit, method=method, reference=reference).receipt_id

    def print(self, qtbot: QtBot, paper: str) -> None:
        self.printing.print_receipt(self.receipt, paper)
        qtbot.waitUntil(lambda: all(not job.is_moving for job in self.queue.jobs))


@pytest.fixture
def built(counter: OfficeBuilder, qtbot: QtBot) -> Iterator[list[Counter]]:
    counters: list[Counter] = []
    yield counters
    for one in counters:
        one.queue.close()


def taking(
    built: list[Counter], counter: OfficeBuilder, method: Method = Method.CASH, printer: RecordingPrinter | None = None
) -> Counter:
    built.append(Counter(counter, method, printer))
    return built[-1]


def set_up(counter: OfficeBuilder, setup: PrintSetup) -> None:
    counter.office.print_setups.change(counter.supervisor, DocumentKind.RECEIPT, setup)


def test_over_a_preprinted_form_only_the_values_are_sent(
    counter: OfficeBuilder, built: list[Counter], qtbot: QtBot, tmp_path: Path
) -> None:
    set_up(counter, PrintSetup("EPSON LQ-630K", overlay=True))
    desk = taking(built, counter)
    desk.print(qtbot, "241x93")
    paper = PaperOnTable(desk.printer.papers[0][1], tmp_path)
    assert paper.says("3-2-501")
    assert not paper.says("收款收据")


def test_p9_on_a_roll_the_printers_own_letters_are_sent_with_the_drawer_for_cash(
    counter: OfficeBuilder, built: list[Counter], qtbot: QtBot
) -> None:
    set_up(counter, PrintSetup("XP-58", own_letters=True, drawer=True))
    desk = taking(built, counter)
    desk.print(qtbot, "58mm")
    [(name, _, data)] = desk.thermal.papers
    paper = ThermalPrinter(COLUMNS[ROLL_58]).prints(data)
    assert (name, paper.pulses, paper.cuts) == ("XP-58", 1, 1)
    assert paper.says("3-2-501")
    assert desk.printer.papers == []


def test_p9_a_card_does_not_open_the_drawer(counter: OfficeBuilder, built: list[Counter], qtbot: QtBot) -> None:
    set_up(counter, PrintSetup("XP-58", own_letters=True, drawer=True))
    desk = taking(built, counter, Method.WECHAT)
    desk.print(qtbot, "58mm")
    assert ThermalPrinter(COLUMNS[ROLL_58]).prints(desk.thermal.papers[0][2]).pulses == 0


def test_p9_a_receipt_by_the_driver_opens_the_drawer_beside_it(
    counter: OfficeBuilder, built: list[Counter], qtbot: QtBot
) -> None:
    set_up(counter, PrintSetup("EPSON", drawer=True))
    desk = taking(built, counter)
    desk.print(qtbot, "A5")
    assert len(desk.printer.papers) == 1
    assert [(name, data) for name, _, data in desk.thermal.papers] == [("EPSON", drawer_pulse())]


def test_c26_a_copy_neither_opens_the_drawer_nor_looks_like_the_original(
    counter: OfficeBuilder, built: list[Counter], qtbot: QtBot
) -> None:
    set_up(counter, PrintSetup("XP-58", own_letters=True, drawer=True))
    desk = taking(built, counter)
    desk.print(qtbot, "58mm")
    desk.printing._context = cast(
        "Any", SimpleNamespace(**vars(desk.printing._context) | {"actor": counter.supervisor})
    )
    desk.print(qtbot, "58mm")
    original, copy = (ThermalPrinter(COLUMNS[ROLL_58]).prints(data) for _, _, data in desk.thermal.papers)
    assert (original.pulses, copy.pulses) == (1, 0)
    assert not original.says("补打")
    assert copy.says("补打 第 1 次")


def test_p8_a_receipt_stays_not_printed_until_a_printer_took_it_and_has_one_original(
    counter: OfficeBuilder, built: list[Counter], qtbot: QtBot, tmp_path: Path
) -> None:
    printer = JammingPrinter()
    desk = taking(built, counter, printer=printer)
    desk.print(qtbot, "A5")
    assert [job.state for job in desk.queue.jobs] == [JobState.FAILED]
    assert [row.id for row in counter.office.receipts.waiting()] == [desk.receipt]
    printer.jammed = False
    for _ in range(2):
        desk.printing.retry()
        qtbot.waitUntil(lambda: all(not job.is_moving for job in desk.queue.jobs))
    assert len(printer.papers) == 1
    assert not PaperOnTable(printer.papers[0][1], tmp_path).says("补打")
    assert counter.office.receipts.waiting() == ()


def test_the_offices_own_layout_is_used_where_there_is_one(
    counter: OfficeBuilder, built: list[Counter], qtbot: QtBot, tmp_path: Path
) -> None:
    own = counter.office.store.folder.path / "papers"
    own.mkdir()
    (own / "A5.toml").write_text("left = 22\n", encoding="utf-8")
    desk = taking(built, counter)
    desk.print(qtbot, "A5")
    error = desk.queue.jobs[0].error
    assert isinstance(error, LayoutWrong)
    assert error.file == str(own / "A5.toml")
    (own / "A5.toml").unlink()
    desk.print(qtbot, "A5")
    assert PaperOnTable(desk.printer.papers[0][1], tmp_path).says("收款收据")
