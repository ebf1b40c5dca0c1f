"""When the clock of the computer was put back: what was written next stands behind, and says an earlier time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, func, select

from app.access.tables import audit
from app.ledger.tables import journal_entry


def clock_put_back(connection: Connection) -> tuple[tuple[datetime, datetime], ...]:
    """Each time: what the clock said before, and after. Both chains are asked, in which no moment can be changed."""
    chains = ((journal_entry.c.no, journal_entry.c.at), (audit.c.id, audit.c.at))
    return tuple(one for number, at in chains for one in _descents(connection, number, at))


def _descents(
    connection: Connection, number: Column[int], at: Column[datetime]
) -> tuple[tuple[datetime, datetime], ...]:
    rows = select(func.lag(at, type_=at.type).over(order_by=number).label("before"), at.label("after")).subquery()
    found = connection.execute(select(rows.c.before, rows.c.after).where(rows.c.after < rows.c.before))
    return tuple((row.before, row.after) for row in found)
