"""The whole window over an office whose people are known, built once and copied for each test."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from tests.keys import KeyDriver
from tests.shell.conftest import MakeWindow
from tests.shell.seen.known_people import build_known_people
from tests.shell.seen.walk import Walk
from ui.shell.opening import Opening


@pytest.fixture(scope="session")
def estate_with_people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("known people") / "demo"
    build_known_people(folder)
    return folder


@pytest.fixture
def walk(
    make_window: MakeWindow,
    estate_with_people: Path,
    tmp_path: Path,
    clock: SetClock,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Walk]:
    """The office's files lie with those of the system's scratch folder in one place that can be looked through."""
    folder = Path(shutil.copytree(estate_with_people, tmp_path / "whole" / "demo"))
    scratch = tmp_path / "whole" / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(scratch))
    window = make_window()
    opening = Opening(window, folder, clock)
    opening.begin()
    qapp.processEvents()
    assert opening.desk is not None
    made = Walk(opening.desk, KeyDriver(window, clock), window, tmp_path / "whole")
    monkeypatch.setattr(type(window.questions), "ask", made.ask)
    monkeypatch.setattr(type(window.questions), "file_to_save", made.file_to_save)
    monkeypatch.setattr(type(window.questions), "file_to_open", made.file_to_open)
    with made.watching():
        yield made
