"""The list of what changed charges: when, by how much, why, who did it and who approved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from app.access.tables import approval, user
from app.core.ids import AdjustmentId, ChargeId, UnitId
from app.core.money import Money
from app.fees.adjustments.rows import WAIVERS, AdjustmentKind
from app.fees.tables import adjustment, charge


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """One adjustment as lists show it; `rule` names the discount, `taken_back` says that it was reversed.

    `ended` is the day from which the tariff charges no more, where its end let something go.
    """

    id: AdjustmentId
    charge_id: ChargeId
    charge: str
    first: date | None
    until: date | None
    kind: AdjustmentKind
    amount: Money
    day: date
    reason: str
    by: str
    approved_by: str
    rule: str
    reverses: AdjustmentId | None
    taken_back: bool
    ended: date | None = None

    @property
    def is_waiver(self) -> bool:
        """Whether it is one that can be taken back by hand."""
        return self.kind in WAIVERS and self.reverses is None and not self.taken_back


_BACK = adjustment.alias("back")
_APPROVER = user.alias("approver")
_LISTED = (
    select(
        adjustment,
        charge.c.name,
        charge.c.first,
        charge.c.until,
        user.c.name.label("by_name"),
        _APPROVER.c.name.label("approver"),
        _BACK.c.id.label("back_id"),
    )
    .join_from(adjustment, charge, charge.c.id == adjustment.c.charge_id)
    .join(user, user.c.id == adjustment.c.by, isouter=True)
    .join(approval, approval.c.id == adjustment.c.approval_id, isouter=True)
    .join(_APPROVER, _APPROVER.c.id == approval.c.by, isouter=True)
    .join(_BACK, _BACK.c.reverses == adjustment.c.id, isouter=True)
)


def adjustments_of_charge(connection: Connection, charge_id: ChargeId) -> list[AdjustmentRow]:
    """Everything that changed a charge and the late fees that grew from it, the oldest first."""
    own = (charge.c.id == charge_id) | (charge.c.parent_id == charge_id)
    return _rows(connection, _LISTED.where(own).order_by(adjustment.c.id))


def adjustments_of_unit(connection: Connection, unit_id: UnitId) -> list[AdjustmentRow]:
    """Everything that changed the charges of a unit, the newest first."""
    return _rows(connection, _LISTED.where(charge.c.unit_id == unit_id).order_by(adjustment.c.id.desc()))


def _rows(connection: Connection, question: Select[Any]) -> list[AdjustmentRow]:
    return [_row(row) for row in connection.execute(question)]


def _row(row: Row[Any]) -> AdjustmentRow:
    ended = (row.facts or {}).get("ended")
    return AdjustmentRow(
        id=AdjustmentId(row.id),
        charge_id=ChargeId(row.charge_id),
        charge=row.name,
        first=row.first,
        until=row.until,
        kind=AdjustmentKind(row.kind),
        amount=row.amount,
        day=row.day,
        reason=row.reason,
        by=row.by_name or "",
        approved_by=row.approver or "",
        rule=(row.facts or {}).get("rule", ""),
        reverses=None if row.reverses is None else AdjustmentId(row.reverses),
        taken_back=row.back_id is not None,
        ended=None if ended is None else date.fromisoformat(ended),
    )
