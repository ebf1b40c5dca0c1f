"""The statistics of the service desk's tickets, over the board's own morning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.tickets_screen.figures.desk import Desk

OpenDesk = Callable[..., Desk]


@pytest.fixture
def tab() -> OpenDesk:
    return Desk
