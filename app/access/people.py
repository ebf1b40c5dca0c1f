"""People of the office: who may sign in, and whose yes a cashier can ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.keys import Keys
from app.access.passwords import fits, new_salt, password_hash
from app.access.permissions import ROLES, Permission, Role
from app.access.refusals import (
    NameMissing,
    NameTaken,
    NotPermitted,
    PasswordNotChosenYet,
    PasswordTooShort,
    WrongPassword,
)
from app.access.role_grants import actor_of, grants, roles_with
from app.access.settings import LOCK_AFTER
from app.access.tables import approval, sign_in, user
from app.access.tries import keep_try, must_not_wait
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
    must_change: bool = False
    last_in: datetime | None = None


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
            last = select(func.max(sign_in.c.at)).where(sign_in.c.name == user.c.name, sign_in.c.succeeded)
            wanted = (user.c.id, user.c.name, user.c.role, user.c.active, user.c.must_change)
            rows = connection.execute(select(*wanted, last.scalar_subquery().label("last_in")).order_by(user.c.name))
            return [
                PersonOfOffice(UserId(row.id), row.name, Role(row.role), row.active, row.must_change, row.last_in)
                for row in rows
            ]

    def add_first(self, name: str, password: str) -> Actor:
        """Make the first person, a supervisor; refused once anyone is there."""
        with self._store.transaction() as connection:
            if self.anyone():
                raise NotPermitted(name, Permission.MANAGE_PEOPLE)
            return self._add(connection, name, password, Role.SUPERVISOR, None)

    def add(self, by: Actor, name: str, password: str, role: Role, *, must_change: bool = False) -> Actor:
        """Register a person; with `must_change` they choose a password of their own at the first sign-in.

        Raises NotPermitted, NameMissing, NameTaken, PasswordTooShort.
        """
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            added = self._add(connection, name, password, role, by.id, must_change=must_change)
            audit.record(connection, "add_person", added.name, {"role": role}, self._clock.now(), by.id)
            return added

    def name_of(self, person_id: UserId) -> str:
        """What a person is called now; who signed in before a correction still carries the old name."""
        with self._store.reading() as connection:
            return str(connection.execute(select(user.c.name).where(user.c.id == person_id)).scalar_one())

    def lock_after(self) -> int:
        """Minutes without a touch after which the screen is locked; 0: never."""
        with self._store.reading() as connection:
            return read_choice(connection, LOCK_AFTER)

    def sign_in(self, name: str, password: str) -> Actor:
        """The person whose name and password these are; every try is kept.

        Raises WrongPassword, and WaitAfterWrongPasswords before a password is looked at.
        """
        with self._store.reading() as connection:
            must_not_wait(connection, name, self._clock)
            row = self._person(connection, name)
        known = row is not None and row.active and fits(password, row.salt, row.password_hash)
        with self._store.transaction() as connection:
            keep_try(connection, name, self._clock, succeeded=known)
            if row is not None and known:
                return actor_of(connection, row)
        raise WrongPassword(name)

    def must_choose_password(self, actor: Actor) -> bool:
        """Whether somebody else set this person's password, so that they choose their own before they work."""
        with self._store.reading() as connection:
            return bool(connection.execute(select(user.c.must_change).where(user.c.id == actor.id)).scalar_one())

    def approvers(self, permission: Permission) -> tuple[str, ...]:
        """Whose yes lends this permission, by name."""
        with self._store.reading() as connection:
            roles = [role.value for role in roles_with(connection, permission)]
            names = select(user.c.name).where(user.c.active, user.c.role.in_(roles), ~user.c.must_change)
            return tuple(connection.execute(names.order_by(user.c.name)).scalars())

    def named(self, name: str) -> Actor:
        """A person without a password, for the demo estate and commands of the machine's keeper."""
        with self._store.reading() as connection:
            row = self._person(connection, name)
            if row is None:
                raise WrongPassword(name)
            return actor_of(connection, row)

    def first_supervisor(self) -> Actor:
        """Who was registered first of those who may register people, supervisors before others."""
        with self._store.reading() as connection:
            keep = [role.value for role in roles_with(connection, Permission.MANAGE_PEOPLE)]
            people = select(user).where(user.c.role.in_(keep), user.c.active)
            row = connection.execute(people.order_by(user.c.role != Role.SUPERVISOR, user.c.id).limit(1)).one()
            return actor_of(connection, row)

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

        Raises what `sign_in` raises, NotPermitted if that person may not do it either, and PasswordNotChosenYet.
        """
        approver = self.sign_in(name, password)
        approver.require(permission)
        if self.must_choose_password(approver):
            raise PasswordNotChosenYet(approver.name)
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

    def _add(
        self,
        connection: Connection,
        name: str,
        password: str,
        role: Role,
        by: UserId | None,
        *,
        must_change: bool = False,
    ) -> Actor:
        name = free_name(connection, name)
        long_enough(password)
        salt = new_salt()
        new = insert(user).values(
            name=name,
            role=role,
            salt=salt,
            password_hash=password_hash(password, salt),
            active=True,
            must_change=must_change,
            at=self._clock.now(),
            by=by,
        )
        key = connection.execute(new).inserted_primary_key
        assert key is not None
        Keys(self._store, self._clock).put(name, password)
        return Actor(UserId(key[0]), name, role, grants(connection).get(role))


def free_name(connection: Connection, name: str) -> str:
    """The name as it is kept. Raises NameMissing, NameTaken."""
    name = name.strip()
    if not name:
        raise NameMissing
    if connection.execute(select(user.c.id).where(user.c.name == name)).first() is not None:
        raise NameTaken(name)
    return name


def long_enough(password: str) -> None:
    """Raises PasswordTooShort."""
    if len(password) < LEAST_PASSWORD:
        raise PasswordTooShort(LEAST_PASSWORD)


def approvers(permission: Permission) -> tuple[Role, ...]:
    """The roles whose yes lends this permission unless the office edited them; `roles_with` knows what it edited."""
    return tuple(role for role, held in ROLES.items() if permission in held)
