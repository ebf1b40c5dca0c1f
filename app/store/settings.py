"""Reading and writing settings: by their declaration, or by a bare key what is no choice of the office."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.core.ids import UserId
from app.core.settings import Setting
from app.store.tables import setting as setting_table

T = TypeVar("T")

_BY_KEYS = select(setting_table.c.key, setting_table.c.value).where(
    setting_table.c.key.in_(bindparam("keys", expanding=True))
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the office chose, of one moment: `chosen[CASH_ROUNDING]` is typed as the setting is."""

    stored: Mapping[str, Any]

    def __getitem__(self, setting: Setting[T]) -> T:
        """The value, or the default where none is kept.

        What is kept and cannot be read (by an older program, say) is written to the log, and the default holds: the
        counter goes on, and the settings' screen says so.
        """
        try:
            return self._read(setting)
        except ValueError as error:
            _log.warning("setting %s holds %s, which it does not take; its default holds", setting.id, error)
            return setting.default

    def is_readable(self, setting: Setting[Any]) -> bool:
        """Whether what is kept is a value that the setting takes."""
        try:
            self._read(setting)
        except ValueError:
            return False
        return True

    def _read(self, setting: Setting[T]) -> T:
        kept = self.stored.get(setting.key)
        if setting.part and kept is not None:
            kept = _part(kept, setting.part)
        return setting.default if kept is None else setting.kind.read(kept)


def read_chosen(connection: Connection, settings: Collection[Setting[Any]], others: Collection[str] = ()) -> Chosen:
    """What the office chose for all these settings, and what is kept under other keys, in one reading."""
    rows = connection.execute(_BY_KEYS, {"keys": sorted({*others, *(setting.key for setting in settings)})})
    return Chosen({row.key: row.value for row in rows})


def read_choice(connection: Connection, setting: Setting[T]) -> T:
    """What the office chose, or the default."""
    return read_chosen(connection, [setting])[setting]


def write_choice(connection: Connection, setting: Setting[T], value: T, at: datetime, by: UserId | None) -> None:
    """Keep a choice; nothing is checked and no history is written, see `app.access.change_settings`."""
    kept = setting.kind.stored(value)
    if setting.part:
        whole = read_setting(connection, setting.key, {})
        kept = (whole if isinstance(whole, dict) else {}) | {setting.part: kept}
    write_setting(connection, setting.key, kept, at, by)


def read_setting(connection: Connection, key: str, default: object) -> Any:
    """The stored value (text, whole number, list or mapping), or `default`."""
    rows = connection.execute(_BY_KEYS, {"keys": [key]})
    return next((row.value for row in rows), default)


def write_setting(connection: Connection, key: str, value: object, at: datetime, by: UserId | None) -> None:
    """Store a value under a key; who and when stand beside it."""
    connection.execute(delete(setting_table).where(setting_table.c.key == key))
    connection.execute(insert(setting_table).values(key=key, value=value, at=at, by=by))


def _part(whole: object, part: str) -> object:
    if not isinstance(whole, dict):
        raise ValueError(whole)  # noqa: TRY004 - a value that does not fit, whatever its type
    return whole.get(part)
