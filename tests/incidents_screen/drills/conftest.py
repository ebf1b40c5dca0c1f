"""An office in its second year with a drill of flooding behind it, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.incidents.drills.played import played
from tests.incidents_screen.drills.desk import DrillsDesk
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, office, panels, spoken

__all__ = ["OpenDesk", "desk", "desks", "office", "panels", "spoken"]

OpenDesk = Callable[..., DrillsDesk]
TODAY = datetime(2026, 11, 20, 9, 0)


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drills") / "data"
    built = OfficeBuilder(folder, SetClock(datetime(2025, 9, 1, 9)))
    assert built.office.plans.in_use()
    built.clock.set(datetime(2026, 6, 10, 15))
    played(built)
    built.clock.set(TODAY)
    built.office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return TODAY


@pytest.fixture
def tab() -> OpenDesk:
    return DrillsDesk
