"""Making backups, and knowing which there are: each place is written, read back, rotated and noted by itself."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import UserId
from app.desk.backups import written
from app.desk.backups.place_copy import copy_to
from app.desk.backups.places import FORMER, chosen_places
from app.desk.backups.proof import books_are_whole, books_end
from app.desk.backups.rotation import Kept, superfluous
from app.desk.backups.settings import FOLDERS, ON_STICK
from app.desk.backups.written import Written
from app.incidents.papers.booklet_copy import CopyState
from app.incidents.papers.memory_sticks import memory_sticks
from app.store.backup import BackupFailed
from app.store.backup_file import Why, backups_in, office_mark, sum_of
from app.store.make_backup import make_backup
from app.store.restoring import Progress
from app.store.settings import read_chosen
from app.store.store import Store

_SCRATCH = ".work-"
_LEFT_BY_A_KILL = timedelta(hours=12)


def nobody_asks(_done: int, _whole: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A backup that lies in a place; `proven` unless it was found damaged since it was written."""

    file: Path
    made_at: datetime
    size: int
    proven: bool


class Backups:
    """The data folder keeps every backup; each chosen place that is there gets the same bytes."""

    def __init__(self, store: Store, clock: Clock, sticks: Callable[[], Iterable[Path]] = memory_sticks) -> None:
        self._store, self._clock, self._sticks = store, clock, sticks
        self.office = office_mark(store.key)

    def make(
        self, why: Why, by: UserId | None = None, progress: Progress = nobody_asks, also: Sequence[Path] = ()
    ) -> tuple[Written, ...]:
        """A proven backup in every place and `also` in these, the data folder first; each is rotated and noted.

        Raises DataGone, BackupFailed, and BackupEndsEarly where confirmed entries are missing from the copy.
        """
        self._store.must_be_writable()
        now = self._clock.now()
        with self._scratch() as scratch:
            packed = make_backup(
                self._store.folder, self._store.key, scratch, why, now, books_end, books_are_whole, progress
            )
            digest = sum_of(packed)
            own = copy_to(self._store.folder.backups, packed, digest)
            if own.file is None:
                raise BackupFailed(own.folder / packed.name, own.reason)
            others = [copy_to(place, packed, digest) for place in dict.fromkeys((*self.places(), *also))]
        with self._store.transaction() as connection:
            made = tuple(replace(one, is_new=self._is_new(connection, one, now)) for one in (own, *others))
            for one in made:
                written.note(connection, why, one, now, by)
            for one in made:
                if one.file is not None:
                    self._rotate(connection, one.folder)
        return made

    def ask(self, by: Actor, progress: Progress = nobody_asks) -> tuple[Written, ...]:
        """As `make`, because somebody wants one now. Raises NotPermitted as well."""
        by.require(Permission.WORK_SHIFT)
        return self.make(Why.ASKED, by.id, progress)

    def places(self) -> tuple[Path, ...]:
        """Where copies go besides the data folder; they need not be there now."""
        with self._store.reading() as connection:
            return chosen_places(read_chosen(connection, (FOLDERS, ON_STICK), (FORMER,)), self._sticks)

    def is_due(self) -> bool:
        """Whether the data folder or a place that is there now has no proven backup of today."""
        now = self._clock.now()
        there = [place for place in self.places() if place.is_dir()]
        with self._store.reading() as connection:
            return not all(
                written.proven_today(connection, place, now) for place in (self._store.folder.backups, *there)
            )

    def last_proven(self) -> datetime | None:
        """When the newest proven backup was made; None where none ever was."""
        with self._store.reading() as connection:
            return written.last_proven(connection)

    def standing(self) -> dict[Path, tuple[Standing, ...]]:
        """What lies in each place, newest first; nothing for a place that is not there."""
        with self._store.reading() as connection:
            places = (self._store.folder.backups, *self.places())
            return {place: tuple(reversed(self._standing(connection, place))) for place in places}

    def newest(self) -> Path | None:
        """The newest backup that is held for proven, the data folder's own before copies of it.

        By the order in which they were made, so that one of a day on which the clock ran ahead hides none; those that
        this office knows nothing of, as after an older backup was put back, come after, by their clocks.
        """
        every = [one for standing in self.standing().values() for one in standing if one.proven]
        with self._store.reading() as connection:
            turn = written.turns(connection)
        newest = max(every, key=lambda one: (turn.get(one.file.name, 0), one.made_at), default=None)
        return None if newest is None else newest.file

    def _standing(self, connection: Connection, place: Path) -> Sequence[Standing]:
        damaged = written.damaged_in(connection, place)
        found = []
        with suppress(OSError):
            for made_at, path in backups_in(place, self.office):
                found.append(Standing(path, made_at, path.stat().st_size, path.name not in damaged))
        return found

    def _rotate(self, connection: Connection, place: Path) -> None:
        kept = [Kept(one.made_at, one.file, one.proven) for one in self._standing(connection, place)]
        for one in superfluous(kept):
            with suppress(OSError):  # a stick that went: the next backup tries again
                one.file.unlink()

    def _is_new(self, connection: Connection, one: Written, now: datetime) -> bool:
        return one.state is not CopyState.WRITTEN and not written.said_today(connection, one.folder, one.state, now)

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        """A folder for work beside the backups, encrypted like all; what a kill left there goes first."""
        backups = self._store.folder.backups
        self._store.must_stand()
        try:
            backups.mkdir(exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=backups, ignore_cleanup_errors=True) as scratch:
                self._clear(backups, Path(scratch))
                yield Path(scratch)
        except OSError as error:
            raise BackupFailed(backups, error.strerror or str(error)) from error

    @staticmethod
    def _clear(backups: Path, newest: Path) -> None:
        """By the disk's own clock: what is much older than the folder of now is nobody's any more."""
        made = newest.stat().st_mtime
        for left in backups.glob(f"{_SCRATCH}*"):
            if made - left.stat().st_mtime > _LEFT_BY_A_KILL.total_seconds():
                shutil.rmtree(left, ignore_errors=True)
