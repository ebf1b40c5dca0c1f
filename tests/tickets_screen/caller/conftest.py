"""The same neighbours as the form's, with one of them on the telephone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.page_fixtures import desk, desks, new_office, office, panels, spoken
from tests.tickets_screen.caller.caller_desk import CallerDesk
from tests.tickets_screen.entry.conftest import built_estate, today

__all__ = ["built_estate", "desk", "desks", "new_office", "office", "panels", "spoken", "today"]


@pytest.fixture
def tab() -> Callable[..., CallerDesk]:
    return CallerDesk
