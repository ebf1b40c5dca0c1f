"""The head file: the newest journal number and hash, kept beside the database and compared at opening.

A damaged write-ahead log loses its tail without a word; the head file remembers what was confirmed. Its first two
places are the journal's and are written in turn; those behind them belong to the logs of incidents.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select

from app.core.errors import Trouble
from app.ledger.journal import JournalEnd, journal_end
from app.ledger.tables import journal_entry
from app.store.sealed_places import PLACE, WRITING, sealed, unsealed
from app.store.store import Store

_PLACES, _PLACE = 2, PLACE
_LONGEST_SUBJECT = 200
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
    known = _newest(_read(head))
    if known is None:
        return
    found = connection.execute(select(journal_entry.c.hash).where(journal_entry.c.no == known.no)).scalar()
    if known.no and found != known.hash:
        raise JournalBehindHead(journal_end(connection).no, known.no, known.subject)


def _write(path: Path, head: Head) -> None:
    try:
        with WRITING:
            known = _read(path)
            newest = _newest(known)
            if newest is not None and newest.no > head.no:
                return
            if len(known) < _PLACES:
                _lay_out(path, head)
            else:
                _overwrite(path, 1 if newest == known[0] else 0, head)
    except OSError:  # the payment itself is durable: it must not be shown as failed
        _log.exception("the head file could not be written")


def _overwrite(path: Path, place: int, head: Head) -> None:
    """Over the older of the two, so that a write that breaks off leaves the newer one whole."""
    with path.open("r+b", buffering=0) as file:
        file.seek(place * _PLACE)
        file.write(_as_bytes(head))
        os.fsync(file.fileno())


def _lay_out(path: Path, head: Head) -> None:
    draft = path.with_suffix(f".{os.getpid()}.new")
    with draft.open("wb", buffering=0) as file:
        file.write(_as_bytes(head) + b"\n".rjust(_PLACE) + _behind(path))
        os.fsync(file.fileno())
    draft.replace(path)


def _behind(path: Path) -> bytes:
    """What others keep in the same file."""
    return path.read_bytes()[_PLACES * _PLACE :] if path.exists() else b""


def _as_bytes(head: Head) -> bytes:
    return sealed({"no": head.no, "hash": head.hash, "subject": head.subject[:_LONGEST_SUBJECT]})


def _read(path: Path) -> list[Head | None]:
    """What stands at each place of the file; None where nothing does that can be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return []
    if len(content) < _PLACES * _PLACE:
        return [_head_in(content)]
    return [_head_in(content[start : start + _PLACE]) for start in range(0, _PLACES * _PLACE, _PLACE)]


def _head_in(content: bytes) -> Head | None:
    facts = unsealed(content)  # a head of one place has no seal
    try:
        return None if facts is None else Head(**facts)
    except TypeError:
        return None


def _newest(known: list[Head | None]) -> Head | None:
    return max((head for head in known if head is not None), key=lambda head: head.no, default=None)
