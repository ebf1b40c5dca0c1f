"""Two days after the lift stuck: one real case still to be gone over, and a drill of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.incidents.reports.stuck_lift import StuckLift
from tests.incidents_screen.journal.look_back import LookBack
from tests.page_fixtures import OpenTab, desk, desks, office, panels, spoken

__all__ = ["desk", "desks", "office", "panels", "spoken"]
LOOKING_BACK = datetime(2026, 11, 22, 9, 30)


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("journal") / "data"
    built = StuckLift(folder, SetClock(datetime(2026, 11, 20, 9)))
    built.closed()
    built.closed(is_drill=True)
    built.office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return LOOKING_BACK


@pytest.fixture
def tab() -> OpenTab:
    return LookBack
