"""The float of a shift: what the last close kept in the drawer, and a difference to it, noted and booked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from app.access.tables import user
from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.shifts.refusals import FloatDiffers
from app.counter.tables import shift


@dataclass(frozen=True, slots=True)
class LastClose:
    """The newest close of a drawer: `counted` in cash, of which `kept` stayed as the next float.

    `kept` is None where the close was made by a version that did not ask for it.
    """

    shift: ShiftId
    cashier: str
    closed_at: datetime
    counted: Money
    kept: Money | None


def last_close_of(connection: Connection, drawer: str) -> LastClose | None:
    """The newest close of the drawer; None before the first."""
    row = connection.execute(
        select(shift.c.id, shift.c.closed_at, shift.c.closing, user.c.name)
        .join_from(shift, user, shift.c.user_id == user.c.id)
        .where(shift.c.drawer == drawer, shift.c.closed_at.is_not(None))
        .order_by(shift.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else LastClose(ShiftId(row.id), row.name, row.closed_at, *_cash_in(row.closing))


def float_difference(last: LastClose | None, opening: Money, note: str) -> Money:
    """By how much the float differs from what should lie there. Raises FloatDiffers where a note is missing.

    The first float of a drawer, and one after a close that kept nothing on record, is brought in whole.
    """
    if last is None or last.kept is None:
        return opening
    if opening != last.kept and not note.strip():
        raise FloatDiffers(last.kept, opening)
    return opening - last.kept


def _cash_in(closing: Mapping[str, Any]) -> tuple[Money, Money | None]:
    if "kept" in closing:
        return Money(closing["counted"]), Money(closing["kept"])
    cash = (counted for name, _payments, _expected, counted in closing["methods"] if name == Method.CASH)
    return Money(next(cash, NOTHING.fen)), None
