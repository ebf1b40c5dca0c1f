"""Whose password opens the data: the keyring, kept in step with the people of the office."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.early_door import OF_THE_SHEET
from app.access.passwords import new_salt, password_hash
from app.access.permissions import Permission
from app.access.refusals import PasswordTooShort
from app.access.tables import sign_in, user
from app.access.tries import RECOVERY_SHEET, keep_try, keep_wrong, must_not_wait
from app.core.clock import Clock
from app.store.early_tries import forget_tries, waiting_tries
from app.store.folder import FolderNotWritable
from app.store.key_refusals import CodeOfAnotherSheet
from app.store.keyring import Keyring
from app.store.store import Store

LEAST_PASSWORD = 6
NOBODY_KNOWN = "?"
"""Stands in the list of sign-ins for a name of nobody, typed before the data was open."""


@dataclass(frozen=True, slots=True)
class KeysState:
    """How the key is kept: `missing` are active people whose next sign-in still makes their part of the keyring."""

    lies_open: bool
    sheet_is_made: bool
    sheet_is_proven: bool
    missing: tuple[str, ...]


class Keys:
    """The keyring beside the database.

    It is written inside the transaction of the act, with the new password beside the old one; the old one goes once the
    act is durable. So a power cut leaves both, and of them only the one that the database knows signs in.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def state(self) -> KeysState:
        """How the key is kept now."""
        ring = self._ring()
        missing = tuple(name for name in self._active() if not ring.has(name))
        return KeysState(ring.is_open, ring.has_recovery, ring.sheet_is_proven, missing)

    def put(self, name: str, password: str) -> None:
        """Let this password of the person open the data, from the moment that the act in hand is durable.

        Nothing happens in a demo, whose key lies open.
        """
        with self._store.transaction():
            ring = self._ring()
            if not _is_kept(ring):
                return
            slot = ring.put(name, password, self._store.key, beside=True)
            ring.write(self._store.folder)
            self._afterwards(f"key of {name}", lambda ring: ring.keep_only(slot))

    def rename(self, old: str, new: str) -> None:
        """The person has another name from the moment that the act in hand is durable."""
        with self._store.transaction():
            ring = self._ring()
            if ring.has(old):
                ring.name_as_well(old, new)
                ring.write(self._store.folder)
                self._afterwards(f"key of {old}", lambda ring: ring.drop(old))

    def drop(self, name: str) -> None:
        """The person's password opens the data no longer once the act in hand is durable."""
        with self._store.transaction():
            if self._ring().has(name):
                self._afterwards(f"key of {name}", lambda ring: ring.drop(name))

    def welcome(self, person: Actor, password: str) -> None:
        """After a sign-in: make the person's part of the keyring where there is none, and end what was half done."""
        ring = self._ring()
        before = ring.to_bytes()
        if not ring.has(person.name):
            ring.put(person.name, password, self._store.key)
        ring.keep_only_opened_by(person.name, password)
        ring.keep_people({person.name, *self._active()})
        self._close_if_ready(ring)
        if ring.to_bytes() != before:
            ring.write(self._store.folder)

    def new_sheet(self, by: Actor) -> str:
        """A new recovery code; the older sheet opens nothing any longer. Raises NotPermitted."""
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction() as connection:
            audit.record(connection, "new_recovery_sheet", "", {}, self._clock.now(), by.id)
            ring = self._ring()
            code = ring.new_recovery(self._store.key)
            ring.write(self._store.folder)
        return code

    def sheet_is_proven(self, by: Actor) -> None:
        """Somebody typed a group of the sheet from the paper. Raises NotPermitted."""
        by.require(Permission.MANAGE_PEOPLE)
        with self._store.transaction():
            ring = self._ring()
            ring.sheet_is_proven = True
            self._close_if_ready(ring)
            ring.write(self._store.folder)

    def close(self) -> None:
        """The key lies open no longer, once somebody's password opens it."""
        ring = self._ring()
        if ring.is_open and ring.keeps_people:
            ring.close_open_slot()
            ring.write(self._store.folder)

    def check_code(self, code: str) -> None:
        """Raises CodeOfWrongLength, CodeMistyped, CodeOfAnotherSheet, and WaitAfterWrongCodes before all that."""
        with self._store.reading() as connection:
            must_not_wait(connection, RECOVERY_SHEET, self._clock)
        try:
            self._ring().unlock_by_code(code)
        except CodeOfAnotherSheet:
            with self._store.transaction() as connection:
                keep_try(connection, RECOVERY_SHEET, self._clock, succeeded=False)
            raise

    def people(self) -> list[str]:
        """Who may sign in, for whoever holds the recovery sheet."""
        return sorted(self._active())

    def reset_by_code(self, code: str, name: str, password: str) -> None:
        """A new password for somebody who lost it, by the recovery sheet.

        Raises what `check_code` raises, PasswordTooShort.
        """
        self.check_code(code)
        if len(password) < LEAST_PASSWORD:
            raise PasswordTooShort(LEAST_PASSWORD)
        salt = new_salt()
        with self._store.transaction() as connection:
            hashed = password_hash(password, salt)
            change = update(user).where(user.c.name == name, user.c.active)
            connection.execute(change.values(salt=salt, password_hash=hashed, must_change=False))
            keep_try(connection, RECOVERY_SHEET, self._clock, succeeded=True)
            audit.record(connection, "password_by_recovery_sheet", name, {}, self._clock.now(), None)
            self.put(name, password)

    def join_tries(self) -> None:
        """Take the tries from before the data was open into the list of sign-ins."""
        folder = self._store.folder
        tries = waiting_tries(folder)
        if not tries:
            return
        ring = self._ring()
        with self._store.transaction() as connection:
            known = {ring.id_of(name): name for name in connection.execute(select(user.c.name)).scalars()}
            known[OF_THE_SHEET] = RECOVERY_SHEET
            rows = [{"name": known.get(one.who, NOBODY_KNOWN), "at": one.at, "succeeded": False} for one in tries]
            connection.execute(insert(sign_in), rows)
            last = {known.get(one.who, NOBODY_KNOWN): one.ran for one in tries if one.ran is not None}
            if last:
                keep_wrong(connection, last, self._clock.now())
            self._store.after_commit("early tries", lambda: forget_tries(folder))

    def _close_if_ready(self, ring: Keyring) -> None:
        if ring.is_open and ring.sheet_is_proven and all(ring.has(name) for name in self._active()):
            ring.close_open_slot()

    def _active(self) -> list[str]:
        with self._store.reading() as connection:
            return list(connection.execute(select(user.c.name).where(user.c.active)).scalars())

    def _ring(self) -> Keyring:
        return Keyring.read(self._store.folder)

    def _afterwards(self, name: str, change: Callable[[Keyring], None]) -> None:
        def do() -> None:
            ring = self._ring()
            change(ring)
            with suppress(FolderNotWritable):  # the act is durable; the next sign-in ends what is left here
                ring.write(self._store.folder)

        self._store.after_commit(name, do)


def _is_kept(ring: Keyring) -> bool:
    """Whether passwords matter to it: not in a demo, nor before the set-up or the first sign-in of an old office."""
    return ring.keeps_people or ring.has_recovery or not ring.is_open
