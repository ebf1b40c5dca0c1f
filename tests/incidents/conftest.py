"""An office with the plans as they are shipped, and nobody yet on its call list, in its organisation or at a drill."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.office_builder import OfficeBuilder


@pytest.fixture
def house(builder: OfficeBuilder) -> Iterator[OfficeBuilder]:
    """Its books are whole after every story."""
    yield builder
    assert builder.breaches() == []
