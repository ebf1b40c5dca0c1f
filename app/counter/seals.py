"""Seals that older programs put into the audit trail: what an act at the counter wrote, summed up in its row of it.

Every row is noted now as it is written (`app.access.written_rows`); what stood before that was only ever sealed here.
Of a table only what never changes was sealed, by the columns that are named here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, String, Table, bindparam, cast, func, select

from app.access.tables import audit
from app.access.written_rows import BEGUN
from app.core.language import mark
from app.core.money import Money
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
from app.fees.tables import allocation
from app.store.columns import canonical
from app.store.truths import Truth

_AT_ONCE = 300
_WHOSE = "id client_id kind reverses refunds unit_id payer_id payer_name shift_id"
_WHY = "reason approval_id entry_no at by"
_COLUMNS: dict[str, tuple[Table, str]] = {
    "payment": (
        payment,
        f"{_WHOSE} day written_at collector allocated rounding credited deposits received change {_WHY}",
    ),
    "tender": (tender, "id payment_id method amount reference change_id"),
    "allocation": (allocation, "id payment_id charge_id day amount reverses"),
    "receipt": (receipt, "id payment_id kind book_id number label code facts at by"),
    "method_change": (method_change, f"id payment_id shift_id from_method to_method amount {_WHY}"),
    "cash_move": (cash_move, f"id shift_id kind amount person {_WHY}"),
    "deposit_move": (deposit_move, f"id charge_id kind amount day payment_id reverses {_WHY}"),
    "invoice": (invoice, "id receipt_id number amount day reason reverses at by"),
    "spoiled_number": (spoiled_number, "id book_id number fate reason at by"),
    "receipt_book": (receipt_book, "id prefix first last kind warn_at at by"),
    "shift": (shift, "id drawer user_id day opened_at opening_float opening"),
    "shift_closed": (shift, "id closed_at closed_by closing"),
    "shift_count": (shift_count, "id shift_id round counted at by"),
    "z_report": (z_report, "no shift_id day facts grand_total code at by"),
}
_Rows = Mapping[str, Sequence[Row[Any]]]


def _digest(rows: _Rows) -> str:
    plain = {name: [[_plain(value) for value in row] for row in own] for name, own in rows.items()}
    return hashlib.sha256(canonical(plain).encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Money):
        return value.fen
    return value.isoformat() if isinstance(value, date) else value


def _by_keys(connection: Connection, name: str, keys: Sequence[int]) -> Sequence[Row[Any]]:
    return connection.execute(_with_keys(name), {"keys": keys}).all()


@cache
def _with_keys(name: str) -> Select[Any]:
    key = _key(name)
    return select(*_columns(name)).where(key.in_(bindparam("keys", expanding=True))).order_by(key)


def _columns(name: str) -> list[Column[Any]]:
    table, columns = _COLUMNS[name]
    return [table.c[column] for column in columns.split()]


def _key(name: str) -> Column[Any]:
    return _columns(name)[0]


def _stand(connection: Connection) -> Iterator[str]:
    """What an act wrote is there, every row of it, and says what it said."""
    for acts in _sealed_acts(connection):
        found = _rows_of(connection, acts)
        for act in acts:
            if not _as_sealed(act.facts, found):
                yield f"{act.id} {act.action} {act.subject}"


def noted_since(connection: Connection) -> datetime | None:
    """Since when the trail tells every later change: from the first act that was sealed, or all rows summed up."""
    sealed = next((acts[0].at for acts in _sealed_acts(connection)), None)
    begun = connection.execute(_BEGUN).scalar()
    return min((at for at in (sealed, begun) if at is not None), default=None)


def _sealed_acts(connection: Connection) -> Iterator[list[Row[Any]]]:
    last = 0
    while part := connection.execute(_ACTS, {"last": last}).all():
        last = part[-1].id
        yield list(part)


_ACTS = (
    select(audit)
    .where(audit.c.id > bindparam("last"), cast(audit.c.facts, String).contains('"seal":'))
    .order_by(audit.c.id)
    .limit(_AT_ONCE)
)
_BEGUN = select(func.min(audit.c.at)).where(audit.c.action == BEGUN)
_Found = dict[str, dict[int, Row[Any]]]


def _rows_of(connection: Connection, acts: Sequence[Row[Any]]) -> _Found:
    wanted: dict[str, set[int]] = {}
    for act in acts:
        for name, keys in act.facts["rows"].items():
            wanted.setdefault(name, set()).update(keys)
    known = {name: sorted(keys) for name, keys in wanted.items() if name in _COLUMNS}
    return {name: {row[0]: row for row in _by_keys(connection, name, keys)} for name, keys in known.items()}


def _as_sealed(facts: Mapping[str, Any], found: _Found) -> bool:
    there = {name: [found.get(name, {}).get(key) for key in keys] for name, keys in facts["rows"].items()}
    rows = {name: [row for row in own if row is not None] for name, own in there.items()}
    return rows == there and _digest(rows) == facts["seal"]


TRUTHS = (Truth(mark("what was written at the counter stands as it was written"), _stand),)
