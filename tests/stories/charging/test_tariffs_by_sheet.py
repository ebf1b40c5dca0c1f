"""Tariffs on units go out as a filled sheet, are written in it, and come back: real questions, real file dialogs."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.counter_screen.answering import answering
from tests.fees.sheets import rows_of
from tests.stories.charging.steps import bill, choose, lay, make_tariff
from tests.stories.first_day_window import Program

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

_FIRST_DAY = 9


def saved(program: Program, path: Path, tariff: str, building: str = "all buildings") -> list[dict[str, object]]:
    """The rows of the sheet that the question asks for."""

    def answer() -> None:
        choose(program, "Tariff", tariff)
        choose(program, "Building", building)
        program.keys.press("F9")

    with program.naming_file(path), answering(answer):
        program.keys.press("Alt+E")
    program.finish_work()
    assert "saved as" in program.screen()
    return rows_of(path)


def write_days(path: Path, *rooms: str, first: str) -> None:
    """What a person writes in the sheet with another program."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for number, row in enumerate(rows_of(path), start=2):
        if row["房号"] in rooms:
            sheet.cell(number, _FIRST_DAY).value = first
    book.save(path)


def read_in(program: Program, path: Path) -> None:
    with program.naming_file(path):
        program.keys.press("Ctrl+O")
    program.finish_work()


def test_a_sheet_of_one_building_is_filled_in_read_back_billed_and_cannot_be_taken_back_then(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "套用.xlsx"
    make_tariff(program, "住宅物业费", {"Price": "2.00"})
    lay(program, "2026-10-01", "3-2-501")
    program.keys.press("Ctrl+I")
    rows = saved(program, path, "物业费 · 住宅物业费", "4栋")
    assert [row["房号"] for row in rows] == [f"4-1-{floor}01" for floor in range(1, 13)]
    write_days(path, "4-1-301", "4-1-401", first="2026-11-01")
    read_in(program, path)
    assert "New 2" in program.screen()
    program.keys.press("F9")
    program.finish_work()
    assert "Written: 2 rows on 2 units" in program.screen()
    program.keys.press("Esc", "Esc")
    charged = {row["Unit"]: row["Amount"] for row in bill(program, "2026-11") if row["Unit"].startswith("4-")}
    assert charged == {"4-1-301": "200.00", "4-1-401": "200.00"}
    told: list[str] = []
    program.keys.press("Alt+1", "Ctrl+I")
    with answering(lambda: program.keys.press("Y")):
        program.keys.press("Del")
    program.finish_work()
    told.append(program.screen())
    assert "charged" in told[0]


def test_all_tariffs_as_they_lie_come_back_unchanged(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "全部.xlsx"
    make_tariff(program, "住宅物业费", {"Price": "2.00"})
    lay(program, "2026-10-01", "3-2-501", "3-2-502")
    program.keys.press("Ctrl+I")
    rows = saved(program, path, "all tariffs as they lie")
    assert [(row["房号"], row["收费标准"]) for row in rows] == [
        ("3-2-501", "住宅物业费"),
        ("3-2-502", "住宅物业费"),
    ]
    read_in(program, path)
    program.keys.press("F9")
    program.finish_work()
    assert "Everything lies as the sheet says already" in program.screen()
