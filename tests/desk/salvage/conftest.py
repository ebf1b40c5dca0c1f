"""A day that was backed up at noon and damaged at night: three receipts, a void, a ticket and cash are newer."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.ids import UnitId
from app.core.money import Money
from app.desk.salvage.damaged_office import DamagedOffice
from app.store.backup_file import Why
from app.store.folder import DataFolder
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder

EVENING, LATER = datetime(2026, 11, 20, 16, 30), datetime(2026, 11, 20, 18)
_FRAME = 24 + 4096


@dataclass(frozen=True, slots=True)
class Night:
    """The folder as the night left it before anything was damaged, its homes, and what the evening took."""

    path: Path
    homes: tuple[UnitId, ...]
    taken: tuple[tuple[str, Money], ...]


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Night:
    place = tmp_path_factory.mktemp("night")
    live = place / "live"
    shutil.copytree(set_up_office, live)
    clock = SetClock(MORNING)
    story = OfficeBuilder(live, clock)
    homes = tuple(story.unit(f"1-1-{number}01", area=f"{80 + number}.50") for number in range(1, 8))
    story.property_fee(*homes)
    story.billed_through(2026, 11)
    story.open_shift()
    noon = [story.pays(home) for home in homes[:2]]
    story.office.backups.make(Why.ASKED)
    clock.set(EVENING)
    story.office.receipts.void(story.supervisor, noon[0].receipt_id, "写错", copies_returned=True)
    taken = [story.pays(home) for home in homes[2:5]]
    shutil.copytree(live, place / "left", ignore=shutil.ignore_patterns("*-shm", ".*"))
    story.office.close()
    return Night(place / "left", homes, tuple((one.label, one.paid) for one in taken))


@dataclass(frozen=True, slots=True)
class Damaged:
    """A copy of that folder to strike at, and the way to help it."""

    folder: DataFolder
    night: Night

    def strike_log(self) -> None:
        """A byte in the middle of the log turns: steps behind it would be lost without a word."""
        content = bytearray(self.folder.log.read_bytes())
        content[-200_000] ^= 4
        self.folder.log.write_bytes(content)

    def strike_last_step(self) -> None:
        """A sum in the head of a page turns, as if the last step had broken off."""
        content = bytearray(self.folder.log.read_bytes())
        content[-5 * _FRAME + 17] ^= 4
        self.folder.log.write_bytes(content)

    def strike_first_page(self) -> None:
        """Wherever the first page stands, it cannot be read."""
        content = bytearray(self.folder.database.read_bytes())
        content[2_000] ^= 4
        self.folder.database.write_bytes(content)
        if self.folder.log.exists():
            log = bytearray(self.folder.log.read_bytes())
            for start in range(32, len(log) - _FRAME + 1, _FRAME):
                if log[start : start + 4] == b"\0\0\0\1":
                    log[start + 2_000] ^= 4
            self.folder.log.write_bytes(log)

    def cut_log(self, octets: int) -> None:
        """The end of the log never reached the disk."""
        self.folder.log.write_bytes(self.folder.log.read_bytes()[:-octets])

    def helped(self) -> DamagedOffice:
        office = DamagedOffice(self.folder.path, SetClock(LATER))
        assert office.lies_open()
        return office


@pytest.fixture
def damaged(night: Night, tmp_path: Path) -> Damaged:
    shutil.copytree(night.path, tmp_path / "data")
    return Damaged(DataFolder(tmp_path / "data"), night)
