"""What is done before sign-in: one line of JSON for each act, only ever added to, synced before it is shown."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import FileIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.incidents.running.entry import NOTHING_MORE, EntryKind
from app.incidents.running.timers import clock_moved
from app.incidents.unsigned.files import sync_folder
from app.store.faults import DiskFailed, DiskFull
from app.store.sealed_places import WRITING, seal_of
from app.store.whole_write import write_all


def new_act_id() -> str:
    """By it an act that joined the log of the office is known again."""
    return uuid4().hex[:16]


@dataclass(frozen=True, slots=True)
class UnsignedAct:
    """One act: `incident` is the client id of the incident; what follows by rule is not written, for it follows.

    `of` says of which incident, for a database that does not know it any more: `number`, `plan`, `version`, `place`,
    `drill`, `severity`, when it `began`, and in words the `step`; empty with an incident that begins here.
    """

    incident: str
    kind: EntryKind
    at: datetime
    happened_at: datetime
    step: str = ""
    text: str = ""
    facts: Mapping[str, Any] = field(default_factory=lambda: NOTHING_MORE)
    of: Mapping[str, Any] = field(default_factory=lambda: NOTHING_MORE)
    id: str = field(default_factory=new_act_id)


def append_act(path: Path, act: UnsignedAct) -> tuple[int, int]:
    """Write an act behind the others and sync it; how long the file was, and is. Raises DiskFull, DiskFailed."""
    line = _line(act)
    try:
        with WRITING, path.open("a+b", buffering=0) as file:
            before = file.seek(0, os.SEEK_END)
            with _taken_back(file, before):
                write_all(file, line if before == 0 or _ends_whole(path) else b"\n" + line)
                os.fsync(file.fileno())
            after = file.seek(0, os.SEEK_END)
        if before == 0:
            sync_folder(path)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull from error
        raise DiskFailed(error.strerror or str(error)) from error
    return before, after


@contextmanager
def _taken_back(file: FileIO, before: int) -> Iterator[None]:
    """What was not shown must not join the log later: a line that did not reach the disk goes again."""
    try:
        yield
    except OSError:
        with suppress(OSError):
            file.truncate(before)
        raise


def read_acts(path: Path) -> tuple[UnsignedAct, ...]:
    """Every whole act, oldest first; a line that broke off or was spoilt is passed over."""
    try:
        content = path.read_bytes()
    except OSError:
        return ()
    return tuple(act for line in content.split(b"\n") if (act := _act(line)) is not None)


def on_the_clock_before(acts: Iterable[UnsignedAct], now: datetime) -> tuple[list[datetime], datetime]:
    """When each was written, and now, as the clock would have it that nobody had set since the first of them."""
    moved, told, ats = timedelta(), set[tuple[str, str]](), list[datetime]()
    for act in acts:
        if act.kind is EntryKind.CLOCK_MOVED and (set_to := (act.facts["from"], act.facts["to"])) not in told:
            told.add(set_to)
            moved += clock_moved(act.facts)
        ats.append(act.at - moved)
    return ats, now - moved


def _line(act: UnsignedAct) -> bytes:
    facts = {
        "id": act.id,
        "incident": act.incident,
        "kind": act.kind.value,
        "at": act.at.isoformat(),
        "happened_at": act.happened_at.isoformat(),
        "step": act.step,
        "text": act.text,
        "facts": json.loads(json.dumps(dict(act.facts))),
        "of": dict(act.of),
    }
    return json.dumps(facts | {"seal": seal_of(facts)}, ensure_ascii=False).encode() + b"\n"


def _act(line: bytes) -> UnsignedAct | None:
    try:
        facts = json.loads(line)
        if facts.pop("seal") != seal_of(facts):
            return None
        moments = {name: datetime.fromisoformat(facts[name]) for name in ("at", "happened_at")}
        return UnsignedAct(**{**facts, **moments, "kind": EntryKind(facts["kind"])})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
