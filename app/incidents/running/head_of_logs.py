"""The newest line of each log, kept in the head file behind the journal's, and compared when the program starts.

A damaged write-ahead log loses its tail without a word: a tick that was shown is known here, or it was not shown.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from app.incidents.number import incident_number
from app.incidents.running.log_rows import Standing
from app.incidents.tables import incident, incident_entry
from app.store.sealed_places import WRITING, is_number, read_places, write_place
from app.store.store import Store

_FIRST, _PLACES = 2, 2  # the first two places of the file are the journal's
_MOST_LOGS = 40  # those written last; they fit one place
_DIGITS = 32  # of a fingerprint: enough to know it by
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LogHead:
    """The newest line of a log that was shown: its number, how its fingerprint begins, the incident's number."""

    incident_id: int
    no: int
    fingerprint: str
    name: str


@dataclass(frozen=True, slots=True)
class LostLines:
    """A log that ends at `found` though `expected` was shown; `incident_id` may be of one that is gone altogether."""

    incident_id: int
    name: str
    expected: int
    found: int


def keep_log_head(store: Store, standing: Standing, *, even_if_shorter: bool = False) -> None:
    """Once the transaction is durable, write and sync the newest line of this log beside the database."""
    row = standing.row
    name = incident_number(row.day, row.serial, is_drill=row.is_drill)
    head = LogHead(row.id, standing.last_no, standing.head[:_DIGITS], name)
    write = partial(_write, store.folder.head, head, even_if_shorter=even_if_shorter)
    store.after_commit(f"log head {row.id}", write)


def lost_lines(connection: Connection, head_file: Path) -> Iterator[LostLines]:
    """The logs that end before, or differ at, what was shown."""
    _, known = _newest(read_places(head_file, _FIRST, _PLACES))
    if not known:
        return
    asked = select(incident.c.id, incident.c.head_no, incident.c.head).where(incident.c.id.in_(known))
    rows = {row.id: row for row in connection.execute(asked)}
    for head in known.values():
        row = rows.get(head.incident_id)
        if row is None or not _holds(connection, head, row.head_no, row.head):
            found = 0 if row is None else row.head_no
            yield LostLines(head.incident_id, head.name, head.no, found)


def _holds(connection: Connection, head: LogHead, last_no: int, newest: str) -> bool:
    if last_no == head.no:
        return newest.startswith(head.fingerprint)
    of_it = (incident_entry.c.incident_id == head.incident_id) & (incident_entry.c.no == head.no)
    stored: str | None = connection.execute(select(incident_entry.c.fingerprint).where(of_it)).scalar()
    return stored is not None and stored.startswith(head.fingerprint)


def _write(path: Path, head: LogHead, *, even_if_shorter: bool) -> None:
    try:
        with WRITING:
            places = read_places(path, _FIRST, _PLACES)
            turn, known = _newest(places)
            before = known.pop(head.incident_id, None)
            if before is not None and before.no > head.no and not even_if_shorter:
                return
            known[head.incident_id] = head
            logs = [[one.incident_id, one.no, one.fingerprint, one.name] for one in known.values()]
            older = 1 if _turn(places[0]) >= _turn(places[1]) else 0
            write_place(path, _FIRST + older, {"turn": turn + 1, "logs": logs[-_MOST_LOGS:]})
    except OSError:  # the line itself is durable: it must not be shown as failed
        _log.exception("the heads of the logs could not be written")


def _newest(places: list[dict[str, Any] | None]) -> tuple[int, dict[int, LogHead]]:
    """Which turn was written last, and what it says."""
    return max(map(_said_at, places), key=lambda said: said[0])


def _turn(place: dict[str, Any] | None) -> int:
    return _said_at(place)[0]


def _said_at(place: dict[str, Any] | None) -> tuple[int, dict[int, LogHead]]:
    """Turn and logs of a place; one that holds no such thing says nothing."""
    try:
        turn, heads = place["turn"], [LogHead(*log) for log in place["logs"]]  # type: ignore[index]  # as if empty
    except (TypeError, KeyError):
        return 0, {}
    whole = is_number(turn) and all(map(_is_whole, heads))
    return (turn, {head.incident_id: head for head in heads}) if whole else (0, {})


def _is_whole(head: LogHead) -> bool:
    return all(map(is_number, (head.incident_id, head.no))) and all(
        isinstance(text, str) for text in (head.fingerprint, head.name)
    )
