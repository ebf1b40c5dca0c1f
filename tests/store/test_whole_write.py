"""A nearly full disk takes a part of what is written and says nothing; the program writes on until it is told."""

from __future__ import annotations

import errno
import io
from pathlib import Path
from typing import Any

import pytest

from app.store.whole_write import write_all


class NearlyFull(io.FileIO):
    """Takes three bytes at a time, and so many in all."""

    room = 10

    def write(self, content: Any, /) -> int:
        part = bytes(content)[: min(3, self.room)]
        if not part:
            raise OSError(errno.ENOSPC, "no room")
        self.room -= len(part)
        return super().write(part)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file"


def test_every_byte_is_written_however_often_the_disk_must_be_asked(path: Path) -> None:
    with NearlyFull(path, "w") as file:
        write_all(file, b"0123456789")
    assert path.read_bytes() == b"0123456789"


def test_what_does_not_fit_is_said(path: Path) -> None:
    with NearlyFull(path, "w") as file, pytest.raises(OSError, match="no room"):
        write_all(file, b"0123456789A")
