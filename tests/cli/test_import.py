"""`import units` reads a sheet as real offices keep it, and hands back what it could not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Command
from tests.fees.sheets import sheet_of
from tests.office_builder import OfficeBuilder
from tests.sheets.messy_sheet import MessySheet, write_messy_sheet


@pytest.fixture
def sheet(tmp_path: Path) -> MessySheet:
    return write_messy_sheet(tmp_path / "houses.xlsx", homes=20, shops=2, parking=2)


def codes(counter: OfficeBuilder) -> list[str]:
    return [hit.code for hit in counter.office.find_units.find("1-1-")]


def test_a_dry_run_brings_nothing_in(
    command: Command, counter: OfficeBuilder, data: Path, sheet: MessySheet, tmp_path: Path
) -> None:
    answer = command("import", "units", sheet.path, "--dry-run", "--data", data)
    sums = (
        f"{len(sheet.codes)} new units, 0 known, {sheet.repeated} rows that repeat a unit, "
        f"{len(sheet.bad_rows)} rows that cannot come in"
    )
    assert (answer.code, answer.lines[0]) == (0, sums)
    rows = [f"  row {number}" for number in sheet.bad_rows]
    assert [line.partition(":")[0] for line in answer.lines[1:]] == rows
    assert answer.lines[2].endswith("“八十” is not a number. Type figures and a decimal point only, like 89.50.")
    assert codes(counter) == []
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["houses.xlsx"]


def test_good_rows_come_in_and_bad_ones_come_back_with_their_reasons(
    command: Command, counter: OfficeBuilder, data: Path, sheet: MessySheet, tmp_path: Path
) -> None:
    answer = command("import", "units", sheet.path, "--data", data)
    errors = tmp_path / "houses-errors.xlsx"
    assert answer.code == 0
    came_in = f"{len(sheet.codes)} units were brought in, 0 changed, {sheet.repeated} left as they were"
    assert answer.lines[1] == came_in
    assert len(answer.lines[2:-1]) == len(sheet.bad_rows)
    assert answer.lines[-1] == f"The rows that stayed out are in {errors}, each with its reason."
    assert codes(counter)
    written = load_workbook(errors).worksheets[0]
    reasons = [row[-1] for row in written.iter_rows(values_only=True) if row[-1]]
    assert len(reasons) == len(sheet.bad_rows) + 1
    assert counter.breaches() == []


def test_the_same_sheet_again_changes_nothing(
    command: Command, counter: OfficeBuilder, data: Path, sheet: MessySheet
) -> None:
    command("import", "units", sheet.path, "--data", data)
    again = command("import", "units", sheet.path, "--data", data)
    assert again.lines[0].startswith(f"0 new units, {len(sheet.codes)} known")
    assert again.lines[1].startswith("0 units were brought in, 0 changed")


@pytest.mark.parametrize("policy", ["skip", "replace", "add-people"])
def test_every_policy_for_known_units_can_be_chosen(
    command: Command, counter: OfficeBuilder, data: Path, sheet: MessySheet, policy: str
) -> None:
    command("import", "units", sheet.path, "--data", data)
    assert command("import", "units", sheet.path, "--duplicates", policy, "--data", data).code == 0
    assert counter.breaches() == []


@pytest.mark.parametrize("name", ["missing.xlsx", "notes.txt", "broken.xlsx", "."])
def test_a_file_that_is_no_sheet_is_named(command: Command, data: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "notes.txt").write_text("3-2-501")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 and no more")
    answer = command("import", "units", tmp_path / name, "--data", data)
    assert (answer.code, answer.said) == (2, "")
    assert (tmp_path / name).name in answer.trouble


def test_bad_rows_that_cannot_be_written_are_said_after_the_good_ones_came_in(
    command: Command, counter: OfficeBuilder, data: Path, sheet: MessySheet, tmp_path: Path
) -> None:
    (tmp_path / "houses-errors.xlsx").mkdir()
    answer = command("import", "units", sheet.path, "--data", data)
    assert answer.code == 2
    assert answer.lines[1].startswith(f"{len(sheet.codes)} units were brought in")
    assert "houses-errors.xlsx" in answer.trouble
    assert codes(counter)


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_sheet_of_which_nothing_can_come_in_is_refused_and_twenty_rows_are_told(
    command: Command, data: Path, tmp_path: Path, *, dry_run: bool
) -> None:
    rows = [("3", str(room), "八十") for room in range(101, 124)]
    path = sheet_of(tmp_path / "homes.xlsx", *rows, heads=("楼号", "房间", "建筑面积"))
    answer = command("import", "units", path, *(["--dry-run"] if dry_run else []), "--data", data)
    assert answer.code == 2
    told = [line for line in answer.lines if line.startswith("  ")]
    assert (len(told), told[0][:8], told[-1]) == (21, "  row 2:", "  … and 3 more")


def test_an_unedited_template_brings_nothing_in(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    counter.office.unit_import.write_template(tmp_path / "template.xlsx")
    answer = command("import", "units", tmp_path / "template.xlsx", "--data", data)
    assert answer.code == 2
    assert (
        "  row 2: 备注: This is an example row of the template: delete it or replace it with your own." in answer.lines
    )
