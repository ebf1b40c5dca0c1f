"""The tab of tariffs over a believable estate, built once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.language import choose_language
from tests.fees_screen.desk import Desk
from tests.fees_screen.scene import TODAY, Scene
from tests.office_builder import OfficeBuilder

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Homes, shops and spaces with tariffs and three runs, as files."""
    folder = tmp_path_factory.mktemp("estate with tariffs") / "data"
    office = OfficeBuilder(folder, SetClock(TODAY))
    Scene(office).build()
    office.office.close()
    return folder


@pytest.fixture
def office(built_estate: Path, tmp_path: Path) -> Iterator[OfficeBuilder]:
    """The estate of 20 November 2026, billed through November."""
    folder = tmp_path / "data"
    shutil.copytree(built_estate, folder)
    builder = OfficeBuilder(folder, SetClock(TODAY))
    yield builder
    builder.office.close()


@pytest.fixture
def new_office(tmp_path: Path) -> Iterator[OfficeBuilder]:
    """An office on its first day: nothing but people."""
    builder = OfficeBuilder(tmp_path / "new data", SetClock(TODAY))
    yield builder
    builder.office.close()


@pytest.fixture
def desks(qapp: QApplication) -> Iterator[OpenDesk]:
    """Opens the tab for an office, as the supervisor unless another person is named."""
    opened: list[Desk] = []

    def open_desk(office: OfficeBuilder, **more: object) -> Desk:
        opened.append(Desk(office, **more))  # type: ignore[arg-type]
        return opened[-1]

    yield open_desk
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(office: OfficeBuilder, desks: OpenDesk) -> Desk:
    """The tab over the estate, with the caret in its search box."""
    return desks(office)


@pytest.fixture(params=["en", "zh_CN"])
def spoken(office: OfficeBuilder, desks: OpenDesk, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The tab in each language; its letters are as large as usual again afterwards."""
    choose_language(request.param)
    desk = desks(office)
    yield desk
    desk.window.context.theme.scale(100)
