"""One open database: transactions that callers can join, and reads of one moment."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlcipher3 import dbapi2

from app.core.errors import Trouble
from app.store.doubt import keep_doubt
from app.store.engine import READING
from app.store.faults import DatabaseDamaged, DiskFailed, StoreReadOnly, trouble_in
from app.store.folder import DataFolder
from app.store.gone import GoneMeanwhile, points_at_nothing
from app.store.in_place import Place
from app.store.looked_at import OnlyLookedAt, taken_back
from app.store.written_rows import watch

_log = logging.getLogger(__name__)


class _Held(threading.local):
    connection: Connection | None = None
    reading: Connection | None = None
    after: dict[str, Callable[[], None]]


class Store:
    """Transactions on one data folder; safe to use from the window and one worker thread at once.

    `key` opens the file and its copies (64 hex digits); it is never written or shown.
    """

    def __init__(self, folder: DataFolder, engine: Engine, key: str) -> None:
        self.folder = folder
        self.engine = engine
        self.key = key
        self.before_commit: Callable[[Connection], None] | None = None
        """Told of every transaction that is about to become durable, as its last act."""
        self.is_looked_at = False
        """Whether this is a backup that is looked at: every act is refused, and nothing stays of what is tried."""
        self._place = Place.of(folder)
        self._held = _Held()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One write transaction; joins the one that this thread already holds.

        Raises the troubles of `app.store.faults`, DataGone, and GoneMeanwhile where a row asked for is not there;
        anything raised inside rolls everything back.
        """
        if self._held.connection is not None:
            yield self._held.connection
            return
        if self.is_looked_at:
            with self._only_tried() as connection:
                yield connection
            return
        with self._translated():
            self._place.must_stand()
            self._held.after = {}
            with self.engine.connect() as connection, self._watched(connection).begin():
                self._held.connection = connection
                try:
                    yield connection
                    if self.before_commit is not None:
                        self.before_commit(connection)
                    self._place.must_keep()
                finally:
                    self._held.connection = None
            after, self._held.after = self._held.after, {}
        for name, action in after.items():
            self._do_after(name, action)

    @contextmanager
    def rehearsal(self) -> Iterator[Connection]:
        """A write transaction that is always taken back: what would be written can be looked at, nothing stays."""
        assert self._held.connection is None, "a rehearsal inside a transaction would take that back"
        with self._translated(), self.engine.connect() as connection, connection.begin() as attempt:
            self._held.after = {}
            self._held.connection = connection
            try:
                yield connection
            finally:
                self._held.connection = None
                attempt.rollback()

    @contextmanager
    def _only_tried(self) -> Iterator[Connection]:
        with self._translated(), self.engine.connect() as connection, taken_back(connection):
            self._held.after = {}
            self._held.connection = connection
            try:
                yield connection
            finally:
                self._held.connection, self._held.after = None, {}

    def must_be_writable(self) -> None:
        """Refuse what writes beside the database. Raises OnlyLookedAt."""
        if self.is_looked_at:
            raise OnlyLookedAt

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database; joins what this thread already holds."""
        held = self._held.connection or self._held.reading
        if held is not None:
            yield held
            return
        with self._translated(), self.engine.connect() as connection:
            self._held.reading = connection.execution_options(**{READING: True})
            try:
                yield self._held.reading
            finally:
                self._held.reading = None

    def read_ahead(self) -> None:
        """Make a connection ready to write, while nobody waits for it."""
        with self._translated(), self.engine.connect() as connection:
            self._watched(connection)

    def after_commit(self, name: str, action: Callable[[], None]) -> None:
        """Do `action` once the transaction in hand is durable; a later one of the same name takes its place.

        Never done if the transaction is rolled back.
        """
        self._held.after[name] = action

    def promised(self, name: str) -> Callable[[], None] | None:
        """What will be done under this name once the transaction in hand is durable."""
        return self._held.after.get(name)

    def must_stand(self) -> None:
        """Raise DataGone unless the database still lies in its place: nothing may be made anew where it lay."""
        self._place.must_stand()

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    @staticmethod
    def _do_after(name: str, action: Callable[[], None]) -> None:
        """The step is durable: what cannot be done behind it must not let it look as if it had failed."""
        try:
            action()
        except (Trouble, OSError, DBAPIError, dbapi2.Error):
            _log.exception("%s could not be kept", name)

    def _watched(self, connection: Connection) -> Connection:
        """Rows are watched where somebody is told of them."""
        if self.before_commit is not None:
            watch(connection)
        return connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except NoResultFound as error:
            raise GoneMeanwhile from error
        except (DBAPIError, dbapi2.Error) as error:  # the second where the driver itself was asked
            if points_at_nothing(error):
                raise GoneMeanwhile from error
            trouble = trouble_in(error)
            if trouble is None:
                raise
            if isinstance(trouble, StoreReadOnly | DiskFailed):
                self._place.must_stand()  # the better word, where that is the cause
            if isinstance(trouble, DatabaseDamaged):
                keep_doubt(self.folder)
            raise trouble from error
