"""A locked office and its backup."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.office import Office
from app.store.backup_file import Why
from app.store.folder import DataFolder
from tests.office_builder import SUPERVISOR_PASSWORD
from tests.shell.damage.at_the_door import PERSON


@pytest.fixture
def backed(locked: DataFolder, clock: SetClock) -> DataFolder:
    """A locked office with a backup beside it."""
    office, _ = Office.enter(locked.path, clock, PERSON, SUPERVISOR_PASSWORD)
    office.backups.make(Why.ASKED)
    office.close()
    return locked


@pytest.fixture
def made(backed: DataFolder) -> Path:
    """Its backup, in its folder."""
    (file,) = backed.backups.glob("*.pcbackup")
    return file
