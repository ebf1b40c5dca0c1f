"""An office to be lived in, built once for the stories of kills and of writes that fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.conftest import MORNING
from tests.office_builder import CASHIER_PASSWORD, SUPERVISOR_PASSWORD, OfficeBuilder
from tests.stories.kill.use_cases.life import FREE_HOMES, HOMES


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Path:
    """Homes with bills, and homes that nothing was laid on yet."""
    data = tmp_path_factory.mktemp("lived in") / "prepared"
    shutil.copytree(set_up_office, data)
    builder = OfficeBuilder(data, SetClock(MORNING))
    homes = [builder.unit(f"1-1-{number}01") for number in range(1, HOMES + FREE_HOMES + 1)]
    builder.property_fee(*homes[:HOMES])
    builder.billed_through(2026, 12)
    for person, password in ((builder.supervisor, SUPERVISOR_PASSWORD), (builder.cashier, CASHIER_PASSWORD)):
        builder.office.keys.welcome(person, password)
    builder.office.close()
    return data
