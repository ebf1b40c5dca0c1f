"""Drills as they are read: what was played, what is planned, who took part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.incidents.drills.evaluation import Attendance, Becomes, Evaluation, Finding
from app.incidents.drills.grades import Grade, Point
from app.incidents.number import incident_number
from app.incidents.tables import (
    drill_attendance,
    drill_evaluation,
    drill_planned,
    drill_rule,
    incident,
    incident_plan,
)


@dataclass(frozen=True, slots=True)
class PlannedDrill:
    """A drill with its day; `notice_id` is the notice that told the residents of it."""

    id: int
    code: str
    on: date
    with_residents: bool
    scenario: str
    notice_id: int | None


@dataclass(frozen=True, slots=True)
class PlayedDrill:
    """A drill that was begun; `evaluation` is None until it is graded."""

    incident_id: int
    number: str
    code: str
    place: str
    started_at: datetime
    closed_at: datetime | None
    evaluation: Evaluation | None


@dataclass(frozen=True, slots=True)
class Training:
    """One line of a person's training record."""

    person: str
    role: str
    day: date
    code: str
    number: str


def months_by_office(connection: Connection) -> Mapping[str, int]:
    """The periods that the office chose, by the plan's code; the newest row counts."""
    rows = connection.execute(select(drill_rule.c.code, drill_rule.c.months).order_by(drill_rule.c.id))
    return {row.code: row.months for row in rows}


def last_played(connection: Connection) -> Mapping[str, date]:
    """By the plan's code the day on which its last drill began; only closed ones count."""
    newest = func.max(incident.c.started_at).label("newest")
    rows = (
        select(incident_plan.c.code, newest)
        .join_from(incident, incident_plan, incident.c.plan_id == incident_plan.c.id)
        .where(incident.c.is_drill.is_(True), incident.c.closed_at.is_not(None), incident.c.parent_id.is_(None))
        .group_by(incident_plan.c.code)
    )
    return {row.code: row.newest.date() for row in connection.execute(rows)}


def taken_up_on(connection: Connection) -> Mapping[str, date]:
    """By code the day on which the office took up the plan."""
    rows = select(incident_plan.c.code, func.min(incident_plan.c.at).label("first")).group_by(incident_plan.c.code)
    return {row.code: row.first.date() for row in connection.execute(rows)}


def planned_drills(connection: Connection) -> tuple[PlannedDrill, ...]:
    """What is planned and not begun, the next day first."""
    rows = (
        select(drill_planned)
        .where(drill_planned.c.incident_id.is_(None), drill_planned.c.taken_off_at.is_(None))
        .order_by(drill_planned.c.on, drill_planned.c.id)
    )
    return tuple(_planned(row) for row in connection.execute(rows))


def _planned(row: Row[Any]) -> PlannedDrill:
    return PlannedDrill(row.id, row.code, row.on, row.with_residents, row.scenario, row.notice_id)


def played_drills(connection: Connection) -> tuple[PlayedDrill, ...]:
    """Every drill, the newest first; a drill that another one started belongs to that one."""
    rows = (
        select(incident, incident_plan.c.code)
        .join_from(incident, incident_plan, incident.c.plan_id == incident_plan.c.id)
        .where(incident.c.is_drill.is_(True), incident.c.parent_id.is_(None))
        .order_by(incident.c.started_at.desc(), incident.c.id.desc())
    )
    graded = _evaluations(connection)
    return tuple(
        PlayedDrill(
            row.id,
            incident_number(row.day, row.serial, is_drill=True),
            row.code,
            row.place,
            row.started_at,
            row.closed_at,
            graded.get(row.id),
        )
        for row in connection.execute(rows)
    )


def trainings(connection: Connection) -> tuple[Training, ...]:
    """Who took part in what, by person, the newest first."""
    rows = (
        select(drill_attendance, incident, incident_plan.c.code)
        .join(incident, drill_attendance.c.incident_id == incident.c.id)
        .join(incident_plan, incident.c.plan_id == incident_plan.c.id)
        .order_by(drill_attendance.c.person, incident.c.started_at.desc(), drill_attendance.c.id)
    )
    return tuple(
        Training(
            row.person,
            row.role,
            row.started_at.date(),
            row.code,
            incident_number(row.day, row.serial, is_drill=True),
        )
        for row in connection.execute(rows)
    )


def _evaluations(connection: Connection) -> dict[int, Evaluation]:
    people: dict[int, list[Attendance]] = {}
    for row in connection.execute(select(drill_attendance).order_by(drill_attendance.c.id)):
        people.setdefault(row.incident_id, []).append(Attendance(row.person, row.role))
    return {
        row.incident_id: Evaluation(
            {Point(point): Grade(grade) for point, grade in row.grades.items()},
            tuple(people.get(row.incident_id, ())),
            tuple(_finding(one) for one in row.findings["found"]),
            row.scenario,
        )
        for row in connection.execute(select(drill_evaluation))
    }


def _finding(facts: Mapping[str, Any]) -> Finding:
    due_on = date.fromisoformat(facts["due_on"]) if facts["due_on"] else None
    return Finding(facts["text"], Becomes(facts["becomes"]), facts["owner"], due_on, facts["ticket"])
