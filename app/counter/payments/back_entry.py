"""Back entry (补录): a receipt written by hand keeps its time and number, and counts in the shift that ran then."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, bindparam

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.show import show_time
from app.counter.payments.asked import BackEntry
from app.counter.payments.refusals import CollectorMissing, WrittenLater
from app.counter.shifts.open_shift import OpenShift, as_open_shift, open_shifts, shift_for_payment
from app.counter.tables import shift

_RAN_THEN = open_shifts().where(shift.c.opened_at <= bindparam("then"))


def check_back_entry(by: Actor, back: BackEntry, now: datetime) -> None:
    """Raises NotPermitted, WrittenLater, CollectorMissing."""
    by.require(Permission.ENTER_BACK)
    if back.written_at > now:
        raise WrittenLater(back.written_at, now)
    if not back.collector.strip():
        raise CollectorMissing


def shift_for_back_entry(connection: Connection, by: Actor, back: BackEntry, today: date) -> OpenShift:
    """The shift that ran when the paper was written, the person's own before another's; if it is closed, theirs now.

    Raises NoOpenShift, ShiftLeftOpen.
    """
    ran = [as_open_shift(row) for row in connection.execute(_RAN_THEN, {"then": back.written_at})]
    of_that_day = [one for one in ran if one.day == back.written_at.date()]
    own = [one for one in of_that_day if one.cashier_id == by.id]
    return next(iter((*own, *of_that_day)), None) or shift_for_payment(connection, by, today)


def back_entry_on_paper(back: BackEntry) -> str:
    """What every copy of it says: entered afterwards, and who took the money when."""
    said = f"补录：手写于 {show_time(back.written_at)}，收款人 {back.collector.strip()}"
    return f"{said}；手写收据 {back.again} 原录入已作废，本张为重录" if back.again else said
