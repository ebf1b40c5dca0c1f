"""`import meters` and `import readings` bring in what good rows say, and hand the others back."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command
from tests.meters.sheets import rows_of, sheet_of
from tests.office_builder import OfficeBuilder

METERS = ("表号", "表类型", "房屋", "起始读数", "起始日期")
READINGS = ("表号", "本次表值", "抄表日期")


def test_meters_and_their_readings_come_in(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    meters = sheet_of(tmp_path / "meters.xlsx", ("W-1", "水表", "3-2-501", 100, "2026-01-01"), heads=METERS)
    answer = command("import", "meters", meters, "--data", data)
    assert (answer.code, answer.lines) == (
        0,
        ["1 new meters, 0 known, 0 rows that cannot come in", "1 meters were brought in"],
    )
    rows = [("W-1", 110, "2026-02-01"), ("W-1", 200, "2026-03-01"), ("W-2", 5, "2026-03-01"), ("W-1", None, None)]
    readings = sheet_of(tmp_path / "readings.xlsx", *rows, heads=READINGS)
    sums = "2 readings, 1 of them far above the usual; 0 known, 1 not read, 1 rows that cannot come in"
    assert command("import", "readings", readings, "--dry-run", "--data", data).lines[0] == sums
    assert counter.office.readings.round().lines[0].usual is None
    answer = command("import", "readings", readings, "--data", data)
    assert answer.lines[1] == "1 readings were brought in"
    assert [row[0] for row in rows_of(tmp_path / "readings-errors.xlsx")[1:]] == ["W-1", "W-2"]
    again = command("import", "readings", readings, "--accept-unusual", "--data", data)
    assert again.lines[1] == "1 readings were brought in"
    assert counter.office.readings.round().lines[0].usual == 50
    assert counter.breaches() == []
