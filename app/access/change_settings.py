"""Changing what the office chose: by whom it may be, within bounds, and with the old value kept in history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.settings import Setting
from app.store.settings import read_chosen, write_choice

ACTION = "change_setting"


def change_settings(connection: Connection, by: Actor, changes: Mapping[Setting[Any], Any], at: datetime) -> int:
    """Keep every value that differs from what held, each with a row of history; how many those are.

    Raises NotPermitted and what `Setting.check` raises; then nothing is changed.
    """
    by.require(Permission.CHANGE_SETTINGS)
    for setting, value in changes.items():
        setting.check(value)
    before, changed = read_chosen(connection, changes), 0
    for setting, value in changes.items():
        old, new = setting.kind.stored(before[setting]), setting.kind.stored(value)
        if new != old or not before.is_readable(setting):
            write_choice(connection, setting, value, at, by.id)
            audit.record(connection, ACTION, setting.id, {"old": old, "new": new}, at, by.id)
            changed += 1
    return changed
