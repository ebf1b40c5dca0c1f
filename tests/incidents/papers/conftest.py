"""An office with a maintainer in its call list, and outside judges for what it prints."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.incidents.papers.paper_office import PaperOffice
from tests.paper.judges import PaperOnTable


@pytest.fixture
def house(office_folder: DataFolder, clock: SetClock) -> Iterator[PaperOffice]:
    opened = PaperOffice(office_folder.path, clock)
    yield opened
    assert opened.breaches() == []
    opened.office.close()


@pytest.fixture
def on_table(tmp_path: Path) -> Callable[[bytes], PaperOnTable]:
    return lambda pdf: PaperOnTable(pdf, tmp_path)
