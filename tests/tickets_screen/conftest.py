"""The tab of tickets over a morning at the service desk, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, new_office, office, panels, spoken
from tests.tickets_screen.desk import Desk
from tests.tickets_screen.scene import NOW, Scene

__all__ = ["OpenDesk", "desk", "desks", "new_office", "office", "panels", "spoken"]

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def built_scene(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The morning as files, and the tickets by where they are."""
    folder = tmp_path_factory.mktemp("service desk") / "data"
    built = OfficeBuilder(folder, SetClock(datetime(2026, 11, 18, 8)))
    scene = Scene(built).build()
    built.office.close()
    return folder, scene.tickets


@pytest.fixture(scope="session")
def built_estate(built_scene: tuple[Path, dict[str, int]]) -> Path:
    return built_scene[0]


@pytest.fixture
def tickets(built_scene: tuple[Path, dict[str, int]]) -> dict[str, int]:
    """Ids by room or place."""
    return built_scene[1]


@pytest.fixture
def today() -> datetime:
    return NOW


@pytest.fixture
def tab() -> OpenDesk:
    return Desk
