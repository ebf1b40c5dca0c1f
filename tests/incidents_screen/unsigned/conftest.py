"""The real window over a small estate in the evening, and the one in which nobody has signed in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.store.folder import DataFolder
from tests.incidents_screen.evening import built_estate, office, open_window, real, today
from tests.incidents_screen.unsigned.front import Front, opened_front

__all__ = ["built_estate", "office", "open_window", "real", "today"]


@pytest.fixture
def front(qapp: QApplication, built_estate: Path, tmp_path: Path) -> Iterator[Front]:
    folder = tmp_path / "office"
    shutil.copytree(built_estate, folder)
    yield from opened_front(qapp, DataFolder(folder))


@pytest.fixture
def damaged(qapp: QApplication, built_estate: Path, tmp_path: Path) -> Iterator[Front]:
    folder = DataFolder(tmp_path / "office")
    shutil.copytree(built_estate, folder.path)
    folder.database.write_bytes(b"not a database at all" * 500)
    yield from opened_front(qapp, folder)
