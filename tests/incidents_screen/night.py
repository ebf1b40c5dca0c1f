"""The night beside the lift, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.incidents_screen.lift_at_night import NOW, LiftAtNight
from tests.incidents_screen.night_desk import NightDesk
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, office, spoken

__all__ = ["OpenNight", "built_estate", "desk", "desks", "office", "spoken", "tab", "today"]

OpenNight = Callable[..., NightDesk]


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lift at night") / "data"
    built = OfficeBuilder(folder, SetClock(NOW))
    LiftAtNight(built).build()
    built.office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return NOW


@pytest.fixture
def tab() -> OpenNight:
    return NightDesk
