"""Which parts were built in over some days: what to buy, and what the office bore."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from sqlalchemy import select

from app.core.money import Money, total
from app.store.store import Store
from app.tickets.kinds import State
from app.tickets.materials.kinds import FreeReason, LineKind
from app.tickets.materials.line_rule import worth_of
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_line


@dataclass(frozen=True, slots=True)
class PartUsed:
    """A part in one unit of measure; `asked` of residents, borne by warranty and by the office, all in fen."""

    name: str
    unit_name: str
    quantity: Decimal
    asked: Money
    by_warranty: Money
    by_office: Money
    tickets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartsUsed:
    """The parts by name."""

    parts: tuple[PartUsed, ...]

    @property
    def asked(self) -> Money:
        """What residents are asked for."""
        return total(part.asked for part in self.parts)

    @property
    def borne(self) -> Money:
        """What warranty and office bear."""
        return total(part.by_warranty + part.by_office for part in self.parts)


class PartsList:
    """Reads what was built in."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def used(self, first: date, last: date) -> PartsUsed:
        """Material written from the first to the last day, both with; not what was taken off."""
        between = ticket_line.c.at.between(datetime.combine(first, time.min), datetime.combine(last, time.max))
        rows = (
            select(ticket_line, ticket.c.day, ticket.c.serial)
            .join(ticket, ticket.c.id == ticket_line.c.ticket_id)
            .where(
                between,
                ticket_line.c.kind == LineKind.MATERIAL.value,
                ticket_line.c.taken_off_at.is_(None),
                ticket.c.state != State.CANCELLED.value,
            )
            .order_by(ticket_line.c.name, ticket_line.c.unit_name, ticket_line.c.id)
        )
        with self._store.reading() as connection:
            found = [
                _Line(
                    row.name,
                    row.unit_name,
                    row.quantity,
                    row.price,
                    row.amount,
                    row.free,
                    ticket_number(row.day, row.serial),
                )
                for row in connection.execute(rows)
            ]
        return PartsUsed(tuple(_parts(found)))


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    unit_name: str
    quantity: Decimal
    price: Decimal
    amount: Money
    free: str
    number: str

    def borne(self, reason: FreeReason) -> Money:
        return worth_of(self.quantity, self.price) if self.free == reason else Money(0)


def _parts(lines: Iterable[_Line]) -> Iterable[PartUsed]:
    together: defaultdict[tuple[str, str], list[_Line]] = defaultdict(list)
    for line in lines:
        together[line.name, line.unit_name].append(line)
    for (name, unit_name), same in together.items():
        yield PartUsed(
            name,
            unit_name,
            sum((line.quantity for line in same), Decimal(0)),
            total(line.amount for line in same),
            total(line.borne(FreeReason.WARRANTY) for line in same),
            total(line.borne(FreeReason.OFFICE) for line in same),
            tuple(dict.fromkeys(line.number for line in same)),
        )
