"""Versions as they are stored: read with the names of people, written at the end of a plan's history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.access.tables import user
from app.core.periods import add_months
from app.incidents.kept_plans.plan_rows import OWN, SHIPPED, plan_of
from app.incidents.kept_plans.version import PlanState, PlanVersion
from app.incidents.kept_plans.write_plan import plan_text
from app.incidents.plans.plan import Plan
from app.incidents.tables import incident_plan
from app.store.rows import insert_row

_AUTHOR, _APPROVER = user.alias("author"), user.alias("approver")
_VERSIONS = (
    select(incident_plan, _AUTHOR.c.name.label("author"), _APPROVER.c.name.label("approver"))
    .outerjoin(_AUTHOR, _AUTHOR.c.id == incident_plan.c.by)
    .outerjoin(_APPROVER, _APPROVER.c.id == incident_plan.c.approved_by)
    .order_by(incident_plan.c.version.desc())
)


def read_history(connection: Connection, code: str) -> tuple[PlanVersion, ...]:
    """Every version of a plan, the newest first; empty where the office has none of this code."""
    rows = connection.execute(_VERSIONS.where(incident_plan.c.code == code)).all()
    return _versions(rows)


def read_all_histories(connection: Connection) -> tuple[tuple[PlanVersion, ...], ...]:
    """The history of every plan that the office ever had."""
    by_code: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(_VERSIONS):
        by_code.setdefault(row.code, []).append(row)
    return tuple(map(_versions, by_code.values()))


def read_version(connection: Connection, version_id: int) -> PlanVersion | None:
    """A version by its id, with its state among the others."""
    code = connection.execute(select(incident_plan.c.code).where(incident_plan.c.id == version_id)).scalar()
    history = read_history(connection, code) if code is not None else ()
    return next((version for version in history if version.id == version_id), None)


def write_version(connection: Connection, plan: Plan, note: str, reason: str, at: datetime, by: int) -> int:
    """Add a version that waits for approval; its id. `reason` says why something critical was lost, or is ""."""
    return insert_row(
        connection,
        incident_plan,
        code=plan.code,
        version=plan.version,
        source=OWN,
        text=plan_text(plan),
        note=f"{note}\n{reason}" if reason else note,
        review_due=add_months(plan.dated, plan.review_months),
        at=at,
        by=by,
    )


def withdraw(connection: Connection, versions: Iterable[PlanVersion], at: datetime) -> None:
    """Put versions out of use; incidents that began with one keep it."""
    ids = [version.id for version in versions]
    connection.execute(update(incident_plan).where(incident_plan.c.id.in_(ids)).values(retired_at=at))


def put_back(connection: Connection, code: str) -> None:
    """Put what was last put out of use in use again."""
    of_it = incident_plan.c.code == code
    rows = connection.execute(select(incident_plan.c.id, incident_plan.c.retired_at).where(of_it)).all()
    last = max(row.retired_at for row in rows if row.retired_at is not None)
    back = [row.id for row in rows if row.retired_at == last]
    connection.execute(update(incident_plan).where(incident_plan.c.id.in_(back)).values(retired_at=None))


def _versions(rows: Sequence[Row[Any]]) -> tuple[PlanVersion, ...]:
    """Rows of one plan, the newest first: the first that is usable is in use, later ones were replaced by it."""
    in_use = next((row.id for row in rows if row.retired_at is None and _is_usable(row)), None)
    return tuple(_version(row, _state(row, in_use)) for row in rows)


def _is_usable(row: Row[Any]) -> bool:
    return row.source == SHIPPED or row.approved_at is not None


def _state(row: Row[Any], in_use: int | None) -> PlanState:
    if row.retired_at is not None:
        return PlanState.WITHDRAWN
    if row.id == in_use:
        return PlanState.IN_USE
    return PlanState.REPLACED if _is_usable(row) else PlanState.WAITING


def _version(row: Row[Any], state: PlanState) -> PlanVersion:
    note, _, reason = row.note.partition("\n")
    return PlanVersion(
        id=row.id,
        plan=plan_of(row.code, row.text),
        text=row.text,
        is_shipped=row.source == SHIPPED,
        state=state,
        note=note,
        reason=reason,
        author_id=row.by,
        author=row.author or "",
        written_at=row.at,
        approved_by=row.approver or "",
        approved_at=row.approved_at,
        alone=row.approved_by is not None and row.approved_by == row.by,
        review_due=row.review_due,
    )
