"""`booklet` writes all plans as one PDF, to a folder that is named or to those that the office chose."""

from __future__ import annotations

from pathlib import Path

from app.incidents.papers.booklet_copy import FILE
from app.incidents.papers.settings import FOLDER
from tests.cli.conftest import Command
from tests.office_builder import OfficeBuilder


def test_i21_the_booklet_is_written_where_it_is_wanted(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    counter.office.close()
    answer = command("booklet", "--out", tmp_path, "--data", data)
    assert (answer.code, answer.lines) == (0, [f"The booklet of plans was written to {tmp_path}."])
    assert (tmp_path / FILE).read_bytes().startswith(b"%PDF")


def test_without_a_folder_it_goes_where_the_office_chose(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    answer = command("booklet", "--data", data)
    assert answer.code == 2
    assert "name one with --out" in answer.said
    counter.office.settings.change(counter.supervisor, {FOLDER: str(tmp_path)})
    assert command("booklet", "--data", data).code == 0
    assert command("booklet", "--data", data).lines == [f"Today's booklet of plans lies in {tmp_path}."]


def test_a_folder_that_is_not_there_is_said(command: Command, counter: OfficeBuilder, data: Path) -> None:
    counter.office.close()
    answer = command("booklet", "--out", "/nowhere/at/all", "--data", data)
    assert answer.code == 2
    assert "is not there now" in answer.said
