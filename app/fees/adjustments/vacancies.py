"""Vacant discounts by application: granted for days on one assignment, ended, withdrawn; what is billed follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, or_, select, update

from app.access.actor import Actor, Approval
from app.access.audit import record
from app.access.permissions import Permission
from app.access.tables import approval as approval_table
from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import ApprovalId, AssignmentId, UnitId, VacancyId
from app.core.money import Money, total
from app.estate.tables import unit
from app.fees.adjustments.recharge import Recharge, billed_charges, recharge
from app.fees.adjustments.refusals import (
    AdjustmentNeedsReason,
    FactorOutOfRange,
    VacancyEnded,
    VacancyOverlaps,
    VacancyWithdrawnBefore,
)
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.adjustments.vacant_lines import explained_with
from app.fees.assigned import Vacancy
from app.fees.charge_rows import Occasion
from app.fees.refusals import DatesReversed
from app.fees.tables import assignment, charge, fee_item, tariff, vacancy
from app.ledger.head import keep_head
from app.store.rows import insert_row
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """One grant: the factor on one assignment for `[first, until)`, or until further notice."""

    id: VacancyId
    assignment_id: AssignmentId
    item: str
    first: date
    until: date | None
    factor: Decimal
    reason: str
    by: str
    approved_by: str
    withdrawn: bool


class Vacancies:
    """Factors for homes that stand empty; later charges have them inside, earlier ones are adjusted."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def grant(
        self,
        by: Actor,
        assignment_id: AssignmentId,
        first: date,
        until: date | None,
        factor: Decimal,
        reason: str,
        approval: Approval | None = None,
    ) -> VacancyId:
        """Charge only `factor` (0.7 means seventy of a hundred) on `[first, until)`.

        Raises NotPermitted, ApprovalForSomethingElse, AdjustmentNeedsReason, FactorOutOfRange, DatesReversed,
        VacancyOverlaps.
        """
        approved = by.require(Permission.GRANT_DISCOUNT, approval)
        _check(first, until, factor, reason)
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            _must_be_free(connection, assignment_id, first, until)
            key = insert_row(
                connection,
                vacancy,
                assignment_id=assignment_id,
                first=first,
                until=until,
                factor=factor,
                reason=reason.strip(),
                approval_id=approved,
                at=occasion.at,
                by=occasion.by,
            )
            self._follow(connection, VacancyId(key), assignment_id, (reason.strip(), approved), occasion)
        return VacancyId(key)

    def end(self, by: Actor, vacancy_id: VacancyId, until: date, approval: Approval | None = None) -> Money:
        """Charge in full again from `until` on; returns by how much what is billed already changed, in fen.

        Raises NotPermitted, ApprovalForSomethingElse, VacancyWithdrawnBefore, VacancyEnded, DatesReversed.
        """
        approved = by.require(Permission.GRANT_DISCOUNT, approval)
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            row = _standing(connection, vacancy_id)
            if row.until is not None and row.until <= until:
                raise VacancyEnded(row.code, row.until)
            if until <= row.first:
                raise DatesReversed(row.first, until)
            connection.execute(update(vacancy).where(vacancy.c.id == vacancy_id).values(until=until))
            return self._follow(connection, vacancy_id, row.assignment_id, (row.reason, approved), occasion)

    def withdraw(self, by: Actor, vacancy_id: VacancyId, reason: str, approval: Approval | None = None) -> Money:
        """Take a grant back as if it had never been; returns by how much what is billed already changed, in fen.

        Raises NotPermitted, ApprovalForSomethingElse, AdjustmentNeedsReason, VacancyWithdrawnBefore.
        """
        approved = by.require(Permission.GRANT_DISCOUNT, approval)
        if not reason.strip():
            raise AdjustmentNeedsReason
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            row = _standing(connection, vacancy_id)
            gone = {"withdrawn_at": occasion.at, "withdrawn_by": by.id}
            connection.execute(update(vacancy).where(vacancy.c.id == vacancy_id).values(**gone))
            return self._follow(connection, vacancy_id, row.assignment_id, (reason.strip(), approved), occasion)

    def of_unit(self, unit_id: UnitId) -> list[VacancyRow]:
        """The grants of a unit, withdrawn ones too, the newest first."""
        with self._store.reading() as connection:
            return [_row(row) for row in connection.execute(_LISTED.where(assignment.c.unit_id == unit_id))]

    def _follow(
        self,
        connection: Connection,
        vacancy_id: VacancyId,
        assignment_id: AssignmentId,
        why: tuple[str, ApprovalId | None],
        occasion: Occasion,
    ) -> Money:
        """Let every charge of the assignment come to what the standing grants make of it."""
        grants, ended = _grants(connection, assignment_id), _end_of(connection, assignment_id)
        reason, approved = why
        because = Recharge(AdjustmentKind.VACANT, reason, approved, {"vacancy": vacancy_id})
        changed = total(
            recharge(connection, one, explained_with(one.explain, grants, ended), because, occasion)
            for one in billed_charges(
                connection, charge.c.assignment_id == assignment_id, *_touched(connection, vacancy_id)
            )
        )
        facts = {"reason": reason, "approval": approved, "changed": changed.fen}
        record(connection, "vacancy", str(vacancy_id), facts, occasion.at, occasion.by)
        keep_head(self._store, connection, f"vacancy {vacancy_id}")
        return changed


def _check(first: date, until: date | None, factor: Decimal, reason: str) -> None:
    if not reason.strip():
        raise AdjustmentNeedsReason
    if not 0 <= factor < 1 or factor != round(factor, 4):
        raise FactorOutOfRange(factor)
    if until is not None and until <= first:
        raise DatesReversed(first, until)


def _must_be_free(connection: Connection, assignment_id: AssignmentId, first: date, until: date | None) -> None:
    lying = _LISTED.where(
        vacancy.c.assignment_id == assignment_id,
        vacancy.c.withdrawn_at.is_(None),
        or_(vacancy.c.until.is_(None), vacancy.c.until > first),
    )
    for row in connection.execute(lying):
        if until is None or row.first < until:
            raise VacancyOverlaps(row.code, row.first, row.until)


def _standing(connection: Connection, vacancy_id: VacancyId) -> Row[Any]:
    row = connection.execute(_LISTED.where(vacancy.c.id == vacancy_id)).one()
    if row.withdrawn_at is not None:
        raise VacancyWithdrawnBefore(row.code)
    return row


def _grants(connection: Connection, assignment_id: AssignmentId) -> list[Vacancy]:
    rows = connection.execute(
        select(vacancy.c.first, vacancy.c.until, vacancy.c.factor)
        .where(vacancy.c.assignment_id == assignment_id, vacancy.c.withdrawn_at.is_(None))
        .order_by(vacancy.c.id)
    )
    return [Vacancy(row.first, row.until, row.factor) for row in rows]


def _end_of(connection: Connection, assignment_id: AssignmentId) -> date | None:
    until: date | None = connection.execute(
        select(assignment.c.until).where(assignment.c.id == assignment_id)
    ).scalar_one()
    return until


def _touched(connection: Connection, vacancy_id: VacancyId) -> list[Any]:
    """The charges whose days reach beyond the first day of a grant; its end may just have been moved."""
    first = connection.execute(select(vacancy.c.first).where(vacancy.c.id == vacancy_id)).scalar_one()
    return [charge.c.until > first]


_APPROVER = user.alias("approver")
_LISTED = (
    select(
        vacancy,
        unit.c.code,
        fee_item.c.name.label("item"),
        user.c.name.label("by_name"),
        _APPROVER.c.name.label("approver"),
    )
    .join_from(vacancy, assignment, assignment.c.id == vacancy.c.assignment_id)
    .join(unit, unit.c.id == assignment.c.unit_id)
    .join(tariff, tariff.c.id == assignment.c.tariff_id)
    .join(fee_item, fee_item.c.id == tariff.c.fee_item_id)
    .join(user, user.c.id == vacancy.c.by, isouter=True)
    .join(approval_table, approval_table.c.id == vacancy.c.approval_id, isouter=True)
    .join(_APPROVER, _APPROVER.c.id == approval_table.c.by, isouter=True)
    .order_by(vacancy.c.id.desc())
)


def _row(row: Row[Any]) -> VacancyRow:
    return VacancyRow(
        id=VacancyId(row.id),
        assignment_id=AssignmentId(row.assignment_id),
        item=row.item,
        first=row.first,
        until=row.until,
        factor=row.factor,
        reason=row.reason,
        by=row.by_name or "",
        approved_by=row.approver or "",
        withdrawn=row.withdrawn_at is not None,
    )
