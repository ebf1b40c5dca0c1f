"""The tab of duty over an office with its roster, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.duty_screen.desk import NIGHT, Desk, build
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, new_office, office, panels, spoken

__all__ = ["desk", "desks", "new_office", "office", "panels", "spoken"]


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("duty desk") / "data"
    built = OfficeBuilder(folder, SetClock(datetime(2026, 11, 18, 8)))
    build(built)
    built.office.close()
    return folder


@pytest.fixture
def tab() -> Callable[..., Desk]:
    return Desk


@pytest.fixture
def today() -> datetime:
    return NIGHT
