"""A damaged page that was met at work: the next opening looks at every page before anybody works on."""

from __future__ import annotations

from contextlib import suppress

from sqlcipher3 import dbapi2

from app.store.backup import problem_in
from app.store.faults import DatabaseDamaged
from app.store.folder import DataFolder
from app.store.log_file import log_kept


def keep_doubt(folder: DataFolder) -> None:
    """Leave word for the next opening; where not even that can be written, it finds the damage as this one did."""
    with suppress(OSError):
        folder.doubt.touch()


def settle_doubt(folder: DataFolder, key: str) -> None:
    """Look at every page. Raises DatabaseDamaged; a whole file is free of doubt."""
    with log_kept(folder):
        try:
            problem = problem_in(folder.database, key)
        except dbapi2.Error as error:
            problem = str(error)
    if problem:
        raise DatabaseDamaged(problem)
    folder.doubt.unlink(missing_ok=True)
