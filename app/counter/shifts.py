"""Shifts: one cashier's time at one drawer, from the opening float to the counted close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import ShiftId, UserId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.refusals import NoOpenShift, NotCounted, ShiftAlreadyOpen, ShiftLeftOpen, ShiftNotOpen
from app.counter.tables import payment, receipt_print, shift, tender
from app.store.store import Store

DRAWER = "1"


@dataclass(frozen=True, slots=True)
class OpenShift:
    """The shift in which money is being taken."""

    id: ShiftId
    cashier_id: UserId
    cashier: str
    drawer: str
    day: date
    opened_at: datetime
    opening_float: Money


@dataclass(frozen=True, slots=True)
class MethodClose:
    """One method at the close: what the receipts say, and what was counted (cash includes the float)."""

    method: Method
    payments: int
    expected: Money
    counted: Money

    @property
    def difference(self) -> Money:
        """Counted less expected: over is positive, short negative."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class ShiftClose:
    """The stored snapshot of a closed shift."""

    shift: ShiftId
    cashier: str
    closed_at: datetime
    methods: tuple[MethodClose, ...]
    receipts: int
    voids: int
    copies: int
    rounding: Money


class Shifts:
    """Opening and closing the till."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open(self, by: Actor, opening_float: Money, drawer: str = DRAWER) -> OpenShift:
        """Open the drawer with its float. Raises NotPermitted, ShiftAlreadyOpen."""
        by.require(Permission.WORK_SHIFT)
        now = self._clock.now()
        with self._store.transaction() as connection:
            standing = connection.execute(_open_shifts().where(shift.c.drawer == drawer)).first()
            if standing is not None:
                raise ShiftAlreadyOpen(drawer, standing.cashier, standing.id)
            values = {"drawer": drawer, "user_id": by.id, "day": now.date(), "opened_at": now}
            key = connection.execute(insert(shift).values(opening_float=opening_float, **values)).inserted_primary_key
            assert key is not None
        return OpenShift(ShiftId(key[0]), by.id, by.name, drawer, now.date(), now, opening_float)

    def current(self, by: Actor) -> OpenShift | None:
        """The person's open shift, of whatever day; None if there is none."""
        with self._store.reading() as connection:
            return _shift_of(connection, by)

    def at_drawer(self, drawer: str = DRAWER) -> OpenShift | None:
        """Whoever's shift is open at the drawer."""
        with self._store.reading() as connection:
            row = connection.execute(_open_shifts().where(shift.c.drawer == drawer)).first()
            return None if row is None else _open_shift(row)

    def last_close(self, drawer: str = DRAWER) -> ShiftClose | None:
        """The newest closed shift of the drawer; its cash is what the next float should be."""
        newest = select(shift).where(shift.c.drawer == drawer, shift.c.closed_at.is_not(None))
        with self._store.reading() as connection:
            row = connection.execute(newest.order_by(shift.c.id.desc()).limit(1)).first()
            return None if row is None else _close_from(row.closing)

    def taken(self, shift_id: ShiftId) -> tuple[int, Money]:
        """Receipts and money of the shift so far, all methods together, less what was voided."""
        sums = select(
            func.count().filter(payment.c.kind == "payment"),
            func.sum(payment.c.allocated + payment.c.credited),
        ).where(payment.c.shift_id == shift_id)
        with self._store.reading() as connection:
            count, taken = connection.execute(sums).one()
        return count, taken or NOTHING

    def close(
        self, by: Actor, shift_id: ShiftId, counted: Mapping[Method, Money], approval: Approval | None = None
    ) -> ShiftClose:
        """Close with what was counted for cash and for every method used; the snapshot is stored.

        Raises ShiftNotOpen, NotCounted, and NotPermitted for another person's shift.
        """
        with self._store.transaction() as connection:
            row = connection.execute(_open_shifts().where(shift.c.id == shift_id)).first()
            if row is None:
                raise ShiftNotOpen(shift_id)
            own = row.user_id == by.id
            by.require(Permission.WORK_SHIFT if own else Permission.CLOSE_SHIFT_OF_OTHERS, None if own else approval)
            closing = self._closing(connection, _open_shift(row), counted)
            facts = _close_facts(closing)
            values = {"closed_at": closing.closed_at, "closed_by": by.id, "closing": facts}
            connection.execute(update(shift).where(shift.c.id == shift_id).values(**values))
            audit.record(connection, "close_shift", str(shift_id), facts, closing.closed_at, by.id)
        return closing

    def methods_used(self, shift_id: ShiftId) -> tuple[Method, ...]:
        """Cash, and every other method that the shift took: what has to be counted."""
        with self._store.reading() as connection:
            return tuple(_sums_by_method(connection, shift_id))

    def _closing(self, connection: Connection, standing: OpenShift, counted: Mapping[Method, Money]) -> ShiftClose:
        sums = _sums_by_method(connection, standing.id)
        missing = tuple(method for method in sums if method not in counted)
        if missing:
            raise NotCounted(missing)
        lines = []
        for method in Method:
            payments, taken = sums.get(method, (0, NOTHING))
            expected = taken + standing.opening_float if method.is_cash else taken
            if method in counted:
                lines.append(MethodClose(method, payments, expected, counted[method]))
        receipts, voids, rounding = connection.execute(
            select(
                func.count().filter(payment.c.kind == "payment"),
                func.count().filter(payment.c.kind == "void"),
                func.sum(payment.c.rounding),
            ).where(payment.c.shift_id == standing.id)
        ).one()
        copies = connection.execute(
            select(func.count())
            .select_from(receipt_print)
            .where(
                receipt_print.c.copy_no > 0,
                receipt_print.c.by == standing.cashier_id,
                receipt_print.c.at >= standing.opened_at,
            )
        ).scalar_one()
        return ShiftClose(
            standing.id, standing.cashier, self._clock.now(), tuple(lines), receipts, voids, copies, rounding or NOTHING
        )


def shift_for_payment(connection: Connection, by: Actor, today: date) -> OpenShift:
    """The shift in which `by` may take money today. Raises NoOpenShift, ShiftLeftOpen."""
    standing = _shift_of(connection, by)
    if standing is None:
        raise NoOpenShift(by.name)
    if standing.day != today:
        raise ShiftLeftOpen(standing.id, standing.day)
    return standing


def _open_shifts() -> Select[Any]:
    return (
        select(shift, user.c.name.label("cashier"))
        .join_from(shift, user, shift.c.user_id == user.c.id)
        .where(shift.c.closed_at.is_(None))
        .order_by(shift.c.id)
    )


_OPEN_OF_USER = _open_shifts().where(shift.c.user_id == bindparam("user"))


def _shift_of(connection: Connection, by: Actor) -> OpenShift | None:
    row = connection.execute(_OPEN_OF_USER, {"user": by.id}).first()
    return None if row is None else _open_shift(row)


def _open_shift(row: Row[Any]) -> OpenShift:
    return OpenShift(
        ShiftId(row.id), UserId(row.user_id), row.cashier, row.drawer, row.day, row.opened_at, row.opening_float
    )


def _sums_by_method(connection: Connection, shift_id: ShiftId) -> dict[Method, tuple[int, Money]]:
    """Tenders by method, change taken off cash; cash is always there."""
    rows = connection.execute(
        select(tender.c.method, tender.c.amount, payment.c.change)
        .join_from(tender, payment, tender.c.payment_id == payment.c.id)
        .where(payment.c.shift_id == shift_id)
    )
    amounts: dict[Method, list[Money]] = {Method.CASH: []}
    for row in rows:
        method = Method(row.method)
        net = row.amount - row.change if method.is_cash else row.amount
        amounts.setdefault(method, []).append(net)
    return {method: (len(nets), total(nets)) for method, nets in amounts.items()}


def _close_facts(closing: ShiftClose) -> dict[str, Any]:
    return {
        "shift": closing.shift,
        "cashier": closing.cashier,
        "closed_at": closing.closed_at.isoformat(),
        "methods": [[line.method, line.payments, line.expected.fen, line.counted.fen] for line in closing.methods],
        "receipts": closing.receipts,
        "voids": closing.voids,
        "copies": closing.copies,
        "rounding": closing.rounding.fen,
    }


def _close_from(facts: Mapping[str, Any]) -> ShiftClose:
    return ShiftClose(
        ShiftId(facts["shift"]),
        facts["cashier"],
        datetime.fromisoformat(facts["closed_at"]),
        tuple(MethodClose(Method(name), n, Money(exp), Money(got)) for name, n, exp, got in facts["methods"]),
        facts["receipts"],
        facts["voids"],
        facts["copies"],
        Money(facts["rounding"]),
    )
