"""An office on a morning in November, for the stories of the counter."""

from __future__ import annotations

import pytest

from tests.office_builder import OfficeBuilder


@pytest.fixture
def counter(builder: OfficeBuilder) -> OfficeBuilder:
    return builder
