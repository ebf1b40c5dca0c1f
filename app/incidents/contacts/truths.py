"""What must always hold of the call list."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.language import mark
from app.incidents.plans.contacts import FIXED
from app.incidents.tables import plan_contact
from app.store.truths import Truth


def _one_number_each(connection: Connection) -> Iterator[str]:
    in_use = select(plan_contact.c.key, func.count().label("rows")).where(plan_contact.c.retired_at.is_(None))
    for row in connection.execute(in_use.group_by(plan_contact.c.key).having(func.count() > 1)):
        yield f"{row.key}: {row.rows}"


def _none_of_the_country(connection: Connection) -> Iterator[str]:
    fixed = [contact.key for contact in FIXED]
    for row in connection.execute(select(plan_contact.c.key).where(plan_contact.c.key.in_(fixed))):
        yield str(row.key)


TRUTHS = (
    Truth(mark("every party of the call list has one number in use"), _one_number_each),
    Truth(mark("no row of the call list changes 110, 119 or 120"), _none_of_the_country),
)
