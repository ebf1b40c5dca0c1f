"""The shift in which money is being taken: who, which drawer, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from app.access.actor import Actor
from app.access.tables import user
from app.core.ids import ShiftId, UserId
from app.core.money import Money
from app.counter.refusals import NoOpenShift, ShiftLeftOpen
from app.counter.tables import shift


@dataclass(frozen=True, slots=True)
class OpenShift:
    """The shift in which money is being taken."""

    id: ShiftId
    cashier_id: UserId
    cashier: str
    drawer: str
    day: date
    opened_at: datetime
    opening_float: Money


def shift_for_payment(connection: Connection, by: Actor, today: date) -> OpenShift:
    """The shift in which `by` may take money today. Raises NoOpenShift, ShiftLeftOpen."""
    standing = open_shift_of(connection, by)
    if standing is None:
        raise NoOpenShift(by.name)
    if standing.day != today:
        raise ShiftLeftOpen(standing.id, standing.day)
    return standing


def open_shifts() -> Select[Any]:
    """All shifts that were not closed, with their cashiers' names."""
    return (
        select(shift, user.c.name.label("cashier"))
        .join_from(shift, user, shift.c.user_id == user.c.id)
        .where(shift.c.closed_at.is_(None))
        .order_by(shift.c.id)
    )


_OPEN_OF_USER = open_shifts().where(shift.c.user_id == bindparam("user"))


def open_shift_of(connection: Connection, by: Actor) -> OpenShift | None:
    """The person's open shift, of whatever day."""
    row = connection.execute(_OPEN_OF_USER, {"user": by.id}).first()
    return None if row is None else as_open_shift(row)


def as_open_shift(row: Row[Any]) -> OpenShift:
    """A row of `open_shifts`."""
    return OpenShift(
        ShiftId(row.id), UserId(row.user_id), row.cashier, row.drawer, row.day, row.opened_at, row.opening_float
    )
