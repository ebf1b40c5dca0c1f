"""The day an office starts: tariffs on units by a sheet and back, opening arrears until they are paid; by keys."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from app.access.permissions import Permission
from app.core.show import show_money
from app.fees.opening.assignment_export import Wanted
from tests.fees.sheets import rows_of, sheet_of
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder
from ui.fees.sheets.assignment_export_panel import AssignmentExportPanel
from ui.widgets.sheet_page import SheetPage
from ui.widgets.sheet_preview import SheetPreviewPane

_OWED = (
    ("3-2-801", "物业费", "2026-01", "2026-06", "993.45", "2026-01-05"),
    ("3-2-802", "水费", "2026-04", "2026-06", "94.70", None, 1288, 1320.5),
    ("9-9-999", "水费", "2026-04", "2026-06", "94.70"),
)


def pane(page: SheetPage) -> SheetPreviewPane:
    """The preview of a page of sheets."""
    shown = page.kind.pane
    assert isinstance(shown, SheetPreviewPane)
    return shown


def choose(desk: Desk, page: SheetPage, path: Path) -> None:
    """Choose a sheet, and wait for its preview."""
    desk.answers.will_open(path)
    desk.press("Ctrl+O")
    assert page._is_previewing()


def test_opening_arrears_are_looked_at_charged_and_taken_back(desk: Desk, tmp_path: Path) -> None:
    page, office = desk.page.arrears, desk.office.office
    home = office.estate.unit_named("3-2-801")
    desk.press("Ctrl+Shift+I")
    assert page.isVisible()
    choose(desk, page, sheet_of(tmp_path / "欠费.xlsx", *_OWED))
    assert "Owed ¥1,088.15" in pane(page).counts.text()
    assert column(pane(page).lines, "Readings") == ["—", "1,288 → 1,320.5"]
    assert [bad.row.number for bad in pane(page).bad.rows_model.rows] == [4]
    assert office.bills.open(home).due == ()
    desk.press("F9")
    assert page.told.text().startswith("Taken over: 2 charges on 2 units, 1,088.15 yuan; 1 row")
    (owed,) = office.bills.open(home).due
    assert show_money(owed.outstanding) == "993.45"
    desk.answers.will_save(tmp_path / "wrong.xlsx")
    desk.press("Ctrl+S")
    assert "9-9-999" in str(rows_of(tmp_path / "wrong.xlsx")[0]["Why not imported"])
    desk.answers.will_confirm(yes=True)
    desk.press("Del")
    assert "2 charges are undone" in page.told.text()
    assert office.bills.open(home).due == ()
    assert desk.office.breaches() == []
    desk.press("Esc")
    assert not page.isVisible()


def test_the_template_of_arrears_is_saved_from_the_window(desk: Desk, tmp_path: Path) -> None:
    desk.press("Ctrl+Shift+I")
    desk.answers.will_save(tmp_path / "template.xlsx")
    desk.press("Ctrl+T")
    assert rows_of(tmp_path / "template.xlsx")[0]["费用名称"] == "物业费"


def test_a_filled_sheet_goes_out_is_edited_and_comes_back(desk: Desk, tmp_path: Path) -> None:
    office, page, path = desk.office.office, desk.page.tariff_sheets, tmp_path / "建账.xlsx"
    tariff = next(row.tariff for row in office.tariffs.rows() if row.tariff.name == "住宅物业费（高层）")
    bare = office.estate.unit_named("3-2-901")
    desk.press("Ctrl+I")
    desk.answers.will_answer(AssignmentExportPanel, Wanted(tariff.id))
    desk.answers.will_save(path)
    desk.press("Alt+E")
    rows = rows_of(path)
    assert rows[0]["收费标准"] == tariff.name
    at = next(n for n, row in enumerate(rows, start=2) if row["房号"] == "3-2-901")
    assert "计费起始时间" not in rows[at - 2]
    book = load_workbook(path)
    book.worksheets[0].cell(at, 9).value = "2026-12-01"
    book.save(path)
    choose(desk, page, path)
    assert "New 1" in pane(page).counts.text()
    desk.press("F9")
    assert page.told.text() == "Written: 1 row on 1 unit"
    (row,) = office.assignments.of_unit(bare)
    assert str(row.first) == "2026-12-01"
    choose(desk, page, path)
    assert "New" not in pane(page).counts.text()
    desk.press("Esc")
    desk.answers.will_confirm(yes=True)
    desk.press("Del")
    (row,) = office.assignments.of_unit(bare)
    assert row.until == row.first


def test_the_panel_of_the_export_asks_for_tariff_building_and_kind(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    desk.press("Ctrl+I")
    with desk.keys.when_asked("Esc"):
        desk.press("Alt+E")
    assert desk.page.tariff_sheets.isVisible()


def test_a_cashier_is_told_who_may_lay_tariffs(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    assert not office.cashier.may(Permission.MANAGE_TARIFFS)
    desk.press("Ctrl+I", "Ctrl+O")
    assert "王敏" in desk.said[-1]
    desk.press("Esc", "Ctrl+Shift+I", "Del")
    assert "Choose the import first" in desk.said[-1]
