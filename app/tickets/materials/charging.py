"""Lines that become charges of the unit, and charges that are taken back while nothing of them was paid."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select, update

from app.estate.tables import unit
from app.fees.charge_rows import ONE_OFF, NewCharge, Occasion, cancel_charges, charge_entry, charge_row
from app.fees.repair_explained import RepairLine
from app.fees.repair_item import repair_item
from app.fees.standing import standing
from app.fees.tables import adjustment, charge
from app.ledger.journal import post
from app.store.rows import insert_row
from app.tickets.materials.kinds import PayState
from app.tickets.materials.line_rows import WorkLine
from app.tickets.materials.refusals import ChargePaidMeanwhile, TicketWithoutUnit
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_line


def charge_lines(connection: Connection, ticket_id: int, lines: Collection[WorkLine], occasion: Occasion) -> None:
    """Charge the ticket's unit, due today, one charge for each line. Raises TicketWithoutUnit."""
    row = connection.execute(
        select(ticket.c.day, ticket.c.serial, ticket.c.unit_id, unit.c.code)
        .join(unit, unit.c.id == ticket.c.unit_id, isouter=True)
        .where(ticket.c.id == ticket_id)
    ).one()
    number = ticket_number(row.day, row.serial)
    if row.unit_id is None:
        raise TicketWithoutUnit(number)
    item = repair_item(connection, occasion.at, occasion.by)
    for line in lines:
        new = NewCharge(
            unit_id=row.unit_id,
            item=item,
            kind=ONE_OFF,
            name=line.name,
            due_on=occasion.day,
            amount=line.amount,
            explain=RepairLine(number, line.quantity, line.unit_name, line.price).to_facts(),
            subject=f"{row.code} {number} {line.name}",
        )
        (entry_no,) = post(connection, [charge_entry(new, occasion)])
        key = insert_row(connection, charge, **charge_row(new, entry_no, occasion))
        connection.execute(update(ticket_line).where(ticket_line.c.id == line.id).values(charge_id=key))


def take_charges_back(connection: Connection, lines: Collection[WorkLine], occasion: Occasion) -> None:
    """Cancel the charges of these lines. Raises ChargePaidMeanwhile where anything of one was paid or let off."""
    keys = [line.charge_id for line in lines]
    adjusted = set(connection.execute(standing(adjustment).where(adjustment.c.charge_id.in_(keys))).scalars())
    for line in lines:
        if line.state is not PayState.TO_PAY or line.charge_id in adjusted:
            raise ChargePaidMeanwhile(line.name, "" if line.paid is None else line.paid.receipt)
    cancel_charges(connection, charge.c.id.in_(keys), occasion)
