"""An office with two homes and an open shift, for what one screen shows of many rooms."""

from __future__ import annotations

import pytest

from tests.office_builder import OfficeBuilder


@pytest.fixture
def counter(builder: OfficeBuilder) -> OfficeBuilder:
    builder.property_fee(builder.unit("3-2-501"), builder.unit("3-2-502", "李梅", phone="13900001111"))
    builder.billed_through(2026, 11)
    builder.open_shift()
    return builder
