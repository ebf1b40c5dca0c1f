"""An office that writes notices, and the table on which its papers are looked at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.notices.notice_office import EVENING, NoticeOffice
from tests.paper.judges import PaperOnTable


@pytest.fixture
def notices(office_folder: DataFolder, clock: SetClock) -> Iterator[NoticeOffice]:
    clock.set(EVENING)
    opened = NoticeOffice(office_folder, clock)
    yield opened
    assert opened.breaches() == []
    opened.office.close()


@pytest.fixture
def on_table(tmp_path: Path) -> Callable[[bytes], PaperOnTable]:
    return lambda pdf: PaperOnTable(pdf, tmp_path)
