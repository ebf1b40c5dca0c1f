"""The rows of billing runs: one for each run, and the charges that it writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.access.tables import user
from app.core.ids import RunId
from app.core.money import Money
from app.core.show import show_months
from app.fees.billing_preview import BillRow, RunPreview
from app.fees.charge_rows import PERIOD, NewCharge, Occasion, write_charges
from app.fees.progress import Tell
from app.fees.tables import billing_run, shared_cost

_AT_ONCE = 2000
_months = lru_cache(maxsize=256)(show_months)  # a run says the same few periods for every unit


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run that was made; amount in fen; `undone_at` once it was taken back."""

    id: RunId
    until: date
    at: datetime
    by: str
    charges: int
    units: int
    amount: Money
    undone_at: datetime | None


def write_run(connection: Connection, preview: RunPreview, released: int, occasion: Occasion) -> RunId:
    """The row of a run, with what it is going to write."""
    request = preview.request
    facts = {
        "items": None if request.items is None else sorted(request.items),
        "chosen_units": None if request.units is None else len(request.units),
        "charges": len(preview.rows),
        "units": preview.units,
        "amount": preview.amount.fen,
        "released": released,
    }
    row = {"until": request.until, "facts": facts, "at": occasion.at, "by": occasion.by}
    key = connection.execute(insert(billing_run).values(row)).inserted_primary_key
    assert key is not None
    return RunId(key[0])


def write_run_charges(
    connection: Connection, rows: Sequence[BillRow], run_id: RunId, occasion: Occasion, progress: Tell
) -> None:
    """The charges of a run in portions; `progress` hears of the second half of the work."""
    for start in range(0, len(rows), _AT_ONCE):
        progress(len(rows) + start, len(rows) * 2)
        part = rows[start : start + _AT_ONCE]
        write_charges(connection, [new_charge(row, run_id) for row in part], occasion)
    progress(len(rows) * 2, len(rows) * 2)


def new_charge(row: BillRow, run_id: RunId | None) -> NewCharge:
    """The charge of a period; without a run where a payment makes it."""
    planned, period = row.charge, row.charge.period
    late_fee = planned.terms.charged_late_fee
    return NewCharge(
        unit_id=row.unit_id,
        item=row.item,
        kind=PERIOD,
        name=row.item.paper_name,
        due_on=planned.due_on,
        amount=planned.amount,
        explain=planned.explain,
        period=period,
        assignment_id=row.assignment_id,
        run_id=run_id,
        late_fee=None if late_fee is None else late_fee.to_facts(),
        subject=f"{row.unit_code} {row.item.name} {_months(period.first, period.until)}",
    )


def read_runs(connection: Connection) -> list[RunRow]:
    """All runs that charged by tariffs, the newest first; those of common costs are listed with them.

    A run that only moved begun charges to revenue charged nobody, and is no line of the list.
    """
    named = select(billing_run, user.c.name).join_from(billing_run, user, user.c.id == billing_run.c.by, isouter=True)
    named = named.where(billing_run.c.id.not_in(select(shared_cost.c.run_id)))
    rows = connection.execute(named.order_by(billing_run.c.id.desc()))
    return [_run_row(row) for row in rows if row.facts["charges"]]


def _run_row(row: Row[Any]) -> RunRow:
    facts = row.facts
    return RunRow(
        id=RunId(row.id),
        until=row.until,
        at=row.at,
        by=row.name or "",
        charges=facts["charges"],
        units=facts["units"],
        amount=Money(facts["amount"]),
        undone_at=row.undone_at,
    )
