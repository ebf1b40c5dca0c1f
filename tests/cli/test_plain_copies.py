"""Plain copies of the database, as older versions and every update left them: looked into and put back by command."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.office import Office
from app.store.backup import write_verified_backup
from app.store.folder import DataFolder
from tests.cli.conftest import Command
from tests.office_builder import OfficeBuilder, another_office
from tests.store.keep_database import HOMES, KEPT

REVISIONS = sorted(path.name for path in KEPT.iterdir())


@pytest.fixture
def copied(counter: OfficeBuilder) -> Path:
    """The copy that stands in the folder of the backups since an update; a unit is newer than it."""
    store = counter.office.store
    file = write_verified_backup(store.folder, store.key, "before-0006-20261119-180000")
    counter.unit("3-2-503", "王五", phone="13900002222")
    counter.office.close()
    return file


def units_of(data: Path, clock: SetClock) -> list[str]:
    office = Office.open(data, clock)
    try:
        assert [one.truth for one in office.verify() if one.breaches] == []
        return [row.code for row in office.estate.units()]
    finally:
        office.close()


def test_it_is_looked_into_where_it_lies(command: Command, copied: Path) -> None:
    before = copied.read_bytes()
    answer = command("verify", "--backup", copied)
    assert (answer.code, answer.trouble) == (0, "")
    assert answer.lines[0] == "Backup of 2026-11-19 18:00: 2 units, 0 receipts, the last —"
    assert copied.read_bytes() == before
    assert [file.name for file in copied.parent.iterdir()] == [copied.name]


def test_it_is_put_back_with_the_key_of_its_folder(command: Command, copied: Path, data: Path, clock: SetClock) -> None:
    answer = command("restore", copied, "--data", data)
    assert (answer.code, answer.trouble) == (0, "")
    assert answer.lines[0] == f"The office of 2026-11-19 18:00 stands in {data} again."
    assert units_of(data, clock) == ["3-2-501", "3-2-502"]
    (aside,) = (data / "kept-aside").iterdir()
    assert len(units_of(aside, clock)) == 3


@pytest.mark.parametrize(
    "revision", [pytest.param(one, marks=[] if one == REVISIONS[0] else pytest.mark.endurance) for one in REVISIONS]
)
def test_one_of_every_version_is_looked_into_and_put_back(
    command: Command, revision: str, tmp_path: Path, clock: SetClock
) -> None:
    office = tmp_path / "from an old computer"
    shutil.copytree(KEPT / revision, office)
    copy = office / "counter.db"
    copy.rename(office / "before-0009-20261119-180000.db")
    copy = office / "before-0009-20261119-180000.db"
    looked = command("verify", "--backup", copy)
    assert (looked.code, looked.trouble) == (0, ""), looked.said
    answer = command("restore", copy, "--data", tmp_path / "new")
    assert (answer.code, answer.trouble) == (0, "")
    assert units_of(tmp_path / "new", clock) == [code for code, _area, _owner in HOMES]


def test_a_copy_that_was_carried_away_needs_the_key_file(
    command: Command, copied: Path, data: Path, tmp_path: Path, clock: SetClock
) -> None:
    stick = tmp_path / "sticks" / "one"
    stick.mkdir(parents=True)
    carried = Path(shutil.copy(copied, stick))
    answer = command("restore", carried, "--data", tmp_path / "new")
    assert answer.code == 2
    assert f"The key file {stick / 'counter.key'} is missing" in answer.trouble
    assert command("verify", "--backup", carried, "--data", data).code == 0, "the office's own key opens it"
    shutil.copy(data / "counter.key", stick)
    assert command("restore", carried, "--data", tmp_path / "new").code == 0
    assert len(units_of(tmp_path / "new", clock)) == 2


def test_the_key_of_another_office_does_not_open_it(
    command: Command, copied: Path, tmp_path: Path, clock: SetClock
) -> None:
    other = tmp_path / "another"
    another_office(other, clock).office.close()
    carried = Path(shutil.copy(copied, other))
    answer = command("restore", carried, "--data", tmp_path / "new")
    assert answer.code == 2
    assert str(carried) in answer.trouble
    assert not (tmp_path / "new" / "counter.db").exists()


def test_a_locked_office_asks_for_its_password_first(
    command: Command, locked: DataFolder, monkeypatch: pytest.MonkeyPatch, clock: SetClock
) -> None:
    office, person = Office.enter(locked.path, clock, "沈若兰", "smooth-river")
    copy = write_verified_backup(locked, office.store.key, "before-0006-20261119-180000")
    office.close()
    for password, code in (("wrong-river", 2), ("smooth-river", 0)):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{person.name}\n{password}\n"))
        assert command("restore", copy, "--data", locked.path).code == code
    Office.enter(locked.path, clock, "沈若兰", "smooth-river")[0].close()


@pytest.mark.parametrize("content", [None, b"", b"damaged" * 1_000])
def test_a_file_that_is_no_copy_is_named(command: Command, copied: Path, data: Path, content: bytes | None) -> None:
    file = copied.with_name("photos.db")
    if content is not None:
        file.write_bytes(content)
    answer = command("restore", file, "--data", data)
    assert (answer.code, answer.said) == (2, "")
    assert str(file) in answer.trouble
