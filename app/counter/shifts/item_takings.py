"""What a shift took and gave back by fee item: whose money it is, gross, with rounding and discounts apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.counter.shifts.takings import NOT_COUNTED, ORIGINAL, comes_in
from app.counter.tables import payment, tender
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.money_of import MoneyOf
from app.fees.tables import adjustment, allocation, charge, fee_item

INCOME, COLLECTED, HELD, ADJUSTED = "收入", "代收", "代管", "调整"  # as the paper says it
_KINDS = (INCOME, COLLECTED, HELD, ADJUSTED)
_LATE_FEE = "违约金"
_CREDITED, _CREDIT_USED, _DEPOSITS = "预存款存入", "预存款抵扣", "押金退还"
_OFF = {AdjustmentKind.ROUNDING: "抹零", AdjustmentKind.DISCOUNT: "优惠"}
_Key = tuple[str, int, str]
_Found = tuple[_Key, Row[Any], Money]


@dataclass(frozen=True, slots=True)
class ItemTakings:
    """One line: whose money (收入, 代收, 代管, 调整), the item, what came in, what was given back (negative)."""

    nature: str
    item: str
    taken: Money
    returned: Money

    @property
    def net(self) -> Money:
        """What stays."""
        return self.taken + self.returned


def item_takings(connection: Connection, shift_id: ShiftId, *, as_before: bool = False) -> tuple[ItemTakings, ...]:
    """All items of the shift in the order of the office; sums equal what came in and went out by all methods."""
    sums: defaultdict[_Key, list[Money]] = defaultdict(lambda: [NOTHING, NOTHING])
    found = (*_allocated(connection, shift_id), *_off(connection, shift_id), *_held(connection, shift_id))
    for key, row, amount in found:
        sums[key][0 if comes_in(row, as_before=as_before) else 1] += amount
    in_order = sorted(sums.items(), key=lambda pair: (_KINDS.index(pair[0][0]), pair[0][1:]))
    return tuple(ItemTakings(key[0], key[2], *both) for key, both in in_order if any(both))


def _nature(money_of: str) -> str:
    if money_of == MoneyOf.OWN:
        return INCOME
    return COLLECTED if money_of == MoneyOf.SUPPLIER else HELD


def _allocated(connection: Connection, shift_id: ShiftId) -> Iterator[_Found]:
    rows = connection.execute(
        select(
            allocation.c.amount,
            payment.c.kind,
            ORIGINAL.c.kind.label("of"),
            charge.c.kind.label("charge_kind"),
            fee_item.c.name,
            fee_item.c.money_of,
            fee_item.c.priority,
        )
        .join_from(allocation, payment, allocation.c.payment_id == payment.c.id)
        .join(ORIGINAL, ORIGINAL.c.id == payment.c.reverses, isouter=True)
        .join(charge, charge.c.id == allocation.c.charge_id)
        .join(fee_item, fee_item.c.id == charge.c.fee_item_id)
        .where(payment.c.shift_id == shift_id)
    )
    for row in rows:
        yield _key(row.money_of, row.priority, row.name, row.charge_kind), row, row.amount


def _key(money_of: str, priority: int, name: str, charge_kind: str) -> _Key:
    """Late fees of the office's own items stand together; those of held items beside their item."""
    if charge_kind != "late_fee":
        return _nature(money_of), priority * 10, name
    if money_of == MoneyOf.OWN:
        return INCOME, 105, _LATE_FEE  # behind the first item, as the fee that it follows most
    return _nature(money_of), priority * 10 + 1, f"{name}{_LATE_FEE}"


def _off(connection: Connection, shift_id: ShiftId) -> Iterator[_Found]:
    """What was let go with payments that stand: it makes their items gross, and stands as a line of its own."""
    back = payment.alias("back")
    rows = connection.execute(
        select(
            adjustment.c.amount,
            adjustment.c.kind.label("off"),
            payment.c.kind,
            charge.c.kind.label("charge_kind"),
            fee_item.c.name,
            fee_item.c.money_of,
            fee_item.c.priority,
        )
        .join_from(adjustment, payment, adjustment.c.payment_id == payment.c.id)
        .join(back, (back.c.reverses == payment.c.id) & (back.c.kind == "void"), isouter=True)
        .join(charge, charge.c.id == adjustment.c.charge_id)
        .join(fee_item, fee_item.c.id == charge.c.fee_item_id)
        .where(
            payment.c.shift_id == shift_id,
            payment.c.kind == "payment",
            back.c.id.is_(None),
            adjustment.c.kind.in_([kind.value for kind in _OFF]),
        )
    )
    for row in rows:
        yield _key(row.money_of, row.priority, row.name, row.charge_kind), row, -row.amount
        yield (ADJUSTED, 0, _OFF[AdjustmentKind(row.off)]), row, row.amount


def _held(connection: Connection, shift_id: ShiftId) -> Iterator[_Found]:
    """Credit that was paid in or used, and deposits that were given back."""
    rows = connection.execute(
        select(payment.c.kind, ORIGINAL.c.kind.label("of"), payment.c.credited, payment.c.deposits)
        .join_from(payment, ORIGINAL, ORIGINAL.c.id == payment.c.reverses, isouter=True)
        .where(payment.c.shift_id == shift_id)
    )
    for row in rows:
        yield (HELD, 9_000, _CREDITED), row, row.credited
        yield (HELD, 9_002, _DEPOSITS), row, row.deposits
    used = connection.execute(
        select(payment.c.kind, ORIGINAL.c.kind.label("of"), tender.c.amount)
        .join_from(tender, payment, tender.c.payment_id == payment.c.id)
        .join(ORIGINAL, ORIGINAL.c.id == payment.c.reverses, isouter=True)
        .where(payment.c.shift_id == shift_id, tender.c.method.in_(NOT_COUNTED))
    )
    for row in used:
        yield (HELD, 9_001, _CREDIT_USED), row, -row.amount
