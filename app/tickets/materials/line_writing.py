"""Lines inside a transaction: written, struck, and put back where a step is taken back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, update

from app.core.ids import UserId
from app.store.rows import insert_row
from app.tickets.materials.line_rows import HELD_BY_COUNTER, WorkLine, line_by_id
from app.tickets.materials.line_rule import NewLine, amount_of
from app.tickets.materials.refusals import LineIsCharged, LineTakenOffBefore
from app.tickets.tables import ticket_line


def write_line(connection: Connection, ticket_id: int, line: NewLine, at: datetime, by: UserId) -> int:
    """Keep a line that was checked; returns its id."""
    return insert_row(
        connection,
        ticket_line,
        ticket_id=ticket_id,
        kind=line.kind.value,
        name=line.name,
        unit_name=line.unit_name,
        quantity=line.quantity,
        price=line.price,
        amount=amount_of(line.quantity, line.price, line.free),
        free="" if line.free is None else line.free.value,
        at=at,
        by=by,
    )


def strike_line(connection: Connection, line: WorkLine, at: datetime, by: UserId) -> None:
    """Take a line off. Raises LineTakenOffBefore, LineIsCharged."""
    if line.taken_off:
        raise LineTakenOffBefore(line.name)
    if line.state in HELD_BY_COUNTER:
        raise LineIsCharged(line.name, line.amount)
    struck = update(ticket_line).where(ticket_line.c.id == line.id)
    connection.execute(struck.values(taken_off_at=at, taken_off_by=by))


def lines_back(
    connection: Connection, added: tuple[int, ...], taken_off: tuple[int, ...], at: datetime, by: UserId
) -> None:
    """Take back what a step did with lines. Raises LineTakenOffBefore, LineIsCharged."""
    for line_id in added:
        strike_line(connection, line_by_id(connection, line_id), at, by)
    for line_id in taken_off:
        put_back = update(ticket_line).where(ticket_line.c.id == line_id)
        connection.execute(put_back.values(taken_off_at=None, taken_off_by=None))
