"""The head file: the newest journal number and hash, kept beside the database and compared at opening.

A damaged write-ahead log loses its tail without a word; the head file remembers what was confirmed. Its first two
places are the journal's and are written in turn, with the end of the audit trail; those behind them belong to the logs
of incidents, and to an audit trail that grew without money.
"""

from __future__ import annotations

import logging
import os
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from app.access.audit import AuditEnd, audit_end
from app.access.tables import audit
from app.core.errors import Trouble
from app.core.language import mark, tr
from app.ledger.journal import JournalEnd, journal_end
from app.ledger.tables import journal_entry
from app.store.sealed_places import PLACE, WRITING, is_number, read_places, sealed, unsealed, write_place
from app.store.store import Store
from app.store.truths import Finding
from app.store.whole_write import write_all

_PLACES, _PLACE = 2, PLACE
_OF_THE_TRAIL, _NAME, _TRAIL_NAME = 4, "head", "audit head"
_LONGEST_SUBJECT = 200
_log = logging.getLogger(__name__)


class JournalBehindHead(Trouble):
    """The database lacks entries that were confirmed: it ends at `found`, the head file knows `expected`."""

    found: int
    expected: int
    subject: str


class TrailBehindHead(Trouble):
    """The audit trail lacks rows that were confirmed: it ends at `found`, the head file knows `expected`."""

    found: int
    expected: int


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry that was confirmed, what it was about (a receipt's label), and where the audit trail ended."""

    no: int
    hash: str
    subject: str
    audit_no: int = 0
    audit_hash: str = ""


@dataclass(frozen=True, slots=True)
class _Keep:
    """Writes the head once the transaction is durable."""

    path: Path
    head: Head

    def __call__(self) -> None:
        _write(self.path, self.head)


def keep_head(store: Store, connection: Connection, subject: str) -> None:
    """Once the transaction is durable, write and sync the newest number, hash and subject beside the database."""
    keep_end(store, journal_end(connection), subject)


def keep_end(store: Store, end: JournalEnd, subject: str) -> None:
    """As `keep_head`, where the end of the journal is known."""
    store.after_commit(_NAME, _Keep(store.folder.head, Head(end.no, end.hash, subject)))


def keep_trail_end(store: Store, end: AuditEnd) -> None:
    """Once the transaction is durable, keep where the audit trail ends: with the journal's end if money moved.

    Only then is it synced; other acts are not made to wait for the disk a second time.
    """
    money = store.promised(_NAME)
    if isinstance(money, _Keep):
        whole = replace(money.head, audit_no=end.no, audit_hash=end.hash)
        store.after_commit(_NAME, replace(money, head=whole))
    else:
        store.after_commit(_TRAIL_NAME, partial(_write_trail, store.folder.head, end))


def compare_head(connection: Connection, head: Path) -> None:
    """Raise JournalBehindHead or TrailBehindHead if the database ends before, or differs at, what was confirmed."""
    places = _read(head)
    _compare_journal(connection, _newest(places))
    _compare_trail(connection, _newest_trail(places, read_places(head, _OF_THE_TRAIL, _PLACES)))


def known_end(head: Path) -> Head | None:
    """What was confirmed last, as the file beside the database says; None where nothing can be read."""
    return _newest(_read(head))


def head_finding(connection: Connection, head: Path) -> Finding:
    """The same as a truth among the others."""
    breaches: tuple[str, ...] = ()
    try:
        compare_head(connection, head)
    except JournalBehindHead as lost:
        breaches = (tr("the journal ends at {found}; {expected} had been written").format(**vars(lost)),)
    except TrailBehindHead as lost:
        breaches = (tr("the audit trail ends at {found}; {expected} had been written").format(**vars(lost)),)
    return Finding(mark("nothing that was confirmed is missing at the end"), breaches)


def _compare_journal(connection: Connection, known: Head | None) -> None:
    if known is None:
        return
    found = connection.execute(select(journal_entry.c.hash).where(journal_entry.c.no == known.no)).scalar()
    if known.no and found != known.hash:
        raise JournalBehindHead(journal_end(connection).no, known.no, known.subject)


def _compare_trail(connection: Connection, known: AuditEnd) -> None:
    found = connection.execute(select(audit.c.hash).where(audit.c.id == known.no)).scalar()
    if known.no and found != known.hash:
        raise TrailBehindHead(audit_end(connection).no, known.no)


def _newest_trail(heads: list[Head | None], places: list[dict[str, Any] | None]) -> AuditEnd:
    of_money = (AuditEnd(head.audit_no, head.audit_hash) for head in heads if head is not None)
    return max((*of_money, *map(_trail_in, places)), key=lambda end: end.no, default=AuditEnd(0, ""))


def _trail_in(place: dict[str, Any] | None) -> AuditEnd:
    """What a place says of the trail: nothing where it holds no such thing."""
    number, link = (place or {}).get("audit_no"), (place or {}).get("audit_hash")
    return AuditEnd(number, link) if is_number(number) and isinstance(link, str) else AuditEnd(0, "")


def _write_trail(path: Path, end: AuditEnd) -> None:
    try:
        with WRITING:
            places = read_places(path, _OF_THE_TRAIL, _PLACES)
            known = [_trail_in(place).no for place in places]
            if end.no > max(known):
                facts = {"audit_no": end.no, "audit_hash": end.hash}
                write_place(path, _OF_THE_TRAIL + known.index(min(known)), facts, synced=False)
    except OSError:  # the act itself is durable: it must not be shown as failed
        _log.exception("the end of the audit trail could not be kept")


def _write(path: Path, head: Head) -> None:
    try:
        with WRITING:
            known = _read(path)
            newest = _newest(known)
            if newest is not None and _order(newest) > _order(head):
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
        write_all(file, _as_bytes(head))
        os.fsync(file.fileno())


def _lay_out(path: Path, head: Head) -> None:
    draft = path.with_suffix(f".{os.getpid()}.new")
    with draft.open("wb", buffering=0) as file:
        write_all(file, _as_bytes(head) + b"\n".rjust(_PLACE) + _behind(path))
        os.fsync(file.fileno())
    draft.replace(path)


def _behind(path: Path) -> bytes:
    """What others keep in the same file."""
    return path.read_bytes()[_PLACES * _PLACE :] if path.exists() else b""


def _as_bytes(head: Head) -> bytes:
    return sealed(asdict(head) | {"subject": head.subject[:_LONGEST_SUBJECT]})


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
        head = None if facts is None else Head(**facts)
    except TypeError:
        return None
    return head if head is not None and _is_whole(head) else None


def _is_whole(head: Head) -> bool:
    numbers, texts = (head.no, head.audit_no), (head.hash, head.subject, head.audit_hash)
    return all(map(is_number, numbers)) and all(isinstance(text, str) for text in texts)


def _newest(known: list[Head | None]) -> Head | None:
    return max((head for head in known if head is not None), key=_order, default=None)


def _order(head: Head) -> tuple[int, int]:
    return head.no, head.audit_no
