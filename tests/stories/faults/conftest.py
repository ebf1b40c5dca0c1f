"""A small office on a working morning, built once and copied for every fault."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.ids import UnitId
from app.counter.payments.asked import TakePayment
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.faults.bills import HOMES


@pytest.fixture(scope="session")
def morning_office(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Path:
    """Three homes with four months due each, a shift that is open, and one receipt."""
    path = tmp_path_factory.mktemp("faults") / "office data"
    shutil.copytree(set_up_office, path)
    builder = OfficeBuilder(path, SetClock(MORNING))
    homes = [builder.unit(code) for code in HOMES]
    builder.property_fee(*homes)
    builder.billed_through(2026, 11)
    builder.open_shift()
    builder.pays(homes[0], "100")
    builder.office.close()
    return path


@pytest.fixture
def place(tmp_path: Path, morning_office: Path) -> Path:
    path = tmp_path / "office data"
    shutil.copytree(morning_office, path)
    return path


@pytest.fixture
def story(place: Path) -> Iterator[OfficeBuilder]:
    builder = OfficeBuilder(place, SetClock(MORNING))
    yield builder
    builder.office.close()


@pytest.fixture
def home(story: OfficeBuilder) -> UnitId:
    return story.office.estate.unit_named(HOMES[1])


@pytest.fixture
def asked(story: OfficeBuilder, home: UnitId) -> TakePayment:
    """What F9 asks for: all that is due on one home."""
    return story.asked(home)
