"""The photos of an incident: kept in the database with their line of the log, prepared as those of tickets are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import func, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.photo_looks import note_photo
from app.core.clock import Clock
from app.incidents.attached.refusals import TooManyIncidentPhotos
from app.incidents.number import incident_number
from app.incidents.running.entry import EntryKind
from app.incidents.running.incidents import Incidents
from app.incidents.running.log_rows import Line
from app.incidents.tables import incident, incident_photo
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.files.picture import Picture
from app.tickets.files.picture_limits import MOST_PHOTOS

_C = incident_photo.c


@dataclass(frozen=True, slots=True)
class IncidentPhoto:
    """A photo in a list; `size` in bytes, `entry_no` the line of the log that tells of it."""

    id: int
    entry_no: int
    name: str
    kind: str
    size: int
    thumbnail: bytes
    at: datetime


class IncidentPhotos:
    """Adding, listing and reading; the same photo is kept once."""

    def __init__(self, store: Store, clock: Clock, incidents: Incidents) -> None:
        self._store = store
        self._clock = clock
        self._incidents = incidents

    def add(self, by: Actor, incident_id: int, picture: Picture) -> int:
        """Keep a photo; its id. Raises NotPermitted, IncidentUnknown, IncidentClosed, TooManyIncidentPhotos."""
        by.require(Permission.RUN_INCIDENT)
        held = select(_C.id).where(_C.incident_id == incident_id, _C.hash == picture.hash)
        count = select(func.count()).where(_C.incident_id == incident_id)
        with self._store.transaction() as connection:
            known: int | None = connection.execute(held).scalar()
            if known is not None:
                return known
            if connection.execute(count).scalar_one() >= MOST_PHOTOS:
                raise TooManyIncidentPhotos(MOST_PHOTOS)
            small = sha256(picture.thumbnail).hexdigest()
            facts = {"hash": picture.hash, "size": len(picture.content), "thumbnail": small}
            written = self._incidents.tell(by, incident_id, Line(EntryKind.PHOTO, text=picture.name, facts=facts))
            return insert_row(
                connection,
                incident_photo,
                incident_id=incident_id,
                entry_no=written.entries[0].no,
                name=picture.name,
                kind=picture.kind.value,
                hash=picture.hash,
                size=len(picture.content),
                content=picture.content,
                thumbnail=picture.thumbnail,
                at=self._clock.now(),
                by=by.id,
            )

    def of(self, incident_id: int) -> tuple[IncidentPhoto, ...]:
        """The photos, oldest first."""
        columns = (_C.id, _C.entry_no, _C.name, _C.kind, _C.size, _C.thumbnail, _C.at)
        rows = select(*columns).where(_C.incident_id == incident_id).order_by(_C.id)
        with self._store.reading() as connection:
            return tuple(IncidentPhoto(*row) for row in connection.execute(rows))

    def open(self, by: Actor, photo_id: int) -> bytes:
        """The photo itself, JPEG or PNG; the look is kept in the audit trail. Raises NotPermitted."""
        by.require(Permission.UNMASK_PHONE)
        asked = select(_C.content, _C.name, incident.c.day, incident.c.serial, incident.c.is_drill)
        with self._store.reading() as connection:
            row = connection.execute(asked.join_from(incident_photo, incident).where(_C.id == photo_id)).one()
        number = incident_number(row.day, row.serial, is_drill=row.is_drill)
        note_photo(self._store, number, row.name, self._clock.now(), by)
        content: bytes = row.content
        return content
