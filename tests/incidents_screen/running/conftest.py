"""The running screen at night, over an office that is built once and copied for each test."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.incidents_screen.lift_at_night import NOW, LiftAtNight
from tests.incidents_screen.running.night_desk import NightDesk
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab, desk, desks, office, panels

__all__ = ["desk", "desks", "office", "panels"]


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("running") / "data"
    built = OfficeBuilder(folder, SetClock(datetime(2026, 11, 18, 8)))
    LiftAtNight(built).build()
    built.office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return NOW


@pytest.fixture
def tab() -> OpenTab:
    return NightDesk
