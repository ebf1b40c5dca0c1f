"""Photos of rounds and hazards, read and kept as those of tickets are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.photo_looks import note_photo
from app.access.tables import user
from app.core.clock import Clock
from app.duty.hazards.flow import Step
from app.duty.hazards.hazard_facts import hazard_number
from app.duty.hazards.hazard_rows import open_hazard, write_step
from app.duty.inspections.inspection_rows import R
from app.duty.refusals import RoundEnded, TooManyDutyPhotos
from app.duty.tables import duty_photo, hazard, inspection, inspection_round
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.files.picture import Picture
from app.tickets.files.picture_limits import MOST_PHOTOS

BEFORE, AFTER = "before", "after"
"""What `point` says of a photo of a hazard; of a round it is the key of the point."""
_P = duty_photo.c


@dataclass(frozen=True, slots=True)
class DutyPhoto:
    """A photo in a list; `point` says what of."""

    id: int
    point: str
    name: str
    thumbnail: bytes
    at: datetime
    by: str


class DutyPhotos:
    """Adding needs KEEP_DUTY; a photo that is kept already is not kept twice."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def add_to_round(self, by: Actor, round_id: int, point: str, picture: Picture) -> int:
        """A photo of a point of a running round. Raises NotPermitted, RoundEnded, TooManyDutyPhotos."""
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            row = connection.execute(
                select(R.ended_at, inspection.c.name)
                .join(inspection, inspection.c.id == R.inspection_id)
                .where(R.id == round_id)
            ).one()
            if row.ended_at is not None:
                raise RoundEnded(row.name, row.ended_at)
            return self._keep(connection, by, picture, point, round_id=round_id)

    def add_to_hazard(self, by: Actor, hazard_id: int, picture: Picture, *, after: bool = False) -> int:
        """A photo of a hazard, as it was found or once it was put right.

        Raises NotPermitted, HazardStepImpossible, TooManyDutyPhotos.
        """
        by.require(Permission.KEEP_DUTY)
        point = AFTER if after else BEFORE
        with self._store.transaction() as connection:
            open_hazard(connection, hazard_id, Step.PHOTO)
            made = self._keep(connection, by, picture, point, hazard_id=hazard_id)
            facts = {"name": picture.name, "point": point}
            write_step(connection, by, self._clock.now(), hazard_id, Step.PHOTO, "", facts)
            return made

    def of_round(self, round_id: int) -> tuple[DutyPhoto, ...]:
        """The photos of a round, oldest first."""
        return self._photos(_P.round_id == round_id)

    def of_hazard(self, hazard_id: int) -> tuple[DutyPhoto, ...]:
        """The photos of a hazard, oldest first."""
        return self._photos(_P.hazard_id == hazard_id)

    def open(self, by: Actor, photo_id: int) -> bytes:
        """The photo itself, JPEG or PNG; the look is kept in the audit trail, under the list or the hazard.

        Raises NotPermitted.
        """
        by.require(Permission.UNMASK_PHONE)
        asked = (
            select(_P.content, _P.name, inspection.c.name.label("list"), hazard.c.day, hazard.c.serial)
            .join_from(duty_photo, inspection_round, R.id == _P.round_id, isouter=True)
            .join(inspection, inspection.c.id == R.inspection_id, isouter=True)
            .join(hazard, hazard.c.id == _P.hazard_id, isouter=True)
        )
        with self._store.reading() as connection:
            row = connection.execute(asked.where(_P.id == photo_id)).one()
        subject = row.list or hazard_number(row.day, row.serial)
        note_photo(self._store, subject, row.name, self._clock.now(), by)
        content: bytes = row.content
        return content

    def _photos(self, *conditions: ColumnElement[bool]) -> tuple[DutyPhoto, ...]:
        with self._store.reading() as connection:
            rows = connection.execute(
                select(_P.id, _P.point, _P.name, _P.thumbnail, _P.at, user.c.name.label("who"))
                .join(user, user.c.id == _P.by, isouter=True)
                .where(*conditions)
                .order_by(_P.id)
            )
            return tuple(DutyPhoto(row.id, row.point, row.name, row.thumbnail, row.at, row.who or "") for row in rows)

    def _keep(self, connection: Connection, by: Actor, picture: Picture, point: str, **of: Any) -> int:
        owned = [duty_photo.c[name] == value for name, value in of.items()]
        known: int | None = connection.execute(select(_P.id).where(*owned, _P.hash == picture.hash)).scalar()
        if known is not None:
            return known
        count = connection.execute(select(func.count()).select_from(duty_photo).where(*owned)).scalar_one()
        if count >= MOST_PHOTOS:
            raise TooManyDutyPhotos(MOST_PHOTOS)
        return insert_row(
            connection,
            duty_photo,
            point=point,
            name=picture.name,
            kind=picture.kind.value,
            hash=picture.hash,
            size=len(picture.content),
            content=picture.content,
            thumbnail=picture.thumbnail,
            at=self._clock.now(),
            by=by.id,
            **of,
        )


_KEYS = select(_P.id).order_by(_P.id)
_CONTENT = select(_P.hash, _P.size, _P.content).where(_P.id == bindparam("photo"))


def damaged_photos(connection: Connection) -> Iterator[str]:
    """Every photo whose content is not what was kept, read one by one."""
    for photo_id in connection.execute(_KEYS).scalars().all():
        row = connection.execute(_CONTENT, {"photo": photo_id}).one()
        if hashlib.sha256(row.content).hexdigest() != row.hash or len(row.content) != row.size:
            yield f"duty photo {photo_id}: {row.size}"
