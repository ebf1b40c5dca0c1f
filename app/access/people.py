"""People of the office: who may sign in, and whose yes a cashier can ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.keys import Keys
from app.access.passwords import fits, new_salt, password_hash
from app.access.permissions import ROLES, Permission, Role
from app.access.refusals import NameMissing, NameTaken, NotPermitted, PasswordTooShort, WrongPassword
from app.access.settings import LOCK_AFTER
from app.access.tables import approval, sign_in, user
from app.core.clock import Clock
from app.core.ids import ApprovalId, UserId
from app.store.settings import read_choice
from app.store.store import Store

LEAST_PASSWORD = 6


@dataclass(frozen=True, slots=True)
class PersonOfOffice:
    """A row of the list of people."""

    id: UserId
    name: str
    role: Role
    active: bool


class People:
    """Sign-in, approvals and the list of people."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def anyone(self) -> bool:
        """Whether the office has its first person yet."""
        with self._store.reading() as connection:
            return connection.execute(select(func.count()).select_from(user)).scalar_one() > 0

    def listed(self) -> list[PersonOfOffice]:
        """Everyone, in order of name."""
        with self._store.reading() as connection:
            rows = connection.execute(select(user.c.id, user.c.name, user.c.role, user.c.active).order_by(user.c.name))
            return [PersonOfOffice(UserId(row.id), row.name, Role(row.role), row.active) for row in rows]

    def add_first(self, name: str, password: str) -> Actor:
        """Make the first person, a supervisor; refused once anyone is there."""
        with self._store.transaction() as connection:
            if self.anyone():
                raise NotPermitted(name, Permission.MANAGE_PEOPLE)
            return self._add(connection, name, password, Role.SUPERVISOR, None)

    def add(self, by: Actor, name: str, password: str, role: Role) -> Actor:
        """Register a person. Raises NotPermitted, NameMissing, NameTaken, PasswordTooShort."""
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            added = self._add(connection, name, password, role, by.id)
            audit.record(connection, "add_person", name, {"role": role}, self._clock.now(), by.id)
            return added

    def lock_after(self) -> int:
        """Minutes without a touch after which the screen is locked; 0: never."""
        with self._store.reading() as connection:
            return read_choice(connection, LOCK_AFTER)

    def sign_in(self, name: str, password: str) -> Actor:
        """The person whose name and password these are. Raises WrongPassword; every try is kept."""
        with self._store.reading() as connection:
            row = self._person(connection, name)
        known = row is not None and row.active and fits(password, row.salt, row.password_hash)
        with self._store.transaction() as connection:
            connection.execute(insert(sign_in).values(name=name.strip(), at=self._clock.now(), succeeded=known))
        if row is None or not known:
            raise WrongPassword(name)
        return Actor(UserId(row.id), row.name, Role(row.role))

    def named(self, name: str) -> Actor:
        """A person without a password, for the demo estate and commands of the machine's keeper."""
        with self._store.reading() as connection:
            row = self._person(connection, name)
        if row is None:
            raise WrongPassword(name)
        return Actor(UserId(row.id), row.name, Role(row.role))

    def first_supervisor(self) -> Actor:
        """The supervisor who was registered first; commands of the machine's keeper act in this name."""
        with self._store.reading() as connection:
            row = connection.execute(
                select(user).where(user.c.role == Role.SUPERVISOR, user.c.active).order_by(user.c.id).limit(1)
            ).one()
        return Actor(UserId(row.id), row.name, Role(row.role))

    def approve(
        self,
        permission: Permission,
        name: str,
        password: str,
        asked_by: Actor,
        reason: str,
        facts: Mapping[str, object],
    ) -> Approval:
        """A supervisor's yes, given by name and password on the asker's screen.

        Raises WrongPassword, NotPermitted if that person may not do it either.
        """
        approver = self.sign_in(name, password)
        approver.require(permission)
        with self._store.transaction() as connection:
            new = insert(approval).values(
                permission=permission,
                asked_by=asked_by.id,
                reason=reason,
                facts=dict(facts),
                at=self._clock.now(),
                by=approver.id,
            )
            key = connection.execute(new).inserted_primary_key
            assert key is not None
        return Approval(ApprovalId(key[0]), permission, approver.name)

    def _person(self, connection: Connection, name: str) -> Row[Any] | None:
        return connection.execute(select(user).where(user.c.name == name.strip())).first()

    def _add(self, connection: Connection, name: str, password: str, role: Role, by: UserId | None) -> Actor:
        name = name.strip()
        if not name:
            raise NameMissing
        if len(password) < LEAST_PASSWORD:
            raise PasswordTooShort(LEAST_PASSWORD)
        if self._person(connection, name) is not None:
            raise NameTaken(name)
        salt = new_salt()
        new = insert(user).values(
            name=name,
            role=role,
            salt=salt,
            password_hash=password_hash(password, salt),
            active=True,
            at=self._clock.now(),
            by=by,
        )
        key = connection.execute(new).inserted_primary_key
        assert key is not None
        Keys(self._store, self._clock).put(name, password)
        return Actor(UserId(key[0]), name, role)


def approvers(permission: Permission) -> tuple[Role, ...]:
    """The roles whose yes lends this permission."""
    return tuple(role for role, held in ROLES.items() if permission in held)
