"""The chosen lines of a bill, read anew inside the payment's transaction and compared with what was shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from app.access.tables import user
from app.core.ids import ChargeId, UnitId
from app.core.money import NOTHING
from app.counter.payments.asked import ChosenLine, OneOff
from app.counter.refusals import TakenMeanwhile
from app.counter.tables import payment, receipt
from app.fees.allocation_rule import OpenLine
from app.fees.charges import OpenCharge, open_charges
from app.fees.tables import allocation, charge

ONE_OFF_PRIORITY = 1000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be paid: standing charges by id, and one-offs under negative ids until they have a row.

    `standing` is everything that the unit owes, chosen or not.
    """

    charges: dict[ChargeId, OpenCharge]
    one_offs: dict[ChargeId, OneOff]
    day: date
    standing: tuple[OpenCharge, ...] = ()

    def open_lines(self) -> list[OpenLine]:
        """What the allocation rule spreads the money over."""
        standing = [open_line(one) for one in self.charges.values()]
        new = [one_off_line(position, one, self.day) for position, one in enumerate(self.one_offs.values())]
        return [*standing, *new]


def open_line(one: OpenCharge) -> OpenLine:
    """A standing charge as the allocation rule sees it."""
    return OpenLine(one.id, one.due_on, one.priority, 0, one.outstanding, one.late_fee_owed)


def one_off_line(position: int, one: OneOff, day: date) -> OpenLine:
    """The one-off charge at this position (0 is the first), due today and after the standing ones."""
    return OpenLine(one_off_id(position), day, ONE_OFF_PRIORITY, position, one.amount, NOTHING)


def one_off_id(position: int) -> ChargeId:
    """The id that stands for a one-off until it is written."""
    return ChargeId(-1 - position)


def read_chosen(
    connection: Connection, unit_id: UnitId, lines: Sequence[ChosenLine], one_offs: Sequence[OneOff], day: date
) -> Chosen:
    """Read the chosen charges; all have to stand as they were shown. Raises TakenMeanwhile."""
    standing = {one.id: one for one in open_charges(connection, [unit_id], day)}
    for line in lines:
        one = standing.get(line.charge_id)
        if one is None or one.version != line.version:
            raise taken_meanwhile(connection, line.charge_id)
    return Chosen(
        {line.charge_id: standing[line.charge_id] for line in lines},
        {one_off_id(position): one for position, one in enumerate(one_offs)},
        day,
        tuple(standing.values()),
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
