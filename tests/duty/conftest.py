"""An office at its duty desk."""

import pytest

from tests.office_builder import OfficeBuilder


@pytest.fixture
def desk(builder: OfficeBuilder) -> OfficeBuilder:
    return builder
