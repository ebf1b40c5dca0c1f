"""Plans as rows: the shipped ones planted once, the newest version of each code, and what a running incident keeps."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from importlib import resources
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from app.core.periods import add_months
from app.incidents.plans.plan import Plan
from app.incidents.plans.read_plan import read_plan
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.refusals import PlanUnknown
from app.incidents.tables import incident_plan
from app.store.rows import insert_row

SHIPPED, OWN = "shipped", "office"


def plant_plans(connection: Connection, at: datetime) -> None:
    """Write every shipped plan of which the office has no version yet."""
    held = set(connection.execute(select(incident_plan.c.code)).scalars())
    for code, plan in shipped_plans().items():
        if code not in held:
            insert_row(
                connection,
                incident_plan,
                code=code,
                version=plan.version,
                source=SHIPPED,
                text=shipped_text(code),
                note="",
                review_due=add_months(plan.dated, plan.review_months),
                at=at,
                by=None,
            )


def shipped_text(code: str) -> str:
    """The file of a shipped plan."""
    return (resources.files("resources") / "incidents" / f"{code}.toml").read_text(encoding="utf-8")


def newest_plan(connection: Connection, code: str) -> tuple[int, Plan]:
    """The id and the plan of the newest version in use. Raises PlanUnknown."""
    row = connection.execute(in_use().where(incident_plan.c.code == code)).first()
    if row is None:
        raise PlanUnknown(code)
    return row.id, plan_of(row.code, row.text)


def in_use() -> Select[tuple[Any, ...]]:
    """The newest version of every code that is shipped or approved and was not retired."""
    approved = or_(incident_plan.c.source == SHIPPED, incident_plan.c.approved_at.is_not(None))
    usable = incident_plan.c.retired_at.is_(None) & approved
    newest = (
        select(incident_plan.c.code, func.max(incident_plan.c.version).label("version"))
        .where(usable)
        .group_by(incident_plan.c.code)
        .subquery()
    )
    of_it = (incident_plan.c.code == newest.c.code) & (incident_plan.c.version == newest.c.version)
    return select(incident_plan).join(newest, of_it)


@lru_cache(maxsize=128)
def plan_of(code: str, text: str) -> Plan:
    """The plan of a stored version; its text never changes, so that it is read once."""
    return read_plan(f"{code}.toml", text)
