"""A damaged page that is met at work or by the backup is not worked on: the next opening looks at every page."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.ids import UnitId
from app.office import Office
from app.store.backup import BackupFailed
from app.store.backup_file import Why
from app.store.faults import DatabaseDamaged
from app.store.folder import DataFolder
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder

PAGE = 4096


@pytest.fixture
def struck(office_folder: DataFolder) -> DataFolder:
    """A page of the units, far from what is read at an opening, turned at night."""
    story = OfficeBuilder(office_folder.path, SetClock(MORNING))
    story.unit("1-1-101")
    with story.office.store.reading() as connection:
        root = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'unit'").scalar_one()
    story.office.close()
    content = bytearray(office_folder.database.read_bytes())
    content[(root - 1) * PAGE + 2_000] ^= 1
    office_folder.database.write_bytes(content)
    return office_folder


def _open(folder: Path) -> Office:
    return Office.open(folder, SetClock(MORNING))


def test_a_page_met_at_work_keeps_the_next_opening_shut(struck: DataFolder) -> None:
    office = _open(struck.path)
    with pytest.raises(DatabaseDamaged):
        office.estate.unit_page(UnitId(1))
    office.close()
    assert struck.doubt.exists()
    with pytest.raises(DatabaseDamaged):
        _open(struck.path)


def test_the_backup_of_the_day_meets_it_too(struck: DataFolder) -> None:
    office = _open(struck.path)
    with pytest.raises(BackupFailed):
        office.backups.make(Why.DAILY)
    office.close()
    assert struck.doubt.exists()
    with pytest.raises(DatabaseDamaged):
        _open(struck.path)


def test_a_doubt_without_a_cause_is_settled(office_folder: DataFolder) -> None:
    office_folder.doubt.touch()
    _open(office_folder.path).close()
    assert not office_folder.doubt.exists()
