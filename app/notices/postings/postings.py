"""Where notices hang: a whole building in one act, who hung it and when, a photo, and when it came down."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.estate.unit_pages import read_tree
from app.notices.asked import Door
from app.notices.issued.notice_rows import MESSAGE, read_notice
from app.notices.postings.posting_rows import Posting, read_places, write_line, write_places
from app.notices.refusals import DownAlready, NoPlaceNamed, NoticeCalledOff, NotPosted, PostedInFuture
from app.notices.tables import notice_posting
from app.store.store import Store

_P = notice_posting.c
_FIGURE = re.compile(r"(?<=[0-9])(?=[\u4e00-\u9fff])")


class Postings:
    """Every act raises NotPermitted and NoticeUnknown."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def doors(self, building_id: int | None = None) -> tuple[Door, ...]:
        """The unit doors of a building, or of every building, in building order."""
        with self._store.reading() as connection:
            tree = read_tree(connection)
        return tuple(
            Door(door_label(building.name, entrance.name), building.id)
            for building in tree
            if building_id is None or building.id == building_id
            for entrance in building.entrances
        )

    def of(self, notice_id: int) -> tuple[Posting, ...]:
        """The places of a notice, then what was sent by hand."""
        with self._store.reading() as connection:
            found = read_places(connection, notice_id)
        return tuple(sorted(found, key=lambda one: one.message))

    def add(self, by: Actor, notice_id: int, doors: Sequence[Door]) -> None:
        """More places for a notice; one that it has already is not written twice.

        Raises NoPlaceNamed, NoticeCalledOff.
        """
        by.require(Permission.ISSUE_NOTICE)
        if not any(door.label.strip() for door in doors):
            raise NoPlaceNamed
        with self._store.transaction() as connection:
            self._must_stand(connection, notice_id)
            write_places(connection, notice_id, doors, self._clock.now(), by.id)

    def post(self, by: Actor, posting_ids: Sequence[int], who: str = "", at: datetime | None = None) -> None:
        """It hangs at these places now, or since `at`; what hung before keeps its hour.

        Raises NoticeCalledOff, PostedInFuture, DownAlready.
        """
        by.require(Permission.ISSUE_NOTICE)
        now = self._clock.now()
        if at is not None and at > now:
            raise PostedInFuture(at)
        with self._store.transaction() as connection:
            for one in self._lines(connection, posting_ids):
                self._must_stand(connection, one.notice_id)
                if one.removed_at is not None:
                    raise DownAlready(one.place, one.removed_at)
                if one.posted_at is None:
                    self._change(connection, one, posted_at=at or now, posted_by=who.strip() or by.name)

    def take_back(self, by: Actor, posting_ids: Sequence[int]) -> None:
        """These were ticked by mistake: the lines are taken off, and the places are open again."""
        by.require(Permission.ISSUE_NOTICE)
        now = self._clock.now()
        with self._store.transaction() as connection:
            for one in self._lines(connection, posting_ids):
                if one.posted_at is not None and not one.message:
                    self._change(connection, one, taken_off_at=now, taken_off_by=by.id)
                    write_line(connection, one.notice_id, Door(one.place, one.building_id), now, by.id)

    def drop(self, by: Actor, posting_ids: Sequence[int]) -> None:
        """These places were written down by mistake; where it hangs already it has to be taken back first."""
        by.require(Permission.ISSUE_NOTICE)
        now = self._clock.now()
        with self._store.transaction() as connection:
            for one in self._lines(connection, posting_ids):
                if one.posted_at is None:
                    self._change(connection, one, taken_off_at=now, taken_off_by=by.id)

    def take_down(self, by: Actor, posting_ids: Sequence[int], who: str = "") -> None:
        """It hangs there no more. Raises NotPosted."""
        by.require(Permission.ISSUE_NOTICE)
        now = self._clock.now()
        with self._store.transaction() as connection:
            for one in self._lines(connection, posting_ids):
                if one.posted_at is None:
                    raise NotPosted(one.place)
                if one.removed_at is None and not one.message:
                    self._change(connection, one, removed_at=now, removed_by=who.strip() or by.name)

    def photograph(self, by: Actor, posting_id: int, picture: bytes) -> None:
        """Keep a photo of how it hangs; a new one takes the place of the last. Raises NotPosted."""
        by.require(Permission.ISSUE_NOTICE)
        with self._store.transaction() as connection:
            (one,) = self._lines(connection, [posting_id])
            if one.posted_at is None:
                raise NotPosted(one.place)
            self._change(connection, one, photo=picture, photo_hash=hashlib.sha256(picture).hexdigest())

    def photo(self, posting_id: int) -> bytes:
        """The photo of a place; empty where there is none."""
        with self._store.reading() as connection:
            found = connection.execute(select(_P.photo).where(_P.id == posting_id)).scalar()
        return found or b""

    def sent(self, by: Actor, notice_id: int, channel: str) -> None:
        """The text was copied to be sent by hand: to whom, when and by whom stands with the notice."""
        by.require(Permission.ISSUE_NOTICE)
        now = self._clock.now()
        with self._store.transaction() as connection:
            read_notice(connection, notice_id, now)
            door = Door(f"{MESSAGE}{channel.strip()}")
            write_line(connection, notice_id, door, now, by.id, posted_at=now, posted_by=by.name)

    def _must_stand(self, connection: Connection, notice_id: int) -> None:
        found = read_notice(connection, notice_id, self._clock.now())
        if found.times.called_off_at is not None:
            raise NoticeCalledOff(found.number, found.times.called_off_at)

    def _lines(self, connection: Connection, posting_ids: Sequence[int]) -> list[Posting]:
        """The lines that are still in the book, in their order."""
        notices = select(_P.notice_id).where(_P.id.in_(list(posting_ids))).distinct()
        held = [one for key in connection.execute(notices).scalars().all() for one in read_places(connection, key)]
        return [one for one in held if one.id in set(posting_ids)]

    @staticmethod
    def _change(connection: Connection, one: Posting, **values: object) -> None:
        connection.execute(notice_posting.update().where(_P.id == one.id).values(**values))


def door_label(building: str, entrance: str) -> str:
    """`3 栋 2 单元`; a building of one entrance is its own door."""
    named = _FIGURE.sub(" ", building)
    return f"{named} {entrance} 单元" if entrance not in ("", "0") else named
