"""The incidents as a list: those that run, those still to be gone over, and all that was; drills apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from app.incidents.kept_plans.plan_rows import plan_of
from app.incidents.number import incident_number
from app.incidents.plans.plan import Both, Severity
from app.incidents.tables import incident, incident_plan, incident_ticket

_C = incident.c
MOST = 2_000
"""So many of the newest are read at once: a page of years."""


class Shown(StrEnum):
    """Which part of the list is looked at."""

    REAL = "real"
    TO_REVIEW = "to-review"
    DRILLS = "drills"
    ALL = "all"


class JournalState(StrEnum):
    """Where an incident stands."""

    RUNS = "runs"
    REVIEW_LATE = "review-late"
    TO_REVIEW = "to-review"
    REVIEWED = "reviewed"
    PLAYED = "played"


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One incident or drill; `result` is how it ended, `tickets` how many it raised."""

    id: int
    number: str
    code: str
    name: Both
    place: str
    is_drill: bool
    severity: Severity
    started_at: datetime
    closed_at: datetime | None
    result: str
    review_on: date | None
    reviewed_at: datetime | None
    tickets: int

    def state(self, today: date) -> JournalState:
        """Where it stands on this day; a drill is graded instead of gone over."""
        if self.closed_at is None:
            return JournalState.RUNS
        if self.reviewed_at is not None:
            return JournalState.REVIEWED
        if self.is_drill:
            return JournalState.PLAYED
        late = self.review_on is not None and self.review_on < today
        return JournalState.REVIEW_LATE if late else JournalState.TO_REVIEW


def read_journal(connection: Connection, shown: Shown) -> tuple[JournalRow, ...]:
    """What runs first, then the newest; what is still to be gone over by the day on which it is due."""
    asked = _rows(_of(shown)).order_by(*_order(shown)).limit(MOST)
    return tuple(_row(row) for row in connection.execute(asked))


def read_row_of(connection: Connection, incident_id: int) -> JournalRow | None:
    """One of them."""
    row = connection.execute(_rows(_C.id == incident_id)).first()
    return None if row is None else _row(row)


def read_counts(connection: Connection) -> Mapping[Shown, int]:
    """How many each part holds."""
    counted = select(*(func.count().filter(_of(shown)).label(shown.name) for shown in Shown)).select_from(incident)
    row = connection.execute(counted).one()
    return {shown: getattr(row, shown.name) for shown in Shown}


def _of(shown: Shown) -> ColumnElement[bool]:
    if shown is Shown.TO_REVIEW:
        return and_(_C.closed_at.is_not(None), _C.reviewed_at.is_(None), _C.is_drill.is_(False))
    if shown is Shown.ALL:
        return _C.id.is_not(None)
    return _C.is_drill.is_(shown is Shown.DRILLS)


def _order(shown: Shown) -> tuple[ColumnElement[Any], ...]:
    if shown is Shown.TO_REVIEW:
        return (_C.review_on, _C.id)
    return (_C.closed_at.is_not(None), _C.started_at.desc(), _C.id.desc())


def _rows(condition: ColumnElement[bool]) -> Select[Any]:
    tickets = select(func.count()).where(incident_ticket.c.incident_id == _C.id).correlate(incident).scalar_subquery()
    return (
        select(incident, incident_plan.c.code, incident_plan.c.text.label("plan_text"), tickets.label("tickets"))
        .join_from(incident, incident_plan, _C.plan_id == incident_plan.c.id)
        .where(condition)
    )


def _row(row: Row[Any]) -> JournalRow:
    return JournalRow(
        id=row.id,
        number=incident_number(row.day, row.serial, is_drill=row.is_drill),
        code=row.code,
        name=plan_of(row.code, row.plan_text).name,
        place=row.place,
        is_drill=row.is_drill,
        severity=Severity(row.severity),
        started_at=row.started_at,
        closed_at=row.closed_at,
        result=(row.closing or {}).get("result", ""),
        review_on=row.review_on,
        reviewed_at=row.reviewed_at,
        tickets=row.tickets,
    )
