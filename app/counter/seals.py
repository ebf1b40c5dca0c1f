"""Seals: what an act at the counter wrote, summed up in its row of the audit trail; a row changed later is told by it.

Of a table only what never changes is sealed, by columns that are named here: a column that comes later is not part of
seals that were made before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, Table, bindparam, select

from app.access.tables import audit
from app.core.ids import PaymentId
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
_OF_PAYMENT = ("payment", "tender", "allocation", "receipt", "deposit_move")
_Rows = Mapping[str, Sequence[Row[Any]]]


def seal_rows(connection: Connection, **keys: Sequence[int]) -> dict[str, object]:
    """What the row of the audit trail keeps of the rows with these keys, by table: which they are, and their seal."""
    return _facts({name: _by_keys(connection, name, own) for name, own in keys.items() if own})


def seal_payments(connection: Connection, payment_ids: Sequence[PaymentId], **keys: Sequence[int]) -> dict[str, object]:
    """As `seal_rows`, of payments with their tenders, allocations, papers and moves of deposits, and of more rows."""
    asked = {"keys": payment_ids}
    of_payments = {name: connection.execute(_of_payments(name), asked).all() for name in _OF_PAYMENT}
    more = {name: _by_keys(connection, name, own) for name, own in keys.items() if own}
    return _facts(more | {name: rows for name, rows in of_payments.items() if rows})


def _facts(rows: _Rows) -> dict[str, object]:
    return {"rows": {name: [row[0] for row in own] for name, own in rows.items()}, "seal": _digest(rows)}


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


@cache
def _of_payments(name: str) -> Select[Any]:
    table = _COLUMNS[name][0]
    owner = table.c.id if table is payment else table.c.payment_id
    return select(*_columns(name)).where(owner.in_(bindparam("keys", expanding=True))).order_by(_key(name))


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


def sealed_since(connection: Connection) -> datetime | None:
    """When the first act was sealed; None where none was."""
    return next((acts[0].at for acts in _sealed_acts(connection) if acts), None)


def _sealed_acts(connection: Connection) -> Iterator[list[Row[Any]]]:
    last = 0
    while part := connection.execute(_ACTS, {"last": last}).all():
        last = part[-1].id
        yield [act for act in part if "seal" in act.facts]


_ACTS = select(audit).where(audit.c.id > bindparam("last")).order_by(audit.c.id).limit(_AT_ONCE)
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
