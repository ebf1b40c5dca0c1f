"""The head file: the newest journal number and hash, kept beside the database and compared at opening.

A damaged write-ahead log loses its tail without a word; the head file remembers what was confirmed.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select

from app.core.errors import Trouble
from app.ledger.journal import JournalEnd, journal_end
from app.ledger.tables import journal_entry
from app.store.store import Store

_log = logging.getLogger(__name__)


@dataclass(eq=False)
class JournalBehindHead(Trouble):
    """The database lacks entries that were confirmed: it ends at `found`, the head file knows `expected`."""

    found: int
    expected: int
    subject: str


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry that was confirmed, and what it was about (a receipt's label)."""

    no: int
    hash: str
    subject: str


def keep_head(store: Store, connection: Connection, subject: str) -> None:
    """Once the transaction is durable, write and sync the newest number, hash and subject beside the database."""
    keep_end(store, journal_end(connection), subject)


def keep_end(store: Store, end: JournalEnd, subject: str) -> None:
    """As `keep_head`, where the end of the journal is known."""
    store.after_commit("head", partial(_write, store.folder.head, Head(end.no, end.hash, subject)))


def compare_head(connection: Connection, head: Path) -> None:
    """Raise JournalBehindHead if the database ends before, or differs at, what was confirmed."""
    known = _read(head)
    if known is None:
        return
    found = connection.execute(select(journal_entry.c.hash).where(journal_entry.c.no == known.no)).scalar()
    if known.no and found != known.hash:
        raise JournalBehindHead(journal_end(connection).no, known.no, known.subject)


def _write(path: Path, head: Head) -> None:
    known = _read(path)
    if known is not None and known.no > head.no:
        return
    draft = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.new")  # a window and its worker may write at once
    try:
        with draft.open("w", encoding="utf-8") as file:
            json.dump(asdict(head), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:  # the payment itself is durable: it must not be shown as failed
        _log.exception("the head file could not be written")


def _read(path: Path) -> Head | None:
    try:
        return Head(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
