"""Pauses of the late fee, for a dispute or a payment plan: of a unit, or of one charge only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.access.actor import Actor, Approval
from app.access.audit import record
from app.access.permissions import Permission
from app.access.tables import approval as approval_table
from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import ChargeId, PauseId, UnitId
from app.core.money import NOTHING
from app.fees.adjustments.refusals import AdjustmentNeedsReason, PauseEnded, PauseEndsInPast
from app.fees.late_fees.late_fee_rows import let_late_fees_stand
from app.fees.refusals import DatesReversed
from app.fees.tables import charge, late_fee_pause
from app.store.rows import insert_row
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class PauseRow:
    """One pause on `[first, until)`, or until further notice; `charge` is empty where it is for the whole unit."""

    id: PauseId
    unit_id: UnitId
    charge_id: ChargeId | None
    charge: str
    first: date
    until: date | None
    reason: str
    by: str
    approved_by: str

    def rests_on(self, day: date) -> bool:
        """Whether the late fee does not grow on that day."""
        return self.first <= day and (self.until is None or day < self.until)


class LateFeePauses:
    """Days that do not count for the late fee."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def begin(
        self,
        by: Actor,
        unit_id: UnitId,
        first: date,
        until: date | None,
        reason: str,
        charge_id: ChargeId | None = None,
        approval: Approval | None = None,
    ) -> PauseId:
        """Let the late fee of a unit, or of one charge, rest on `[first, until)`; what was taken already stays taken.

        Raises NotPermitted, AdjustmentNeedsReason, DatesReversed.
        """
        approved = by.require(Permission.PAUSE_LATE_FEE, approval)
        if not reason.strip():
            raise AdjustmentNeedsReason
        if until is not None and until <= first:
            raise DatesReversed(first, until)
        now = self._clock.now()
        with self._store.transaction() as connection:
            key = insert_row(
                connection,
                late_fee_pause,
                unit_id=unit_id,
                charge_id=charge_id,
                first=first,
                until=until,
                reason=reason.strip(),
                approval_id=approved,
                at=now,
                by=by.id,
            )
            _reckon_anew(connection, unit_id, now.date())
            facts = {"unit": unit_id, "charge": charge_id, "first": first.isoformat(), "reason": reason.strip()}
            record(connection, "pause_late_fee", str(key), facts, now, by.id)
        return PauseId(key)

    def end(self, by: Actor, pause_id: PauseId, until: date, approval: Approval | None = None) -> None:
        """Let the late fee grow again from `until` on, today or later.

        Raises NotPermitted, PauseEnded, PauseEndsInPast, DatesReversed.
        """
        by.require(Permission.PAUSE_LATE_FEE, approval)
        now = self._clock.now()
        with self._store.transaction() as connection:
            row = connection.execute(select(late_fee_pause).where(late_fee_pause.c.id == pause_id)).one()
            if row.until is not None and row.until <= until:
                raise PauseEnded(row.until)
            if until < now.date():
                raise PauseEndsInPast(now.date())
            if until < row.first:
                raise DatesReversed(row.first, until)
            connection.execute(update(late_fee_pause).where(late_fee_pause.c.id == pause_id).values(until=until))
            record(connection, "end_pause", str(pause_id), {"until": until.isoformat()}, now, by.id)

    def of_unit(self, unit_id: UnitId) -> list[PauseRow]:
        """The pauses of a unit and of its charges, the newest first."""
        approver = user.alias("approver")
        question = (
            select(
                late_fee_pause,
                charge.c.name,
                user.c.name.label("by_name"),
                approver.c.name.label("approver"),
            )
            .join_from(late_fee_pause, charge, charge.c.id == late_fee_pause.c.charge_id, isouter=True)
            .join(user, user.c.id == late_fee_pause.c.by, isouter=True)
            .join(approval_table, approval_table.c.id == late_fee_pause.c.approval_id, isouter=True)
            .join(approver, approver.c.id == approval_table.c.by, isouter=True)
            .where(late_fee_pause.c.unit_id == unit_id)
            .order_by(late_fee_pause.c.id.desc())
        )
        with self._store.reading() as connection:
            return [_row(row) for row in connection.execute(question)]


def _reckon_anew(connection: Connection, unit_id: UnitId, day: date) -> None:
    """What stands still of a late fee may be less, where days before were paused."""
    own = select(charge.c.id).where(charge.c.unit_id == unit_id, charge.c.late_fee_left != NOTHING)
    let_late_fees_stand(connection, [ChargeId(key) for key in connection.execute(own).scalars()], day)


def _row(row: Row[Any]) -> PauseRow:
    return PauseRow(
        id=PauseId(row.id),
        unit_id=UnitId(row.unit_id),
        charge_id=None if row.charge_id is None else ChargeId(row.charge_id),
        charge=row.name or "",
        first=row.first,
        until=row.until,
        reason=row.reason,
        by=row.by_name or "",
        approved_by=row.approver or "",
    )
