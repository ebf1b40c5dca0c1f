"""The key of a folder that opens by itself: its open slot, the plain file of an older version, or a new one."""

from __future__ import annotations

from app.store.folder import DataFolder
from app.store.key_refusals import KeyLocked, KeyMissing
from app.store.keyring import Keyring
from app.store.keyring_file import bring_level, keys_lie_in, write_first

__all__ = ["KeyMissing", "database_key", "mend"]


def database_key(folder: DataFolder) -> str:
    """The key as 64 hex digits; a new one is made, synced and only then used if the folder is empty.

    Raises KeyMissing, KeyLocked where a password is needed.
    """
    if not keys_lie_in(folder):
        if folder.database.exists():
            raise KeyMissing(folder.key)
        write_first(folder, Keyring.new().to_bytes())
    key = Keyring.read(folder).open_key
    if key is None:
        raise KeyLocked(folder.path)
    return key


def mend(folder: DataFolder) -> None:
    """Bring the two copies level again after one of them was lost or a write broke off between them.

    Raises KeyMissing.
    """
    ring = Keyring.read(folder)
    if not ring.is_plain_file:
        bring_level(folder, ring.to_bytes())
