"""The door before the data is open: name and password are looked at by the keyring, and wrong ones made to wait."""

from __future__ import annotations

from datetime import datetime

from app.access.refusals import WaitAfterWrongCodes, WaitAfterWrongPasswords, WrongPassword
from app.access.waits import FREE_OF_ALL, FREE_OF_ONE, seconds_by_clock, seconds_gone, seconds_left
from app.core.clock import Clock, SystemClock
from app.store.early_tries import EarlyTry, note_try, waiting_tries
from app.store.folder import DataFolder
from app.store.key_refusals import CodeOfAnotherSheet, DatabaseMissing, KeyNotOpened
from app.store.keyring import Keyring
from app.store.keyring_file import keys_lie_in

OF_THE_SHEET = "recovery-sheet"
"""Whose try it was where the recovery code was typed."""


def is_locked(folder: DataFolder) -> bool:
    """Whether somebody's password, or the recovery code, is needed to open the data.

    Raises FolderNotWritable, FolderOnNetworkDrive, KeyMissing, DatabaseMissing.
    """
    folder.prepare()
    if folder.restoring.exists():
        from app.store.restoring import finish_restore  # noqa: PLC0415 - seldom, and zip archives are read for it

        finish_restore(folder)  # while it was cut off, key and data of two offices lie apart
    if not keys_lie_in(folder) or Keyring.read(folder).is_open:
        return False
    if not folder.database.exists():
        raise DatabaseMissing(folder.database)
    return True


def key_in(ring: Keyring, folder: DataFolder, name: str, secret: str, clock: Clock) -> str:
    """The key in a ring, as a backup brings it: by a name with its password, or without a name by the recovery code.

    Wrong tries are kept in the folder, and cost the same waits there. Raises what `key_of` and `key_by_code` raise.
    """
    if name.strip():
        return key_of(folder, name, secret, clock.now(), clock.ran(), ring)
    return key_by_code(folder, secret, clock.now(), clock.ran(), ring)


def key_of(
    folder: DataFolder, name: str, password: str, now: datetime, ran: int | None = None, ring: Keyring | None = None
) -> str:
    """The key of the data, by a person's name and password; a wrong try is kept until the list of sign-ins has it.

    `ran` are the seconds of the clock that nobody can set, those of the computer where none are given; `ring` is
    another than that of the folder.
    Raises WrongPassword, and WaitAfterWrongPasswords before a password is looked at.
    """
    ring = ring or Keyring.read(folder)
    who, ran = ring.id_of(name), SystemClock().ran() if ran is None else ran
    left = _left(waiting_tries(folder), who, now, ran)
    if left:
        raise WaitAfterWrongPasswords(left)
    try:
        return ring.unlock(name, password)
    except KeyNotOpened as refusal:
        note_try(folder, who, now, ran)
        raise WrongPassword(name) from refusal


def key_by_code(
    folder: DataFolder, code: str, now: datetime, ran: int | None = None, ring: Keyring | None = None
) -> str:
    """The key of the data, by the recovery code; a code of another sheet counts as a wrong try, a slip does not.

    `ring` is another than that of the folder, as a backup brings it.
    Raises CodeOfWrongLength, CodeMistyped, CodeOfAnotherSheet, and WaitAfterWrongCodes before a code is looked at.
    """
    ran = SystemClock().ran() if ran is None else ran
    left = _left(waiting_tries(folder), OF_THE_SHEET, now, ran)
    if left:
        raise WaitAfterWrongCodes(left)
    try:
        return (ring or Keyring.read(folder)).unlock_by_code(code)
    except CodeOfAnotherSheet:
        note_try(folder, OF_THE_SHEET, now, ran)
        raise


def _left(tries: list[EarlyTry], who: str, now: datetime, ran: int) -> int:
    own = [one for one in tries if one.who == who]
    return max(_still(own, now, ran, FREE_OF_ONE), _still(tries, now, ran, FREE_OF_ALL))


def _still(tries: list[EarlyTry], now: datetime, ran: int, free: int) -> int:
    if not tries:
        return 0
    last = tries[-1]
    gone = seconds_by_clock(last.at, now) if last.ran is None else seconds_gone(last.ran, ran)
    return seconds_left(len(tries), gone, free)
