"""What must always hold of incidents: the chain of each log, and the rows that tell the same as the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.core.language import mark
from app.incidents.attached import truths as of_attached
from app.incidents.number import incident_number
from app.incidents.running.chain import first_broken
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.log_rows import plan_mark, read_lines
from app.incidents.tables import incident, incident_entry, incident_plan
from app.store.truths import Truth

_PLACE = ("place", "building_id", "unit_id", "place_id")
_ROWS = (
    select(incident, incident_plan.c.code, incident_plan.c.version, incident_plan.c.text.label("plan_text"))
    .join_from(incident, incident_plan, incident_plan.c.id == incident.c.plan_id)
    .order_by(incident.c.id)
)


_COUNTED = select(incident.c.day, func.count().label("incidents"), func.max(incident.c.serial).label("last")).group_by(
    incident.c.day
)


def _numbers(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_COUNTED):
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


_STRAYS = select(incident_entry.c.id).where(incident_entry.c.incident_id.not_in(select(incident.c.id)))


def _strays(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_STRAYS):
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


def _name(row: Row[Any]) -> str:
    return incident_number(row.day, row.serial, is_drill=row.is_drill)


TRUTHS = (
    Truth(mark("the numbers of incidents run through each day without a gap"), _numbers),
    Truth(mark("every line of an incident's log follows from the one before, up to its newest"), _chains),
    Truth(mark("every line of a log belongs to an incident"), _strays),
    Truth(mark("what an incident says is what its log tells"), _columns),
    *of_attached.TRUTHS,
)
