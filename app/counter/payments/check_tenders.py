"""Money that did not pass through the drawer is waited for until somebody has seen it arrive (待核对)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from app.access.actor import Actor
from app.core.money import NOTHING, Money
from app.counter.methods import Method, TenderState
from app.counter.tables import payment, receipt, tender

CHECKED = "check_tenders"
"""How the audit trail names that somebody saw money arrive."""


@dataclass(frozen=True, slots=True)
class TenderToCheck:
    """One tender that nobody has seen arrive yet, with the receipt that it stands on."""

    id: int
    label: str
    payer: str
    method: Method
    reference: str
    amount: Money
    at: datetime


_BACK = payment.alias("back")
_WAITING = (
    select(tender, receipt.c.label, payment.c.payer_name, payment.c.at)
    .join_from(tender, payment, tender.c.payment_id == payment.c.id)
    .join(receipt, receipt.c.payment_id == payment.c.id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
    .where(tender.c.state == TenderState.TO_CHECK, tender.c.amount > NOTHING, _BACK.c.id.is_(None))
    .order_by(tender.c.id)
)
_CHECK = (
    update(tender)
    .where(tender.c.id == bindparam("tender"), tender.c.state == TenderState.TO_CHECK)
    .values(state=TenderState.CHECKED, checked_at=bindparam("moment"), checked_by=bindparam("person"))
)


def tenders_to_check(connection: Connection) -> tuple[TenderToCheck, ...]:
    """What is waited for, the oldest first; of a voided receipt nothing is."""
    return tuple(
        TenderToCheck(row.id, row.label, row.payer_name, Method(row.method), row.reference, row.amount, row.at)
        for row in connection.execute(_WAITING)
    )


def mark_checked(connection: Connection, by: Actor, tender_ids: Sequence[int], at: datetime) -> int:
    """Note who saw the money of these tenders arrive, and when; returns how many were waiting for it."""
    steps = ({"tender": tender_id, "moment": at, "person": by.id} for tender_id in dict.fromkeys(tender_ids))
    return sum(connection.execute(_CHECK, step).rowcount for step in steps)
