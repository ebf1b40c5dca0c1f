"""Power cut from ten to two: roster and blanks before it, twelve receipts by hand, and in the evening all adds up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.money import NOTHING, total
from app.core.money_text import parse_money
from app.counter.books.kinds import Fate
from app.counter.methods import Method
from app.counter.outages.paper_files import PaperFiles
from app.counter.papers.receipt_paper import receipt_pdf
from app.counter.papers.shift_paper import shift_pdf
from app.counter.shifts.shift_facts import ShiftFacts
from app.paper.profiles import A5_LANDSCAPE
from app.store.folder import DataFolder
from tests.counter_screen.answering import answering
from tests.counter_screen.counter_window import CounterWindow, open_counter
from tests.counter_screen.drawer import count_all, honest_count, press
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder
from tests.paper.judges import PaperOnTable

ROOMS = [f"{building}-1-{floor}01" for building in (1, 2) for floor in range(1, 8)]


@dataclass(frozen=True, slots=True)
class Paper:
    """A receipt as it lies in the stack."""

    number: int
    room: str
    amount: str
    time: str
    reference: str = ""


STACK = (
    Paper(1, "11101", "100", "1012"),
    Paper(2, "11201", "250.50", "1025"),
    Paper(3, "11301", "300", "1040"),
    Paper(5, "11401", "100", "1055", "8801"),
    Paper(6, "11501", "496.70", "1110"),
    Paper(7, "11601", "80", "1122"),
    Paper(8, "11701", "150", "1130"),
    Paper(10, "21101", "200", "1145"),
    Paper(11, "21201", "1000", "1203"),
    Paper(12, "21301", "60.60", "1231", "8802"),
    Paper(13, "21401", "70", "1317"),
    Paper(14, "21501", "90", "1352"),
)
SPOILED, MISSING, BLANKS = 4, 9, 18


@pytest.fixture
def office(office_folder: DataFolder) -> Iterator[OfficeBuilder]:
    builder = OfficeBuilder(office_folder.path, SetClock(datetime(2026, 11, 20, 8, 30)))
    units = [builder.unit(room, f"业主{at}", "89.50", f"138000{at:05d}") for at, room in enumerate(ROOMS)]
    builder.property_fee(*units)
    builder.billed_through(2026, 10)
    builder.open_shift()
    builder.clock.set(datetime(2026, 11, 20, 9, 20))
    yield builder
    builder.office.close()


@pytest.fixture
def counter(qapp: QApplication, office: OfficeBuilder) -> Iterator[CounterWindow]:
    window = open_counter(office)
    yield window
    window.close()


def before_ten(counter: CounterWindow) -> None:
    def who_and_how_many() -> None:
        counter.keys.compose("liqiang")
        counter.keys.commit("李强")
        counter.keys.press("Return")
        counter.keys.type(str(BLANKS))
        counter.keys.press("Tab", "Space", "F9")

    with answering(lambda: counter.keys.press("P"), who_and_how_many):
        counter.keys.press("Ctrl+F12")
    assert counter.tray.gets("欠费名册 L-2026-0001", f"H-000001 – H-{BLANKS:06d}")


def type_in(keys: KeyDriver, paper: Paper) -> None:
    keys.type(paper.room)
    keys.press("Return")
    if paper.reference:
        keys.press("F8")
    keys.type(paper.amount)
    keys.press("Return")
    if paper.reference:
        keys.type(paper.reference)
        keys.press("Return")
    keys.type(paper.time)
    keys.press("F9")
    if paper.reference:
        keys.press("F5")


def after_two(counter: CounterWindow) -> list[int]:
    """The stack from the bag: the keys that each paper took besides what stands on it."""
    spent: list[int] = []
    keys = counter.keys

    def the_stack() -> None:
        keys.type("2737.20")
        keys.press("Return")
        for paper in STACK:
            if paper.number == SPOILED + 1:
                with answering(lambda: keys.press("Return")):
                    keys.press("F4")
            before = keys.count
            if paper.number == MISSING + 1:
                keys.press("Shift+Tab")
                keys.type(str(paper.number))
                keys.press("Return")
            type_in(keys, paper)
            spent.append(keys.count - before - len(paper.room + paper.amount + paper.time + paper.reference))
        keys.press("F12")

    def the_missing_one() -> None:
        with answering(lambda: keys.press("Return")):
            keys.press("M")
        keys.press("F9")

    with answering(lambda: keys.press("B"), the_stack, the_missing_one):
        keys.press("Ctrl+F12")
    return spent


def in_the_evening(counter: CounterWindow, office: OfficeBuilder) -> ShiftFacts:
    """Counted blind, equal, and closed by keys; the Z report that came out of the printer."""
    office.clock.set(datetime(2026, 11, 20, 17, 40))
    keys, counted, before = counter.keys, honest_count(office), list(counter.tray.sheets)
    steps = (press(keys, "Return"), lambda: count_all(keys, counted), press(keys, "F9"), press(keys, "Return"))
    with answering(*steps):
        keys.press("F12")
    assert office.office.shifts.current(office.cashier) is None
    facts = office.office.shift_reports.z_report(office.office.shift_reports.last_z())
    assert counter.tray.gets(*before, f"Z report {facts.label}", f"Hand-over slip {facts.label}")
    return facts


def test_i22_power_cut_from_ten_to_two(counter: CounterWindow, office: OfficeBuilder, tmp_path: Path) -> None:
    before_ten(counter)
    (cut,) = office.office.power_cuts.standing()
    assert cut.households == len(ROOMS)
    files = PaperFiles(office.office.power_cuts.folder(), cut.label)
    assert PaperOnTable(files.roster.read_bytes(), tmp_path).says("内部使用 不得张贴 用后交回")

    office.clock.set(datetime(2026, 11, 20, 14, 5))
    spent = after_two(counter)
    assert max(spent) <= 25
    assert sorted(spent)[: len(STACK) // 2] == [3] * (len(STACK) // 2)

    entered = office.office.back_entries.entered(cut.book.id)
    assert [row.number for row in entered] == [paper.number for paper in STACK]
    assert [row.amount for row in entered] == [parse_money(paper.amount) for paper in STACK]
    assert total(row.amount for row in entered if row.method is Method.CASH) == parse_money("2737.20")
    assert {row.collector for row in entered} == {"李强"}
    (book,) = (row for row in office.office.books.all() if row.id == cut.book.id)
    assert [book.count(fate) for fate in (Fate.SPOILED, Fate.MISSING, Fate.UNUSED)] == [1, 1, BLANKS - 14]
    assert office.office.power_cuts.standing() == ()
    assert not files.roster.exists()
    assert office.breaches() == []

    facts = in_the_evening(counter, office)
    assert facts.papers.back_entries == len(STACK)
    assert [line.difference for line in facts.methods] == [NOTHING] * len(facts.methods)
    assert PaperOnTable(shift_pdf(facts), tmp_path).says("手写补录")
    assert office.breaches() == []


def test_a_copy_of_such_a_receipt_says_that_it_was_entered_later(
    counter: CounterWindow, office: OfficeBuilder, tmp_path: Path
) -> None:
    before_ten(counter)
    office.clock.set(datetime(2026, 11, 20, 14, 5))
    after_two(counter)
    (row,) = office.office.receipts.find("H-000001")
    sheet = office.office.receipts.sheet(office.cashier, row.id)
    paper = PaperOnTable(receipt_pdf(sheet.facts, A5_LANDSCAPE, sheet.mark), tmp_path)
    assert paper.says("补录：手写于 2026-11-20 10:12，收款人 李强")
