"""What happens to people of the office after they were registered: another role or name, out and in, passwords."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.kept_keys import KeptKeys, NoKeys
from app.access.last_keeper import somebody_keeps_people
from app.access.passwords import fits, new_salt, password_hash
from app.access.people import free_name, long_enough
from app.access.permissions import Permission, Role
from app.access.refusals import PersonAtWork, PersonTakenOut, PersonUnknown, SamePassword, WrongPassword
from app.access.tables import user
from app.access.tries import keep_try, must_not_wait
from app.core.clock import Clock
from app.core.ids import UserId
from app.store.store import Store


class Staff:
    """Nobody is deleted; every change stands in the audit trail, and the keyring is told."""

    def __init__(self, store: Store, clock: Clock, keys: Callable[[], KeptKeys] = NoKeys) -> None:
        self._store = store
        self._clock = clock
        self._keys = keys

    def change_role(self, by: Actor, person_id: UserId, role: Role) -> bool:
        """Give a person another role, from their next sign-in on; whether it is another one.

        Raises NotPermitted, PersonUnknown, LastKeeperOfPeople.
        """
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            person = _person(connection, person_id)
            if person.role == role:
                return False
            self._write(connection, person, role=role)
            somebody_keeps_people(connection)
            self._note(connection, by, "change_role", person, {"old": person.role, "new": role})
            return True

    def rename(self, by: Actor, person_id: UserId, name: str) -> bool:
        """Correct a name; what was printed keeps the old one. Raises NotPermitted, NameMissing, NameTaken."""
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            person = _person(connection, person_id)
            if person.name == name.strip():
                return False
            name = free_name(connection, name)
            self._write(connection, person, name=name)
            self._note(connection, by, "rename_person", person, {"old": person.name, "new": name})
            self._keys().rename(person.name, name)
            return True

    def take_out(self, by: Actor, person_id: UserId) -> None:
        """Let a person sign in no longer. Raises NotPermitted, PersonUnknown, PersonTakenOut, LastKeeperOfPeople."""
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            person = _at_work(connection, person_id)
            self._write(connection, person, active=False)
            somebody_keeps_people(connection)
            self._note(connection, by, "take_out_person", person, {"role": person.role})
            self._keys().drop(person.name)

    def let_in(self, by: Actor, person_id: UserId, password: str) -> None:
        """Let somebody who was taken out sign in again, first with this password and then with one of their own.

        Raises NotPermitted, PersonUnknown, PersonAtWork, PasswordTooShort.
        """
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            person = _person(connection, person_id)
            if person.active:
                raise PersonAtWork(person.name)
            self._write(connection, person, active=True)
            self._note(connection, by, "let_in_person", person, {"role": person.role})
            self._set(connection, person, password, must_change=True)

    def reset_password(self, by: Actor, person_id: UserId, password: str) -> None:
        """Set a password for somebody who forgot theirs; at the next sign-in they choose one of their own.

        Raises NotPermitted, PersonUnknown, PersonTakenOut, PasswordTooShort.
        """
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            person = _at_work(connection, person_id)
            self._note(connection, by, "reset_password", person, {})
            self._set(connection, person, password, must_change=True)

    def change_password(self, by: Actor, old: str, new: str) -> None:
        """Change one's own password. Raises WrongPassword, WaitAfterWrongPasswords, PasswordTooShort, SamePassword."""
        with self._store.reading() as connection:
            must_not_wait(connection, by.name, self._clock)
            person = _at_work(connection, by.id)
        if not fits(old, person.salt, person.password_hash):
            with self._store.transaction() as connection:
                keep_try(connection, person.name, self._clock, succeeded=False)
            raise WrongPassword(by.name)
        self._choose(by, new)

    def choose_password(self, by: Actor, new: str) -> None:
        """Choose an own password in place of the one that somebody else set and that was typed a moment ago.

        Raises WrongPassword where nobody else set it; else as `change_password`.
        """
        with self._store.reading() as connection:
            if not _at_work(connection, by.id).must_change:
                raise WrongPassword(by.name)
        self._choose(by, new)

    def _choose(self, by: Actor, new: str) -> None:
        with self._store.transaction() as connection:
            person = _at_work(connection, by.id)
            if fits(new, person.salt, person.password_hash):
                raise SamePassword
            self._note(connection, by, "change_password", person, {})
            self._set(connection, person, new, must_change=False)

    def _set(self, connection: Connection, person: Row[Any], password: str, *, must_change: bool) -> None:
        long_enough(password)
        salt = new_salt()
        hashed = password_hash(password, salt)
        self._write(connection, person, salt=salt, password_hash=hashed, must_change=must_change)
        self._keys().put(person.name, password)

    def _write(self, connection: Connection, person: Row[Any], **values: object) -> None:
        connection.execute(update(user).where(user.c.id == person.id).values(**values))

    def _note(self, connection: Connection, by: Actor, action: str, person: Row[Any], facts: dict[str, object]) -> None:
        facts = {"id": person.id} | facts
        audit.record(connection, action, person.name, facts, self._clock.now(), by.id)


def _person(connection: Connection, person_id: UserId) -> Row[Any]:
    row = connection.execute(select(user).where(user.c.id == person_id)).first()
    if row is None:
        raise PersonUnknown(person_id)
    return row


def _at_work(connection: Connection, person_id: UserId) -> Row[Any]:
    row = _person(connection, person_id)
    if not row.active:
        raise PersonTakenOut(row.name)
    return row
