"""Inspection lists and rounds as rows; a round keeps the points as they were when it was begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from app.duty.inspections.inspection_facts import Inspection, Round, Sighting, Standing
from app.duty.inspections.points import Seen, Verdict, points_of
from app.duty.inspections.rhythm import rhythm_of, stands
from app.duty.tables import inspection, inspection_round

R = inspection_round.c
_ROUNDS = (
    select(inspection_round, inspection.c.name)
    .join(inspection, inspection.c.id == R.inspection_id)
    .order_by(R.id.desc())
)


def read_inspections(connection: Connection, *, retired: bool = False) -> tuple[Inspection, ...]:
    """The lists in the order in which they were entered."""
    asked = select(inspection).order_by(inspection.c.id)
    rows = connection.execute(asked if retired else asked.where(inspection.c.retired_at.is_(None)))
    return tuple(_inspection(row) for row in rows)


def read_inspection(connection: Connection, inspection_id: int) -> Inspection:
    """One list."""
    return _inspection(connection.execute(select(inspection).where(inspection.c.id == inspection_id)).one())


def read_standing(connection: Connection, today: date, *, retired: bool = False) -> tuple[Standing, ...]:
    """How every list stands today."""
    walked = _last_walked(connection)
    running = _running(connection)
    return tuple(
        _standing(one, walked.get(one.id), running.get(one.id), today)
        for one in read_inspections(connection, retired=retired)
    )


def read_rounds(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None
) -> tuple[Round, ...]:
    """Rounds, the newest first."""
    asked = _ROUNDS.where(*conditions)
    rows = connection.execute(asked if limit is None else asked.limit(limit))
    return tuple(_round(row) for row in rows)


def sighting_facts(one: Sighting) -> dict[str, str]:
    """As it is kept."""
    seen = one.seen
    return {
        "value": seen.value,
        "verdict": seen.verdict.value,
        "words": seen.words,
        "who": one.who,
        "at": one.at.isoformat(),
    }


def _standing(one: Inspection, walked: Row[Any] | None, running: int | None, today: date) -> Standing:
    due = stands(one.rhythm, one.first_on, None if walked is None else walked.due_on, today)
    if walked is None:
        return Standing(one, due, running, None)
    return Standing(one, due, running, walked.ended_at, walked.walked_by)


def _last_walked(connection: Connection) -> dict[int, Row[Any]]:
    newest = (
        select(R.inspection_id, func.max(R.due_on).label("due_on"))
        .where(R.ended_at.is_not(None))
        .group_by(R.inspection_id)
        .subquery()
    )
    rows = connection.execute(
        select(R.inspection_id, R.due_on, R.ended_at, R.walked_by)
        .join(newest, (newest.c.inspection_id == R.inspection_id) & (newest.c.due_on == R.due_on))
        .where(R.ended_at.is_not(None))
        .order_by(R.id)
    )
    return {row.inspection_id: row for row in rows}


def _running(connection: Connection) -> dict[int, int]:
    rows = connection.execute(select(R.inspection_id, R.id).where(R.ended_at.is_(None)))
    return {row.inspection_id: row.id for row in rows}


def _inspection(row: Row[Any]) -> Inspection:
    return Inspection(
        row.id, row.name, rhythm_of(row.every), points_of(row.points), row.first_on, row.retired_at is not None
    )


def _round(row: Row[Any]) -> Round:
    kept: Mapping[str, Sequence[Mapping[str, str]]] = row.seen
    return Round(
        row.id,
        row.inspection_id,
        row.name,
        row.due_on,
        points_of(row.points),
        {key: _sighting(all_of[-1]) for key, all_of in kept.items()},
        row.walked_by,
        row.at,
        row.ended_at,
        sum(len(all_of) - 1 for all_of in kept.values()),
    )


def _sighting(facts: Mapping[str, str]) -> Sighting:
    seen = Seen(facts["value"], Verdict(facts["verdict"]), facts["words"])
    return Sighting(seen, facts["who"], datetime.fromisoformat(facts["at"]))
