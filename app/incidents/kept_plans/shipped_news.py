"""A newer version that comes with the program: in use where the office never edited the plan, else offered to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from app.core.periods import add_months
from app.incidents.kept_plans.assessing import says_the_same
from app.incidents.kept_plans.plan_rows import OWN, SHIPPED, plan_of, shipped_text
from app.incidents.kept_plans.write_plan import plan_text
from app.incidents.plans.plan import Plan
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.tables import incident, incident_plan
from app.store.rows import insert_row

_VERSIONS = select(incident_plan).order_by(incident_plan.c.version)
_RUNNING = (
    select(incident_plan.c.code)
    .join(incident, incident.c.plan_id == incident_plan.c.id)
    .where(incident.c.closed_at.is_(None))
)


def take_in_newer(connection: Connection, at: datetime) -> None:
    """Take in what is newer than the office has; a plan of which an incident runs waits for the next start."""
    kept: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(_VERSIONS):
        kept.setdefault(row.code, []).append(row)
    running = set(connection.execute(_RUNNING).scalars())
    for code, plan in _newer(kept).items():
        if code not in running:
            _take_in(connection, plan, kept[code], at)


def _newer(kept: Mapping[str, Sequence[Row[Any]]]) -> dict[str, Plan]:
    """The shipped plans that say something else, later than the last one that came with the program."""
    return {
        code: plan
        for code, plan in shipped_plans().items()
        if code in kept and all(row.text != shipped_text(code) for row in kept[code]) and _is_later(plan, kept[code])
    }


def _is_later(plan: Plan, rows: Sequence[Row[Any]]) -> bool:
    came = [plan_of(row.code, row.text).dated for row in rows if row.by is None]
    return not came or plan.dated > max(came)


def _take_in(connection: Connection, plan: Plan, rows: Sequence[Row[Any]], at: datetime) -> None:
    """A plan that nobody uses any more stays so; what was offered once, or waits already, is not offered beside it."""
    standing = [row for row in rows if row.retired_at is None]
    own = [row for row in standing if row.source == OWN]
    if not standing or any(row.approved_at is None for row in own):
        return
    if any(says_the_same(plan_of(row.code, row.text), plan) for row in (rows if own else standing)):
        return
    number = max(plan.version, rows[-1].version + 1)
    insert_row(
        connection,
        incident_plan,
        code=plan.code,
        version=number,
        source=OWN if own else SHIPPED,
        text=plan_text(replace(plan, version=number)),
        note=f"随程序更新（{plan.dated.isoformat()}）",
        review_due=add_months(plan.dated, plan.review_months),
        at=at,
        by=None,
    )
