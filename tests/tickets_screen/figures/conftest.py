"""The statistics of the service desk's tickets, over the board's own morning."""

from __future__ import annotations

import pytest

from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.figures.desk import Desk


@pytest.fixture
def tab() -> OpenDesk:
    return Desk
