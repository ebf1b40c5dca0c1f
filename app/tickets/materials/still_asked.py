"""Charges of a ticket that ends while the counter still asks for them: taken back or kept, never forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from app.core.money import total
from app.core.show import show_money
from app.fees.charge_rows import Occasion
from app.ledger.head import keep_head
from app.store.store import Store
from app.tickets.kinds import EntryKind
from app.tickets.materials.charging import take_charges_back
from app.tickets.materials.kinds import KEPT, ChargeToo
from app.tickets.materials.line_rows import OPEN_AT_COUNTER, WorkLine, lines_of
from app.tickets.materials.refusals import ChargeStillAsked
from app.tickets.side_entries import with_merged, write_side_entry
from app.tickets.writing import Change, TicketRow, number_of


def settle_charges(
    store: Store, connection: Connection, row: TicketRow, choice: ChargeToo | None, occasion: Occasion
) -> dict[str, object]:
    """Take back or keep what is asked for of a ticket that ends; the facts that its last entry tells of it.

    Raises ChargeStillAsked where nothing was chosen, ChargePaidMeanwhile where a part of it was paid.
    """
    lines = asked_lines(connection, row)
    if not lines:
        return {}
    check_settled(connection, row, {KEPT: choice} if choice else {})
    if choice is ChargeToo.KEEP:
        return {KEPT: total(line.outstanding for line in lines).fen}
    take_charges_back(connection, lines, occasion)
    amount = total(line.amount for line in lines)
    facts = {"lines": [line.id for line in lines], "fen": amount.fen, "back": True}
    told = Change(EntryKind.CHARGED, text=show_money(amount), facts=facts)
    write_side_entry(connection, row["id"], told, occasion.at, occasion.by)
    keep_head(store, connection, number_of(row))
    return {}


def check_all_settled(connection: Connection, rows: Sequence[TicketRow]) -> None:
    """Say of several tickets that end together all that is still asked for. Raises ChargeStillAsked."""
    asked = {number_of(row): asked_lines(connection, row) for row in rows}
    named = {number: lines for number, lines in asked.items() if lines}
    if named:
        amount = total(line.outstanding for lines in named.values() for line in lines)
        raise ChargeStillAsked(", ".join(named), amount)


def check_settled(connection: Connection, row: TicketRow, facts: Mapping[str, object]) -> None:
    """Refuse to end a ticket of whose charges nothing was said. Raises ChargeStillAsked."""
    lines = () if KEPT in facts else asked_lines(connection, row)
    if lines:
        raise ChargeStillAsked(number_of(row), total(line.outstanding for line in lines))


def asked_lines(connection: Connection, row: TicketRow) -> tuple[WorkLine, ...]:
    """What the counter still asks for of a ticket and those merged into it."""
    return lines_of(connection, with_merged(connection, row["id"]), row["id"]).of(*OPEN_AT_COUNTER)
