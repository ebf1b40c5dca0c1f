"""Editing what a role may do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from app.access import audit
from app.access.actor import Actor
from app.access.last_keeper import somebody_keeps_people
from app.access.permissions import ROLES, Permission, Role
from app.access.role_grants import held_by_role, write_grant
from app.access.tables import user
from app.core.clock import Clock
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class RoleOfOffice:
    """A role with what it holds and how many people have it."""

    role: Role
    permissions: frozenset[Permission]
    people: int

    @property
    def is_edited(self) -> bool:
        """Whether it holds something else than shipped."""
        return self.permissions != ROLES[self.role]


class Roles:
    """Reads and edits the roles of the office; a change counts from a person's next sign-in on."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def listed(self) -> tuple[RoleOfOffice, ...]:
        """Every role, in the order of the office."""
        with self._store.reading() as connection:
            rows = select(user.c.role, func.count()).where(user.c.active).group_by(user.c.role)
            people = dict(connection.execute(rows).tuples().all())
            held = held_by_role(connection)
            return tuple(RoleOfOffice(role, held[role], people.get(role, 0)) for role in Role)

    def give_and_take(
        self, by: Actor, role: Role, given: Collection[Permission], taken: Collection[Permission]
    ) -> bool:
        """Change these of a role and leave the others as they stand now; as `change`."""
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            stands = held_by_role(connection)[role]
            return self.change(by, role, stands.union(given).difference(taken))

    def change(self, by: Actor, role: Role, permissions: Collection[Permission]) -> bool:
        """Give a role another set; whether it differs. Raises NotPermitted, LastKeeperOfPeople."""
        by.require(Permission.MANAGE_PEOPLE)
        wanted = frozenset(permissions)
        with self._store.transaction() as connection:
            before = held_by_role(connection)[role]
            if wanted == before:
                return False
            write_grant(connection, role, wanted, self._clock.now(), by.id)
            somebody_keeps_people(connection)
            facts = {"old": sorted(before), "new": sorted(wanted)}
            audit.record(connection, "change_role_permissions", role, facts, self._clock.now(), by.id)
            return True
