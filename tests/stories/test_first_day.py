"""The first day of an office in the real window, by keys alone: from an empty folder to receipts that stay.

Its residents come from a sheet with the mess that real offices have. Where there is no screen the file dialogs are the
toolkit's own instead of the system's; the paths are typed into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.money import Money
from app.core.paper_code import check_text
from app.core.show import show_time
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder
from tests.sheets.messy_sheet import MessySheet, write_messy_sheet
from tests.stories import first_day_cashier as cashier
from tests.stories import first_day_office as supervisor
from tests.stories.first_day_cashier import HU, OUYANG, SHAN, Visit
from tests.stories.first_day_child import type_and_be_killed
from tests.stories.first_day_office import CASHIER
from tests.stories.first_day_paper import PrintedPaper
from tests.stories.first_day_window import Counter, Program

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager


@pytest.fixture
def counter(qapp: QApplication, tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter]:
    made = Counter(tmp_path / "office data", clock)
    made.stand_in(monkeypatch)
    yield made
    made.close_all()


def test_from_an_empty_folder_to_receipts_that_outlive_the_window(counter: Counter, tmp_path: Path) -> None:
    sheet = write_messy_sheet(tmp_path / "房屋业主.xlsx")
    program = Program(counter)
    supervisor.set_up_the_office(program)
    supervisor.register_the_cashier(program)
    supervisor.import_the_list(program, sheet, tmp_path / "错误行.xlsx")
    supervisor.make_the_tariff(program)
    supervisor.assign_it_to_all_homes(program)
    supervisor.bill_the_months(program, one_month_of_all_homes(sheet))
    program.keys.press("Ctrl+Shift+Q")

    cashier.sign_in(program)
    cashier.open_the_shift(program)
    cashier.find(program, HU)
    assert cashier.exact_cash(program) == 2
    cashier.find(program, SHAN)
    assert cashier.two_thousand_in_cash(program, change="825.00") == 6
    cashier.find(program, OUYANG)
    assert cashier.exact_wechat(program, reference="8891") == 3 + 4

    program.wait_until(lambda: states(program) == ["待核对", "已打印", "已打印"])
    codes = stored_codes(program)
    for visit, paper, code in zip((HU, SHAN, OUYANG), counter.printer.papers, codes, strict=True):
        check_original(PrintedPaper(*paper), visit, code)
    shown = cashier.receipts(program)
    program.close()

    program = Program(counter)
    assert program.remembers(CASHIER)
    cashier.sign_in(program)
    assert cashier.receipts(program) == shown
    assert stored_codes(program) == codes
    cashier.print_again(program, scanned=codes[1])
    program.wait_until(lambda: len(counter.printer.papers) == 4)
    _, of_shan, _, copy = [PrintedPaper(*paper) for paper in counter.printer.papers]
    check_copy(copy, of_shan, counter.clock.now())
    assert breaches(program) == []
    program.close()


@pytest.fixture
def billed(office_folder: DataFolder, counter: Counter) -> Counter:
    """An office that works already: one home owes four months, and the cashier has opened the shift."""
    builder = OfficeBuilder(office_folder.path, counter.clock)
    builder.property_fee(builder.unit("1-1-101"))
    builder.billed_through(2026, 11)
    builder.open_shift()
    builder.office.close()
    counter.folder = office_folder.path
    return counter


def test_a_payment_half_typed_survives_a_kill_and_is_taken_once(billed: Counter) -> None:
    type_and_be_killed(billed.folder)
    program = Program(billed)
    cashier.sign_in(program)
    assert cashier.stands_restored(program)
    assert not program.window.questions.is_open
    program.keys.press("F9")
    (receipt,) = cashier.receipts(program)
    assert [receipt[head] for head in ("房号", "交款人", "方式", "金额")] == ["1-1-101", "李华", "微信", "300.00"]
    program.close()

    program = Program(billed)
    cashier.sign_in(program)
    assert not cashier.stands_restored(program)
    assert len(cashier.receipts(program)) == 1
    assert breaches(program) == []


def test_two_windows_on_one_folder_never_collect_a_bill_twice(billed: Counter) -> None:
    here, there = Program(billed), Program(billed, machine="the machine next door")
    for program in (here, there):
        program.come_forward()
        cashier.sign_in(program)
        program.keys.type("1-1-101")
        program.keys.press("Return")
        program.keys.type("900")
    for program in (here, there):
        program.come_forward()
        program.keys.press("F9")
    here.wait_until(lambda: "实收 900.00·现金·收据 R-000001" in here.screen())
    there.wait_until(lambda: "已由 王敏 收取，收据 R-000001。没有重复收款。" in there.screen())
    assert "900\n实收金额（元）" in there.screen()
    here.wait_until(lambda: len(billed.printer.papers) == 1)
    for program in (here, there):
        found = [program.office.receipts.find(label) for label in ("R-000001", "R-000002")]
        assert [len(rows) for rows in found] == [1, 0]
        assert breaches(program) == []


def one_month_of_all_homes(sheet: MessySheet) -> Money:
    """1.85 yuan a ㎡, each home to the fen; shops and parking spaces have no tariff."""
    homes = [area for code, area in sheet.areas.items() if code[0].isdigit()]
    fen = [(area * 185).quantize(Decimal(1), ROUND_HALF_UP) for area in homes]
    return Money(int(sum(fen)))


def states(program: Program) -> list[str]:
    return [row["状态"] for row in cashier.receipts(program)]


def stored_codes(program: Program) -> list[str]:
    """The codes of the receipts as they are kept, the oldest first."""
    labels = [row["收据号"] for row in reversed(cashier.receipts(program))]
    receipts = program.office.receipts
    return [receipts.facts(receipts.find(label)[0].id).code for label in labels]


def check_original(paper: PrintedPaper, visit: Visit, code: str) -> None:
    """The paper says what the resident must find on it, and its picture code is the one that is kept."""
    wanted = ("收款收据", visit.room, visit.payer, *visit.lines, visit.in_words, check_text(code), "不是税务发票")
    assert [words for words in wanted if not paper.says(words)] == []
    assert paper.says(f"¥{visit.paid}")
    assert paper.codes == [code]
    assert not paper.says("补打")


def check_copy(copy: PrintedPaper, original: PrintedPaper, printed_at: datetime) -> None:
    """Word by word the original with its number and its code, but marked as the first copy, with time and name."""
    marks = ("补打第1次", f"补打{show_time(printed_at)}{CASHIER}不作第二份凭证".replace(" ", ""))
    text = copy.text
    for mark in marks:
        assert mark in text
        text = text.replace(mark, "")
    assert (copy.title, text, copy.codes) == (original.title, original.text, original.codes)


def breaches(program: Program) -> list[str]:
    found = program.office.verify()
    assert found, "nothing was verified"
    return [f"{finding.truth}: {breach}" for finding in found for breach in finding.breaches]
