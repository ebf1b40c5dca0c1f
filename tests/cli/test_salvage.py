"""The command for damaged data: it says where things stand, writes the list, and on request puts the backup back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from app import cli
from app.core.clock import SetClock
from app.office import Office
from tests.desk.salvage.conftest import LATER, Damaged, damaged, night
from ui.sentences import say

__all__ = ["damaged", "night"]


def _run(damaged: Damaged, *words: str) -> int:
    return cli.run(["salvage", "--data", str(damaged.folder.path), "--lang", "en", *words], say)


def test_the_list_goes_into_a_sheet_and_nothing_in_the_folder_changes(
    damaged: Damaged, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged.strike_log()
    before = {path.name: path.read_bytes() for path in damaged.folder.path.glob("counter.*")}
    assert _run(damaged, "--to", str(tmp_path / "newer.xlsx")) == 0
    said = capsys.readouterr().out
    assert "The backup of 2026-11-20 09:00" in said
    assert "receipt: 3" in said
    sheet = load_workbook(tmp_path / "newer.xlsx").worksheets[0]
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == "receipt"] == [
        label for label, _ in damaged.night.taken
    ]
    assert {path.name: path.read_bytes() for path in damaged.folder.path.glob("counter.*")} == before


def test_on_request_the_backup_is_put_back_with_the_list(damaged: Damaged, tmp_path: Path) -> None:
    damaged.strike_log()
    assert _run(damaged, "--to", str(tmp_path / "newer.xlsx"), "--restore") == 0
    office = Office.open(damaged.folder.path, SetClock(LATER))
    kept = office.to_enter.read()
    office.close()
    assert kept is not None
    assert len(kept.open_lines) == 4


def test_an_empty_folder_has_nothing_to_save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["salvage", "--data", str(tmp_path / "none"), "--lang", "en", "--to", str(tmp_path / "newer.xlsx")]
    assert cli.run(words, say) == cli.REFUSED
    assert "There is no office in the folder" in capsys.readouterr().err
