"""Photos as rows: kept once for each ticket, listed with their small pictures, read one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select

from app.access.tables import user
from app.core.ids import UserId
from app.store.rows import insert_row
from app.tickets.files.picture import Picture, PictureKind
from app.tickets.files.picture_limits import MOST_PHOTOS
from app.tickets.files.refusals import TooManyPhotos
from app.tickets.kinds import EntryKind
from app.tickets.number import ticket_number
from app.tickets.side_entries import write_side_entry
from app.tickets.steps import Changed, Step
from app.tickets.tables import ticket, ticket_entry, ticket_file
from app.tickets.writing import Change

_FACTS = [column for column in ticket_file.c if column.name != "content"]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo in a list; `size` in bytes, `origin` is the number of the merged ticket that brought it, else empty."""

    id: int
    ticket_id: int
    name: str
    kind: PictureKind
    size: int
    thumbnail: bytes
    at: datetime
    by: str
    origin: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a photo; `known` where the ticket had it already, else `step` is what can be taken back."""

    id: int
    known: bool
    step: Step | None = None


def keep_photo(connection: Connection, ticket_id: int, picture: Picture, at: datetime, by: UserId) -> Kept:
    """Store a photo with its entry; the same one is kept once. Raises TooManyPhotos."""
    known = connection.execute(
        _standing(ticket_file.c.id).where(_C.ticket_id == ticket_id, _C.hash == picture.hash)
    ).scalar()
    if known is not None:
        return Kept(known, known=True)
    count = connection.execute(_standing(func.count()).where(_C.ticket_id == ticket_id)).scalar_one()
    if count >= MOST_PHOTOS:
        raise TooManyPhotos(MOST_PHOTOS)
    told = Change(EntryKind.FILE, text=picture.name, facts={"hash": picture.hash, "size": len(picture.content)})
    entry_id = write_side_entry(connection, ticket_id, told, at, by)
    key = insert_row(
        connection,
        ticket_file,
        ticket_id=ticket_id,
        entry_id=entry_id,
        name=picture.name,
        kind=picture.kind.value,
        hash=picture.hash,
        size=len(picture.content),
        content=picture.content,
        thumbnail=picture.thumbnail,
        at=at,
        by=by,
    )
    version = connection.execute(select(ticket.c.version).where(ticket.c.id == ticket_id)).scalar_one()
    return Kept(key, known=False, step=Step(EntryKind.FILE, (Changed(ticket_id, entry_id, version),)))


def photos_of(connection: Connection, ticket_ids: tuple[int, ...], own: int) -> tuple[Photo, ...]:
    """The standing photos of these tickets, oldest first; those of others than `own` name their origin."""
    rows = connection.execute(
        _standing(*_FACTS, user.c.name.label("person"), ticket.c.day, ticket.c.serial)
        .join(ticket, ticket.c.id == _C.ticket_id)
        .join(user, user.c.id == _C.by, isouter=True)
        .where(_C.ticket_id.in_(ticket_ids))
        .order_by(_C.id)
    )
    return tuple(_photo(row, own) for row in rows)


def is_standing(connection: Connection, file_id: int) -> bool:
    """Whether a photo was not taken off."""
    return connection.execute(_standing(_C.id).where(_C.id == file_id)).first() is not None


def damaged_photos(connection: Connection) -> Iterator[str]:
    """Every photo whose content is not what was kept; read one by one, for together they fill the memory."""
    for file_id in connection.execute(_KEYS).scalars().all():
        row = connection.execute(_CONTENT, {"photo": file_id}).one()
        if hashlib.sha256(row.content).hexdigest() != row.hash or len(row.content) != row.size:
            yield f"photo {file_id}: {row.size}"


_C = ticket_file.c
_undone = ticket_entry.alias("undone")
_KEYS = select(_C.id).order_by(_C.id)
_CONTENT = select(_C.hash, _C.size, _C.content).where(_C.id == bindparam("photo"))


def _standing(*columns: Any) -> Select[Any]:
    """Photos whose entry nobody took back."""
    return (
        select(*columns)
        .select_from(ticket_file)
        .join(_undone, (_undone.c.ticket_id == _C.ticket_id) & (_undone.c.undoes == _C.entry_id), isouter=True)
        .where(_undone.c.id.is_(None))
    )


def _photo(row: Row[Any], own: int) -> Photo:
    origin = "" if row.ticket_id == own else ticket_number(row.day, row.serial)
    return Photo(
        row.id,
        row.ticket_id,
        row.name,
        PictureKind(row.kind),
        row.size,
        row.thumbnail,
        row.at,
        row.person or "",
        origin,
    )
