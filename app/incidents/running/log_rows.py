"""The log of an incident as rows: read in order, written at its end with the chain, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from app.incidents.kept_plans.plan_rows import plan_of
from app.incidents.plans.plan import Plan
from app.incidents.refusals import IncidentUnknown
from app.incidents.running.chain import fingerprint
from app.incidents.running.entry import NOTHING_MORE, SETTLES_A_STEP, Entry, EntryKind
from app.incidents.running.progress import Progress, progress
from app.incidents.tables import incident, incident_entry, incident_plan
from app.store.rows import insert_row

_MATTERS = (  # what the state follows from; the many other lines are not read for a tick
    *SETTLES_A_STEP,
    *(EntryKind.STARTED, EntryKind.UNDONE, EntryKind.LATER, EntryKind.NOTED, EntryKind.TIMER_ANSWERED),
    *(EntryKind.OPENED_BY_RULE, EntryKind.HIDDEN_BY_RULE, EntryKind.CLOSED),
)
_ROW = (
    select(incident, incident_plan.c.code, incident_plan.c.text.label("plan_text"))
    .join_from(incident, incident_plan, incident.c.plan_id == incident_plan.c.id)
    .where(incident.c.id == bindparam("id"))
)
_LOG = select(incident_entry).where(incident_entry.c.incident_id == bindparam("id")).order_by(incident_entry.c.no)
_STATE = _LOG.where(incident_entry.c.kind.in_([kind.value for kind in _MATTERS]))
_HEAD = (
    update(incident)
    .where(incident.c.id == bindparam("of"), incident.c.head_no == bindparam("before"))
    .values(head_no=bindparam("no"), head=bindparam("newest"))
)


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes and when; `name` is empty and `by` none before anybody has signed in."""

    at: datetime
    name: str
    by: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is to be written."""

    kind: EntryKind
    step: str = ""
    text: str = ""
    facts: Mapping[str, Any] = field(default_factory=lambda: NOTHING_MORE)
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """An incident as it stands: its row, its plan, the lines that its state follows from, and that state."""

    row: Row[Any]
    plan: Plan
    entries: tuple[Entry, ...]
    progress: Progress

    def with_lines(self, written: Sequence[Entry]) -> Standing:
        """As it stands after these lines."""
        entries = (*self.entries, *written)
        return replace(self, entries=entries, progress=progress(self.plan, entries))


def read_row(connection: Connection, incident_id: int) -> Row[Any]:
    """The row of an incident with the `code` and the `plan_text` of its plan. Raises IncidentUnknown."""
    row = connection.execute(_ROW, {"id": incident_id}).first()
    if row is None:
        raise IncidentUnknown(incident_id)
    return row


def read_standing(connection: Connection, incident_id: int) -> Standing:
    """An incident with what its state needs. Raises IncidentUnknown."""
    row = read_row(connection, incident_id)
    plan = plan_of(row.code, row.plan_text)
    entries = tuple(as_entry(each) for each in connection.execute(_STATE, {"id": incident_id}))
    return Standing(row, plan, entries, progress(plan, entries))


def read_log(connection: Connection, incident_id: int) -> tuple[Entry, ...]:
    """Every line, oldest first."""
    return tuple(as_entry(row) for row in connection.execute(_LOG, {"id": incident_id}))


def as_entry(row: Row[Any]) -> Entry:
    """A stored line."""
    return Entry(
        row.no, EntryKind(row.kind), row.happened_at, row.at, row.name, row.step, row.text, row.facts or NOTHING_MORE
    )


def write_lines(connection: Connection, incident_id: int, hand: Hand, lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Add lines at the end of the log; the head of the incident follows in the same transaction."""
    head = connection.execute(select(incident.c.head_no, incident.c.head).where(incident.c.id == incident_id)).one()
    number, newest, written = head.head_no, head.head, list[Entry]()
    for line in lines:
        number += 1
        happened_at = line.happened_at or hand.at
        entry = Entry(number, line.kind, happened_at, hand.at, hand.name, line.step, line.text, line.facts)
        newest = fingerprint(newest, entry)
        insert_row(
            connection,
            incident_entry,
            incident_id=incident_id,
            no=number,
            kind=line.kind.value,
            step=line.step,
            text=line.text,
            facts=dict(line.facts),
            happened_at=happened_at,
            name=hand.name,
            fingerprint=newest,
            at=hand.at,
            by=hand.by,
        )
        written.append(entry)
    connection.execute(_HEAD, {"of": incident_id, "before": head.head_no, "no": number, "newest": newest})
    return tuple(written)
