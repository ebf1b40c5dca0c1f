"""A small office with its plans laid, copied for every kill."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.office_builder import OfficeBuilder
from tests.stories.kill.night.person import EVENING
from tests.stories.kill.processes import Workers

PERSON = "tests.stories.kill.night.child"


@pytest.fixture(scope="session")
def prepared_night(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Path:
    data = tmp_path_factory.mktemp("night") / "prepared"
    shutil.copytree(set_up_office, data)
    builder = OfficeBuilder(data, SetClock(EVENING))
    builder.office.plans.in_use()
    builder.office.incidents.keep_folder_file()
    builder.office.close()
    return data


@pytest.fixture
def night(prepared_night: Path, tmp_path: Path) -> Path:
    """A copy for one kill; it stays where a test fails, so that it can be looked at."""
    copied = tmp_path / "office data"
    shutil.copytree(prepared_night, copied)
    return copied


@pytest.fixture(scope="session")
def waiting_people(waiting: Workers, prepared_night: Path) -> Workers:
    waiting.rehearse(PERSON, prepared_night)
    return waiting
