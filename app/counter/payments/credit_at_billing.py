"""A billing run pays what a unit owes from the credit that it holds, oldest due first; its undoing gives it back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.access import audit
from app.access.actor import Actor
from app.core.ids import FeeItemId, PaymentId, RunId, UnitId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import TakePayment, paid_by
from app.counter.payments.chosen_lines import Chosen
from app.counter.payments.payment_in_hand import CreditUsed, PaymentInHand
from app.counter.payments.settlement import Terms, settle_bill
from app.counter.payments.write_payment import write_payment
from app.counter.refunds.charges_made import charges_taken_back
from app.counter.refunds.reversing_rows import TakingBack, take_back
from app.counter.rules import read_rules
from app.counter.settings import CREDIT_AT_BILLING
from app.counter.tables import payment
from app.estate.tables import unit
from app.fees.charges import OpenCharge, open_charges
from app.fees.items import FeeItem, read_items
from app.fees.tables import credit
from app.ledger.journal import Journal
from app.store.settings import read_choice

KIND = "credit_applied"


class CreditAtBilling:
    """Uses credit inside the transaction of a run: a payment without receipt and shift for each unit."""

    def use(self, connection: Connection, by: Actor, run_id: RunId, units: Collection[UnitId], at: datetime) -> None:
        """Pay what these units owe, due or not, from their credit; nothing where the office does not want it."""
        if not read_choice(connection, CREDIT_AT_BILLING):
            return
        terms = Terms(read_rules(connection).late_fee_order)
        items = {item.id: item for item in read_items(connection)}
        journal = Journal(connection)
        made: list[PaymentId] = []
        for row in _holding(connection):
            if row.unit_id not in units:
                continue
            owed = open_charges(connection, [row.unit_id], at.date())
            hand = _in_hand(row, run_id, owed, terms, items, by, at)
            if hand is not None:
                made.append(write_payment(connection, journal, hand, None, KIND))
        _note(connection, by, "use_credit", run_id, made, at)

    def give_back(self, connection: Connection, by: Actor, run_id: RunId, at: datetime) -> None:
        """Reverse what the run paid from credit."""
        own = select(payment).where(payment.c.kind == KIND, payment.c.client_id.like(f"{_client(run_id)}%"))
        how = TakingBack("void", None, f"billing run {run_id} undone", None, by, at)
        taken = connection.execute(own.order_by(payment.c.id)).all()
        made = [take_back(connection, one, how, charges_taken_back(connection, one)) for one in taken]
        _note(connection, by, "give_credit_back", run_id, made, at)


def _note(
    connection: Connection, by: Actor, action: str, run_id: RunId, made: Sequence[PaymentId], at: datetime
) -> None:
    if made:
        audit.record(connection, action, f"billing run {run_id}", {"payments": len(made)}, at, by.id)


def _holding(connection: Connection) -> list[Row[Any]]:
    """The units that hold credit, and how much."""
    held = func.sum(credit.c.amount).label("held")
    rows = (
        select(credit.c.unit_id, unit.c.code, held)
        .join_from(credit, unit, unit.c.id == credit.c.unit_id)
        .group_by(credit.c.unit_id, unit.c.code)
        .order_by(credit.c.unit_id)
    )
    return [row for row in connection.execute(rows) if row.held > NOTHING]


def _in_hand(
    row: Row[Any],
    run_id: RunId,
    owed: list[OpenCharge],
    terms: Terms,
    items: dict[FeeItemId, FeeItem],
    by: Actor,
    at: datetime,
) -> PaymentInHand | None:
    used: Money = min(row.held, total(one.outstanding + one.late_fee_owed for one in owed))
    if not used:
        return None
    unit_id = UnitId(row.unit_id)
    chosen = Chosen({one.id: one for one in owed}, {}, at.date(), tuple(owed), units=(unit_id,))
    asked = TakePayment(
        client_id=f"{_client(run_id)}{unit_id}",
        unit_id=unit_id,
        payer_name=row.code,
        payer_id=None,
        lines=(),
        one_offs=(),
        tenders=paid_by(Method.CREDIT, used),
        shown_due=used,
    )
    return PaymentInHand(
        asked=asked,
        at=at,
        by=by,
        shift=None,
        day=at.date(),
        label=row.code,
        chosen=chosen,
        settled=settle_bill(chosen.open_lines(), asked.tenders, at.date(), terms),
        items=items,
        credit_of=(CreditUsed(unit_id, used),),
    )


def _client(run_id: RunId) -> str:
    return f"credit-{run_id}-"
