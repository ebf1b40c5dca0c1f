"""What must always hold of incidents: the chain of each log, and the rows that tell the same as the log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.core.language import mark
from app.incidents.number import incident_number
from app.incidents.running.chain import first_broken
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.log_rows import plan_mark, read_lines
from app.incidents.tables import (
    incident,
    incident_entry,
    incident_loss,
    incident_person,
    incident_photo,
    incident_plan,
    incident_ticket,
)
from app.store.truths import Truth

_PLACE = ("place", "building_id", "unit_id", "place_id")
_ROWS = (
    select(incident, incident_plan.c.code, incident_plan.c.version, incident_plan.c.text.label("plan_text"))
    .join_from(incident, incident_plan, incident_plan.c.id == incident.c.plan_id)
    .order_by(incident.c.id)
)
_SIGNATURES = {"jpeg": b"\xff\xd8", "png": b"\x89PNG"}


def _numbers(connection: Connection) -> Iterator[str]:
    counted = select(incident.c.day, func.count().label("incidents"), func.max(incident.c.serial).label("last"))
    for row in connection.execute(counted.group_by(incident.c.day)):
        if row.incidents != row.last:
            yield f"{row.day}: {row.incidents} / {row.last}"


def _chains(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_ROWS).all():
        lines = read_lines(connection, row.id)
        broken = first_broken(lines)
        if broken is not None:
            yield f"{_name(row)}: {broken}"
        elif not lines or (lines[-1][0].no, lines[-1][1]) != (row.head_no, row.head):
            yield f"{_name(row)}: {row.head_no} / {len(lines)}"


def _strays(connection: Connection) -> Iterator[str]:
    known = select(incident.c.id)
    for row in connection.execute(select(incident_entry.c.id).where(incident_entry.c.incident_id.not_in(known))):
        yield f"line {row.id}"


def _columns(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_ROWS).all():
        lines = [entry for entry, _ in read_lines(connection, row.id)]
        if not lines or lines[0].kind is not EntryKind.STARTED:
            yield f"{_name(row)}: 1"
            continue
        told = _told(lines)
        wrong = [name for name, value in told.items() if _said(row, name) != value]
        if wrong:
            yield f"{_name(row)}: {', '.join(wrong)}"


def _told(lines: Sequence[Entry]) -> dict[str, Any]:
    """The columns of the row as the log leaves them."""
    first = lines[0]
    said = dict(first.facts)
    told = {name: said[name] for name in ("client_id", "severity", "reporter", "parent_id", *_PLACE)}
    told |= {"is_drill": said["drill"], "code": said["plan"], "version": said["version"], "plan_mark": said["mark"]}
    told |= {"day": first.at.date(), "started_at": first.happened_at, "at": first.at, "by": first.by_id}
    told |= dict.fromkeys(("closed_at", "closing", "review_on", "reviewed_at", "review"))
    for line in lines[1:]:
        told |= _changed(line)
    return told


def _changed(line: Entry) -> dict[str, Any]:
    facts = line.facts
    if line.kind is EntryKind.SEVERITY:
        return {"severity": facts["severity"]}
    if line.kind is EntryKind.REPORTER:
        return {"reporter": facts["reporter"]}
    if line.kind is EntryKind.PLACE:
        return {name: facts[name] for name in _PLACE}
    if line.kind is EntryKind.CLOSED:
        closing = facts["closing"]
        return {"closed_at": line.at, "closing": closing, "review_on": closing["review_on"]}
    if line.kind is EntryKind.REVIEWED:
        return {"reviewed_at": line.at, "review": facts["review"]}
    return {"review_on": facts["review_on"]} if "review_on" in facts else {}


def _said(row: Row[Any], name: str) -> Any:
    if name == "plan_mark":
        return plan_mark(row.plan_text)
    value = getattr(row, name)
    return value.isoformat() if name == "review_on" and value is not None else value


def _photos(connection: Connection) -> Iterator[str]:
    """Read one by one, for together they fill the memory."""
    for photo_id in connection.execute(select(incident_photo.c.id).order_by(incident_photo.c.id)).scalars().all():
        row = connection.execute(select(incident_photo).where(incident_photo.c.id == photo_id)).one()
        line = _line(connection, row.incident_id, row.entry_no)
        content = hashlib.sha256(row.content).hexdigest()
        small = hashlib.sha256(row.thumbnail).hexdigest()
        kept = (row.name, row.at, row.by, content, len(row.content), small)
        if line is None or kept != (line.text, line.at, line.by_id, *_of(line)) or kept[3:5] != (row.hash, row.size):
            yield f"photo {photo_id}"
        elif not row.content.startswith(_SIGNATURES.get(row.kind, b"?")):
            yield f"photo {photo_id}: {row.kind}"


def _of(line: Entry) -> tuple[Any, ...]:
    return tuple(line.facts.get(name) for name in ("hash", "size", "thumbnail"))


def _line(connection: Connection, incident_id: int, number: int) -> Entry | None:
    return next((entry for entry, _ in read_lines(connection, incident_id, number) if entry.no == number), None)


def _attached(connection: Connection) -> Iterator[str]:
    """What hangs on an incident stands in its log: each ticket, each person, each loss."""
    told: dict[str, dict[int, tuple[int, Entry]]] = {"ticket": {}, "person": {}, "loss": {}}
    for incident_id in connection.execute(select(incident.c.id)).scalars().all():
        for entry, _ in read_lines(connection, incident_id):
            for name, held in told.items():
                if name in entry.facts and not entry.facts.get("taken_off"):
                    held.setdefault(entry.facts[name], (incident_id, entry))
    for row in connection.execute(select(incident_ticket)):
        yield from _unlike(told["ticket"].get(row.ticket_id), row, f"ticket {row.ticket_id}")
    for row in connection.execute(select(incident_person)):
        yield from _unlike(told["person"].get(row.id), row, f"person {row.id}")
    for row in connection.execute(select(incident_loss)):
        yield from _unlike(told["loss"].get(row.id), row, f"loss {row.id}")
        yield from _loss_unlike(told["loss"].get(row.id), row)


def _unlike(told: tuple[int, Entry] | None, row: Row[Any], name: str) -> Iterator[str]:
    if told is None or (told[0], told[1].at, told[1].by_id) != (row.incident_id, row.at, row.by):
        yield name


def _loss_unlike(told: tuple[int, Entry] | None, row: Row[Any]) -> Iterator[str]:
    amount = None if row.amount is None else row.amount.fen
    kept = (row.what, amount, row.unit_id)
    if told is not None and (told[1].text, told[1].facts.get("amount"), told[1].facts.get("unit")) != kept:
        yield f"loss {row.id}: {amount}"


def _taken_off(connection: Connection) -> Iterator[str]:
    for table in (incident_person, incident_loss):
        half = table.c.taken_off_at.is_(None) != table.c.taken_off_by.is_(None)
        for row in connection.execute(select(table.c.id).where(half)):
            yield f"{table.name} {row.id}"


def _name(row: Row[Any]) -> str:
    return incident_number(row.day, row.serial, is_drill=row.is_drill)


TRUTHS = (
    Truth(mark("the numbers of incidents run through each day without a gap"), _numbers),
    Truth(mark("every line of an incident's log follows from the one before, up to its newest"), _chains),
    Truth(mark("every line of a log belongs to an incident"), _strays),
    Truth(mark("what an incident says is what its log tells"), _columns),
    Truth(mark("each photo of an incident is as it was kept"), _photos),
    Truth(mark("every ticket, person and loss of an incident stands in its log"), _attached),
    Truth(mark("whoever was taken off an incident was so by somebody"), _taken_off),
)
