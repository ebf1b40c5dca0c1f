"""An office starts with its sheets: tariffs on units and old arrears come in, a month is billed, the arrears are paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.core.clock import SetClock
from app.core.money import Money
from app.core.show import show_money
from app.fees.opening.assignment_export import Wanted
from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from app.store.folder import DataFolder
from tests.counter_screen.counter_window import CounterWindow, comes_true, open_counter
from tests.fees.sheets import rows_of, sheet_of
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder
from ui.fees.sheets.assignment_export_panel import AssignmentExportPanel

_HEADS = ("房号", "收费项目", "收费标准", "计费起始时间", "计费结束时间")


@pytest.fixture
def office(office_folder: DataFolder) -> Iterator[OfficeBuilder]:
    """Four homes in the book and a tariff with a late fee; nothing laid, nothing billed."""
    builder = OfficeBuilder(office_folder.path, SetClock(datetime(2026, 11, 20, 9)))
    for room, owner, phone in (("501", "张建国", "13800005678"), ("502", "李梅", "13600003333")):
        builder.unit(f"3-2-{room}", owner, phone=phone)
    for room, owner, phone in (("601", "王海", "13500004444"), ("602", "赵敏", "13400005555")):
        builder.unit(f"3-2-{room}", owner, phone=phone)
    item = next(item for item in builder.office.fee_items.all() if item.code == "property")
    terms = TariffTerms(Formula.AREA, Decimal("1.85"), late_fee=LateFeeTerms(Decimal("0.0005")))
    first = datetime(2026, 1, 1).date()
    builder.office.tariffs.create(builder.supervisor, item.id, "住宅物业费", first, terms)
    yield builder
    builder.office.close()


@pytest.fixture
def desk(qapp: QApplication, office: OfficeBuilder) -> Iterator[Desk]:
    opened = Desk(office)
    yield opened
    opened.close()


def bring_in(desk: Desk, key: str, path: Path) -> str:
    """Choose a sheet by keys, look at it, confirm; what is told afterwards."""
    desk.press(key)
    desk.answers.will_open(path)
    desk.press("Ctrl+O")
    desk.press("F9")
    page = desk.page._page()
    told: str = page.told.text()  # type: ignore[attr-defined]  # both are pages of sheets
    desk.press("Esc")
    return told


def opened_at_the_counter(office: OfficeBuilder, room: str) -> CounterWindow:
    window = open_counter(office)
    window.keys.commit(room)
    QTest.qWait(200)
    window.keys.press("Return")
    assert window.page.flow.is_open
    return window


def test_sheets_begin_the_office_and_the_old_arrears_are_paid(
    desk: Desk, office: OfficeBuilder, tmp_path: Path
) -> None:
    rooms = [f"3-2-{room}" for room in (501, 502, 601, 602)]
    laid = [(room, "物业费", "住宅物业费", "2026-07-01") for room in rooms]
    told = bring_in(desk, "Ctrl+I", sheet_of(tmp_path / "建账.xlsx", *laid, heads=_HEADS))
    assert told == "Written: 4 rows on 4 units"
    owed = [
        ("3-2-501", "物业费", "2026-01", "2026-06", "993.45", "2026-01-05", None, None, "是"),
        ("3-2-502", "物业费", "2026-06", "2026-07", "331.15"),
        ("3-2-502", "物业费", "2026-06", "2026-06", "165.58"),
    ]
    told = bring_in(desk, "Ctrl+Shift+I", sheet_of(tmp_path / "欠费.xlsx", *owed))
    assert told == "Taken over: 2 charges on 2 units, 1,159.03 yuan; 1 row stayed out, each with its reason"
    desk.press("Ctrl+M")
    assert column(desk.page.new_run.band.items, "Charges") == ["20"]
    desk.press("F9")
    home = office.office.estate.unit_named("3-2-501")
    bill = office.office.bills.open(home)
    assert [one.name for one in bill.due] == ["物业费"] * 6
    late_fee = bill.due[0].late_fee_owed
    assert show_money(late_fee) == "158.46"
    office.open_shift()
    counter = opened_at_the_counter(office, "3-2-501")
    counter.keys.press("F9")
    assert comes_true(lambda: bool(counter.tray.sheets))
    counter.close()
    desk.window.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window.window)
    desk.page.focus_search()
    assert office.owes(home) == Money(0)
    assert office.owes(office.office.estate.unit_named("3-2-502")) != Money(0)
    batch = office.office.opening_arrears.batches()[0]
    desk.answers.will_confirm(yes=True)
    desk.press("Ctrl+Shift+I", "Del")
    assert desk.page.arrears.told.text().startswith("1 charge of this import is paid or adjusted (3-2-501).")
    assert office.office.opening_arrears.batches() == [batch]
    assert office.breaches() == []


def test_a_slip_in_a_price_is_seen_before_the_month_is_billed(
    desk: Desk, office: OfficeBuilder, tmp_path: Path
) -> None:
    laid = [(f"3-2-{room}", "物业费", "住宅物业费", "2026-09-01") for room in (501, 502)]
    bring_in(desk, "Ctrl+I", sheet_of(tmp_path / "建账.xlsx", *laid, heads=_HEADS))
    office.billed_through(2026, 11)
    tariff = office.office.tariffs.rows()[0].tariff
    slip = TariffTerms(Formula.AREA, Decimal("18.5"))
    office.office.tariffs.new_version(office.supervisor, tariff.id, datetime(2026, 12, 1).date(), slip)
    desk.press("Ctrl+M", "F8")
    odd = desk.page.new_run.lists.conspicuous
    assert column(odd, "Amount") == ["1,655.75", "1,655.75"]
    assert column(odd, "Last time") == ["165.58", "165.58"]
    assert column(odd, "Remark") == ["over 50 % off"] * 2
    assert len(office.office.billing.runs()) == 1


def test_what_is_saved_filled_in_can_be_read_back_untouched(desk: Desk, office: OfficeBuilder, tmp_path: Path) -> None:
    laid = [
        (f"3-2-{room}", "物业费", "住宅物业费", "2026-09-01", end) for room, end in ((501, None), (502, "2026-12-31"))
    ]
    bring_in(desk, "Ctrl+I", sheet_of(tmp_path / "建账.xlsx", *laid, heads=_HEADS))
    desk.answers.will_answer(AssignmentExportPanel, Wanted())
    desk.answers.will_save(tmp_path / "out.xlsx")
    desk.press("Ctrl+I", "Alt+E")
    assert [row["房号"] for row in rows_of(tmp_path / "out.xlsx")] == ["3-2-501", "3-2-502"]
    desk.press("Ctrl+I")
    desk.answers.will_open(tmp_path / "out.xlsx")
    desk.press("Ctrl+O", "F9")
    said = [label.text() for label in desk.page._page().findChildren(QLabel) if label.isVisible()]
    assert "Everything lies as the sheet says already, so there is nothing to write." in said
