"""The log of an incident as rows: read in order, written at its end with the chain, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from app.incidents.kept_plans.plan_rows import plan_of
from app.incidents.plans.plan import Plan
from app.incidents.refusals import IncidentUnknown
from app.incidents.running.chain import fingerprint
from app.incidents.running.entry import NOTHING_MORE, Entry, EntryKind
from app.incidents.running.progress import Progress, went_on
from app.incidents.tables import incident, incident_entry, incident_plan
from app.store.rows import insert_row

_ROW = select(incident).where(incident.c.id == bindparam("id"))
_PLAN = select(incident_plan.c.code, incident_plan.c.text).where(incident_plan.c.id == bindparam("id"))
_LINES = (
    select(incident_entry)
    .where(incident_entry.c.incident_id == bindparam("id"), incident_entry.c.no >= bindparam("since"))
    .order_by(incident_entry.c.no)
)
_HEAD = (
    update(incident).where(incident.c.id == bindparam("of")).values(head_no=bindparam("no"), head=bindparam("newest"))
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
    """An incident as it stands: its row, its plan, every line, the state that follows, and the end of its chain.

    `broken_at` is the first line whose fingerprint did not follow when the log was opened; none where all did.
    """

    row: Row[Any]
    plan: Plan
    entries: tuple[Entry, ...]
    progress: Progress
    head: str
    broken_at: int | None = None

    @property
    def last_no(self) -> int:
        """The number of the newest line; 0 before the first."""
        return self.entries[-1].no if self.entries else 0

    def with_lines(self, written: Sequence[Entry], head: str) -> Standing:
        """As it stands after these lines."""
        entries = (*self.entries, *written)
        return replace(self, entries=entries, progress=went_on(self.progress, written), head=head)


def read_row(connection: Connection, incident_id: int) -> Row[Any]:
    """The row of an incident. Raises IncidentUnknown."""
    row = connection.execute(_ROW, {"id": incident_id}).first()
    if row is None:
        raise IncidentUnknown(incident_id)
    return row


def read_plan_of(connection: Connection, plan_id: int) -> Plan:
    """The version of a plan with which an incident began."""
    row = connection.execute(_PLAN, {"id": plan_id}).one()
    return plan_of(row.code, row.text)


def read_plan_mark(connection: Connection, plan_id: int) -> str:
    """By it the version with which an incident began is known again: its first line keeps it."""
    return plan_mark(read_plan_text(connection, plan_id))


def read_plan_text(connection: Connection, plan_id: int) -> str:
    """The file of a plan as it stood in this version."""
    return str(connection.execute(_PLAN, {"id": plan_id}).one().text)


def plan_mark(text: str) -> str:
    """The SHA-256 of a plan's file."""
    return sha256(text.encode()).hexdigest()


def read_lines(connection: Connection, incident_id: int, since: int = 1) -> tuple[tuple[Entry, str], ...]:
    """The lines from this number on with their fingerprints, oldest first."""
    rows = connection.execute(_LINES, {"id": incident_id, "since": since})
    return tuple((as_entry(row), row.fingerprint) for row in rows)


def as_entry(row: Row[Any] | SimpleNamespace) -> Entry:
    """A stored line."""
    return Entry(
        row.no,
        EntryKind(row.kind),
        row.happened_at,
        row.at,
        row.name,
        row.step,
        row.text,
        row.facts or NOTHING_MORE,
        row.by,
    )


def write_lines(connection: Connection, standing: Standing, hand: Hand, lines: Sequence[Line]) -> Standing:
    """Add lines at the end of the log; the head of the incident follows in the same transaction."""
    head, number, written = standing.head, standing.last_no, list[Entry]()
    for line in lines:
        number += 1
        happened_at = line.happened_at or hand.at
        entry = Entry(number, line.kind, happened_at, hand.at, hand.name, line.step, line.text, line.facts, hand.by)
        head = fingerprint(head, entry)
        written.append(entry)
        _write_line(connection, standing.row.id, entry, head)
    connection.execute(_HEAD, {"of": standing.row.id, "no": number, "newest": head})
    return standing.with_lines(written, head)


def _write_line(connection: Connection, incident_id: int, entry: Entry, newest: str) -> None:
    insert_row(
        connection,
        incident_entry,
        incident_id=incident_id,
        no=entry.no,
        kind=entry.kind.value,
        step=entry.step,
        text=entry.text,
        facts=dict(entry.facts),
        happened_at=entry.happened_at,
        name=entry.by,
        fingerprint=newest,
        at=entry.at,
        by=entry.by_id,
    )
