"""An office that has not drilled anything yet."""

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder


@pytest.fixture
def house(office_folder: DataFolder, clock: SetClock) -> Iterator[OfficeBuilder]:
    builder = OfficeBuilder(office_folder.path, clock)
    yield builder
    assert builder.breaches() == []
    builder.office.close()
