"""The power goes: what stands in the data folder at this moment is all that the next start finds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.clock import SetClock
from tests.counter_screen.conftest import NOW
from tests.counter_screen.counter_window import CounterWindow, open_counter
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder


def cut_power(place: Path) -> Path:
    """A pause in the typing, then a copy of the folder as it lies there."""
    stop_typing()
    left = place.with_name("after the power cut")
    shutil.copytree(place, left)
    return left


@contextmanager
def started_again(left: Path) -> Iterator[CounterWindow]:
    """The counter of the next start."""
    builder = OfficeBuilder(left, SetClock(NOW))
    counter = open_counter(builder)
    try:
        yield counter
    finally:
        counter.close()
        builder.office.close()
