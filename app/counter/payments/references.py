"""References of slips and transfers: asked for where the office wants them, and never counted twice in silence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.ids import ApprovalId
from app.core.money import NOTHING
from app.counter.methods import Method
from app.counter.payments.asked import TenderAsked
from app.counter.payments.refusals import ReferenceTwice
from app.counter.refusals import ReferenceMissing, ReferenceSeenBefore
from app.counter.rules import CounterRules
from app.counter.tables import payment, receipt, tender

_BACK = payment.alias("back")
_BY_REFERENCE = (
    select(receipt.c.label)
    .join_from(tender, payment, tender.c.payment_id == payment.c.id)
    .join(receipt, receipt.c.payment_id == payment.c.id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(tender.c.reference == bindparam("reference"), tender.c.method == bindparam("method"))
    .where(payment.c.day == bindparam("day"), _BACK.c.id.is_(None))
    .group_by(receipt.c.id, receipt.c.label)
    .having(func.sum(tender.c.amount) > NOTHING)  # not what a correction of the method took away, nor what went back
    .order_by(receipt.c.id)
    .limit(1)
)


def check_references(
    connection: Connection,
    by: Actor,
    tenders: Sequence[TenderAsked],
    rules: CounterRules,
    day: date,
    approval: Approval | None,
) -> ApprovalId | None:
    """The approval under which a reference is taken once more, if one is.

    Raises ReferenceMissing, ReferenceTwice, ReferenceSeenBefore, NotPermitted.
    """
    _must_differ(tenders)
    approved: ApprovalId | None = None
    for one in tenders:
        if one.method.is_counted_at_once:
            continue
        if not one.reference.strip():
            if one.method in rules.reference_required:
                raise ReferenceMissing(one.method)
            continue
        seen = receipt_with_reference(connection, one.method, one.reference.strip(), day)
        if seen is None:
            continue
        if approval is None:
            raise ReferenceSeenBefore(one.reference.strip(), seen)
        approved = by.require(Permission.REPEAT_REFERENCE, approval)
    return approved


def _must_differ(tenders: Sequence[TenderAsked]) -> None:
    """One slip is one part of a payment; typed twice it would count twice."""
    seen: set[tuple[Method, str]] = set()
    for one in tenders:
        key = one.method, one.reference.strip()
        if key in seen and key[1] and not one.method.is_counted_at_once:
            raise ReferenceTwice(one.method, key[1])
        seen.add(key)


def receipt_with_reference(connection: Connection, method: Method, reference: str, day: date) -> str | None:
    """The receipt that stands on this reference that day; money of a voided one may be taken for the right room."""
    return connection.execute(_BY_REFERENCE, {"method": method, "reference": reference, "day": day}).scalar()
