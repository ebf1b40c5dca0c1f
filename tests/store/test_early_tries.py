from __future__ import annotations

import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.store import early_tries
from app.store.early_tries import EarlyTry, forget_tries, note_try, tries_file, waiting_tries
from app.store.folder import DataFolder
from tests.conftest import MORNING


def test_tries_wait_in_order_and_go_when_they_were_taken_over(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert waiting_tries(folder) == []
    later = MORNING + timedelta(seconds=7)
    note_try(folder, "ab12", MORNING)
    note_try(folder, "cd34", later)
    assert waiting_tries(folder) == [EarlyTry("ab12", MORNING), EarlyTry("cd34", later)]
    forget_tries(folder)
    assert waiting_tries(folder) == []


def test_half_a_line_is_passed_over(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    note_try(folder, "ab12", MORNING)
    whole = tries_file(folder).read_bytes()
    for length in range(len(whole) - 1):
        tries_file(folder).write_bytes(whole + whole[:length])
        assert waiting_tries(folder) == [EarlyTry("ab12", MORNING)]


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits are POSIX")
def test_only_the_person_who_runs_the_program_reads_it(tmp_path: Path) -> None:
    note_try(DataFolder(tmp_path), "ab12", MORNING)
    assert stat.S_IMODE(tries_file(DataFolder(tmp_path)).stat().st_mode) == 0o600


def test_somebody_who_tries_for_ever_does_not_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early_tries, "MOST_BYTES", 1000)
    folder = DataFolder(tmp_path)
    for second in range(60):
        note_try(folder, "ab12", MORNING + timedelta(seconds=second))
    assert tries_file(folder).stat().st_size < 1200
    assert waiting_tries(folder)[-1].at == MORNING + timedelta(seconds=59)


def test_a_folder_that_takes_no_file_keeps_nobody_from_trying(tmp_path: Path) -> None:
    note_try(DataFolder(tmp_path / "nowhere"), "ab12", MORNING)
    assert waiting_tries(DataFolder(tmp_path / "nowhere")) == []
