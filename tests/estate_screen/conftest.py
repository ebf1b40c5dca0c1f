"""The tab of the estate over a book imported from a messy sheet, built once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access.actor import Actor
from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from tests.sheets.messy_sheet import MessySheet, write_messy_sheet
from ui.estate.estate_page import EstatePage

TODAY = datetime(2026, 11, 20, 9)
Desk = PageWindow[EstatePage]
OpenDesk = Callable[..., Desk]
_MOST_LOOKS = 1500


@pytest.fixture(scope="session")
def messy(tmp_path_factory: pytest.TempPathFactory) -> MessySheet:
    """The sheet of the office: sixty homes, shops and parking, nine rows that are wrong."""
    return write_messy_sheet(tmp_path_factory.mktemp("sheet") / "房屋业主.xlsx")


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory, messy: MessySheet) -> Path:
    """The sheet imported, with a property fee billed on one home, as files."""
    folder = tmp_path_factory.mktemp("estate") / "data"
    builder = OfficeBuilder(folder, SetClock(TODAY))
    builder.office.unit_import.run(builder.supervisor, messy.path)
    builder.property_fee(builder.office.estate.unit_named("1-1-301"))
    builder.billed_through(2026, 11)
    builder.office.close()
    return folder


@pytest.fixture
def office(built_estate: Path, tmp_path: Path) -> Iterator[OfficeBuilder]:
    """The book of 20 November 2026."""
    shutil.copytree(built_estate, tmp_path / "data")
    builder = OfficeBuilder(tmp_path / "data", SetClock(TODAY))
    yield builder
    builder.office.close()


@pytest.fixture
def new_office(office_folder: DataFolder) -> Iterator[OfficeBuilder]:
    """An office on its first day: an estate without units."""
    builder = OfficeBuilder(office_folder.path, SetClock(TODAY))
    yield builder
    builder.office.close()


@pytest.fixture
def desks(qapp: QApplication) -> Iterator[OpenDesk]:
    """Opens the tab for an office, as the supervisor unless another person is named."""
    opened: list[Desk] = []

    def open_desk(office: OfficeBuilder, by: Actor | None = None, size: tuple[int, int] = (1366, 697)) -> Desk:
        actor = by or office.supervisor
        opened.append(open_page(EstatePage, "estate", office.office, actor, office.clock, size=size))
        opened[-1].page.focus_search()
        return opened[-1]

    yield open_desk
    for desk in opened:
        assert desk.answers.all_used()
        desk.close()


@pytest.fixture
def desk(office: OfficeBuilder, desks: OpenDesk) -> Desk:
    """The tab over the book, with the caret in its search box."""
    return desks(office)


def wait_for(done: Callable[[], bool]) -> None:
    """Let the long-work thread come to its end."""
    for _ in range(_MOST_LOOKS):
        if done():
            QApplication.processEvents()
            return
        QTest.qWait(20)
    raise AssertionError("the work did not come to an end")
