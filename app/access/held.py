"""What a person was allowed at a moment of the past: roles are changed and edited, what was done stays right."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import Connection, select

from app.access.permissions import Permission, Role
from app.access.role_grants import held_by_role
from app.access.tables import audit, sign_in, user

_PEOPLE = select(user)
_CHANGES = select(audit).where(audit.c.action == "change_role").order_by(audit.c.id)
_SIGN_INS = select(sign_in.c.name, sign_in.c.at).where(sign_in.c.succeeded)


class Held:
    """Reads the history once for many questions."""

    def __init__(self, connection: Connection) -> None:
        self._people = {row.id: row for row in connection.execute(_PEOPLE)}
        self._moves: dict[int, list[tuple[datetime, str]]] = {}
        for row in connection.execute(_CHANGES):
            self._moves.setdefault(row.facts["id"], []).append((row.at, row.facts["old"]))
        self._ins: dict[str, list[datetime]] = {}
        for name, at in connection.execute(_SIGN_INS).tuples():
            self._ins.setdefault(name, []).append(at)
        self._roles = cache(lambda at: held_by_role(connection, at))

    def may(self, person_id: int, permission: Permission, at: datetime) -> bool:
        """Whether the person held it then, or when they last signed in before."""
        if person_id not in self._people:
            return False
        before = [moment for moment in self._ins.get(self._people[person_id].name, ()) if moment <= at]
        moments = {at, max(before, default=self._people[person_id].at)}
        return any(permission in self._roles(moment)[self._role(person_id, moment)] for moment in moments)

    def _role(self, person_id: int, at: datetime) -> Role:
        """The role then: what the first change after that moment took away, else the present one."""
        later = (old for moment, old in self._moves.get(person_id, ()) if moment > at)
        return Role(next(later, self._people[person_id].role))
