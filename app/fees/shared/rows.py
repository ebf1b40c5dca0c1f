"""Writing a common cost: its run, its own row and a charge for every share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from app.core.ids import RunId, SharedCostId
from app.core.periods import Period
from app.fees.charge_rows import NewCharge, Occasion, write_charges
from app.fees.shared.explained import SHARED, explain_share
from app.fees.shared.request import MeterSource, SharedPreview
from app.fees.tables import billing_run, shared_cost


def write_cost(connection: Connection, preview: SharedPreview, occasion: Occasion) -> SharedCostId:
    """The run, the common cost and its charges with their entries."""
    run_id = _write_run(connection, preview, occasion)
    request = preview.request
    row = {
        "run_id": run_id,
        "fee_item_id": request.item_id,
        "title": request.title.strip(),
        "first": request.period.first,
        "until": request.period.until,
        "due_on": request.due_on,
        "total": preview.total,
        "basis": request.split.basis,
        "meter_id": None if preview.meter is None else preview.meter.meter_id,
        "facts": _cost_facts(preview),
        "at": occasion.at,
        "by": occasion.by,
    }
    key = connection.execute(insert(shared_cost).values(row)).inserted_primary_key
    assert key is not None
    write_charges(connection, list(_charges(preview, run_id)), occasion)
    return SharedCostId(key[0])


def _write_run(connection: Connection, preview: SharedPreview, occasion: Occasion) -> RunId:
    charged = [share for share in preview.shares if share.amount]
    facts = {
        "kind": SHARED,
        "items": [preview.item.id],
        "chosen_units": len(preview.request.unit_ids),
        "charges": len(charged),
        "units": len(charged),
        "amount": preview.total.fen,
        "released": 0,
    }
    row = {"until": preview.request.period.until, "facts": facts, "at": occasion.at, "by": occasion.by}
    key = connection.execute(insert(billing_run).values(row)).inserted_primary_key
    assert key is not None
    return RunId(key[0])


def _cost_facts(preview: SharedPreview) -> dict[str, Any]:
    facts: dict[str, Any] = {
        **preview.request.split.to_facts(),
        "weights": str(preview.weights),
        "unsold_too": preview.request.unsold_too,
        "left_out": [[one.sharer.code, one.reason.value] for one in preview.left_out],
        "without_amount": [[one.sharer.unit_id, str(one.weight)] for one in preview.shares if not one.amount],
    }
    by_meter = preview.meter
    return facts | ({"metered": by_meter.metered.to_facts(), "readings": by_meter.readings} if by_meter else {})


def _charges(preview: SharedPreview, run_id: RunId) -> Iterator[NewCharge]:
    request, item = preview.request, preview.item
    title, base = request.title.strip(), preview.weights
    metered = preview.meter.metered if preview.meter else None
    for share in preview.shares:
        if share.amount:
            yield NewCharge(
                unit_id=share.sharer.unit_id,
                item=item,
                kind=SHARED,
                name=f"{item.paper_name}（{title}）",
                due_on=request.due_on,
                amount=share.amount,
                explain=explain_share(title, preview.total, request.split, share, base, metered),
                period=request.period,
                run_id=run_id,
                subject=f"{share.sharer.code} {item.name} {title}",
            )


def cost_stands(connection: Connection, item_id: int, title: str, period: Period) -> bool:
    """Whether a cost of this item, title and period stands."""
    asked = _standing(select(shared_cost.c.id)).where(
        shared_cost.c.fee_item_id == item_id,
        shared_cost.c.title == title.strip(),
        shared_cost.c.first == period.first,
        shared_cost.c.until == period.until,
    )
    return connection.execute(asked).first() is not None


def cost_of_readings(connection: Connection, source: MeterSource) -> str | None:
    """The standing cost that one of these readings was shared out by already; None where there is none."""
    asked = _standing(select(shared_cost.c.title, shared_cost.c.facts)).where(shared_cost.c.meter_id == source.meter_id)
    for row in connection.execute(asked):
        if set(source.readings).intersection(row.facts["readings"]):
            return str(row.title)
    return None


def _standing(question: Select[Any]) -> Select[Any]:
    of_run = billing_run.c.id == shared_cost.c.run_id
    return question.join_from(shared_cost, billing_run, of_run).where(billing_run.c.undone_at.is_(None))
