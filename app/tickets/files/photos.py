"""The photos of tickets: pasted, dropped or chosen; kept in the encrypted database, so that no stick is missed."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.photo_looks import note_photo
from app.core.clock import Clock
from app.store.store import Store
from app.tickets.files.photo_rows import Kept, Photo, is_standing, keep_photo, photos_of
from app.tickets.files.picture import Picture, check_size, prepare_picture
from app.tickets.files.refusals import PhotoNeedsReason, PhotoTakenOffBefore, PhotoUnreadable
from app.tickets.kinds import EntryKind
from app.tickets.number import ticket_number
from app.tickets.side_entries import must_take_more, with_merged, write_side_entry
from app.tickets.tables import ticket, ticket_file
from app.tickets.writing import Change


class Photos:
    """Adding, listing, reading and taking off."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @staticmethod
    def read_file(path: Path) -> Picture:
        """A photo from a file, ready to be kept.

        Raises PhotoUnreadable, PhotoTooLarge (before it is read), NotAPicture, PhotoTooWide, PictureDamaged.
        """
        try:
            check_size(path.name, path.stat().st_size)
            data = path.read_bytes()
        except OSError as missing:
            raise PhotoUnreadable(path.name) from missing
        return prepare_picture(data, path.name)

    @staticmethod
    def read_bytes(data: bytes, name: str) -> Picture:
        """A pasted photo, ready to be kept. Raises PhotoTooLarge, NotAPicture, PhotoTooWide, PictureDamaged."""
        return prepare_picture(data, name)

    def add(self, by: Actor, ticket_id: int, picture: Picture) -> Kept:
        """Keep a photo with a ticket; one that it has already is not kept twice.

        Raises NotPermitted, TicketMerged, TicketOver, TooManyPhotos.
        """
        by.require(Permission.LOG_TICKET)
        with self._store.transaction() as connection:
            must_take_more(connection, ticket_id)
            return keep_photo(connection, ticket_id, picture, self._clock.now(), by.id)

    def of(self, ticket_id: int) -> tuple[Photo, ...]:
        """The photos of a ticket and of those merged into it, oldest first."""
        with self._store.reading() as connection:
            return photos_of(connection, with_merged(connection, ticket_id), ticket_id)

    def open(self, by: Actor, file_id: int) -> bytes:
        """The photo itself, JPEG or PNG; the look is kept in the audit trail. Raises NotPermitted."""
        by.require(Permission.UNMASK_PHONE)
        asked = select(ticket_file.c.content, ticket_file.c.name, ticket.c.day, ticket.c.serial)
        with self._store.reading() as connection:
            row = connection.execute(asked.join_from(ticket_file, ticket).where(ticket_file.c.id == file_id)).one()
        note_photo(self._store, ticket_number(row.day, row.serial), row.name, self._clock.now(), by)
        content: bytes = row.content
        return content

    def take_off(self, by: Actor, file_id: int, reason: str) -> None:
        """No longer show a photo that does not belong there; who did it and why is kept with it.

        Raises NotPermitted, PhotoNeedsReason, TicketMerged, TicketOver, PhotoTakenOffBefore.
        """
        by.require(Permission.WORK_TICKET)
        if not reason.strip():
            raise PhotoNeedsReason
        columns = (ticket_file.c.ticket_id, ticket_file.c.entry_id, ticket_file.c.name, ticket_file.c.hash)
        with self._store.transaction() as connection:
            row = connection.execute(select(*columns).where(ticket_file.c.id == file_id)).one()
            must_take_more(connection, row.ticket_id)
            if not is_standing(connection, file_id):
                raise PhotoTakenOffBefore(row.name)
            told = Change(
                EntryKind.UNDONE, text=reason.strip(), facts={"file": row.name, "hash": row.hash}, undoes=row.entry_id
            )
            write_side_entry(connection, row.ticket_id, told, self._clock.now(), by.id)
