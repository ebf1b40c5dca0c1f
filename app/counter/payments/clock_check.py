"""A clock that runs behind the books is asked about once, and the answer is logged."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.access import audit
from app.access.actor import Actor
from app.counter.refusals import ClockIsBehind

TOLERANCE = timedelta(minutes=2)


def check_clock(connection: Connection, last: datetime | None, now: datetime, by: Actor, *, accepted: bool) -> None:
    """Compare the clock with the newest entry of the journal; clocks that are set by hand may differ by two minutes.

    Raises ClockIsBehind unless the person accepted the time, which is then written to the audit trail.
    """
    if last is None or now >= last - TOLERANCE:
        return
    if not accepted:
        raise ClockIsBehind(now, last)
    audit.record(connection, "clock_accepted", now.isoformat(), {"last_entry": last.isoformat()}, now, by.id)
