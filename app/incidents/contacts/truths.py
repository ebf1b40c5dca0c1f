"""What must always hold of the call list."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.language import mark
from app.incidents.plans.contacts import FIXED
from app.incidents.tables import plan_contact
from app.store.truths import Truth

_TWICE = (
    select(plan_contact.c.key, func.count().label("rows"))
    .where(plan_contact.c.retired_at.is_(None))
    .group_by(plan_contact.c.key)
    .having(func.count() > 1)
)


def _one_number_each(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_TWICE):
        yield f"{row.key}: {row.rows}"


_OF_THE_COUNTRY = select(plan_contact.c.key).where(plan_contact.c.key.in_([contact.key for contact in FIXED]))


def _none_of_the_country(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_OF_THE_COUNTRY):
        yield str(row.key)


TRUTHS = (
    Truth(mark("every party of the call list has one number in use"), _one_number_each),
    Truth(mark("no row of the call list changes 110, 119 or 120"), _none_of_the_country),
)
