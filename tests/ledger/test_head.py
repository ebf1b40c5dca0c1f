"""The head file beside the database: the newest entry that was confirmed, whole at every moment."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.ledger import head
from app.ledger.head import Head

FIRST = Head(7, "a" * 64, "R-000001")


def test_a_window_and_its_worker_that_write_at_once_leave_the_newest_whole(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "counter.head"
    with caplog.at_level(logging.WARNING), ThreadPoolExecutor(2) as threads:
        written = [threads.submit(head._write, path, Head(no, "b" * 64, f"R-{no}")) for no in range(1, 61)]
    assert [done.exception() for done in written] == [None] * 60
    newest = head._newest(head._read(path))
    assert newest is not None
    assert newest.no == 60
    assert caplog.messages == []
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_head_never_replaces_a_newer_one(tmp_path: Path) -> None:
    path = tmp_path / "counter.head"
    head._write(path, FIRST)
    head._write(path, Head(6, "c" * 64, "late to the disk"))
    assert head._newest(head._read(path)) == FIRST


def test_a_head_file_that_cannot_be_written_is_logged_and_no_trouble(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        head._write(tmp_path / "gone" / "counter.head", FIRST)
    assert caplog.messages == ["the head file could not be written"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"no": 3}', "null"])
def test_a_spoilt_head_file_says_nothing_and_is_replaced(tmp_path: Path, content: str) -> None:
    path = tmp_path / "counter.head"
    path.write_text(content)
    assert head._newest(head._read(path)) is None
    head._write(path, FIRST)
    assert head._newest(head._read(path)) == FIRST
