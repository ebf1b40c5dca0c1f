"""Printing in an office that was set up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder


@pytest.fixture
def counter(office_folder: DataFolder, clock: SetClock) -> Iterator[OfficeBuilder]:
    built = OfficeBuilder(office_folder.path, clock)
    yield built
    built.office.close()
