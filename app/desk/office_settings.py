"""Everything that an office can choose, in one place: read section by section, changed by a supervisor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.access.change_settings import ACTION, change_settings
from app.access.tables import audit, user
from app.core.clock import Clock
from app.core.settings import Section, Setting
from app.desk.settings_of_rooms import SECTIONS
from app.store.settings import Chosen, read_chosen
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Changed:
    """One change of a setting: when, by whom, and the value before."""

    at: datetime
    by: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting as it holds now; not `readable` where its default stands in for what cannot be read."""

    setting: Setting[Any]
    value: Any
    readable: bool
    last: Changed | None


@dataclass(frozen=True, slots=True)
class SettingsSection:
    """Settings that belong together; `name` is marked for translation."""

    name: str
    lines: tuple[SettingLine, ...]


class OfficeSettings:
    """What the office chose; `sections` are those of all rooms unless a test brings its own."""

    def __init__(self, store: Store, clock: Clock, sections: tuple[Section, ...] = SECTIONS) -> None:
        self._store = store
        self._clock = clock
        self._sections = sections

    def read(self) -> tuple[SettingsSection, ...]:
        """Every setting with its value and its last change."""
        settings = [setting for section in self._sections for setting in section.settings]
        with self._store.reading() as connection:
            chosen, history = read_chosen(connection, settings), _history(connection, settings)
        return tuple(
            SettingsSection(section.name, tuple(_line(chosen, history, one) for one in section.settings))
            for section in self._sections
        )

    def change(self, by: Actor, changes: Mapping[Setting[Any], Any]) -> int:
        """Keep these values, all or none, each with who, when, old and new; how many really changed.

        Raises NotPermitted, SettingAmountOutOfBounds, SettingNumberOutOfBounds, SettingNotOffered, SettingTextMissing,
        SettingTextTooLong.
        """
        with self._store.transaction() as connection:
            return change_settings(connection, by, changes, self._clock.now())

    def history(self, setting: Setting[Any]) -> tuple[Changed, ...]:
        """Every change of a setting, the newest first."""
        with self._store.reading() as connection:
            return tuple(reversed(_history(connection, [setting]).get(setting.id, [])))


def _history(connection: Connection, settings: list[Setting[Any]]) -> dict[str, list[Changed]]:
    """The changes of each setting by its id, the oldest first; values that cannot be read any more are left out."""
    kinds = {setting.id: setting.kind for setting in settings}
    columns = (audit.c.subject, audit.c.facts, audit.c.at, user.c.name)
    rows = connection.execute(
        select(*columns)
        .join_from(audit, user, user.c.id == audit.c.by)
        .where(audit.c.action == ACTION, audit.c.subject.in_(list(kinds)))
        .order_by(audit.c.id)
    )
    found: dict[str, list[Changed]] = {}
    for row in rows:
        kind = kinds[row.subject]
        try:
            one = Changed(row.at, row.name, kind.read(row.facts["old"]), kind.read(row.facts["new"]))
        except ValueError:
            continue
        found.setdefault(row.subject, []).append(one)
    return found


def _line(chosen: Chosen, history: Mapping[str, list[Changed]], setting: Setting[Any]) -> SettingLine:
    last = history.get(setting.id, [None])[-1]
    return SettingLine(setting, chosen[setting], chosen.is_readable(setting), last)
