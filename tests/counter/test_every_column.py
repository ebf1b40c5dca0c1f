"""Every column of every row of money at the counter, altered by itself behind the program's back: a truth tells."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Date, DateTime, ForeignKey, Table, text
from sqlalchemy.exc import IntegrityError

from app.core.clock import SetClock
from app.counter.books.truths import TRUTHS as OF_BOOKS
from app.counter.seals import TRUTHS as OF_SEALS
from app.counter.tables import (
    cash_move,
    deposit_move,
    invoice,
    method_change,
    payment,
    receipt,
    receipt_book,
    shift,
    shift_count,
    spoiled_number,
    tender,
    z_report,
)
from app.counter.truths import TRUTHS as OF_COUNTER
from app.fees.tables import allocation
from app.office import all_truths
from app.store.columns import Facts, MoneyColumn, canonical
from app.store.file_truths import TRUTHS as OF_THE_FILE
from app.store.truths import Truth, check_truths
from tests.conftest import MORNING
from tests.counter.lived_in import live_in
from tests.refunds.refund_office import RefundOffice

TABLES = (
    payment,
    tender,
    allocation,
    receipt,
    shift,
    shift_count,
    z_report,
    cash_move,
    method_change,
    deposit_move,
    invoice,
    spoiled_number,
    receipt_book,
)
_FIRST = (*OF_SEALS, *OF_BOOKS, *OF_COUNTER)
ALL = (*_FIRST, *(one for one in all_truths() if one not in (*_FIRST, *OF_THE_FILE)))
"""Those that tell most first; what holds of the pages of the file takes long and tells nothing of rows."""

_WORDS = {
    "kind": ("void", "refund", "receipt", "own", "blank", "in", "out", "kept", "used"),
    "state": ("in_hand", "to_check", "checked"),
    "method": ("cash", "card", "transfer"),
    "from_method": ("cash", "wechat"),
    "to_method": ("cash", "wechat"),
    "fate": ("missing", "unused"),
}


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Iterator[RefundOffice]:
    folder = tmp_path_factory.mktemp("every-column") / "office data"
    shutil.copytree(set_up_office, folder)
    built = RefundOffice(folder, SetClock(MORNING))
    live_in(built)
    yield built
    built.office.close()


@dataclass(frozen=True)
class Alteration:
    """One column of one row gets another value."""

    table: Table
    column: Column[Any]
    key: int
    value: object

    def __str__(self) -> str:
        return f"{self.table.name} {self.key}: {self.column.name} = {self.value}"

    def is_told(self, connection: Connection, truths: tuple[Truth, ...]) -> bool:
        own = next(iter(self.table.primary_key)).name
        change = f'UPDATE "{self.table.name}" SET "{self.column.name}" = :value WHERE "{own}" = :key'
        return told(connection, change, {"value": self.value, "key": self.key}, truths)


def told(connection: Connection, change: str, values: dict[str, object], truths: tuple[Truth, ...]) -> bool:
    """Whether a truth breaks once this was done, or the file itself refuses it; it is taken back."""
    attempt = connection.begin_nested()
    try:
        assert connection.execute(text(change), values).rowcount
        return any(check_truths(connection, [truth])[0].breaches for truth in truths)
    except IntegrityError:
        return True
    finally:
        attempt.rollback()


def alterations(connection: Connection, table: Table) -> Iterator[Alteration]:
    """A plausible other value for each column, in one row of each kind."""
    key = next(iter(table.primary_key)).name
    seen: set[object] = set()
    for row in connection.execute(text(f'SELECT * FROM "{table.name}" ORDER BY "{key}"')).mappings():
        kind = (
            row.get("kind"),
            row.get("state"),
            row.get("fate"),
            row.get("written_at") is None,
            row.get("returned_at"),
        )
        if kind in seen:
            continue
        seen.add(kind)
        for column in table.columns:
            for value in _others(connection, column, row[column.name]):
                yield Alteration(table, column, row[key], value)


def _others(connection: Connection, column: Column[Any], now: Any) -> Iterator[object]:
    if column.nullable and now is not None:
        yield None
    if isinstance(column.type, Facts):
        yield from _other_facts(now)
    elif column.name in _WORDS:
        yield next(word for word in _WORDS[column.name] if word != now)
    elif isinstance(column.type, MoneyColumn):
        yield now + 100
    elif isinstance(column.type, DateTime):
        yield str(datetime(2026, 11, 20, 9, 30) if now is None else datetime.fromisoformat(now) + timedelta(minutes=1))
    elif isinstance(column.type, Date):
        yield str(date(2026, 11, 19) if now is None else date.fromisoformat(now) - timedelta(days=1))
    elif column.foreign_keys:
        yield from _other_rows(connection, next(iter(column.foreign_keys)), now)
    elif isinstance(now, int) or column.name in ("by", "closed_by", "checked_by", "returned_by"):
        yield (now or 0) + 1
    else:
        yield f"{now or ''}x"


def _other_rows(connection: Connection, key: ForeignKey, now: object) -> Iterator[object]:
    table, name = key.column.table.name, key.column.name
    found = text(f'SELECT "{name}" FROM "{table}" WHERE "{name}" IS NOT :now LIMIT 1')
    yield from connection.execute(found, {"now": now}).scalars()


def _other_facts(now: str | None) -> Iterator[str]:
    """Each fact of a document by itself: a text grows by a letter, a number by one."""
    for name, value in json.loads(now or "{}").items():
        yield canonical(json.loads(now or "{}") | {name: _other(value)})


def _other(value: Any) -> Any:
    if isinstance(value, dict):
        return value | {"x": 1} if not value else {name: _other(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_other(value[0]), *value[1:]] if value else [1]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return "1" if value is None else f"{value[:-1]}{(int(value[-1]) + 1) % 10}" if value[-1:].isdigit() else f"{value}x"


def test_the_office_that_is_altered_is_in_order(lived_in: RefundOffice) -> None:
    assert lived_in.breaches() == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_column_altered_by_itself_is_told(lived_in: RefundOffice, table: Table) -> None:
    with lived_in.office.store.rehearsal() as connection:
        asked = list(alterations(connection, table))
        untold = [str(one) for one in asked if not one.is_told(connection, ALL)]
    assert {one.column.name for one in asked} == {column.name for column in table.columns}
    assert untold == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_that_is_gone_is_told(lived_in: RefundOffice, table: Table) -> None:
    own = next(iter(table.primary_key)).name
    gone = f'DELETE FROM "{table.name}" WHERE "{own}" = :key'
    with lived_in.office.store.rehearsal() as connection:
        keys = {one.key for one in alterations(connection, table)}
        assert keys
        assert [key for key in keys if not told(connection, gone, {"key": key}, ALL)] == []
