"""The driver's errors, told apart: what the world did (disk, lock, damage) against our own bugs."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from app.core.errors import Trouble


class DiskFull(Trouble):
    """No room to write; nothing of the step was kept."""


class StoreIsBusy(Trouble):
    """Another window or command held the database longer than the wait."""


class StoreReadOnly(Trouble):
    """The file may not be written any more."""


class DatabaseDamaged(Trouble):
    """The file is not readable with its key, or its pages are broken; `detail` is the driver's word."""

    detail: str


class DiskFailed(Trouble):
    """The disk refused a read or a write; `detail` is the driver's word."""

    detail: str


_SIGNS: tuple[tuple[str, type[Trouble]], ...] = (
    ("disk is full", DiskFull),
    ("is locked", StoreIsBusy),
    ("readonly database", StoreReadOnly),
    ("unable to open", StoreReadOnly),
    ("not a database", DatabaseDamaged),
    ("malformed", DatabaseDamaged),
    ("disk i/o error", DiskFailed),
    ("hmac check failed", DatabaseDamaged),
)


def trouble_in(error: BaseException) -> Trouble | None:
    """The trouble that a driver error stands for, or None if it is not the world's fault."""
    text = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    for sign, trouble in _SIGNS:
        if sign in text:
            return trouble(text) if trouble in (DatabaseDamaged, DiskFailed) else trouble()
    return None
