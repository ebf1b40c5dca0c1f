"""Bills that are paid while something fails, and what stands in the books before and after."""

from __future__ import annotations

from sqlalchemy import select

from app.core.ids import UnitId
from app.core.money import Money
from app.counter.payments.asked import OneOff, TakePayment
from app.counter.tables import receipt
from tests.office_builder import OfficeBuilder

HOMES = ("1-1-101", "1-1-201", "1-1-301")


def another_bill(story: OfficeBuilder, home: UnitId) -> TakePayment:
    """Something small to pay besides what is due: as many of these as a test needs."""
    item = story.office.fee_items.one_offs()[0]
    return story.asked(home, one_offs=(OneOff(item.id, item.name, Money.yuan(10)),))


def labels(story: OfficeBuilder) -> list[str]:
    """Every receipt, in the order of its number."""
    with story.office.store.reading() as connection:
        return list(connection.execute(select(receipt.c.label).order_by(receipt.c.id)).scalars())
