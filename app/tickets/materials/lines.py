"""Material and labour of tickets: written, taken off, charged to the unit, and taken back while nobody paid."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.money import Money, total
from app.core.show import show_decimal, show_money
from app.fees.charge_rows import Occasion
from app.ledger.head import keep_head
from app.store.store import Store
from app.tickets.kinds import EntryKind, ServiceClass
from app.tickets.materials.charging import charge_lines, take_charges_back
from app.tickets.materials.kinds import FreeReason, PayState
from app.tickets.materials.line_rows import HELD_BY_COUNTER, WorkLine, WorkLines, line_by_id, lines_of
from app.tickets.materials.line_rule import NewLine, checked
from app.tickets.materials.line_writing import strike_line, write_line
from app.tickets.materials.refusals import NothingToCharge, NothingToTakeBack
from app.tickets.number import ticket_number
from app.tickets.side_entries import must_take_more, with_merged, write_side_entry
from app.tickets.steps import Changed, Step
from app.tickets.tables import ticket
from app.tickets.writing import Change

_CHARGEABLE = (PayState.NOT_CHARGED, PayState.REFUNDED)


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line that was added; `step` is what can be taken back."""

    id: int
    step: Step


class Lines:
    """What was built in and worked, and who pays for it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, ticket_id: int) -> WorkLines:
        """The standing lines of a ticket and of those merged into it."""
        with self._store.reading() as connection:
            return lines_of(connection, with_merged(connection, ticket_id), ticket_id)

    def usually_free(self, ticket_id: int) -> FreeReason | None:
        """What a new line of this ticket begins with: warranty where the ticket is under warranty."""
        columns = (ticket.c.warranty, ticket.c.service_class)
        with self._store.reading() as connection:
            row = connection.execute(select(*columns).where(ticket.c.id == ticket_id)).one()
        under_warranty = row.warranty or row.service_class == ServiceClass.WARRANTY
        return FreeReason.WARRANTY if under_warranty else None

    def add(self, by: Actor, ticket_id: int, new: NewLine) -> WrittenLine:
        """Write a line.

        Raises NotPermitted, TicketMerged, TicketOver, LineNeedsName, NotPositive, LineOfNothing, LineTooDear.
        """
        by.require(Permission.WORK_TICKET)
        line, now = checked(new), self._clock.now()
        with self._store.transaction() as connection:
            must_take_more(connection, ticket_id)
            key = write_line(connection, ticket_id, line, now, by.id)
            entry_id = write_side_entry(connection, ticket_id, _told(line_by_id(connection, key)), now, by.id)
            return WrittenLine(key, Step(EntryKind.LINE, (_changed(connection, ticket_id, entry_id),), lines=(key,)))

    def take_off(self, by: Actor, line_id: int) -> Step:
        """Strike a line; a right one is written anew.

        Raises NotPermitted, TicketMerged, TicketOver, LineTakenOffBefore, LineIsCharged.
        """
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            line, now = line_by_id(connection, line_id), self._clock.now()
            must_take_more(connection, line.ticket_id)
            strike_line(connection, line, now, by.id)
            told = Change(EntryKind.LINE, text=line.name, facts={"line": line.id, "taken_off": True})
            entry_id = write_side_entry(connection, line.ticket_id, told, now, by.id)
            changed = _changed(connection, line.ticket_id, entry_id)
            return Step(EntryKind.LINE, (changed,), lines_off=(line_id,))

    def charge(self, by: Actor, ticket_id: int, line_ids: Collection[int] = ()) -> Money:
        """Charge the unit with these lines, or with all that are not free; returns what the counter will ask for.

        Raises NotPermitted, TicketMerged, TicketOver, TicketWithoutUnit, NothingToCharge.
        """
        by.require(Permission.WORK_TICKET)
        by.require(Permission.ADD_CHARGE)
        with self._store.transaction() as connection:
            must_take_more(connection, ticket_id)
            lines = self._chosen(connection, ticket_id, line_ids, _CHARGEABLE)
            if not lines:
                raise NothingToCharge(_number(connection, ticket_id))
            occasion = Occasion(self._clock.now(), by.id)
            charge_lines(connection, ticket_id, lines, occasion)
            return self._tell(connection, ticket_id, lines, occasion, back=False)

    def take_back(self, by: Actor, ticket_id: int, line_ids: Collection[int] = ()) -> Money:
        """No longer ask the unit for these lines, or for all that nobody has paid anything of; returns how much.

        Raises NotPermitted, ChargePaidMeanwhile, NothingToTakeBack.
        """
        by.require(Permission.WORK_TICKET)
        by.require(Permission.ADD_CHARGE)
        with self._store.transaction() as connection:
            states = tuple(HELD_BY_COUNTER) if line_ids else (PayState.TO_PAY,)
            lines = self._chosen(connection, ticket_id, line_ids, states)
            if not lines:
                raise NothingToTakeBack(_number(connection, ticket_id))
            occasion = Occasion(self._clock.now(), by.id)
            take_charges_back(connection, lines, occasion)
            return self._tell(connection, ticket_id, lines, occasion, back=True)

    @staticmethod
    def _chosen(
        connection: Connection, ticket_id: int, line_ids: Collection[int], states: tuple[PayState, ...]
    ) -> tuple[WorkLine, ...]:
        standing = lines_of(connection, with_merged(connection, ticket_id), ticket_id).of(*states)
        return tuple(line for line in standing if not line_ids or line.id in line_ids)

    def _tell(
        self, connection: Connection, ticket_id: int, lines: Collection[WorkLine], occasion: Occasion, *, back: bool
    ) -> Money:
        amount = total(line.amount for line in lines)
        facts = {"lines": [line.id for line in lines], "fen": amount.fen, "back": back}
        told = Change(EntryKind.CHARGED, text=show_money(amount), facts=facts)
        write_side_entry(connection, ticket_id, told, occasion.at, occasion.by)
        keep_head(self._store, connection, _number(connection, ticket_id))
        return amount


def _told(line: WorkLine) -> Change:
    words = f"{line.name} {show_decimal(line.quantity, 0)} {line.unit_name}".rstrip()
    return Change(EntryKind.LINE, text=words, facts={"line": line.id, "fen": line.amount.fen, "taken_off": False})


def _changed(connection: Connection, ticket_id: int, entry_id: int) -> Changed:
    version = connection.execute(select(ticket.c.version).where(ticket.c.id == ticket_id)).scalar_one()
    return Changed(ticket_id, entry_id, version)


def _number(connection: Connection, ticket_id: int) -> str:
    row = connection.execute(select(ticket.c.day, ticket.c.serial).where(ticket.c.id == ticket_id)).one()
    return ticket_number(row.day, row.serial)
