"""An office in which a lift stuck at 19:41 with two people in it, one of them unwell."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.incidents.reports.stuck_lift import StuckLift
from tests.paper.judges import PaperOnTable


@pytest.fixture
def house(office_folder: DataFolder, clock: SetClock) -> Iterator[StuckLift]:
    opened = StuckLift(office_folder.path, clock)
    yield opened
    assert opened.breaches() == []
    opened.office.close()


@pytest.fixture
def on_table(tmp_path: Path) -> Callable[[bytes], PaperOnTable]:
    return lambda pdf: PaperOnTable(pdf, tmp_path)
