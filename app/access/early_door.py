"""The door before the data is open: name and password are looked at by the keyring, and wrong ones made to wait."""

from __future__ import annotations

from datetime import datetime

from app.access.refusals import WaitAfterWrongPasswords, WrongPassword
from app.access.waits import FREE_OF_ALL, seconds_left
from app.store.early_tries import EarlyTry, note_try, waiting_tries
from app.store.folder import DataFolder
from app.store.key_refusals import DatabaseMissing, KeyNotOpened
from app.store.keyring import Keyring
from app.store.keyring_file import keys_lie_in


def is_locked(folder: DataFolder) -> bool:
    """Whether somebody's password, or the recovery code, is needed to open the data.

    Raises FolderNotWritable, FolderOnNetworkDrive, KeyMissing, DatabaseMissing.
    """
    folder.prepare()
    if not keys_lie_in(folder) or Keyring.read(folder).is_open:
        return False
    if not folder.database.exists():
        raise DatabaseMissing(folder.database)
    return True


def key_of(folder: DataFolder, name: str, password: str, now: datetime) -> str:
    """The key of the data, by a person's name and password; a wrong try is kept until the list of sign-ins has it.

    Raises WrongPassword, and WaitAfterWrongPasswords before a password is looked at.
    """
    ring = Keyring.read(folder)
    who, tries = ring.id_of(name), waiting_tries(folder)
    left = max(_left([one for one in tries if one.who == who], now), _left(tries, now, free=FREE_OF_ALL))
    if left:
        raise WaitAfterWrongPasswords(left)
    try:
        return ring.unlock(name, password)
    except KeyNotOpened as refusal:
        note_try(folder, who, now)
        raise WrongPassword(name) from refusal


def _left(tries: list[EarlyTry], now: datetime, **free: int) -> int:
    return seconds_left(len(tries), tries[-1].at if tries else None, now, **free)
