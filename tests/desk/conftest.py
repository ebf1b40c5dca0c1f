"""An office with two homes and an open shift, for what one screen shows of many rooms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder


@pytest.fixture
def counter(office_folder: DataFolder, clock: SetClock) -> Iterator[OfficeBuilder]:
    builder = OfficeBuilder(office_folder.path, clock)
    builder.property_fee(builder.unit("3-2-501"), builder.unit("3-2-502", "李梅", phone="13900001111"))
    builder.billed_through(2026, 11)
    builder.open_shift()
    yield builder
    builder.office.close()
