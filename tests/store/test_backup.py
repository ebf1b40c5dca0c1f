import errno
import os
from pathlib import Path

import pytest
from sqlalchemy import text

from app.store import backup
from app.store.backup import BackupFailed, write_verified_backup
from app.store.engine import make_engine
from app.store.folder import DataFolder
from app.store.key_file import database_key
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from tests.conftest import MORNING


@pytest.fixture
def key(folder: DataFolder) -> str:
    return database_key(folder)


def test_a_backup_holds_what_was_committed_even_while_a_window_is_open(
    folder: DataFolder,
    store: Store,
    key: str,
) -> None:
    with store.transaction() as connection:
        write_setting(connection, "office", "阳光里", MORNING, None)
    target = write_verified_backup(folder, key, "evening")
    copy = make_engine(target, key)
    with copy.connect() as connection:
        assert read_setting(connection, "office", None) == "阳光里"
    copy.dispose()


def test_a_backup_is_encrypted_with_the_same_key(folder: DataFolder, key: str) -> None:
    assert b"SQLite format" not in write_verified_backup(folder, key, "evening").read_bytes()


def test_no_draft_is_left_beside_a_backup(folder: DataFolder, key: str) -> None:
    write_verified_backup(folder, key, "evening")
    assert [path.name for path in folder.backups.iterdir()] == ["evening.db"]


def test_a_copy_that_does_not_prove_sound_is_no_backup(
    folder: DataFolder,
    key: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def copy_badly(_source: Path, target: Path, _key: str) -> None:
        target.write_bytes(os.urandom(8_192))

    monkeypatch.setattr(backup, "copy_database", copy_badly)
    with pytest.raises(BackupFailed) as trouble:
        write_verified_backup(folder, key, "evening")
    assert not trouble.value.target.exists()


def test_a_backup_without_room_says_so_and_leaves_the_original_alone(
    folder: DataFolder,
    key: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = folder.database.read_bytes()

    def no_room(_source: Path, _target: Path, _key: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(backup, "copy_database", no_room)
    with pytest.raises(BackupFailed) as trouble:
        write_verified_backup(folder, key, "evening")
    assert os.strerror(errno.ENOSPC) in trouble.value.reason
    assert folder.database.read_bytes() == before


def test_a_damaged_original_gives_no_backup_that_looks_sound(folder: DataFolder, store: Store, key: str) -> None:
    with store.transaction() as connection:
        for number in range(300):
            write_setting(connection, f"key {number}", "值" * 400, MORNING, None)
    with store.engine.connect() as connection:
        connection.execution_options(property_counter_reading=True)
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    store.close()
    content = bytearray(folder.database.read_bytes())
    content[pages // 2 * 4_096 + 100] ^= 1
    folder.database.write_bytes(bytes(content))
    with pytest.raises(BackupFailed):
        write_verified_backup(folder, key, "evening")
    assert list(folder.backups.glob("*.db")) == []
