"""Who calls: everything that the person at the telephone should see of a unit at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, or_, select

from app.access.actor import Actor
from app.core.clock import Clock
from app.core.ids import UnitId
from app.core.money import NOTHING, Money, total
from app.counter.notes.unit_notes import UnitNote, UnitNotes
from app.counter.receipts.receipt_list import receipts_of_unit
from app.estate.building_hints import BuildingHint, read_hints
from app.estate.unit_facts import UnitPage
from app.estate.unit_pages import read_unit_page
from app.fees.charges import open_charges
from app.incidents.callers.callers import LiveIncident, live_incidents
from app.store.store import Store
from app.tickets.events.read_events import LiveEvent, live_events
from app.tickets.kinds import OVER, EntryKind
from app.tickets.lists.rows import TicketRow, read_rows
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_entry, ticket_reporter

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

MOST_CONTACTS = 8
MOST_TICKETS = 20


class ContactKind(StrEnum):
    """What the office last had to do with a unit."""

    REPORT = "report"
    TALK = "talk"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class CallerContact:
    """One of the last contacts: a report, a talk about one, or a payment (`amount` in fen, none of it else).

    `text` is what was said, or what was paid for; `label` the number of the ticket or receipt.
    """

    kind: ContactKind
    at: datetime
    text: str
    label: str
    ticket_id: int | None = None
    amount: Money = NOTHING


@dataclass(frozen=True, slots=True)
class Owed:
    """What the unit owes past due, late fees included (in fen), in how many charges, and since when."""

    amount: Money
    charges: int
    earliest: date | None


@dataclass(frozen=True, slots=True)
class CallerPanel:
    """A unit at the telephone: its people, money, open tickets (what is due first), hint, notes and last contacts.

    `live` is what goes on in its building, with what staff say of it; `incidents` what runs there.
    """

    unit: UnitPage
    owed: Owed
    tickets: tuple[TicketRow, ...]
    hint: BuildingHint | None
    notes: tuple[UnitNote, ...]
    contacts: tuple[CallerContact, ...]
    live: tuple[LiveEvent, ...]
    incidents: tuple[LiveIncident, ...] = ()


class Caller:
    """Reads the panel; nothing is written."""

    def __init__(self, store: Store, clock: Clock, notes: UnitNotes) -> None:
        self._store = store
        self._clock = clock
        self._notes = notes

    def panel(self, by: Actor, unit_id: UnitId) -> CallerPanel:
        """Everything about a unit that calls, of one moment. Raises UnknownUnit."""
        now = self._clock.now()
        with self._store.reading() as connection:
            page = read_unit_page(connection, unit_id, now.date())
            tickets = read_rows(connection, _open_tickets(connection, unit_id), now)
            return CallerPanel(
                unit=page,
                owed=_owed(connection, unit_id, now.date()),
                tickets=tuple(sorted(tickets, key=_urgency)),
                hint=read_hints(connection, [page.building_id]).get(page.building_id),
                notes=self._notes.standing(by, [unit_id]),
                contacts=last_contacts(connection, unit_id),
                live=live_events(connection, page.building_id),
                incidents=live_incidents(connection, page.building_id),
            )


def last_contacts(connection: Connection, unit_id: UnitId, most: int = MOST_CONTACTS) -> tuple[CallerContact, ...]:
    """The last things that the office had to do with a unit, the newest first."""
    payments = (
        CallerContact(ContactKind.PAYMENT, row.at, row.items, row.label, None, row.amount)
        for row in receipts_of_unit(connection, unit_id, most)
        if not row.voided
    )
    found = [*_reports(connection, unit_id, most), *_talks(connection, unit_id, most), *payments]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True)[:most])


def _owed(connection: Connection, unit_id: UnitId, today: date) -> Owed:
    due = [one for one in open_charges(connection, [unit_id], today) if one.due_on <= today]
    amount = total(one.outstanding + one.late_fee_owed for one in due)
    return Owed(amount, len(due), min((one.due_on for one in due), default=None))


def _of_unit(unit_id: UnitId) -> ColumnElement[bool]:
    """Tickets on the unit, and those that somebody reported from there."""
    reported = select(ticket_reporter.c.ticket_id).where(
        ticket_reporter.c.unit_id == unit_id, ticket_reporter.c.taken_off_at.is_(None)
    )
    return or_(ticket.c.unit_id == unit_id, ticket.c.id.in_(reported))


def _open_tickets(connection: Connection, unit_id: UnitId) -> list[int]:
    still_open = ticket.c.state.not_in(sorted(state.value for state in OVER))
    asked = select(ticket.c.id).where(_of_unit(unit_id), still_open).order_by(ticket.c.id.desc()).limit(MOST_TICKETS)
    return list(connection.execute(asked).scalars())


def _urgency(row: TicketRow) -> tuple[bool, datetime]:
    return (row.clock is None, row.reported_at if row.clock is None else row.clock.reckoned.due_at)


def _reports(connection: Connection, unit_id: UnitId, most: int) -> list[CallerContact]:
    newest = select(ticket).where(_of_unit(unit_id)).order_by(ticket.c.reported_at.desc(), ticket.c.id.desc())
    return [
        CallerContact(ContactKind.REPORT, row.reported_at, row.text, ticket_number(row.day, row.serial), row.id)
        for row in connection.execute(newest.limit(most))
    ]


def _talks(connection: Connection, unit_id: UnitId, most: int) -> list[CallerContact]:
    undone = ticket_entry.alias("undone")
    taken_back = (
        select(func.count())
        .select_from(undone)
        .where(undone.c.ticket_id == ticket_entry.c.ticket_id, undone.c.undoes == ticket_entry.c.id)
        .scalar_subquery()
    )
    newest = (
        select(ticket_entry, ticket.c.day, ticket.c.serial)
        .join(ticket, ticket.c.id == ticket_entry.c.ticket_id)
        .where(_of_unit(unit_id), ticket_entry.c.kind == EntryKind.CONTACT.value, taken_back == 0)
        .order_by(ticket_entry.c.happened_at.desc(), ticket_entry.c.id.desc())
        .limit(most)
    )
    return [
        CallerContact(ContactKind.TALK, row.happened_at, row.text, ticket_number(row.day, row.serial), row.ticket_id)
        for row in connection.execute(newest)
    ]
