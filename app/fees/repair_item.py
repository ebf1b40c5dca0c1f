"""The fee item for repairs that residents pay: with a new office, or made when an old one first needs it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from app.core.ids import UserId
from app.core.money import NOTHING
from app.fees.items import REPAIR, REPAIR_NAME, FeeItem, read_items
from app.fees.money_of import MoneyOf
from app.fees.tables import fee_item


def repair_item(connection: Connection, at: datetime, by: UserId) -> FeeItem:
    """The item, also under another code where the office made one of that name itself, for its own money."""
    items = read_items(connection)
    named = [item for item in items if item.name == REPAIR_NAME and item.money_of is MoneyOf.OWN]
    coded = [item for item in items if item.code == REPAIR]
    for item in (*coded, *named):
        return item
    taken = any(item.name == REPAIR_NAME for item in items)
    row = {
        "code": REPAIR,
        "name": f"{REPAIR_NAME}（物业）" if taken else REPAIR_NAME,
        "money_of": MoneyOf.OWN,
        "priority": connection.execute(select(func.coalesce(func.max(fee_item.c.priority), 0))).scalar_one() + 10,
        "one_off_price": NOTHING,
        "active": True,
        "at": at,
        "by": by,
    }
    connection.execute(insert(fee_item).values(row))
    return next(item for item in read_items(connection) if item.code == REPAIR)
