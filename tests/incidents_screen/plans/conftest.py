"""An office with the plans as they are shipped, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.incidents_screen.plans.desk import PlansDesk
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, new_office, office, panels, spoken

__all__ = ["OpenDesk", "desk", "desks", "new_office", "office", "panels", "spoken"]

OpenDesk = Callable[..., PlansDesk]
TODAY = datetime(2026, 11, 24, 9, 0)


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans") / "data"
    built = OfficeBuilder(folder, SetClock(TODAY))
    built.office.plans.plant()
    built.office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return TODAY


@pytest.fixture
def tab() -> OpenDesk:
    return PlansDesk
