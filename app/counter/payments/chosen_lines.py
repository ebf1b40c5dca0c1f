"""The chosen lines of a bill, read anew inside the payment's transaction and compared with what was shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection, select

from app.access.tables import user
from app.core.ids import ChargeId, UnitId
from app.core.money import NOTHING
from app.counter.payments.asked import ChosenLine, OneOff
from app.counter.refusals import TakenMeanwhile
from app.counter.tables import payment, receipt
from app.fees.ahead.ahead_quote import AheadCharge
from app.fees.allocation_rule import OpenLine
from app.fees.charges import OpenCharge, open_charges
from app.fees.tables import allocation, charge

ONE_OFF_PRIORITY = 1000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be paid: standing charges by id, and one-offs under negative ids until they have a row.

    `standing` is everything that the units owe, chosen or not. `ahead` are charges that the payment is to make: they
    stand among `charges` too, under negative ids of their own.
    """

    charges: dict[ChargeId, OpenCharge]
    one_offs: dict[ChargeId, OneOff]
    day: date
    standing: tuple[OpenCharge, ...] = ()
    ahead: Mapping[ChargeId, AheadCharge] = field(default_factory=dict)
    units: tuple[UnitId, ...] = ()

    def with_ahead(self, ahead: Sequence[AheadCharge]) -> Chosen:
        """The same with these charges to be made and paid."""
        opens = {one.open.id: one.open for one in ahead}
        return replace(
            self,
            charges={**self.charges, **opens},
            standing=(*self.standing, *opens.values()),
            ahead={**self.ahead, **{one.open.id: one for one in ahead}},
        )

    def open_lines(self) -> list[OpenLine]:
        """What the allocation rule spreads the money over."""
        place = {unit_id: number for number, unit_id in enumerate(self.units)}
        standing = [open_line(one, place.get(one.unit_id, 0)) for one in self.charges.values()]
        new = [one_off_line(position, one, self.day) for position, one in enumerate(self.one_offs.values())]
        return [*standing, *new]


def open_line(one: OpenCharge, unit_order: int = 0) -> OpenLine:
    """A standing charge as the allocation rule sees it; the receipt's own unit comes first (0)."""
    return OpenLine(one.id, one.due_on, one.priority, unit_order, one.outstanding, one.late_fee_owed, one.held)


def one_off_line(position: int, one: OneOff, day: date) -> OpenLine:
    """The one-off charge at this position (0 is the first), due today and after the standing ones."""
    return OpenLine(one_off_id(position), day, ONE_OFF_PRIORITY, position, one.amount, NOTHING, one.held)


def one_off_id(position: int) -> ChargeId:
    """The id that stands for a one-off until it is written."""
    return ChargeId(-1 - position)


def read_chosen(
    connection: Connection,
    units: tuple[UnitId, ...],
    lines: Sequence[ChosenLine],
    one_offs: Sequence[OneOff],
    day: date,
) -> Chosen:
    """Read the chosen charges of these units; all have to stand as they were shown. Raises TakenMeanwhile."""
    standing = {one.id: one for one in open_charges(connection, units, day)}
    for line in lines:
        one = standing.get(line.charge_id)
        if one is None or one.version != line.version:
            raise taken_meanwhile(connection, line.charge_id)
    return Chosen(
        {line.charge_id: standing[line.charge_id] for line in lines},
        {one_off_id(position): one for position, one in enumerate(one_offs)},
        day,
        tuple(standing.values()),
        units=units,
    )


def taken_meanwhile(connection: Connection, charge_id: ChargeId) -> TakenMeanwhile:
    """Who changed the charge: the newest receipt on it, as far as there is one."""
    row = connection.execute(
        select(receipt.c.label, user.c.name)
        .join_from(allocation, payment, allocation.c.payment_id == payment.c.id)
        .join(receipt, receipt.c.payment_id == payment.c.id)
        .join(user, user.c.id == payment.c.by)
        .where(allocation.c.charge_id == charge_id)
        .order_by(allocation.c.id.desc())
        .limit(1)
    ).first()
    name = connection.execute(select(charge.c.name).where(charge.c.id == charge_id)).scalar() or ""
    return TakenMeanwhile(name, row.label if row else "", row.name if row else "")
