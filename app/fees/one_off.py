"""One-off charges: typed by hand, due the day they are typed."""

from __future__ import annotations

from sqlalchemy import select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import FeeItemId, UnitId
from app.core.money import NOTHING, Money
from app.estate.tables import unit
from app.fees.charge_rows import ONE_OFF, NewCharge, Occasion, write_charges
from app.fees.explanation import typed_explanation
from app.fees.items import read_items
from app.fees.refusals import ChargeNeedsName, ChargeOfNothing
from app.ledger.head import keep_head
from app.store.store import Store


class OneOffCharges:
    """Charges that no tariff makes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def add(self, by: Actor, unit_id: UnitId, item_id: FeeItemId, name: str, amount: Money) -> None:
        """Charge a unit once, due today, to be paid now or later.

        Raises NotPermitted, ChargeNeedsName, ChargeOfNothing.
        """
        by.require(Permission.ADD_CHARGE)
        check_one_off(name, amount)
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            code = connection.execute(select(unit.c.code).where(unit.c.id == unit_id)).scalar_one()
            item = next(item for item in read_items(connection) if item.id == item_id)
            new = NewCharge(
                unit_id=unit_id,
                item=item,
                kind=ONE_OFF,
                name=name.strip(),
                due_on=occasion.day,
                amount=amount,
                explain=typed_explanation(),
                subject=f"{code} {name.strip()}",
            )
            write_charges(connection, [new], occasion)
            keep_head(self._store, connection, new.subject)


def check_one_off(name: str, amount: Money) -> None:
    """Insist on a name and on more than nothing. Raises ChargeNeedsName, ChargeOfNothing."""
    if not name.strip():
        raise ChargeNeedsName
    if amount <= NOTHING:
        raise ChargeOfNothing
