"""What runs, kept beside the database after every line: seen and worked while nobody has opened the database yet.

After a power cut the database is locked until somebody signs in; the list that was being worked is not.
The file has a line for each incident with its plan, then one for each line of their logs, only ever added to while the
same incidents run: what a tick costs does not grow with the log.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from app.incidents.kept_plans.plan_rows import plan_of
from app.incidents.plans.refusals import PlanNotRead
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.log_rows import Standing
from app.incidents.running.progress import progress
from app.incidents.unsigned.files import add_synced, write_whole
from app.incidents.unsigned.told import Told, masked
from app.store.sealed_places import seal_of


class KeptRuns:
    """Knows what it wrote last; what another window wrote meanwhile is seen by the size of the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._kept: dict[int, int] = {}
        self._size = 0

    def keep(self, runs: Sequence[Standing], whole: Callable[[], Iterable[tuple[Told, str]]]) -> None:
        """Add the lines since, synced; all of it anew, each with the text of its plan, where others ran before.

        No file where nothing runs. Raises OSError; then all of it is written the next time.
        """
        with self._lock:
            kept, self._kept = self._kept, {}
            if not runs:
                self._path.unlink(missing_ok=True)
            elif self._goes_on(kept, runs):
                add_synced(self._path, b"".join(_added(one, kept[one.row.id]) for one in runs))
            else:
                write_whole(self._path, b"".join(_written(one, plan_text) for one, plan_text in whole()))
            self._kept = {one.row.id: one.last_no for one in runs}
            self._size = self._path.stat().st_size if runs else 0

    def _goes_on(self, kept: dict[int, int], runs: Sequence[Standing]) -> bool:
        """Whether the file is the one that was written last, and each log goes on from there."""
        same = kept.keys() == {one.row.id for one in runs} and self._path.exists()
        return same and self._path.stat().st_size == self._size and all(one.last_no >= kept[one.row.id] for one in runs)


def read_runs(path: Path) -> tuple[Told, ...]:
    """What ran when the file was written; a last line that broke off counts as not written.

    Nothing where the file is missing or spoilt.
    """
    read: dict[str, tuple[dict[str, Any], list[Entry]]] = {}
    try:
        *lines, _broken_off = path.read_bytes().split(b"\n")
        for line in lines:
            _take(_unsealed(line), read)
        return tuple(_told(facts, tuple(entries)) for facts, entries in read.values() if entries)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, PlanNotRead):
        return ()


def _written(one: Told, plan_text: str) -> bytes:
    plan = {"code": one.plan.code, "text": plan_text}
    head = _sealed({"id": one.id, "number": one.number, "key": one.key, "plan": plan})
    return head + b"".join(_line(one.key, entry) for entry in one.entries)


def _added(standing: Standing, kept: int) -> bytes:
    """The lines after so many."""
    key = str(standing.row.client_id)
    return b"".join(_line(key, masked(entry, standing.plan)) for entry in standing.entries[kept:])


def _line(key: str, entry: Entry) -> bytes:
    return _sealed({"of": key} | entry.document)


def _sealed(facts: dict[str, Any]) -> bytes:
    plain = json.loads(json.dumps(facts))  # as it is read again, so that it is sealed as it is read
    return json.dumps(plain | {"seal": seal_of(plain)}, ensure_ascii=False).encode() + b"\n"


def _unsealed(line: bytes) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(line)
    if facts.pop("seal") != seal_of(facts):
        raise ValueError
    return facts


def _take(facts: dict[str, Any], read: dict[str, tuple[dict[str, Any], list[Entry]]]) -> None:
    """A line that two windows wrote counts once."""
    if "plan" in facts:
        read[facts["key"]] = (facts, [])
        return
    _, entries = read[facts.pop("of")]
    entry = _entry(facts)
    if entry.no == len(entries) + 1:
        entries.append(entry)
    elif entry.no > len(entries):
        raise ValueError


def _told(facts: dict[str, Any], entries: tuple[Entry, ...]) -> Told:
    plan = plan_of(facts["plan"]["code"], facts["plan"]["text"])
    return Told(facts["key"], facts["id"], facts["number"], plan, entries, progress(plan, entries))


def _entry(line: dict[str, Any]) -> Entry:
    moments = {name: datetime.fromisoformat(line[name]) for name in ("happened_at", "at")}
    return Entry(**(line | moments | {"kind": EntryKind(line["kind"])}))
