"""The booklet that lies ready when no computer runs: written once a day, and anew when a plan or a number changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, select

from app.access import audit
from app.access.tables import audit as trail
from app.core.clock import Clock
from app.incidents.papers.booklet_copy import FILE, Copied, CopyState, write_copy
from app.incidents.papers.booklet_facts import BookletFacts
from app.incidents.papers.memory_sticks import memory_sticks
from app.incidents.papers.read_booklet import read_booklet
from app.incidents.papers.settings import FOLDER, ON_STICK
from app.store.settings import read_chosen
from app.store.store import Store

WROTE = "write_booklet"

_NEVER = datetime(1, 1, 1)


class DailyBooklet:
    """Nothing that goes wrong with a copy is raised: each place says for itself what became of it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        draw: Callable[[BookletFacts], bytes],
        sticks: Callable[[], Iterable[Path]] = memory_sticks,
    ) -> None:
        self._store = store
        self._clock = clock
        self._draw = draw
        self._sticks = sticks

    def keep(self) -> tuple[Copied, ...]:
        """See that today's booklet lies in every place that the office chose. Raises TextDoesNotFit."""
        now = self._clock.now()
        with self._store.reading() as connection:
            places = self._places(connection)
            facts = read_booklet(connection, now) if places else None
            mark = "" if facts is None else fingerprint(facts)
            due = [place for place in places if not _stands(connection, place, mark, now.date())]
        if facts is None:
            return ()
        pdf = self._draw(facts) if any(place.is_dir() for place in due) else b""
        copied = tuple(write_copy(place, pdf) if place in due else Copied(place, CopyState.STANDS) for place in places)
        self._note([one.folder for one in copied if one.state is CopyState.WRITTEN], mark, now)
        return copied

    def is_due(self) -> bool:
        """Whether a place that is there has no copy of today; what changed since is not looked at, so it is quick."""
        today = self._clock.now().date()
        with self._store.reading() as connection:
            places = [place for place in self._places(connection) if place.is_dir()]
            return any(not _stands(connection, place, None, today) for place in places)

    def written_at(self) -> datetime | None:
        """When a copy was last written; None where none ever was."""
        newest = select(trail.c.at).where(trail.c.action == WROTE).order_by(trail.c.id.desc()).limit(1)
        with self._store.reading() as connection:
            return connection.execute(newest).scalar()

    def _places(self, connection: Connection) -> tuple[Path, ...]:
        chosen = read_chosen(connection, (FOLDER, ON_STICK))
        folders = [Path(chosen[FOLDER])] if chosen[FOLDER] else []
        return tuple(dict.fromkeys((*folders, *(self._sticks() if chosen[ON_STICK] else ()))))

    def _note(self, folders: Iterable[Path], mark: str, now: datetime) -> None:
        written = list(folders)
        if not written:
            return
        with self._store.transaction() as connection:
            for folder in written:
                audit.record(connection, WROTE, str(folder), {"fingerprint": mark}, now, None)


def fingerprint(facts: BookletFacts) -> str:
    """The same for the same plans, numbers and posts, whenever they are printed."""
    return sha256(repr(replace(facts, printed_at=_NEVER)).encode()).hexdigest()


def _stands(connection: Connection, place: Path, mark: str | None, today: date) -> bool:
    """Whether the copy of today, of this fingerprint if one is given, was written there and still lies there."""
    newest = (
        select(trail.c.facts, trail.c.at)
        .where(trail.c.action == WROTE, trail.c.subject == str(place))
        .order_by(trail.c.id.desc())
        .limit(1)
    )
    row = connection.execute(newest).first()
    if row is None or row.at.date() != today or mark not in (None, row.facts.get("fingerprint")):
        return False
    return (place / FILE).is_file()
