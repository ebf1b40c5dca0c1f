"""The tab of tariffs over a believable estate, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.fees_screen.desk import Desk
from tests.fees_screen.scene import TODAY, Scene
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, new_office, office, panels, spoken

__all__ = ["OpenDesk", "desk", "desks", "new_office", "office", "panels", "spoken"]

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Homes, shops and spaces with tariffs and three runs through November 2026, as files."""
    folder = tmp_path_factory.mktemp("estate with tariffs") / "data"
    built = OfficeBuilder(folder, SetClock(TODAY))
    Scene(built).build()
    built.office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return TODAY


@pytest.fixture
def tab() -> OpenDesk:
    return Desk
