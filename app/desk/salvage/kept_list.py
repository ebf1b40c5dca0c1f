"""The list of what is newer than the backup, as the restored office keeps it until all is entered again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from app.core.ids import UserId
from app.counter.tables import receipt
from app.desk.salvage.list_place import KEY, stored
from app.desk.salvage.newer import LineKind, Newer, NewerLine
from app.store.backup_file import Label
from app.store.settings import write_setting
from app.store.tables import setting


@dataclass(frozen=True, slots=True)
class KeptList:
    """Which backup was put back when, and the lines with whether each is entered again."""

    made_at: datetime
    restored_at: datetime
    newer: Newer
    done: frozenset[str]

    @property
    def open_lines(self) -> tuple[NewerLine, ...]:
        """What is still to be entered."""
        return tuple(line for line in self.newer.lines if line.name not in self.done)


def keep_list(connection: Connection, newer: Newer, label: Label, at: datetime) -> None:
    """Keep it beside the data of the backup; a list of an earlier damage gives way to it."""
    facts = {
        "made_at": label.made_at.isoformat(),
        "restored_at": at.isoformat(),
        "lines": [line.to_facts() for line in newer.lines],
        "missing": list(newer.missing),
        "others": [list(one) for one in newer.others],
        "unread": list(newer.unread),
        "lost": newer.lost,
        "done": [],
        "begun": False,
    }
    write_setting(connection, KEY, facts, at, None)


def read_list(connection: Connection) -> KeptList | None:
    """The list, if there is one; a receipt that is in under its number again is done by itself."""
    facts = stored(connection)
    if facts is None:
        return None
    newer = Newer(
        tuple(NewerLine.from_facts(one) for one in facts["lines"]),
        tuple(facts["missing"]),
        tuple((words, int(count)) for words, count in facts["others"]),
        tuple(facts["unread"]),
        facts["lost"],
    )
    labels = [line.number for line in newer.of(LineKind.RECEIPT)]
    there = set(connection.execute(select(receipt.c.label).where(receipt.c.label.in_(labels))).scalars())
    entered = {line.name for line in newer.of(LineKind.RECEIPT) if line.number in there}
    return KeptList(
        datetime.fromisoformat(facts["made_at"]),
        datetime.fromisoformat(facts["restored_at"]),
        newer,
        frozenset({*facts["done"], *entered}),
    )


def store_again(connection: Connection, facts: Mapping[str, Any], at: datetime, by: UserId) -> None:
    """Keep it with what has changed."""
    write_setting(connection, KEY, dict(facts), at, by)


def drop_list(connection: Connection) -> None:
    """All is entered, or will not be."""
    connection.execute(delete(setting).where(setting.c.key == KEY))
