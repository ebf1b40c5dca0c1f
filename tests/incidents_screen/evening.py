"""The real window over a small estate in the evening, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.incidents_screen.real_window import EVENING, Open, RealWindow, build_estate, opened
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import office

__all__ = ["built_estate", "office", "open_window", "real", "today"]


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evening") / "data"
    build_estate(folder)
    return folder


@pytest.fixture
def today() -> datetime:
    return EVENING


@pytest.fixture
def open_window(qapp: QApplication, office: OfficeBuilder) -> Iterator[Open]:
    yield from opened(office)


@pytest.fixture
def real(open_window: Open) -> RealWindow:
    return open_window()
