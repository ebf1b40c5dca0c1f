"""A receipt as a refund sees it: what each of its lines was paid, what went back before, and what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select

from app.core.ids import AssignmentId, ChargeId, PaymentId, PersonId, ReceiptId, UnitId
from app.core.money import NOTHING, Money, total
from app.core.periods import Period
from app.counter.deposits.held import HeldDeposit, held_on_charges
from app.counter.refunds.refusals import NotToRefund
from app.counter.refusals import ReceiptUnknown
from app.counter.tables import deposit_move, payment, receipt
from app.estate.tables import unit
from app.fees.adjustments.recharge import newest_explanation
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.adjustments.worth import read_changes
from app.fees.charge_rows import ONE_OFF
from app.fees.explanation import Explanation
from app.fees.items import FeeItem, read_items
from app.fees.tables import adjustment, allocation, assignment, charge, credit, recognition


@dataclass(frozen=True, slots=True)
class PaidLine:
    """A charge on the receipt. Amounts in fen: `worth` is what it comes to with all days served.

    `paid` came from this receipt and `returned` went back of it; `let_off` is what this receipt rounded off
    (`rounded`) or was discounted on it; `unserved` was taken off before. `waits`: its period has not begun yet.
    `ended` is the day from which its tariff charges no more, where it ended inside the period.
    """

    charge_id: ChargeId
    unit_id: UnitId
    unit: str
    item: FeeItem
    kind: str
    name: str
    period: Period | None
    assignment_id: AssignmentId | None
    explain: Explanation
    worth: Money
    unserved: Money
    outstanding: Money
    paid: Money
    returned: Money
    let_off: Money
    rounded: Money
    waits: bool
    deposit: HeldDeposit | None = None
    ended: date | None = None

    @property
    def rest(self) -> Money:
        """What of it can still go back."""
        if self.deposit is not None:
            return min(self.paid + self.let_off - self.returned, self.deposit.held)
        return max(self.paid - self.returned, NOTHING)

    @property
    def is_one_off(self) -> bool:
        """Whether it was charged on the spot, for something that can be taken back."""
        return self.kind == ONE_OFF

    @property
    def title(self) -> str:
        """As papers name it."""
        return self.item.paper_name if self.name == self.item.name else self.name


@dataclass(frozen=True, slots=True)
class Original:
    """The receipt: `paid` is what it said in all, `returned` what went back in money, `credit` what can of credit."""

    payment_id: PaymentId
    receipt_id: ReceiptId
    label: str
    at: datetime
    day: date
    unit_id: UnitId
    unit: str
    unit_kind: str
    payer_id: PersonId | None
    payer: str
    paid: Money
    returned: Money
    lines: tuple[PaidLine, ...]
    credit: Money

    @property
    def rest(self) -> Money:
        """What of the receipt can still go back: never more than it took."""
        let_off = total(line.let_off for line in self.lines if line.deposit is not None)
        return self.paid + let_off - self.returned

    def line(self, charge_id: ChargeId) -> PaidLine | None:
        """One of its lines."""
        return next((line for line in self.lines if line.charge_id == charge_id), None)


def read_original(connection: Connection, receipt_id: ReceiptId) -> Original:
    """The receipt with what is left of it. Raises ReceiptUnknown, NotToRefund."""
    row = connection.execute(_RECEIPT.where(receipt.c.id == receipt_id)).first()
    if row is None:
        raise ReceiptUnknown(str(receipt_id))
    if row.back_id is not None or row.kind != "payment":
        raise NotToRefund(row.label)
    refunds = _standing_refunds(connection, row.id)
    lines = _lines(connection, row, refunds)
    paid = row.allocated + row.credited
    returned = _together(connection, select(func.sum(-payment.c.received)).where(payment.c.id.in_(refunds)))
    credit_there = _together(connection, select(func.sum(credit.c.amount)).where(credit.c.unit_id == row.unit_id))
    return Original(
        payment_id=PaymentId(row.id),
        receipt_id=receipt_id,
        label=row.label,
        at=row.at,
        day=row.day,
        unit_id=UnitId(row.unit_id),
        unit=row.code,
        unit_kind=row.unit_kind,
        payer_id=row.payer_id,
        payer=row.payer_name,
        paid=paid,
        returned=returned,
        lines=lines,
        credit=max(min(credit_there, paid - returned), NOTHING),
    )


_BACK = payment.alias("back")
_RECEIPT = (
    select(
        payment,
        receipt.c.label,
        unit.c.code,
        unit.c.kind.label("unit_kind"),
        _BACK.c.id.label("back_id"),
    )
    .join_from(receipt, payment, payment.c.id == receipt.c.payment_id)
    .join(unit, unit.c.id == payment.c.unit_id)
    .join(_BACK, _BACK.c.reverses == payment.c.id, isouter=True)
)


def later_lines(connection: Connection, original: Original, first_unserved: date) -> tuple[PaidLine, ...]:
    """What the tariffs of the receipt charged for days from this one on, and this receipt did not pay."""
    tariffs = {line.assignment_id for line in original.lines if line.assignment_id is not None}
    own = {line.charge_id for line in original.lines}
    keys = connection.execute(
        select(charge.c.id).where(
            charge.c.assignment_id.in_(tariffs),
            charge.c.until > first_unserved,
            charge.c.cancelled_at.is_(None),
            charge.c.outstanding > NOTHING,
        )
    ).scalars()
    return _read_lines(connection, [key for key in keys if key not in own], _Money({}, {}, {}, {}))


def _standing_refunds(connection: Connection, payment_id: int) -> list[int]:
    rows = (
        select(payment.c.id)
        .join_from(payment, _BACK, _BACK.c.reverses == payment.c.id, isouter=True)
        .where(payment.c.refunds == payment_id, _BACK.c.id.is_(None))
    )
    return list(connection.execute(rows).scalars())


def _together(connection: Connection, question: Any) -> Money:
    found = connection.execute(question).scalar()
    return found if isinstance(found, Money) else NOTHING


@dataclass(frozen=True, slots=True)
class _Money:
    """By charge, in fen."""

    paid: Mapping[int, Money]
    returned: Mapping[int, Money]
    let_off: Mapping[int, Money]
    rounded: Mapping[int, Money]


def _lines(connection: Connection, original: Row[Any], refunds: Sequence[int]) -> tuple[PaidLine, ...]:
    returned = _sums(connection, deposit_move, deposit_move.c.payment_id.in_(refunds))
    for key, amount in _sums(connection, allocation, allocation.c.payment_id.in_(refunds)).items():
        returned[key] = returned.get(key, NOTHING) - amount
    money = _Money(
        _sums(connection, allocation, allocation.c.payment_id == original.id),
        returned,
        _let_off(connection, original.id),
        _let_off(connection, original.id, adjustment.c.kind == AdjustmentKind.ROUNDING),
    )
    return _read_lines(connection, sorted({*money.paid, *money.let_off}), money)


def _read_lines(connection: Connection, keys: Sequence[int], money: _Money) -> tuple[PaidLine, ...]:
    changed = read_changes(connection, keys)
    items = {item.id: item for item in read_items(connection)}
    deposits = {one.charge_id: one for one in held_on_charges(connection, keys)}
    rows = connection.execute(
        select(
            charge,
            unit.c.code.label("unit_code"),
            recognition.c.entry_no.label("begun"),
            assignment.c.until.label("ended"),
        )
        .join_from(charge, unit, unit.c.id == charge.c.unit_id)
        .join(recognition, recognition.c.charge_id == charge.c.id, isouter=True)
        .join(
            assignment,
            and_(assignment.c.id == charge.c.assignment_id, assignment.c.until < charge.c.until),
            isouter=True,
        )
        .where(charge.c.id.in_(keys), charge.c.cancelled_at.is_(None))
        .order_by(unit.c.sort_key, charge.c.first, charge.c.due_on, charge.c.id)
    ).all()
    return tuple(
        PaidLine(
            charge_id=ChargeId(row.id),
            unit_id=UnitId(row.unit_id),
            unit=row.unit_code,
            item=items[row.fee_item_id],
            kind=row.kind,
            name=row.name,
            period=None if row.first is None or row.until is None else Period(row.first, row.until),
            assignment_id=row.assignment_id,
            explain=newest_explanation(connection, ChargeId(row.id)) or row.explain,
            worth=row.amount + changed.worth.get(row.id, NOTHING),
            unserved=changed.unserved.get(row.id, NOTHING),
            outstanding=row.outstanding,
            paid=money.paid.get(row.id, NOTHING),
            returned=money.returned.get(row.id, NOTHING),
            let_off=money.let_off.get(row.id, NOTHING),
            rounded=money.rounded.get(row.id, NOTHING),
            waits=row.in_advance and row.begun is None,
            deposit=deposits.get(ChargeId(row.id)),
            ended=row.ended,
        )
        for row in rows
    )


def _sums(connection: Connection, table: Any, which: Any) -> dict[int, Money]:
    rows = connection.execute(
        select(table.c.charge_id, func.sum(table.c.amount).label("sum")).where(which).group_by(table.c.charge_id)
    )
    return {row.charge_id: row.sum for row in rows}


def _let_off(connection: Connection, payment_id: int, *which: ColumnElement[bool]) -> Mapping[int, Money]:
    """What the payment rounded off or was discounted, by charge."""
    rows = connection.execute(
        select(adjustment.c.charge_id, func.sum(adjustment.c.amount).label("sum"))
        .where(adjustment.c.payment_id == payment_id, *which)
        .group_by(adjustment.c.charge_id)
    )
    return {row.charge_id: -row.sum for row in rows}
