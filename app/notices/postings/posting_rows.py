"""Places of a notice as rows; a line that was wrong is taken off and stays in the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.core.ids import UserId
from app.notices.asked import Door
from app.notices.issued.notice_rows import MESSAGE
from app.notices.tables import notice_posting
from app.store.rows import insert_row, insertion

_P = notice_posting.c


@dataclass(frozen=True, slots=True)
class Posting:
    """One place; `message` where it is what was sent by hand and hangs nowhere."""

    id: int
    notice_id: int
    place: str
    building_id: int | None
    posted_at: datetime | None
    posted_by: str
    has_photo: bool
    removed_at: datetime | None
    removed_by: str
    message: bool = False

    @property
    def hangs(self) -> bool:
        """Whether it hangs now."""
        return self.posted_at is not None and self.removed_at is None


def write_places(connection: Connection, notice_id: int, doors: Sequence[Door], at: datetime, by: UserId) -> None:
    """Lines for these places, each once, in their order."""
    held = {one.place for one in read_places(connection, notice_id)}
    new = [door for door in dict.fromkeys(doors) if door.label.strip() and door.label not in held]
    if new:
        rows = [
            {"notice_id": notice_id, "place": door.label, "building_id": door.building_id, "at": at, "by": by}
            for door in new
        ]
        connection.execute(insertion(notice_posting), rows)


def write_line(connection: Connection, notice_id: int, door: Door, at: datetime, by: UserId, **more: object) -> int:
    """One line with what is known of it; its id."""
    said = {"place": door.label, "building_id": door.building_id, **more}
    return insert_row(connection, notice_posting, notice_id=notice_id, **said, at=at, by=by)


def read_places(connection: Connection, notice_id: int) -> list[Posting]:
    """Every line of a notice that was not taken off, in the order in which they were written down."""
    columns = [column for column in _P if column.name != "photo"]
    asked = select(*columns).where(_P.notice_id == notice_id, _P.taken_off_at.is_(None)).order_by(_P.id)
    return [
        Posting(
            row.id,
            row.notice_id,
            row.place.removeprefix(MESSAGE),
            row.building_id,
            row.posted_at,
            row.posted_by,
            bool(row.photo_hash),
            row.removed_at,
            row.removed_by,
            row.place.startswith(MESSAGE),
        )
        for row in connection.execute(asked)
    ]
