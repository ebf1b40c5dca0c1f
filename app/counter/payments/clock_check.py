"""A clock that runs behind the books is asked about once, and the answer is logged; one that may be wrong is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.access import audit
from app.access.actor import Actor
from app.counter.refusals import ClockIsBehind

TOLERANCE = timedelta(minutes=2)
LONG_SILENCE = timedelta(days=31)
"""So long an office writes nothing only when it is closed, or when its clock runs ahead."""


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """What the clock says, and when the newest entry of the journal was made."""

    now: datetime
    last: datetime


def clock_doubt(last: datetime | None, now: datetime) -> ClockDoubt | None:
    """Whether the clock lies before what was written last, or so long behind it that somebody should look."""
    if last is None or last - TOLERANCE <= now <= last + LONG_SILENCE:
        return None
    return ClockDoubt(now, last)


def check_clock(connection: Connection, last: datetime | None, now: datetime, by: Actor, *, accepted: bool) -> None:
    """Compare the clock with the newest entry of the journal; clocks that are set by hand may differ by two minutes.

    Raises ClockIsBehind unless the person accepted the time, which is then written to the audit trail.
    """
    if last is None or now >= last - TOLERANCE:
        return
    if not accepted:
        raise ClockIsBehind(now, last)
    audit.record(connection, "clock_accepted", now.isoformat(), {"last_entry": last.isoformat()}, now, by.id)
