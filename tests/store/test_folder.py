import errno
import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from app.store import folder as folder_module
from app.store.folder import (
    DataFolder,
    FolderNotWritable,
    FolderOnNetworkDrive,
    default_folder,
    is_unc,
    mounted_as,
    on_network_drive,
)
from app.store.opening import open_store
from tests.conftest import MORNING

MOUNTS = [("/", "ext4"), ("/mnt/office", "cifs"), ("/mnt/office/local", "xfs"), ("/home", "btrfs")]


def test_a_folder_is_made_with_its_parents_and_left_empty(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "物业 数据" / "counter")
    folder.prepare()
    assert folder.path.is_dir()
    assert list(folder.path.iterdir()) == []


def test_everything_of_the_office_lies_inside_the_folder(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    inside = (folder.database, folder.key, folder.head, folder.backups, folder.crashes)
    assert {path.parent for path in inside} == {tmp_path}
    assert len(set(inside)) == 5


def test_an_office_is_there_once_its_database_is(tmp_path: Path, folder: DataFolder) -> None:
    assert folder.holds_office
    assert not DataFolder(tmp_path / "elsewhere").holds_office


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "counter"
    path.write_text("a file", encoding="utf-8")
    with pytest.raises(FolderNotWritable) as trouble:
        DataFolder(path).prepare()
    assert trouble.value.folder == path


def test_a_read_only_folder_is_refused_with_the_systems_own_word(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: Path, _content: bytes) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(FolderNotWritable) as trouble:
        open_store(DataFolder(tmp_path), MORNING)
    assert trouble.value.reason == os.strerror(errno.EROFS)


def test_a_read_only_database_file_is_refused_by_its_name(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != folder.database)
    with pytest.raises(FolderNotWritable) as trouble:
        open_store(folder, MORNING)
    assert trouble.value.reason == "counter.db"


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/srv/data", "ext4"), ("/mnt/office/data", "cifs"), ("/mnt/office/local/data", "xfs"), ("/mnt/offices", "ext4")],
)
def test_a_folder_lies_on_the_file_system_mounted_nearest_above_it(path: str, kind: str) -> None:
    assert mounted_as(Path(path), MOUNTS) == kind


def test_a_folder_under_no_known_mount_is_taken_as_local() -> None:
    assert mounted_as(Path("/srv/data"), []) == ""


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_folder_on_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(folder_module, "_mounts", lambda: [("/", "ext4"), (str(tmp_path.resolve()), kind)])
    with pytest.raises(FolderOnNetworkDrive):
        open_store(DataFolder(tmp_path / "data"), MORNING)
    assert not (tmp_path / "data").exists()


def test_a_local_folder_is_no_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "_mounts", lambda: [("/", "ext4")])
    assert not on_network_drive(tmp_path)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (PureWindowsPath(r"\\server\share\data"), True),
        (PureWindowsPath("//server/share/data"), True),
        (PureWindowsPath(r"C:\Users\物业\data"), False),
        (PureWindowsPath(r"\\?\C:\data"), False),
        (PurePosixPath("//server/share"), False),
    ],
)
def test_only_a_windows_path_that_names_a_server_is_unc(path: PurePosixPath | PureWindowsPath, answer: bool) -> None:
    assert is_unc(path) is answer


def test_the_platforms_own_place_carries_the_programs_name() -> None:
    assert default_folder().path.name == "property-counter"
