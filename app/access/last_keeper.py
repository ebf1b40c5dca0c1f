"""Somebody can always register people: the last one who may is neither taken out nor given another role."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.access.permissions import Permission
from app.access.refusals import LastKeeperOfPeople
from app.access.role_grants import roles_with
from app.access.tables import user


def somebody_keeps_people(connection: Connection) -> None:
    """Look at the people as they would be now. Raises LastKeeperOfPeople."""
    keep = [role.value for role in roles_with(connection, Permission.MANAGE_PEOPLE)]
    left = select(user.c.id).where(user.c.active, user.c.role.in_(keep)).limit(1)
    if connection.execute(left).first() is None:
        raise LastKeeperOfPeople
