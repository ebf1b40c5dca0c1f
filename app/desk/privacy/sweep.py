"""Looks through every text of every table, so that no room's words are forgotten when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, DateTime, String, Table, Text, literal, or_, select, type_coerce

from app.desk.privacy.redact import LEAST_NAME
from app.store.all_tables import whole_schema
from app.store.columns import Facts

MOST_OF_TABLE = 200
_AROUND = 24
_LEFT_OUT = frozenset({"person", "phone", "search_term", "ticket_words", "user", "sign_in", "incident_plan", "setting"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A text with a telephone or a name in it; `sure` where the telephone is there."""

    table: str
    key: int | str
    text: str
    on: datetime | date | None
    sure: bool


def mentions(
    connection: Connection, name: str, phones: Sequence[str], known: Mapping[str, frozenset[int]]
) -> Iterator[Mention]:
    """What stands in any room with this name or these telephones, without the rows that are `known` to be theirs."""
    wanted = [*phones, *([name] if len(name) >= LEAST_NAME else [])]
    if not wanted:
        return
    for table in whole_schema().sorted_tables:
        columns = _texts(table)
        if columns and table.name not in _LEFT_OUT:
            yield from _of_table(connection, table, columns, (wanted, phones), known.get(table.name, frozenset()))


def searched_columns() -> set[str]:
    """Every text that is looked through, as table and column."""
    return {f"{table.name}.{one.name}" for table in whole_schema().sorted_tables for one in _searched(table)}


def _searched(table: Table) -> list[Column[Any]]:
    return [] if table.name in _LEFT_OUT else _texts(table)


def _texts(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if isinstance(column.type, String | Facts) and not column.primary_key]


def _of_table(
    connection: Connection,
    table: Table,
    columns: Sequence[Column[Any]],
    asked: tuple[Sequence[str], Sequence[str]],
    known: frozenset[int],
) -> Iterator[Mention]:
    wanted, phones = asked
    key = next(iter(table.primary_key.columns))
    texts = [type_coerce(column, Text()) for column in columns]
    told = table.columns.get("at")
    on = type_coerce(literal(None), DateTime()) if told is None else told
    says = or_(*(text.contains(one, autoescape=True) for text in texts for one in wanted))
    rows = connection.execute(select(key, on, *texts).where(says).order_by(key.desc()).limit(MOST_OF_TABLE))
    for row in rows:
        if row[0] in known:
            continue
        for text in row[2:]:
            place = next((text.find(one) for one in wanted if text and one in text), -1)
            if place >= 0:
                sure = any(number in text for number in phones)
                yield Mention(table.name, row[0], _excerpt(text, place), row[1], sure)


def _excerpt(text: str, place: int) -> str:
    first, last = max(0, place - _AROUND), place + _AROUND
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
