"""The commands about backups: make one, look into one, put one back; and what a person reads when it cannot be."""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from app import cli_backup
from app.core.clock import SetClock
from app.office import Founded, Office
from app.store.folder import DataFolder
from tests.backup_labels import relabelled
from tests.cli.conftest import Command
from tests.office_builder import OfficeBuilder, another_office

WHO, PASSWORD = "沈若兰", "smooth-river"


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def backup_in(data: Path) -> Path:
    (file,) = (data / "backups").glob("*.pcbackup")
    return file


@pytest.fixture
def closed(command: Command, counter: OfficeBuilder, data: Path) -> Path:
    """A data folder with one backup, and a unit that is newer; nobody has it open."""
    assert command("backup", "--data", data).code == 0
    counter.unit("3-2-503", "王五", phone="13900002222")
    counter.office.close()
    return data


@pytest.fixture
def carried(command: Command, locked: DataFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A backup of an office that only its people open, on a stick at another computer."""
    typed(monkeypatch, WHO, PASSWORD)
    assert command("backup", "--data", locked.path).code == 2, "the stick that the office chose is not there"
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(backup_in(locked.path), stick)
    (file,) = stick.iterdir()
    return file


def units_of(data: Path, clock: SetClock) -> list[str]:
    office = Office.open(data, clock)
    try:
        return [row.code for row in office.estate.units()]
    finally:
        office.close()


def test_a_backup_is_made_in_the_data_folder_and_in_the_one_that_was_named(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    answer = command("backup", stick, "--data", data)
    assert (answer.code, answer.trouble) == (0, "")
    assert [str(place) in line for place, line in zip((data / "backups", stick), answer.lines, strict=True)] == [
        True
    ] * 2
    assert [file.name for file in stick.iterdir()] == [backup_in(data).name]
    assert counter.breaches() == []


def test_a_folder_that_is_not_there_is_said_and_the_data_folder_has_its_backup(
    command: Command, counter: OfficeBuilder, data: Path, tmp_path: Path
) -> None:
    answer = command("backup", tmp_path / "pulled stick", "--data", data)
    assert answer.code == 2
    assert "pulled stick" in answer.said
    assert backup_in(data).exists()
    assert not (tmp_path / "pulled stick").exists()
    assert "pulled stick" in command("backup", tmp_path / "pulled stick", "--data", data, language="zh_CN").said
    assert counter.breaches() == []


def test_a_folder_that_may_not_be_written_is_said_and_the_others_get_theirs(
    command: Command, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, copy = tmp_path / "stick", shutil.copyfile
    stick.mkdir()

    def refused(source: Path, target: Path) -> object:
        if target.parent == stick:
            raise PermissionError(errno.EACCES, "Permission denied", str(target))
        return copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", refused)
    answer = command("backup", stick, "--data", data)
    assert answer.code == 2
    assert str(stick) in answer.said
    assert list(stick.iterdir()) == []
    assert backup_in(data).exists()


def test_a_file_in_the_place_of_the_folder_is_said(command: Command, data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    answer = command("backup", tmp_path / "file", "--data", data)
    assert answer.code == 2
    assert "file" in answer.said


def test_no_backup_is_made_of_nothing(command: Command, tmp_path: Path) -> None:
    answer = command("backup", "--data", tmp_path / "nowhere")
    assert (answer.code, answer.said) == (2, "")
    assert answer.trouble.startswith("There is no office in the folder")


def test_a_look_says_what_the_backup_holds_and_that_its_books_are_true(command: Command, closed: Path) -> None:
    answer = command("verify", "--backup", backup_in(closed))
    assert (answer.code, answer.trouble) == (0, "")
    assert answer.lines[0] == "Backup of 2026-11-20 09:00: 2 units, 0 receipts, the last —"
    assert answer.lines[-1].endswith("checks hold: nothing was altered, added or removed.")
    assert "2 个单元" in command("verify", "--backup", backup_in(closed), language="zh_CN").said


def test_the_day_of_the_backup_is_put_back_and_what_stood_there_is_kept(
    command: Command, closed: Path, clock: SetClock
) -> None:
    answer = command("restore", backup_in(closed), "--data", closed)
    assert (answer.code, answer.trouble) == (0, "")
    assert answer.lines[0] == f"The office of 2026-11-20 09:00 stands in {closed} again."
    assert units_of(closed, clock) == ["3-2-501", "3-2-502"]
    (aside,) = (closed / "kept-aside").iterdir()
    assert answer.lines[1] == f"What stood there before is kept in {aside}."
    assert units_of(aside, clock) == ["3-2-501", "3-2-502", "3-2-503"]


def test_nothing_is_put_back_while_a_window_is_open(
    command: Command, counter: OfficeBuilder, data: Path, clock: SetClock
) -> None:
    assert command("backup", "--data", data).code == 0
    counter.unit("3-2-503", "王五", phone="13900002222")
    answer = command("restore", backup_in(data), "--data", data)
    assert answer.code == 2
    assert answer.trouble.strip().endswith("Close the program, then try again.")
    assert "请" in command("restore", backup_in(data), "--data", data, language="zh_CN").trouble
    counter.office.close()
    assert len(units_of(data, clock)) == 3


def test_a_backup_opens_on_another_computer_with_a_password(
    command: Command, carried: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: SetClock
) -> None:
    typed(monkeypatch, WHO, PASSWORD)
    answer = command("restore", carried, "--data", tmp_path / "new computer")
    assert (answer.code, answer.trouble) == (0, "")
    assert PASSWORD not in answer.said
    office, _ = Office.enter(tmp_path / "new computer", clock, WHO, PASSWORD)
    assert not any(finding.breaches for finding in office.verify())
    office.close()


def test_a_wrong_password_opens_nothing_and_leaves_no_data(
    command: Command, carried: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked in (("restore", carried, "--data", tmp_path / "new computer"), ("verify", "--backup", carried)):
        typed(monkeypatch, WHO, "wrong-river")
        answer = command(*asked)
        assert answer.code == 2
        assert answer.trouble.startswith("Name or password is not right")
    assert [path.name for path in (tmp_path / "new computer").iterdir()] == ["counter.tries"]


def test_wrong_passwords_wait_as_at_the_sign_in(
    command: Command, carried: Path, locked: DataFolder, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_backup, "SystemClock", lambda: clock)
    asked = ("restore", carried, "--data", locked.path)
    for _ in range(3):
        typed(monkeypatch, WHO, "wrong-river")
        assert command(*asked).trouble.startswith("Name or password is not right")
    for again in (asked, ("verify", "--backup", carried, "--data", locked.path)):
        typed(monkeypatch, WHO, PASSWORD)
        answer = command(*again)
        assert (answer.code, "5 seconds" in answer.trouble) == (2, True)
    typed(monkeypatch, WHO, PASSWORD)
    assert "5 秒" in command(*asked, language="zh_CN").trouble


def test_without_a_name_the_recovery_code_opens_it(
    command: Command, carried: Path, founded_once: tuple[Path, Founded], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = founded_once[1].recovery_code
    typed(monkeypatch, "", code)
    assert command("verify", "--backup", carried).code == 0
    typed(monkeypatch, "", code.replace(" ", "-"))
    assert command("verify", "--backup", carried).code == 0


def test_a_slip_in_the_recovery_code_names_its_group(
    command: Command, carried: Path, founded_once: tuple[Path, Founded], monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = founded_once[1].recovery_code.split(" ")
    groups[4] = groups[4][:-1] + str((int(groups[4][-1]) + 1) % 10)
    typed(monkeypatch, "", " ".join(groups))
    answer = command("verify", "--backup", carried)
    assert answer.code == 2
    assert answer.trouble.startswith("Group 5 of the recovery code")
    typed(monkeypatch, "", " ".join(groups))
    assert "第 5 组" in command("verify", "--backup", carried, language="zh_CN").trouble
    typed(monkeypatch, "", " ".join(groups[:4]))
    assert "24 were typed" in command("verify", "--backup", carried).trouble


def test_a_backup_of_a_newer_version_names_it(command: Command, closed: Path, tmp_path: Path) -> None:
    newer = relabelled(backup_in(closed), lambda said: said.update(schema="9999"))
    for asked in (("restore", newer, "--data", tmp_path / "new"), ("verify", "--backup", newer)):
        answer = command(*asked)
        assert answer.code == 2
        assert "newer version of this program (data version 9999)" in answer.trouble


def test_a_backup_of_another_office_never_takes_the_place_of_this_one(
    command: Command, closed: Path, tmp_path: Path, clock: SetClock
) -> None:
    another_office(tmp_path / "another", clock).office.close()
    before = (tmp_path / "another" / "counter.db").read_bytes()
    answer = command("restore", backup_in(closed), "--data", tmp_path / "another")
    assert answer.code == 2
    assert "is of another office" in answer.trouble
    assert "property-counter restore" in answer.trouble
    assert (tmp_path / "another" / "counter.db").read_bytes() == before


@pytest.mark.parametrize("content", [None, b"", b"PK", b"no backup", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_backup_is_named(
    command: Command, closed: Path, content: bytes | None, clock: SetClock
) -> None:
    file = closed.parent / "holiday photo.pcbackup"
    if content is not None:
        file.write_bytes(content)
    for asked in (("restore", file, "--data", closed), ("verify", "--backup", file)):
        answer = command(*asked)
        assert (answer.code, answer.said) == (2, "")
        assert str(file) in answer.trouble
    assert len(units_of(closed, clock)) == 3


def test_a_lost_key_file_is_what_a_backup_is_for(command: Command, closed: Path, clock: SetClock) -> None:
    for name in ("counter.key", "counter.key.copy"):
        (closed / name).unlink()
    assert command("restore", backup_in(closed), "--data", closed).code == 0
    assert len(units_of(closed, clock)) == 2


def test_a_damaged_database_is_put_aside(command: Command, closed: Path, clock: SetClock) -> None:
    (closed / "counter.db").write_bytes(b"damaged" * 1_000)
    assert command("restore", backup_in(closed), "--data", closed).code == 0
    assert len(units_of(closed, clock)) == 2


def test_no_room_for_a_restore_is_a_sentence_and_changes_nothing(
    command: Command, closed: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", no_room)
        for asked in (("restore", backup_in(closed), "--data", closed), ("verify", "--backup", backup_in(closed))):
            answer = command(*asked)
            assert answer.code == 2
            assert answer.trouble.startswith("The disk is full")
    assert len(units_of(closed, clock)) == 3


@pytest.mark.parametrize("at", range(9))
def test_a_restore_that_was_cut_off_goes_on_before_anybody_is_asked_for_a_password(
    command: Command, locked: DataFolder, carried: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    moves, replace = [0], Path.replace

    def cut(self: Path, target: Path) -> Path:
        moves[0] += 1
        if moves[0] > at:
            raise Cut
        return replace(self, target)

    typed(monkeypatch, WHO, PASSWORD)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with suppress(Cut):
            command("restore", carried, "--data", locked.path)
    typed(monkeypatch, WHO, PASSWORD)
    answer = command("verify", "--data", locked.path)
    assert (answer.code, answer.trouble) == (0, "")
    assert not locked.restoring.exists()
