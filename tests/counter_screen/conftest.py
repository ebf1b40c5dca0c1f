"""A morning at the counter, built once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from tests.counter_screen.counter_window import CounterWindow, PaperTray, open_counter
from tests.counter_screen.scene import morning
from tests.office_builder import OfficeBuilder

NOW = datetime(2026, 11, 20, 10, 42)

OpenCounter = Callable[..., CounterWindow]


@pytest.fixture(scope="session")
def built_morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("morning") / "office data"
    builder = OfficeBuilder(path, SetClock(datetime(2026, 11, 20, 8)))
    morning(builder)
    builder.office.close()
    return path


@pytest.fixture
def place(tmp_path: Path, built_morning: Path) -> Path:
    path = tmp_path / "office data"
    shutil.copytree(built_morning, path)
    return path


@pytest.fixture
def builder(place: Path) -> Iterator[OfficeBuilder]:
    opened = OfficeBuilder(place, SetClock(NOW))
    yield opened
    opened.office.close()


@pytest.fixture
def open_window(qapp: QApplication, builder: OfficeBuilder) -> Iterator[OpenCounter]:
    """Opens the counter as often as the test asks; everything is closed at its end."""
    opened: list[CounterWindow] = []

    def open_one(**wishes: Any) -> CounterWindow:
        opened.append(open_counter(builder, **wishes))
        return opened[-1]

    yield open_one
    for window in opened:
        window.close()


@pytest.fixture
def counter(open_window: OpenCounter) -> CounterWindow:
    return open_window()


@pytest.fixture
def tray() -> PaperTray:
    return PaperTray()
