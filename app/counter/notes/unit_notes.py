"""Notes for the counter: written, shown above the total, read once a day by whoever takes money, ended."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, insert, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import UnitId
from app.counter.notes.refusals import NoteEmpty, NoteEnded
from app.estate.tables import note_read, unit, unit_note
from app.store.rows import insert_row
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class UnitNote:
    """One standing note: who wrote it when, and whether the person asking has read it today."""

    id: int
    unit_id: UnitId
    unit_code: str
    text: str
    at: datetime
    by: str
    read: bool


_STANDING = (
    select(unit_note, unit.c.code, user.c.name, note_read.c.day)
    .join_from(unit_note, unit, unit.c.id == unit_note.c.unit_id)
    .join(user, user.c.id == unit_note.c.by)
    .join(
        note_read,
        (note_read.c.note_id == unit_note.c.id)
        & (note_read.c.user_id == bindparam("reader"))
        & (note_read.c.day == bindparam("today")),
        isouter=True,
    )
    .where(
        unit_note.c.unit_id.in_(bindparam("units", expanding=True)),
        unit_note.c.at_counter,
        unit_note.c.ended_at.is_(None),
    )
    .order_by(unit_note.c.id.desc())
)


class UnitNotes:
    """Nothing is edited: another text is another note, and the old one ends."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def standing(self, by: Actor, unit_ids: Collection[UnitId]) -> tuple[UnitNote, ...]:
        """The notes that stand for the counter on these units, the newest first."""
        asked = {"units": list(unit_ids), "reader": by.id, "today": self._today()}
        with self._store.reading() as connection:
            rows = connection.execute(_STANDING, asked).all()
        return tuple(
            UnitNote(row.id, UnitId(row.unit_id), row.code, row.text, row.at, row.name, row.day is not None)
            for row in rows
        )

    def add(self, by: Actor, unit_id: UnitId, text: str) -> int:
        """Write a note for the counter; its writer has read it. Raises NoteEmpty, NotPermitted."""
        by.require(Permission.TAKE_PAYMENT)
        words = text.strip()
        if not words:
            raise NoteEmpty
        with self._store.transaction() as connection:
            stamp = {"at": self._clock.now(), "by": by.id}
            note_id = insert_row(connection, unit_note, unit_id=unit_id, text=words, at_counter=True, **stamp)
            connection.execute(insert(note_read).values(note_id=note_id, user_id=by.id, day=self._today()))
            return note_id

    def end(self, by: Actor, note_id: int) -> None:
        """The note stands no more; what it said stays in the book. Raises NoteEnded, NotPermitted."""
        by.require(Permission.TAKE_PAYMENT)
        now = self._clock.now()
        with self._store.transaction() as connection:
            standing = (unit_note.c.id == note_id, unit_note.c.ended_at.is_(None))
            ended = connection.execute(update(unit_note).where(*standing).values(ended_at=now, ended_by=by.id))
            if ended.rowcount == 0:
                raise NoteEnded
            audit.record(connection, "end_note", str(note_id), {}, now, by.id)

    def read(self, by: Actor, notes: Sequence[UnitNote]) -> None:
        """The person read these today; once is enough."""
        today = self._today()
        with self._store.transaction() as connection:
            asked = select(note_read.c.note_id).where(note_read.c.user_id == by.id, note_read.c.day == today)
            known = set(connection.execute(asked).scalars())
            rows = [{"note_id": one.id, "user_id": by.id, "day": today} for one in notes if one.id not in known]
            if rows:
                connection.execute(insert(note_read), rows)

    def _today(self) -> date:
        return self._clock.now().date()
