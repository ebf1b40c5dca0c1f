"""A cost shared by usage whose units' own meters say something else now: what its shares would be by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from app.core.ids import SharedCostId, UnitId
from app.core.money import Money
from app.core.periods import Period
from app.core.shares import share_out
from app.estate.tables import unit
from app.fees.adjustments.recharge import BilledCharge, billed_charges
from app.fees.explanation import Explanation
from app.fees.shared.meters import read_usages
from app.fees.shared.refusals import NothingToShareBy, UsageWithoutShare
from app.fees.shared.rule import Basis, NoWeight, Split, floor_fen
from app.fees.tables import billing_run, charge, shared_cost
from app.meters.interval_rows import read_links
from app.meters.tables import meter
from app.meters.write_correction import Corrected

_UNMETERED = (NoWeight.NO_USAGE, NoWeight.NO_METER)


@dataclass(frozen=True, slots=True)
class SharedByUsage:
    """A standing cost that was shared by usage."""

    id: SharedCostId
    title: str
    period: Period


@dataclass(frozen=True, slots=True)
class NewShare:
    """A share that comes to another amount, by `difference`, with its new explanation."""

    charge: BilledCharge
    unit: str
    difference: Money
    explain: Explanation


def shared_by_usage_of(connection: Connection, corrected: Corrected) -> list[SharedByUsage]:
    """The standing costs whose shares follow a meter's usage that has changed."""
    kind = connection.execute(select(meter.c.kind).where(meter.c.id == corrected.meter_id)).scalar_one()
    served = {link.unit_id for link in read_links(connection, meter_ids=[corrected.meter_id])}
    found = []
    for row in connection.execute(_standing().order_by(shared_cost.c.id)):
        period = Period(row.first, row.until)
        counted = any(period.first < new.until <= period.until for _, new in corrected.changes)
        if counted and row.facts["meter_kind"] == kind and served.intersection(_units(connection, row)):
            found.append(SharedByUsage(SharedCostId(row.id), row.title, period))
    return found


def shares_now(connection: Connection, cost_id: SharedCostId) -> list[NewShare]:
    """Which shares differ by what the meters say now; the sum of all shares stays as it is.

    Empty for a cost that was undone or not shared by usage. Raises NothingToShareBy where no unit has usage any more,
    UsageWithoutShare where a unit that was not charged would have to pay.
    """
    cost = connection.execute(_standing().where(shared_cost.c.id == cost_id)).first()
    if cost is None:
        return []
    shares = {one.unit_id: one for one in billed_charges(connection, charge.c.run_id == cost.run_id)}
    codes = _units(connection, cost)
    split, period = Split.from_facts(cost.facts), Period(cost.first, cost.until)
    usages = read_usages(connection, split.meter_kind, codes, period)
    if not any(usages.values()):
        raise NothingToShareBy(Basis.USAGE)
    whole = Money(next(iter(shares.values())).explain["total"])
    explained = _explained(shares, codes, usages, whole)
    found = [(one, explained[one.unit_id]) for one in shares.values()]
    return [
        NewShare(one, codes[one.unit_id], amount - one.amount, explain)
        for one, (amount, explain) in found
        if amount != one.amount
    ]


def _explained(
    shares: Mapping[UnitId, BilledCharge],
    codes: Mapping[UnitId, str],
    usages: Mapping[UnitId, Fraction],
    whole: Money,
) -> dict[UnitId, tuple[Money, dict[str, Any]]]:
    """Amount and explanation of every charged share, split over all units in unit order."""
    weights = [usages.get(unit_id, Fraction(0)) for unit_id in codes]
    base, parts = sum(weights, Fraction(0)), share_out(whole, weights)
    bare = [code for (unit_id, code), part in zip(codes.items(), parts, strict=True) if part and unit_id not in shares]
    if bare:
        raise UsageWithoutShare(tuple(bare))
    return {
        unit_id: (
            part,
            dict(shares[unit_id].explain)
            | {"weight": str(weight), "weights": str(base), "extra": part.fen - floor_fen(whole, weight, base)},
        )
        for unit_id, weight, part in zip(codes, weights, parts, strict=True)
        if unit_id in shares
    }


def _standing() -> Any:
    columns = (shared_cost.c[name] for name in ("id", "run_id", "title", "first", "until", "facts"))
    of_run = billing_run.c.id == shared_cost.c.run_id
    return (
        select(*columns)
        .join_from(shared_cost, billing_run, of_run)
        .where(billing_run.c.undone_at.is_(None), shared_cost.c.basis == Basis.USAGE)
    )


def _units(connection: Connection, cost: Row[Any]) -> dict[UnitId, str]:
    """The units among which the cost was to be shared, with their codes in unit order."""
    charged = select(charge.c.unit_id).where(charge.c.run_id == cost.run_id)
    unpaid = [key for key, _ in cost.facts["without_amount"]]
    unmetered = [code for code, why in cost.facts["left_out"] if why in _UNMETERED]
    asked = select(unit.c.id, unit.c.code).where(
        unit.c.id.in_(charged) | unit.c.id.in_(unpaid) | unit.c.code.in_(unmetered)
    )
    return {UnitId(row.id): row.code for row in connection.execute(asked.order_by(unit.c.sort_key))}
