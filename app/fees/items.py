"""Fee items: what the office charges for, and whose money each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from app.access.actor import Actor, Approval
from app.access.audit import record
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import FeeItemId, UserId
from app.core.money import NOTHING, Money
from app.fees.money_of import MoneyOf
from app.fees.refusals import FeeItemExists, FeeItemNeedsName
from app.fees.tables import fee_item
from app.ledger.accounts import DEPOSITS_HELD, LATE_FEE_REVENUE, owners, revenue, supplier
from app.store.store import Store

COMES_BACK = "（可退，凭本收据）"
"""What papers say behind the name of a deposit."""
REPAIR, REPAIR_NAME = "repair-service", "有偿维修费"
"""The item of repairs that residents pay: its code and its name."""


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One fee item; a one-off item has a price in fen (0.00: typed each time), others are charged by tariffs."""

    id: FeeItemId
    code: str
    name: str
    money_of: MoneyOf
    priority: int
    one_off_price: Money | None
    active: bool

    @property
    def paper_name(self) -> str:
        """As papers print it: what is collected for a supplier says so, and so does a deposit."""
        if self.money_of is MoneyOf.DEPOSIT:
            return f"{self.name}{COMES_BACK}"
        collected = self.money_of is MoneyOf.SUPPLIER and not self.name.startswith("代收")
        return f"代收{self.name}" if collected else self.name


_OWN, _SUPPLIER, _OWNERS, _DEPOSIT = MoneyOf.OWN, MoneyOf.SUPPLIER, MoneyOf.OWNERS, MoneyOf.DEPOSIT
_DEFAULTS: Sequence[tuple[str, str, MoneyOf, Money | None, bool]] = (
    ("property", "物业费", _OWN, None, True),
    ("energy", "公共能耗费", _OWN, None, True),
    ("parking", "车位费", _OWN, None, True),
    ("water", "水费", _SUPPLIER, None, True),
    ("electricity", "电费", _SUPPLIER, None, True),
    ("repair-fund", "维修基金", _OWNERS, None, False),
    ("access-card", "门禁卡", _OWN, Money.yuan(20), True),
    ("renovation-waste", "装修垃圾清运费", _OWN, Money.yuan(300), True),
    ("one-off", "临时收费", _OWN, NOTHING, True),
    ("renovation-deposit", "装修押金", _DEPOSIT, NOTHING, True),
    (REPAIR, REPAIR_NAME, _OWN, NOTHING, True),
)


def counter_account(item: FeeItem) -> str:
    """The account that a charge of this item credits: revenue, or a liability for money held for others."""
    if item.money_of is MoneyOf.SUPPLIER:
        return supplier(item.code)
    if item.money_of is MoneyOf.DEPOSIT:
        return DEPOSITS_HELD
    return owners(item.code) if item.money_of is MoneyOf.OWNERS else revenue(item.code)


def late_fee_account(item: FeeItem) -> str:
    """The account that a late fee on this item credits: that of the item itself where it is held for others."""
    return counter_account(item) if item.money_of.held else LATE_FEE_REVENUE


def seed_items(connection: Connection, at: datetime, by: UserId | None) -> None:
    """The items that nearly every office has, for a new data folder; the repair fund stays off until asked for."""
    rows = [
        {
            "code": code,
            "name": name,
            "money_of": money_of,
            "priority": place * 10,
            "one_off_price": price,
            "active": active,
            "at": at,
            "by": by,
        }
        for place, (code, name, money_of, price, active) in enumerate(_DEFAULTS, 1)
    ]
    connection.execute(insert(fee_item), rows)


_IN_ORDER = select(fee_item).order_by(fee_item.c.priority, fee_item.c.id)


def read_items(connection: Connection) -> list[FeeItem]:
    """All items, active or not, in the order in which money reaches them."""
    return [_item(row) for row in connection.execute(_IN_ORDER)]


def _item(row: Row[Any]) -> FeeItem:
    return FeeItem(
        FeeItemId(row.id), row.code, row.name, MoneyOf(row.money_of), row.priority, row.one_off_price, row.active
    )


class FeeItems:
    """The office's fee items."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> list[FeeItem]:
        """All items, active or not, in their order."""
        with self._store.reading() as connection:
            return read_items(connection)

    def one_offs(self) -> list[FeeItem]:
        """The active items that are typed at the counter."""
        return [item for item in self.all() if item.active and item.one_off_price is not None]

    def add(
        self,
        by: Actor,
        name: str,
        money_of: MoneyOf,
        one_off_price: Money | None = None,
        approval: Approval | None = None,
    ) -> FeeItem:
        """A new item at the end of the order; a deposit is typed at the counter, with or without a price.

        Raises NotPermitted, FeeItemNeedsName, FeeItemExists.
        """
        by.require(Permission.MANAGE_TARIFFS, approval)
        name = name.strip()
        if not name:
            raise FeeItemNeedsName
        if money_of is MoneyOf.DEPOSIT and one_off_price is None:
            one_off_price = NOTHING
        with self._store.transaction() as connection:
            items = read_items(connection)
            if any(item.name == name for item in items):
                raise FeeItemExists(name)
            number = connection.execute(select(func.max(fee_item.c.id))).scalar() or 0
            row = {
                "code": f"item-{number + 1}",
                "name": name,
                "money_of": money_of,
                "priority": max((item.priority for item in items), default=0) + 10,
                "one_off_price": one_off_price,
                "active": True,
                "at": self._clock.now(),
                "by": by.id,
            }
            connection.execute(insert(fee_item).values(row))
            return read_items(connection)[-1]

    def set_active(self, by: Actor, item_id: FeeItemId, *, active: bool) -> None:
        """Offer an item from now on, or no longer; what was charged stays. Raises NotPermitted."""
        by.require(Permission.MANAGE_TARIFFS)
        with self._store.transaction() as connection:
            connection.execute(update(fee_item).where(fee_item.c.id == item_id).values(active=active))
            facts = {"active": active}
            record(connection, "fee_item.active", str(item_id), facts, self._clock.now(), by.id)
