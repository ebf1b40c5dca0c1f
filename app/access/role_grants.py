"""What the roles hold: their sets as shipped, unless the office edited one; the newest row of a role counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.access.permissions import ROLES, Permission, Role
from app.access.tables import role_grant, user
from app.core.ids import UserId
from app.store.rows import insert_row


def grants(connection: Connection, until: datetime | None = None) -> dict[Role, frozenset[Permission]]:
    """The sets of the edited roles only, as they stand now or stood at a moment."""
    rows = select(role_grant.c.role, role_grant.c.permissions).order_by(role_grant.c.id)
    if until is not None:
        rows = rows.where(role_grant.c.at <= until)
    return {Role(row.role): _held(Role(row.role), row.permissions) for row in connection.execute(rows)}


def held_by_role(connection: Connection, until: datetime | None = None) -> dict[Role, frozenset[Permission]]:
    """What every role holds."""
    return ROLES | grants(connection, until)


def roles_with(connection: Connection, permission: Permission) -> tuple[Role, ...]:
    """The roles that hold a permission now: whose yes lends it."""
    return tuple(role for role, held in held_by_role(connection).items() if permission in held)


def people_with(connection: Connection, permission: Permission) -> tuple[str, ...]:
    """Who of the office holds a permission now, in order of name."""
    roles = [role.value for role in roles_with(connection, permission)]
    names = select(user.c.name).where(user.c.active, user.c.role.in_(roles)).order_by(user.c.name)
    return tuple(connection.execute(names).scalars())


def write_grant(
    connection: Connection, role: Role, permissions: frozenset[Permission], at: datetime, by: UserId
) -> None:
    """Keep the new set of a role."""
    facts = {"held": sorted(permissions), "known": sorted(Permission)}
    insert_row(connection, role_grant, role=role, permissions=facts, at=at, by=by)


def actor_of(connection: Connection, row: Any) -> Actor:
    """The person of a row of the list, with what the role holds now."""
    role = Role(row.role)
    return Actor(UserId(row.id), row.name, role, grants(connection).get(role))


def _held(role: Role, facts: Mapping[str, list[str]]) -> frozenset[Permission]:
    """What a later version knows and the office has not decided on is held as shipped."""
    decided = set(facts["known"])
    new = {permission for permission in ROLES[role] if permission not in decided}
    return frozenset({Permission(name) for name in facts["held"] if name in set(Permission)} | new)
