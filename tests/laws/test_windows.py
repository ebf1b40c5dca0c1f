"""Nothing in the program assumes a POSIX path, signal or user: offices run Windows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import cast

import pytest

from app.store.folder import DataFolder
from tests.laws.source_tree import Source, SourceTree, a_house, the_house

ONLY_POSIX = {
    *("fcntl", "pwd", "grp", "termios", "resource", "os.fork", "os.getuid", "os.geteuid", "os.uname", "os.chown"),
    *("os.mkfifo", "signal.SIGKILL", "signal.SIGHUP", "signal.SIGALRM", "signal.alarm", "os.killpg", "os.setsid"),
}
POSIX_PLACE = re.compile(r"^/(?:usr|etc|tmp|home|var|dev|bin|mnt|media|Library|System)\b")
FORBIDDEN_IN_NAMES = set('<>:"|?*\\')


def only_posix(house: SourceTree) -> Iterator[str]:
    for source in house:
        modules = {module for module, _name in source.imported_names()}
        yield from (f"{source.path} imports {module}" for module in sorted(modules & ONLY_POSIX))
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in ONLY_POSIX:
                yield f"{source.at(node)} uses {ast.unparse(node)}"
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and POSIX_PLACE.match(node.value):
                yield f"{source.at(node)} names {node.value}"


def opened_without_encoding(source: Source) -> Iterator[str]:
    for call in source.walk(ast.Call):
        assert isinstance(call, ast.Call)
        asked = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
        if asked in ("read_text", "write_text") and not any(word.arg == "encoding" for word in call.keywords):
            yield source.at(call)


def test_no_file_uses_what_only_posix_has() -> None:
    assert list(only_posix(the_house())) == []


def test_every_text_file_is_read_and_written_with_its_encoding_named() -> None:
    assert [line for source in the_house() for line in opened_without_encoding(source)] == []


@pytest.mark.parametrize("line", ["import fcntl", "os.fork()", "os.kill(pid, signal.SIGKILL)", "open('/tmp/draft')"])
def test_what_only_posix_has_is_found(tmp_path: Path, line: str) -> None:
    assert len(list(only_posix(a_house(tmp_path, app__store__folder=line)))) == 1


def test_a_text_read_in_whatever_encoding_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, app__core__notes="text = path.read_text()")
    assert [line for source in house for line in opened_without_encoding(source)] == ["app/core/notes.py:1"]


@pytest.mark.parametrize("place", [r"C:\Users\王 芳\AppData\Local\property-counter", r"D:\物业柜台", "E:/"])
def test_the_data_folder_may_lie_on_a_windows_disk(place: str) -> None:
    root = PureWindowsPath(place)
    folder = DataFolder(cast("Path", root))
    for path in (folder.database, folder.key, folder.head, folder.backups, folder.crashes):
        assert path.drive == root.drive
        assert PureWindowsPath(path).is_relative_to(root)
        assert not FORBIDDEN_IN_NAMES & set(path.name)


def test_no_tracked_name_is_forbidden_on_windows() -> None:
    for source in the_house():
        parts = PurePosixPath(source.path).parts
        assert not any(FORBIDDEN_IN_NAMES & set(part) or part.endswith((".", " ")) for part in parts)
        assert not {part.split(".")[0].lower() for part in parts} & {"con", "prn", "aux", "nul", "com1", "lpt1"}
