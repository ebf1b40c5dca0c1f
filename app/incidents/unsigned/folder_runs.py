"""What runs, kept beside the database after every line: seen and worked while nobody has opened the database yet.

After a power cut the database is locked until somebody signs in; the list that was being worked is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from app.incidents.kept_plans.plan_rows import plan_of
from app.incidents.plans.refusals import PlanNotRead
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.progress import progress
from app.incidents.unsigned.files import write_whole
from app.incidents.unsigned.told import Told
from app.store.sealed_places import seal_of


def keep_runs(path: Path, runs: Iterable[tuple[Told, str]]) -> None:
    """Write what runs, each with the text of its plan, synced; no file where nothing runs. Raises OSError."""
    written = [_written(one, plan_text) for one, plan_text in runs]
    if not written:
        path.unlink(missing_ok=True)
        return
    facts = json.loads(json.dumps({"runs": written}))  # as it is read again, so that it is sealed as it is read
    write_whole(path, json.dumps(facts | {"seal": seal_of(facts)}, ensure_ascii=False).encode())


def read_runs(path: Path) -> tuple[Told, ...]:
    """What ran when the file was written; nothing where it is missing or spoilt."""
    try:
        facts = json.loads(path.read_bytes())
        if facts.pop("seal") != seal_of(facts):
            return ()
        return tuple(_told(one) for one in facts["runs"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, PlanNotRead):
        return ()


def _written(one: Told, plan_text: str) -> dict[str, Any]:
    entries = [_line(entry) for entry in one.entries]
    plan = {"code": one.plan.code, "text": plan_text}
    return {"id": one.id, "number": one.number, "key": one.key, "plan": plan, "entries": entries}


def _line(entry: Entry) -> dict[str, Any]:
    plain = {one.name: getattr(entry, one.name) for one in fields(entry)}
    moments = {"happened_at": entry.happened_at.isoformat(), "at": entry.at.isoformat()}
    return plain | moments | {"kind": entry.kind.value, "facts": dict(entry.facts)}


def _told(facts: dict[str, Any]) -> Told:
    plan = plan_of(facts["plan"]["code"], facts["plan"]["text"])
    entries = tuple(_entry(line) for line in facts["entries"])
    return Told(facts["key"], facts["id"], facts["number"], plan, entries, progress(plan, entries))


def _entry(line: dict[str, Any]) -> Entry:
    moments = {name: datetime.fromisoformat(line[name]) for name in ("happened_at", "at")}
    return Entry(**(line | moments | {"kind": EntryKind(line["kind"])}))
