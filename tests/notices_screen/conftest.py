"""The tab of notices over an evening with a power cut, built once and copied for each test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.notices.asked import NoticeWanted
from tests.notices_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import desk, desks, new_office, office, panels, spoken

__all__ = ["OpenDesk", "desk", "desks", "new_office", "office", "panels", "spoken"]

OpenDesk = Callable[..., Desk]
NOW = datetime(2026, 11, 23, 18, 45)


@pytest.fixture(scope="session")
def built_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A planned cut that is announced at one of two doors, and nothing else."""
    folder = tmp_path_factory.mktemp("notices") / "data"
    clock = SetClock(datetime(2026, 11, 23, 10))
    built = OfficeBuilder(folder, clock)
    for code in ("2-1-101", "2-2-101", "2-3-101", "3-1-501", "5-1-201"):
        built.unit(code)
    notices, postings = built.office.notices, built.office.postings
    begun = notices.begin(NoticeWanted("planned-power-cut", "3 栋、5 栋全部单元"))
    values = {**begun.values, "from": "2026-11-26T08:30", "to": "2026-11-26T17:30"}
    doors = (*postings.doors(2), *postings.doors(3))
    planned = notices.issue(built.cashier, replace(begun, values=values, doors=doors))
    postings.post(built.cashier, [postings.of(planned)[0].id])
    built.office.close()
    return folder


@pytest.fixture
def today() -> datetime:
    return NOW


@pytest.fixture
def tab() -> OpenDesk:
    return Desk
