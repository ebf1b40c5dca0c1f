"""What must always hold of the versions of plans."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.errors import Refusal
from app.core.language import mark
from app.incidents.kept_plans.plan_rows import OWN, SHIPPED, in_use, plan_of
from app.incidents.tables import incident_plan
from app.store.truths import Truth

_TEXTS = select(incident_plan.c.code, incident_plan.c.version, incident_plan.c.text)


def _readable(connection: Connection) -> Iterator[str]:
    """A running incident, the booklet and the report all read the stored text."""
    for row in connection.execute(_TEXTS):
        try:
            plan = plan_of(row.code, row.text)
        except Refusal as fault:
            yield f"{row.code} {row.version}: {fault!r}"
            continue
        if (plan.code, plan.version) != (row.code, row.version):
            yield f"{row.code} {row.version}: {plan.code} {plan.version}"


_HALF_APPROVED = select(incident_plan.c.code, incident_plan.c.version).where(
    incident_plan.c.approved_at.is_(None) != incident_plan.c.approved_by.is_(None)
)
_IN_USE = in_use()


def _approved(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_HALF_APPROVED):
        yield f"{row.code} {row.version}"
    for row in connection.execute(_IN_USE):
        if row.source not in (SHIPPED, OWN):
            yield f"{row.code} {row.version}: {row.source}"


_WAITING_TWICE = (
    select(incident_plan.c.code, func.count().label("rows"))
    .where(incident_plan.c.source == OWN, incident_plan.c.approved_at.is_(None), incident_plan.c.retired_at.is_(None))
    .group_by(incident_plan.c.code)
    .having(func.count() > 1)
)


def _one_waits(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_WAITING_TWICE):
        yield f"{row.code}: {row.rows}"


TRUTHS = (
    Truth(mark("every kept version of a plan can be read and says its own number"), _readable),
    Truth(mark("every version in use was shipped or approved by somebody"), _approved),
    Truth(mark("at most one version of a plan waits for approval"), _one_waits),
)
