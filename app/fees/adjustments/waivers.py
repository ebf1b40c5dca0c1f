"""Waivers: a part or all of a charge's principal or of its late fee is let go, with a reason and an approver."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from app.access.actor import Actor, Approval
from app.access.audit import record
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import AdjustmentId, ApprovalId, ChargeId, UnitId
from app.core.money import NOTHING, Money
from app.fees.adjustments.list import AdjustmentRow, adjustments_of_charge, adjustments_of_unit
from app.fees.adjustments.refusals import (
    AdjustmentNeedsReason,
    ChargeChanged,
    NotAWaiver,
    WaiverAboveLimit,
    WaiverOfNothing,
    WaiverReliedUpon,
    WaiverReversedBefore,
    WaiverTooLarge,
)
from app.fees.adjustments.rows import WAIVERS, AdjustmentKind, NewAdjustment, reverse_adjustments, write_adjustments
from app.fees.charge_rows import LATE_FEE, Occasion, cancel_charges
from app.fees.charges import OpenCharge, open_charges
from app.fees.late_fees.late_fee_charge import write_late_fee
from app.fees.late_fees.late_fee_rows import let_late_fees_stand
from app.fees.settings import WAIVE_LIMIT
from app.fees.standing import standing
from app.fees.tables import adjustment, allocation, charge
from app.ledger.head import keep_head
from app.store.settings import read_choice
from app.store.store import Store


class Adjustments:
    """What is taken off charges by hand, and the list of everything that changed them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def limit(self) -> Money:
        """How much a cashier may waive of one charge alone, in fen."""
        with self._store.reading() as connection:
            return waive_limit(connection)

    def of_charge(self, charge_id: ChargeId) -> list[AdjustmentRow]:
        """Everything that changed a charge and the late fees that grew from it, the oldest first."""
        with self._store.reading() as connection:
            return adjustments_of_charge(connection, charge_id)

    def of_unit(self, unit_id: UnitId) -> list[AdjustmentRow]:
        """Everything that changed the charges of a unit, the newest first."""
        with self._store.reading() as connection:
            return adjustments_of_unit(connection, unit_id)

    def waive(
        self,
        by: Actor,
        charge_id: ChargeId,
        version: int,
        amount: Money,
        reason: str,
        approval: Approval | None = None,
    ) -> AdjustmentId:
        """Let go of `amount` fen of what a charge owes, as it stood at `version`.

        Raises NotPermitted, AdjustmentNeedsReason, WaiverOfNothing, ChargeChanged, WaiverTooLarge, WaiverAboveLimit.
        """
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            one = _standing(connection, charge_id, version, occasion)
            _must_fit(one, amount, one.outstanding, reason)
            approved = _permitted(connection, by, one, amount, approval)
            kind = AdjustmentKind.LATE_FEE_WAIVER if one.kind == LATE_FEE else AdjustmentKind.WAIVER
            new = NewAdjustment(one.id, kind, -amount, reason, approved, _paid_until(connection))
            (written,) = write_adjustments(connection, [new], occasion)
            self._note(connection, "waive", one.name, new, occasion)
        return written

    def waive_late_fee(
        self,
        by: Actor,
        charge_id: ChargeId,
        version: int,
        amount: Money,
        reason: str,
        approval: Approval | None = None,
    ) -> AdjustmentId:
        """Let go of `amount` fen of the late fee that a charge owes today: it becomes a charge, and a waiver on it.

        Raises NotPermitted, AdjustmentNeedsReason, WaiverOfNothing, ChargeChanged, WaiverTooLarge, WaiverAboveLimit.
        """
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            one = _standing(connection, charge_id, version, occasion)
            _must_fit(one, amount, one.late_fee_owed, reason)
            approved = _permitted(connection, by, one, amount, approval)
            made = write_late_fee(connection, one, amount, occasion)
            kind, facts = AdjustmentKind.LATE_FEE_WAIVER, _paid_until(connection)
            new = NewAdjustment(made, kind, -amount, reason, approved, facts)
            (written,) = write_adjustments(connection, [new], occasion)
            _next_version(connection, one.id)
            let_late_fees_stand(connection, [one.id], occasion.day)
            self._note(connection, "waive_late_fee", one.name, new, occasion)
        return written

    def reverse(self, by: Actor, adjustment_id: AdjustmentId, reason: str, approval: Approval | None = None) -> None:
        """Take a waiver back, as long as nothing was paid on the charge since: it is owed as before.

        Raises NotPermitted, AdjustmentNeedsReason, NotAWaiver, WaiverReversedBefore, WaiverReliedUpon,
        WaiverAboveLimit.
        """
        occasion = Occasion(self._clock.now(), by.id)
        if not reason.strip():
            raise AdjustmentNeedsReason
        with self._store.transaction() as connection:
            row = _waiver(connection, adjustment_id)
            _require(connection, by, -row.amount, approval)
            _must_not_be_relied_upon(connection, row)
            reverse_adjustments(connection, [adjustment_id], reason, occasion)
            if row.charge_kind == LATE_FEE and row.made_by is None:
                _unmake_late_fee(connection, row, occasion)
            facts = {"adjustment": adjustment_id, "amount": row.amount.fen, "reason": reason.strip()}
            record(connection, "reverse_waiver", row.name, facts, occasion.at, by.id)
            keep_head(self._store, connection, f"{row.name} {adjustment_id}")

    def _note(self, connection: Connection, action: str, name: str, new: NewAdjustment, occasion: Occasion) -> None:
        facts = {"charge": new.charge_id, "amount": new.amount.fen, "reason": new.reason, "approval": new.approval_id}
        record(connection, action, name, facts, occasion.at, occasion.by)
        keep_head(self._store, connection, f"{name} {new.charge_id}")


def waive_limit(connection: Connection) -> Money:
    """The office's setting, in fen."""
    return read_choice(connection, WAIVE_LIMIT)


def waived_before(connection: Connection, charge_id: ChargeId) -> Money:
    """What stands waived of a charge, its late fees included."""
    own = select(charge.c.id).where((charge.c.id == charge_id) | (charge.c.parent_id == charge_id))
    rows = standing(adjustment).where(adjustment.c.charge_id.in_(own), adjustment.c.kind.in_(WAIVERS)).subquery()
    return -(connection.execute(select(func.sum(rows.c.amount))).scalar() or NOTHING)


def _standing(connection: Connection, charge_id: ChargeId, version: int, occasion: Occasion) -> OpenCharge:
    row = connection.execute(select(charge.c.unit_id, charge.c.name).where(charge.c.id == charge_id)).one()
    open_ones = open_charges(connection, [UnitId(row.unit_id)], occasion.day)
    one = next((one for one in open_ones if one.id == charge_id), None)
    if one is None or one.version != version:
        raise ChargeChanged(row.name)
    return one


def _must_fit(one: OpenCharge, amount: Money, owed: Money, reason: str) -> None:
    if not reason.strip():
        raise AdjustmentNeedsReason
    if amount <= NOTHING:
        raise WaiverOfNothing
    if amount > owed:
        raise WaiverTooLarge(one.name, owed, amount)


def _permitted(
    connection: Connection, by: Actor, one: OpenCharge, amount: Money, approval: Approval | None
) -> ApprovalId | None:
    parent = connection.execute(select(charge.c.parent_id).where(charge.c.id == one.id)).scalar()
    before = waived_before(connection, ChargeId(parent) if parent is not None else one.id)
    return _require(connection, by, before + amount, approval)


def _require(connection: Connection, by: Actor, together: Money, approval: Approval | None) -> ApprovalId | None:
    limit = waive_limit(connection)
    if together <= limit and approval is None:
        by.require(Permission.WAIVE_SMALL)
        return None
    if approval is None and not by.may(Permission.WAIVE):
        raise WaiverAboveLimit(together, limit)
    return by.require(Permission.WAIVE, approval)


def _paid_until(connection: Connection) -> dict[str, int]:
    """The last allocation before the waiver: a later one on the charge relies on it."""
    return {"last_allocation": connection.execute(select(func.max(allocation.c.id))).scalar() or 0}


def _next_version(connection: Connection, charge_id: ChargeId) -> None:
    connection.execute(update(charge).where(charge.c.id == charge_id).values(version=charge.c.version + 1))


def _waiver(connection: Connection, adjustment_id: AdjustmentId) -> Row[Any]:
    row = connection.execute(
        select(
            adjustment,
            charge.c.name,
            charge.c.parent_id,
            charge.c.kind.label("charge_kind"),
            charge.c.payment_id.label("made_by"),
        )
        .join_from(adjustment, charge, charge.c.id == adjustment.c.charge_id)
        .where(adjustment.c.id == adjustment_id)
    ).one()
    if row.kind not in WAIVERS or row.reverses is not None:
        raise NotAWaiver(row.name)
    if connection.execute(select(adjustment.c.id).where(adjustment.c.reverses == adjustment_id)).first() is not None:
        raise WaiverReversedBefore(row.name)
    return row


def _must_not_be_relied_upon(connection: Connection, row: Row[Any]) -> None:
    """A standing allocation on the charge, or on the one whose late fee it is, that came after the waiver."""
    known = row.facts["last_allocation"]
    for charge_id in (row.charge_id, row.parent_id):
        rows = standing(allocation).add_columns(allocation.c.day, allocation.c.id)
        later = rows.where(allocation.c.charge_id == charge_id, allocation.c.id > known).limit(1)
        found = connection.execute(later).first()
        if found is not None:
            raise WaiverReliedUpon(row.name, found.day)


def _unmake_late_fee(connection: Connection, row: Row[Any], occasion: Occasion) -> None:
    """The charge that was only made to be waived was never made; the late fee runs on with its principal."""
    rests = (standing(table).where(table.c.charge_id == row.charge_id).limit(1) for table in (adjustment, allocation))
    if all(connection.execute(rest).first() is None for rest in rests):
        cancel_charges(connection, charge.c.id == row.charge_id, occasion)
        _next_version(connection, row.parent_id)
        let_late_fees_stand(connection, [row.parent_id], occasion.day)
