"""An office as the cut of the power left it: a morning in the file, an hour in its log, and yesterday's file beside."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.core.clock import SetClock
from app.office import Office
from app.store.all_tables import whole_schema
from app.store.folder import DataFolder
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder

SEED = os.environ.get("PROPERTY_COUNTER_DAMAGE_SEED") or date.today().isoformat()

Facts = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Left:
    """The folder as it lay there, every row in it, and the database as it was before the last step."""

    path: Path
    facts: Facts
    before: bytes


def facts_of(office: Office) -> Facts:
    """Every row of every table."""
    with office.store.reading() as connection:
        return {
            name: [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
            for name in sorted(whole_schema().tables)
        }


def checkpoint(office: Office) -> None:
    """Everything in the log goes into the file."""
    with office.store.reading() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).all()


def lie_as_it_lay(source: Path, target: Path) -> None:
    """What a disk holds after the power went: no memory that was shared, no lock."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*-shm", ".*"))


@pytest.fixture(scope="session")
def left(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Left:
    place = tmp_path_factory.mktemp("damage")
    live = place / "live"
    shutil.copytree(set_up_office, live)
    story = OfficeBuilder(live, SetClock(MORNING))
    homes = [story.unit(f"1-1-{number}01", area=f"{80 + number}.50") for number in range(1, 6)]
    story.property_fee(*homes)
    story.billed_through(2026, 11)
    story.open_shift()
    for home in homes[:2]:
        story.pays(home)
    checkpoint(story.office)
    before = DataFolder(live).database.read_bytes()
    story.pays(homes[2])
    checkpoint(story.office)
    story.pays(homes[3], received="500")
    story.office.drafts.save(story.cashier, "counter", {"unit": homes[4], "received": "12.30"})
    story.pays(homes[4])
    lie_as_it_lay(live, place / "left")
    facts = facts_of(story.office)
    story.office.close()
    return Left(place / "left", facts, before)
