"""The desk that hands out papers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.paper.judges import PaperOnTable
from tests.tickets.materials.work_office import WorkOffice


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[WorkOffice]:
    opened = WorkOffice(office_folder, clock)
    yield opened
    opened.office.close()


@pytest.fixture
def leak(desk: WorkOffice) -> int:
    return desk.reported("厨房水槽下水管接口渗水，柜底已湿。业主下午在家，家里有老人，进门请先敲门。")


@pytest.fixture
def on_table(tmp_path: Path) -> Callable[[bytes], PaperOnTable]:
    return lambda pdf: PaperOnTable(pdf, tmp_path)
