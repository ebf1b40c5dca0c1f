"""What the tests of a tab begin with: a built office copied for each of them, and the tab opened over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from filecmp import cmp
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.language import choose_language
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder

OpenTab = Callable[..., Any]
"""Opens the tab over an office; given by each room's conftest as `tab`, as `today` is and `built_estate`."""

_PROVEN: set[Path] = set()
"""Estates whose every truth was seen to hold as they were built; it holds for each copy that nothing was written to."""


@pytest.fixture
def office(built_estate: Path, today: datetime, tmp_path: Path) -> Iterator[OfficeBuilder]:
    """The estate that was built, as it stands today."""
    folder = tmp_path / "data"
    shutil.copytree(built_estate, folder)
    builder = OfficeBuilder(folder, SetClock(today))
    yield builder
    if built_estate not in _PROVEN or not _is_as_built(folder, built_estate):
        assert builder.breaches() == []
        if _is_as_built(folder, built_estate):
            _PROVEN.add(built_estate)
    builder.office.close()


def _is_as_built(folder: Path, built: Path) -> bool:
    """Whether the test wrote nothing: the file is the same to the byte, and nothing waits in its log."""
    file, log = DataFolder(folder).database, DataFolder(folder).database.with_suffix(".db-wal")
    return not (log.exists() and log.stat().st_size) and cmp(file, DataFolder(built).database, shallow=False)


@pytest.fixture
def new_office(today: datetime, office_folder: DataFolder) -> Iterator[OfficeBuilder]:
    """An office on its first day: nothing but people."""
    builder = OfficeBuilder(office_folder.path, SetClock(today))
    yield builder
    builder.office.close()


@pytest.fixture
def desks(qapp: QApplication, tab: OpenTab) -> Iterator[OpenTab]:
    """Opens the tab for an office, as the supervisor unless another person is named."""
    opened: list[Any] = []

    def open_desk(office: OfficeBuilder, **more: object) -> Any:
        opened.append(tab(office, **more))
        return opened[-1]

    yield open_desk
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(office: OfficeBuilder, desks: OpenTab) -> Any:
    """The tab over the estate, with the caret in its search box."""
    return desks(office)


@pytest.fixture
def panels(office: OfficeBuilder, desks: OpenTab) -> Any:
    """The same, with questions that come up as in the real window."""
    return desks(office, panels=True)


@pytest.fixture(params=["en", "zh_CN"])
def spoken(office: OfficeBuilder, desks: OpenTab, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The tab in each language; its letters are as large as usual again afterwards."""
    choose_language(request.param)
    desk = desks(office)
    yield desk
    desk.window.context.theme.scale(100)
