"""What an older program sealed stays guarded: a row that was changed before every row was noted is told by its seal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import String, cast, func, select

from app.access.tables import audit
from app.core.clock import SetClock
from app.counter.seals import TRUTHS, noted_since
from app.office import Office
from app.store.engine import connect_raw
from app.store.folder import DataFolder
from app.store.key_file import database_key
from tests.store.keep_database import KEPT, MORNING

_LAST_THAT_SEALED = "0005"


@pytest.fixture
def left_behind(tmp_path: Path) -> Path:
    """The folder of an office whose program sealed what it wrote, not opened since."""
    return Path(shutil.copytree(KEPT / _LAST_THAT_SEALED, tmp_path / "office data"))


@pytest.fixture
def opened(left_behind: Path) -> Iterator[Office]:
    office = Office.open(left_behind, SetClock(MORNING))
    yield office
    office.close()


def _breaches(office: Office) -> list[str]:
    with office.store.reading() as connection:
        return [breach for truth in TRUTHS for breach in truth.check(connection)]


def test_what_was_sealed_stands_as_it_was(opened: Office) -> None:
    assert _breaches(opened) == []


def test_changes_are_known_since_the_first_seal(opened: Office) -> None:
    first = select(func.min(audit.c.at)).where(cast(audit.c.facts, String).contains('"seal":'))
    with opened.store.reading() as connection:
        assert noted_since(connection) == connection.execute(first).scalar_one()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE receipt SET label = 'R-000009' WHERE id = 1",
        "UPDATE tender SET amount = amount + 1 WHERE id = 1",
        "DELETE FROM allocation WHERE id = (SELECT min(id) FROM allocation)",
    ],
)
def test_a_row_changed_before_the_new_program_came_is_told(left_behind: Path, change: str) -> None:
    folder = DataFolder(left_behind)
    bare = connect_raw(folder.database, database_key(folder))
    bare.execute("PRAGMA foreign_keys = OFF")
    assert bare.execute(change).rowcount == 1
    bare.commit()
    bare.close()

    office = Office.open(left_behind, SetClock(MORNING))
    told = _breaches(office)
    office.close()
    assert told
