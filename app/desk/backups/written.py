"""What became of a backup in each place, as the program keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, func, select

from app.core.ids import UserId
from app.incidents.papers.booklet_copy import CopyState
from app.store.backup_file import Why
from app.store.rows import insert_row
from app.store.tables import backup


@dataclass(frozen=True, slots=True)
class Written:
    """A place and what became of its copy; `reason` is the system's own word, `is_new` trouble was not said today."""

    folder: Path
    state: CopyState
    file: Path | None = None
    size: int = 0
    reason: str = ""
    is_new: bool = True


def note(connection: Connection, why: Why, one: Written, at: datetime, by: UserId | None) -> None:
    """Keep the row of one place."""
    trouble = "" if one.state is CopyState.WRITTEN else f"{one.state.value} {one.reason}".strip()
    insert_row(
        connection,
        backup,
        kind=why.value,
        folder=str(one.folder),
        file="" if one.file is None else one.file.name,
        size=one.size,
        proven=not trouble,
        trouble=trouble,
        at=at,
        by=by,
    )


def note_damaged(connection: Connection, file: Path, reason: str, at: datetime, by: UserId | None) -> None:
    """What was proven once can no longer be read."""
    values = {"folder": str(file.parent), "file": file.name, "size": 0, "proven": False, "trouble": reason or "damaged"}
    insert_row(connection, backup, kind=Why.ASKED.value, at=at, by=by, **values)


def damaged_in(connection: Connection, folder: Path) -> set[str]:
    """The names of backups there that were found damaged since they were written."""
    asked = select(backup.c.file).where(backup.c.folder == str(folder), backup.c.proven.is_(False), backup.c.file != "")
    return set(connection.execute(asked).scalars())


def turns(connection: Connection) -> dict[str, int]:
    """By the name of a file as the how many-th it was made: an order that no clock disturbs."""
    first = select(backup.c.file, func.min(backup.c.id)).where(backup.c.proven.is_(True)).group_by(backup.c.file)
    return dict(connection.execute(first).tuples().all())


def said_today(connection: Connection, folder: Path, state: CopyState, now: datetime) -> bool:
    """Whether this trouble of a place was met before on the same day."""
    asked = select(backup.c.id).where(
        backup.c.folder == str(folder),
        *_on_the_day_of(now),
        backup.c.trouble.startswith(state.value),
    )
    return connection.execute(asked.limit(1)).first() is not None


def proven_today(connection: Connection, folder: Path, now: datetime) -> bool:
    """Whether a proven backup of today was put there and still lies there."""
    asked = select(backup.c.file).where(
        backup.c.folder == str(folder),
        backup.c.proven.is_(True),
        *_on_the_day_of(now),
    )
    names = connection.execute(asked.order_by(backup.c.id.desc()).limit(5)).scalars()
    return any((folder / name).is_file() for name in names)


def last_proven(connection: Connection) -> datetime | None:
    """When the newest proven backup was made, by the order in which they were made."""
    newest = select(backup.c.at).where(backup.c.proven.is_(True)).order_by(backup.c.id.desc()).limit(1)
    return connection.execute(newest).scalar()


def _on_the_day_of(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """What was made while the clock ran ahead is not of today."""
    first = datetime.combine(now.date(), time())
    return backup.c.at >= first, backup.c.at < first + timedelta(days=1)
