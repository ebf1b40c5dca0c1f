"""A sheet goes into the book and out again, by keys only."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.ids import ApprovalId
from tests.estate.builders import sheet_of
from tests.estate_screen.conftest import Desk, OpenDesk, wait_for
from tests.office_builder import OfficeBuilder
from tests.sheets.messy_sheet import MessySheet
from ui.estate.import_page import ImportPage


def imports(desk: Desk) -> ImportPage:
    return desk.page.imports


def preview(desk: Desk, path: Path) -> None:
    desk.keys.press("Ctrl+I")
    desk.answers.will_open(path)
    desk.keys.press("Ctrl+O")
    wait_for(lambda: imports(desk)._is_previewing())


def confirm(desk: Desk) -> None:
    desk.keys.press("F9")
    wait_for(lambda: not imports(desk)._is_previewing())


def test_a_sheet_is_looked_at_then_imported_and_its_wrong_rows_saved(
    new_office: OfficeBuilder, desks: OpenDesk, messy: MessySheet, tmp_path: Path
) -> None:
    desk = desks(new_office)
    preview(desk, messy.path)
    page = imports(desk)
    assert f"New units {len(messy.codes)}" in page.preview.counts.text()
    assert [bad.row.number for bad in page.preview.bad.rows_model.rows] == messy.bad_rows
    assert "身份证号" in page.preview._ids.text()
    assert new_office.office.estate.units() == []
    confirm(desk)
    assert len(new_office.office.estate.units()) == len(messy.codes)
    assert "9 rows are wrong" in page.told.text()
    desk.answers.will_save(tmp_path / "wrong.xlsx")
    desk.keys.press("Ctrl+S")
    last = list(load_workbook(tmp_path / "wrong.xlsx").worksheets[0].iter_rows(values_only=True))[-1]
    assert last[-1] == "房间: “房间” is empty. Fill it in."
    assert not desk.page.side.is_empty


def test_known_units_follow_the_policy_that_was_chosen(desk: Desk, office: OfficeBuilder, tmp_path: Path) -> None:
    path = sheet_of(tmp_path / "new owners.xlsx", ["1", "1", "301", 99.5, "欧阳锋", "13800009999"])
    preview(desk, path)
    assert "1 unit is known already" in imports(desk).preview._question.text()
    assert imports(desk)._import.text == "Import"
    desk.keys.press("F9")
    assert desk.said[-1].startswith("Every unit of this sheet is known and would be left out.")
    desk.keys.press("Alt+2")
    assert imports(desk)._import.text == "Import 1 row"
    assert "end today" in imports(desk).preview._meaning.text()
    confirm(desk)
    page = office.office.estate.unit_page(office.office.estate.unit_named("1-1-301"))
    assert (page.people[0].name, page.people[0].former) == ("欧阳锋", False)
    assert page.people[1].former


def test_a_file_that_is_no_spreadsheet_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("楼号,房间\n", encoding="utf-8")
    desk.keys.press("Ctrl+I")
    desk.answers.will_open(tmp_path / "list.csv")
    desk.keys.press("Ctrl+O")
    wait_for(lambda: bool(imports(desk).told.text()))
    assert "“list.csv” is a text file" in imports(desk).told.text()
    assert not imports(desk)._is_previewing()


def test_wrong_columns_are_named(desk: Desk, tmp_path: Path) -> None:
    desk.keys.press("Ctrl+I")
    desk.answers.will_open(sheet_of(tmp_path / "a.xlsx", [1, 2], heads=("订单号", "金额")))
    desk.keys.press("Ctrl+O")
    wait_for(lambda: bool(imports(desk).told.text()))
    assert "the sheet has 订单号, 金额" in imports(desk).told.text()


def test_a_template_is_saved_from_the_window(desk: Desk, tmp_path: Path) -> None:
    desk.keys.press("Ctrl+I")
    desk.answers.will_save(tmp_path / "template.xlsx")
    desk.keys.press("Ctrl+T")
    assert load_workbook(tmp_path / "template.xlsx").worksheets[0]["A1"].value == "楼号"


def test_a_folder_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.keys.press("Ctrl+I")
    desk.answers.will_save(tmp_path / "nowhere" / "template.xlsx")
    desk.keys.press("Ctrl+T")
    assert "cannot be read or written" in imports(desk).told.text()


def test_an_import_is_taken_back_but_what_was_billed_stays(desk: Desk, office: OfficeBuilder) -> None:
    desk.keys.press("Ctrl+I")
    desk.answers.will_confirm(yes=True)
    desk.keys.press("Del")
    wait_for(lambda: bool(imports(desk).told.text()))
    assert imports(desk).told.text() == (
        "Taken back: 69 units removed, 0 units as before; 1 unit stay because they are in use: 1-1-301"
    )
    assert [row.code for row in office.office.estate.units()] == ["1-1-301"]
    assert office.breaches() == []
    desk.keys.press("Del")
    assert desk.said[-1] == "This import was taken back already."


@pytest.mark.parametrize("given", [True, False])
def test_a_cashier_asks_a_supervisor_to_take_an_import_back(
    office: OfficeBuilder, desks: OpenDesk, *, given: bool
) -> None:
    desk = desks(office, office.cashier)
    desk.keys.press("Ctrl+I")
    desk.answers.will_confirm(yes=True)
    approval = Approval(ApprovalId(1), Permission.UNDO_IMPORT, "沈若兰") if given else None
    desk.answers.will_approve(approval)
    desk.keys.press("Del")
    wait_for(lambda: bool(imports(desk).told.text()) or not given)
    assert len(office.office.estate.units()) == (1 if given else 70)


def test_escape_leaves_the_preview_and_nothing_was_written(
    new_office: OfficeBuilder, desks: OpenDesk, messy: MessySheet
) -> None:
    desk = desks(new_office)
    preview(desk, messy.path)
    desk.keys.press("Esc")
    assert not imports(desk)._is_previewing()
    assert new_office.office.estate.units() == []
    assert new_office.office.unit_import.batches() == []
