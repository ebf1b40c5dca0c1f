"""Bytes past the driver: through the system's own queue, as they are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.paper.refusals import PrinterMissing
from ui.printing.raw_printer import SpooledBytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")


@pytest.fixture
def tray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Puts an `lp` of the tests in front of the system's; it keeps what it gets and knows one printer."""
    tool = tmp_path / "lp"
    tool.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" >{tmp_path}/asked\n[ "$2" != gone ] || exit 1\ncat >{tmp_path}/got\n',
        encoding="utf-8",
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_the_bytes_arrive_as_they_are_with_printer_and_title(tray: Path) -> None:
    data = b"\x1b@\x1c&\xca\xd5\x1c.\n\x00\xff"
    SpooledBytes("XP-80C").print_bytes(data, "收据 R-000128; rm")
    assert (tray / "got").read_bytes() == data
    assert (tray / "asked").read_text(encoding="utf-8").splitlines() == [
        *("-d", "XP-80C", "-o", "raw", "-t", "收据 R-000128; rm")
    ]


def test_without_a_name_the_default_printer_is_asked(tray: Path) -> None:
    SpooledBytes("").print_bytes(b"hello\n", "R-000128")
    assert "-d" not in (tray / "asked").read_text(encoding="utf-8").splitlines()


def test_a_printer_that_the_system_does_not_know_is_missing(tray: Path) -> None:
    with pytest.raises(PrinterMissing) as refused:
        SpooledBytes("gone").print_bytes(b"hello\n", "R-000128")
    assert refused.value.printer == "gone"


def test_a_system_without_print_tools_has_no_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrinterMissing):
        SpooledBytes("XP-80C").print_bytes(b"hello\n", "R-000128")
