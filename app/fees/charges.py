"""Charges as the counter needs them: what is open on a day, and what a payment does to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, or_, select, update

from app.core.ids import AssignmentId, ChargeId, FeeItemId, PaymentId, UnitId
from app.core.money import NOTHING, Money
from app.fees.late_fees.late_fee import LateFee
from app.fees.late_fees.late_fee_rows import late_fees_of
from app.fees.money_of import MoneyOf
from app.fees.tables import adjustment, allocation, charge, fee_item
from app.store.columns import MoneyColumn
from app.store.rows import insertion


@dataclass(frozen=True, slots=True)
class OpenCharge:
    """A charge with something unpaid on a day; amounts in fen, the late fee as of that day.

    `adjusted` is what adjustments made of it: negative where less is owed than was written.
    """

    id: ChargeId
    unit_id: UnitId
    item_id: FeeItemId
    item_code: str
    item_name: str
    kind: str
    name: str
    priority: int
    first: date | None
    until: date | None
    due_on: date
    amount: Money
    outstanding: Money
    version: int
    explain: Mapping[str, Any]
    late_fee: LateFee | None
    late_fee_owed: Money
    adjusted: Money = NOTHING
    assignment_id: AssignmentId | None = None
    held: bool = False

    def days_overdue(self, day: date) -> int:
        """Days past the due date; 0 up to the due date itself."""
        return max((day - self.due_on).days, 0)


@dataclass(frozen=True, slots=True)
class Arrears:
    """What a unit owes past its due dates, late fees included, and in how many charges."""

    amount: Money
    charges: int


@dataclass(frozen=True, slots=True)
class Settling:
    """One charge in a payment: the version that was shown, what it gets, what late fee then stays owed.

    `adjusted` is what an adjustment in the same payment takes off it (negative: adds), such as rounding off.
    """

    charge_id: ChargeId
    version: int
    amount: Money
    late_fee_left: Money
    adjusted: Money = NOTHING


class ChargeMoved(Exception):  # noqa: N818 - a fact for the caller, not a sentence for the screen
    """A charge is no longer at the version that the screen showed; nothing may be written."""

    def __init__(self, charge_id: ChargeId) -> None:
        super().__init__(charge_id)
        self.charge_id = charge_id


# Built once: the counter runs them for every payment and every search.
_OPEN = (
    select(
        charge,
        fee_item.c.code.label("item_code"),
        fee_item.c.name.label("item_name"),
        fee_item.c.priority,
        fee_item.c.money_of,
    )
    .join_from(charge, fee_item, charge.c.fee_item_id == fee_item.c.id)
    .where(
        charge.c.unit_id.in_(bindparam("units", expanding=True)),
        charge.c.cancelled_at.is_(None),
        or_(charge.c.outstanding != NOTHING, charge.c.late_fee_left != NOTHING),
    )
    .order_by(charge.c.due_on, fee_item.c.priority, charge.c.first, charge.c.id)
)
_ADJUSTED = (
    select(adjustment.c.charge_id, func.sum(adjustment.c.amount).label("together"))
    .where(adjustment.c.charge_id.in_(bindparam("charges", expanding=True)))
    .group_by(adjustment.c.charge_id)
)
_VERSIONS = (
    select(charge.c.id, charge.c.version)
    .where(charge.c.id.in_(bindparam("charges", expanding=True)), charge.c.cancelled_at.is_(None))
    .with_for_update()
)
_SETTLE = (
    update(charge)
    .where(charge.c.id == bindparam("charge"))
    .values(
        outstanding=charge.c.outstanding - bindparam("less", type_=MoneyColumn),
        late_fee_left=bindparam("left", type_=MoneyColumn),
        version=charge.c.version + 1,
    )
)


def open_charges(connection: Connection, unit_ids: Sequence[UnitId], day: date) -> list[OpenCharge]:
    """Everything unpaid of these units, due or not, in order of due date, with late fees as of `day`."""
    rows = connection.execute(_OPEN, {"units": unit_ids}).all()
    fees = late_fees_of(connection, rows, day)
    adjusted = _adjusted(connection, [row.id for row in rows if row.outstanding != row.amount])
    return [_open_charge(row, fees.get(row.id), adjusted.get(row.id, NOTHING)) for row in rows]


def arrears_of(connection: Connection, unit_ids: Sequence[UnitId], day: date) -> dict[UnitId, Arrears]:
    """What each of these units owes past due; units that owe nothing are left out."""
    sums: dict[UnitId, Arrears] = {}
    for one in open_charges(connection, unit_ids, day):
        if one.due_on <= day:
            known = sums.get(one.unit_id, Arrears(NOTHING, 0))
            owed = one.outstanding + one.late_fee_owed
            sums[one.unit_id] = Arrears(known.amount + owed, known.charges + 1)
    return sums


def settle_charges(connection: Connection, payment_id: PaymentId, day: date, settlings: Iterable[Settling]) -> None:
    """Allocate a payment: one row for each charge that gets something, and its rest brought up to date.

    Raises ChargeMoved where the charge is not at its version any more (paid, adjusted or cancelled meanwhile).
    """
    wanted = list(settlings)
    if not wanted:
        return
    _must_stand(connection, wanted)
    steps = [
        {
            "charge": one.charge_id,
            "less": one.amount + one.adjusted,
            "left": one.late_fee_left,
        }
        for one in wanted
    ]
    connection.execute(_SETTLE, steps)
    rows = [
        {"payment_id": payment_id, "charge_id": one.charge_id, "day": day, "amount": one.amount}
        for one in wanted
        if one.amount
    ]
    if rows:
        connection.execute(insertion(allocation), rows)


def _must_stand(connection: Connection, wanted: Sequence[Settling]) -> None:
    rows = connection.execute(_VERSIONS, {"charges": [one.charge_id for one in wanted]})
    versions = {row.id: row.version for row in rows}
    for one in wanted:
        if versions.get(one.charge_id) != one.version:
            raise ChargeMoved(one.charge_id)


def _adjusted(connection: Connection, charge_ids: Sequence[int]) -> dict[int, Money]:
    """What the standing adjustments of charges come to; a reversed one and its reversal come to nothing."""
    if not charge_ids:
        return {}
    return {row.charge_id: row.together for row in connection.execute(_ADJUSTED, {"charges": charge_ids})}


def _open_charge(row: Row[Any], fee: LateFee | None, adjusted: Money) -> OpenCharge:
    return OpenCharge(
        id=ChargeId(row.id),
        unit_id=UnitId(row.unit_id),
        item_id=FeeItemId(row.fee_item_id),
        item_code=row.item_code,
        item_name=row.item_name,
        kind=row.kind,
        name=row.name,
        priority=row.priority,
        first=row.first,
        until=row.until,
        due_on=row.due_on,
        amount=row.amount,
        outstanding=row.outstanding,
        version=row.version,
        explain=row.explain,
        late_fee=fee,
        late_fee_owed=NOTHING if fee is None else fee.owed,
        adjusted=adjusted,
        assignment_id=None if row.assignment_id is None else AssignmentId(row.assignment_id),
        held=MoneyOf(row.money_of).held,
    )
