"""The log beside the database: SQLite passes over what stands behind a broken frame; the opening does not."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from app.store.folder import DataFolder
from app.store.log_file import LogDamaged, check_log
from app.store.opening import open_store
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from app.store.truths import Truth, check_truths
from tests.conftest import MORNING

HEADER, FRAME = 32, 4096 + 24


@pytest.fixture
def cut_off(store: Store, tmp_path: Path) -> DataFolder:
    """Three steps in the log when the power went."""
    for step in ("first", "second", "third"):
        with store.transaction() as connection:
            write_setting(connection, step, "kept", MORNING, None)
    left = tmp_path / "left"
    shutil.copytree(store.folder.path, left, ignore=shutil.ignore_patterns("*-shm"))
    return DataFolder(left)


def spoil(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x10
    path.write_bytes(content)


def test_a_log_that_nothing_happened_to_is_read_to_its_end(cut_off: DataFolder) -> None:
    check_log(cut_off.log)
    opened = open_store(cut_off, MORNING)
    with opened.reading() as connection:
        assert read_setting(connection, "third", None) == "kept"
    opened.close()


@pytest.mark.parametrize("at", [0, 9, 20, 27, HEADER + 2, HEADER + 9, HEADER + 20, HEADER + 24, HEADER + 3000])
def test_steps_behind_a_damaged_place_are_never_dropped_without_a_word(cut_off: DataFolder, at: int) -> None:
    spoil(cut_off.log, at)
    before = cut_off.log.read_bytes()
    for _again in range(2):
        with pytest.raises(LogDamaged):
            open_store(cut_off, MORNING)
    assert cut_off.log.read_bytes() == before


def test_the_trouble_counts_the_steps(cut_off: DataFolder) -> None:
    spoil(cut_off.log, HEADER + 500)
    with pytest.raises(LogDamaged) as told:
        check_log(cut_off.log)
    assert told.value.steps == 3


def test_a_last_step_that_broke_off_is_no_damage(cut_off: DataFolder) -> None:
    frames = (cut_off.log.stat().st_size - HEADER) // FRAME
    spoil(cut_off.log, HEADER + (frames - 1) * FRAME + 900)
    check_log(cut_off.log)
    with cut_off.log.open("r+b") as file:
        file.truncate(HEADER + (frames - 1) * FRAME + 900)
    opened = open_store(cut_off, MORNING)
    with opened.reading() as connection:
        assert [read_setting(connection, step, None) for step in ("second", "third")] == ["kept", None]
    opened.close()


def test_what_an_older_log_left_behind_is_no_damage(cut_off: DataFolder) -> None:
    content = bytearray(cut_off.log.read_bytes())
    older = content[-FRAME:]
    struct.pack_into(">2I", older, 8, 0x01020304, 0x05060708)
    cut_off.log.write_bytes(bytes(content + older))
    check_log(cut_off.log)


@pytest.mark.parametrize("content", [b"", b"\x00" * 32, b"\x00" * 20_000, b"short"])
def test_a_log_without_steps_is_no_damage(tmp_path: Path, content: bytes) -> None:
    log = tmp_path / "counter.db-wal"
    log.write_bytes(content)
    check_log(log)
    check_log(tmp_path / "none")


def settings_without_value(connection: Connection) -> list[str]:
    return [row.key for row in connection.execute(text("SELECT key, value FROM setting")) if not row.value]


def test_a_truth_that_cannot_be_read_for_damage_is_named_and_the_others_are_still_checked(store: Store) -> None:
    with store.transaction() as connection:
        for number in range(300):
            write_setting(connection, f"key {number}", "值" * 400, MORNING, None)
    store.close()
    content = bytearray(store.folder.database.read_bytes())
    content[len(content) * 7 // 8] ^= 1
    store.folder.database.write_bytes(bytes(content))
    reading = Truth("settings can be read", settings_without_value)
    quiet = Truth("nothing is asked", lambda _: ())
    again = open_store(store.folder, MORNING)
    with again.reading() as connection:
        broken, sound = check_truths(connection, [reading, quiet])
    again.close()
    assert broken.breaches
    assert sound.breaches == ()
