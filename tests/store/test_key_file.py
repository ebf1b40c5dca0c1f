import os
import stat
import sys
from pathlib import Path

import pytest

from app.store.folder import DataFolder
from app.store.key_file import KeyMissing, database_key
from app.store.key_refusals import KeyLocked
from app.store.keyring import Keyring
from app.store.keyring_file import copies
from app.store.opening import open_store
from tests.conftest import MORNING


def test_an_empty_folder_gets_a_random_key_of_256_bits(tmp_path: Path) -> None:
    first, second = DataFolder(tmp_path / "a"), DataFolder(tmp_path / "b")
    for folder in (first, second):
        folder.prepare()
    keys = {database_key(first), database_key(second)}
    assert len(keys) == 2
    assert all(len(bytes.fromhex(key)) == 32 for key in keys)


def test_the_key_stays_the_same_from_start_to_start(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert database_key(folder) == database_key(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits are POSIX")
def test_only_the_person_who_runs_the_program_may_read_the_key(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    database_key(folder)
    Keyring.read(folder).write(folder)
    assert {stat.S_IMODE(path.stat().st_mode) for path in copies(folder)} == {0o600}


def test_no_draft_of_the_key_is_left_beside_it(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    database_key(folder)
    assert {path.name for path in tmp_path.iterdir()} == {"counter.key", "counter.key.copy"}


def test_a_key_that_another_start_has_just_made_is_taken_and_not_replaced(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = DataFolder(tmp_path)
    theirs = "ab" * 32

    def made_by_another(_draft: Path, _key: Path) -> None:
        folder.key.write_bytes(Keyring.new(theirs).to_bytes())
        raise FileExistsError

    monkeypatch.setattr(os, "link", made_by_another)
    assert database_key(folder) == theirs


def test_a_disk_without_links_still_gets_its_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_draft: Path, _key: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    folder = DataFolder(tmp_path)
    assert database_key(folder) == Keyring.read(folder).open_key


def test_a_database_without_its_key_files_is_refused_and_gets_no_new_key(folder: DataFolder) -> None:
    for path in copies(folder):
        path.unlink()
    with pytest.raises(KeyMissing) as trouble:
        open_store(folder, MORNING)
    assert trouble.value.key_file == folder.key
    assert not folder.key.exists()


@pytest.mark.parametrize("text", ["", "not a key", "AB" * 32, "ab" * 31, "密钥", "[]", '{"format": 1}'])
def test_key_files_that_hold_no_key_are_refused(folder: DataFolder, text: str) -> None:
    for path in copies(folder):
        path.write_text(text, encoding="utf-8")
    with pytest.raises(KeyMissing):
        open_store(folder, MORNING)


@pytest.mark.parametrize("hurt", [0, 1])
@pytest.mark.parametrize("left", [b"", b"{", None])
def test_one_whole_copy_is_enough_and_the_other_is_mended(folder: DataFolder, hurt: int, left: bytes | None) -> None:
    path = copies(folder)[hurt]
    whole = path.read_bytes()
    if left is None:
        path.unlink()
    else:
        path.write_bytes(left)
    open_store(folder, MORNING).close()
    assert [copy.read_bytes() for copy in copies(folder)] == [whole, whole]


def test_the_plain_key_file_of_an_older_version_opens_its_database(folder: DataFolder) -> None:
    key = database_key(folder)
    first, second = copies(folder)
    second.unlink()
    first.write_text(key, encoding="ascii")
    open_store(folder, MORNING).close()
    assert Keyring.read(folder).is_plain_file
    assert database_key(folder) == key


def test_a_wrapped_key_opens_nothing_by_itself(folder: DataFolder) -> None:
    key = database_key(folder)
    ring = Keyring.read(folder)
    ring.put("王敏", "green-lantern", key)
    ring.close_open_slot()
    ring.write(folder)
    with pytest.raises(KeyLocked):
        open_store(folder, MORNING)
    open_store(folder, MORNING, Keyring.read(folder).unlock("王敏", "green-lantern")).close()
    assert all(key.encode() not in path.read_bytes() for path in copies(folder))
