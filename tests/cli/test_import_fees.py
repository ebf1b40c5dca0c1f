"""`import arrears` and `import assignments` on the day an office starts."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command
from tests.fees.sheets import rows_of, sheet_of
from tests.office_builder import OfficeBuilder

_ARREARS = (
    ("3-2-501", "水费", "2026-01", "2026-06", "94.70"),
    ("3-2-502", "水费", "2026-01", "2026-06", "40"),
    ("9-9-999", "水费", "2026-01", "2026-06", "40"),
)


def test_a_dry_run_says_what_is_owed_and_writes_nothing(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    path = sheet_of(tmp_path / "owed.xlsx", *_ARREARS)
    answer = command("import", "arrears", path, "--dry-run", "--data", data)
    sums, why = answer.lines
    assert (answer.code, sums) == (0, "2 rows of arrears, ¥134.70 in all, 1 rows that cannot come in")
    assert why.startswith("  row 4: 房屋编码: There is no unit 9-9-999")
    assert counter.office.opening_arrears.batches() == []
    assert [one.name for one in tmp_path.glob("*.xlsx")] == ["owed.xlsx"]


def test_arrears_come_in_and_wrong_rows_come_back(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    path = sheet_of(tmp_path / "owed.xlsx", *_ARREARS)
    answer = command("import", "arrears", path, "--data", data)
    assert [line for line in answer.lines[1:] if not line.startswith("  row 4: ")] == [
        "2 rows were brought in, on 2 units",
        f"The rows that stayed out are in {tmp_path / 'owed-errors.xlsx'}, each with its reason.",
    ]
    assert counter.owes(counter.office.estate.unit_named("3-2-501")).fen == 9470
    assert "There is no unit 9-9-999" in str(rows_of(tmp_path / "owed-errors.xlsx")[0]["Why not imported"])
    assert counter.breaches() == []


def test_tariffs_are_laid_on_units_by_a_sheet(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    row = ("3-2-501", "物业费", "住宅 1.85", "2026-08-01", "2026-12-31")
    path = sheet_of(
        tmp_path / "tariffs.xlsx", row, heads=("房号", "收费项目", "收费标准", "计费起始时间", "计费结束时间")
    )
    answer = command("import", "assignments", path, "--data", data)
    assert (answer.code, answer.lines) == (
        0,
        [
            "1 tariffs on units, 0 rows without days, 0 rows that cannot come in",
            "1 rows were brought in, on 1 units",
        ],
    )
    (one,) = counter.office.assignments.of_unit(counter.office.estate.unit_named("3-2-501"))
    assert str(one.until) == "2027-01-01"
