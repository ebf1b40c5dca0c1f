"""A folder that holds no office, a damaged one, a newer one, one that cannot be written: a sentence each, no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from app.store.folder import DataFolder
from app.store.keyring_file import copies
from tests.cli.conftest import Command
from tests.office_builder import OfficeBuilder

WORK = (("verify",), ("bill", "--through", "2026-11"), ("import", "units", "sheet.xlsx"))


@pytest.mark.parametrize("words", WORK, ids=lambda words: words[0])
def test_a_folder_without_an_office_is_left_as_it_is(command: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    wrong = tmp_path / "photos"
    wrong.mkdir()
    answer = command(*words, "--data", wrong)
    assert (answer.code, answer.said) == (2, "")
    assert str(wrong) in answer.trouble
    assert list(wrong.iterdir()) == []


def test_a_folder_that_is_not_there_is_not_made(command: Command, tmp_path: Path) -> None:
    assert command("verify", "--data", tmp_path / "nowhere").code == 2
    assert not (tmp_path / "nowhere").exists()


def test_an_office_that_was_never_set_up_is_none(command: Command, folder: DataFolder) -> None:
    answer = command("verify", "--data", folder.path)
    assert (answer.code, answer.said) == (2, "")
    assert str(folder.path) in answer.trouble


@pytest.mark.parametrize("words", WORK[:2], ids=lambda words: words[0])
def test_a_damaged_database_says_what_to_do(
    command: Command, counter: OfficeBuilder, data: Path, words: tuple[str, ...]
) -> None:
    counter.office.close()
    database = data / "counter.db"
    database.write_bytes(b"\0" * 4096 + database.read_bytes()[4096:])
    answer = command(*words, "--data", data)
    assert (answer.code, answer.said) == (2, "")
    assert answer.trouble.startswith("The data file is damaged")


def test_damage_in_the_middle_of_the_file_is_found(command: Command, counter: OfficeBuilder, data: Path) -> None:
    counter.billed_through(2026, 11)
    counter.office.close()
    database = data / "counter.db"
    content = bytearray(database.read_bytes())
    for page in range(8, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    database.write_bytes(bytes(content))
    answer = command("verify", "--data", data)
    assert answer.code in (1, 2)
    assert "×" in answer.said or answer.trouble.startswith("The data file is damaged")


def test_a_lost_key_is_named(command: Command, counter: OfficeBuilder, data: Path) -> None:
    counter.office.close()
    for copy in copies(DataFolder(data)):
        copy.unlink()
    answer = command("verify", "--data", data)
    assert answer.code == 2
    assert str(data / "counter.key") in answer.trouble


def test_a_newer_file_is_left_untouched(command: Command, counter: OfficeBuilder, data: Path) -> None:
    with counter.office.store.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9901'"))
    counter.office.close()
    before = (data / "counter.db").read_bytes()
    answer = command("verify", "--data", data)
    assert answer.code == 2
    assert "9901" in answer.trouble
    assert (data / "counter.db").read_bytes() == before


def test_a_demo_is_refused_where_nothing_can_be_written(command: Command, tmp_path: Path) -> None:
    no_folder = tmp_path / "a file"
    no_folder.write_text("not a folder")
    for place in (no_folder, no_folder / "within"):
        answer = command("demo", "--data", place, "--units", 12, "--months", 1)
        assert answer.code == 2
        assert answer.trouble.startswith(f"The data folder {place} cannot be written")


def test_a_demo_never_goes_over_an_office(command: Command, counter: OfficeBuilder, data: Path) -> None:
    answer = command("demo", "--data", data, "--units", 12, "--months", 1)
    assert answer.code == 2
    assert str(data) in answer.trouble
    assert counter.breaches() == []


def test_a_demo_is_built_and_true(command: Command, tmp_path: Path) -> None:
    place = tmp_path / "demo"
    assert command("demo", "--data", place, "--units", 12, "--months", 1, "--seed", 3).code == 0
    assert command("verify", "--data", place).code == 0
