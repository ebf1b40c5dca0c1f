"""What reaches the office becomes a ticket, once; further calls about it become its reporters."""

from __future__ import annotations

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.show import mask_personal
from app.store.store import Store
from app.tickets.detail.timeline import read_timeline
from app.tickets.entry.new_ticket import Caller, NewTicket, Reported
from app.tickets.entry.reporters import Reporter, add_reporter, read_reporters
from app.tickets.entry.similar import Similar, Where, find_similar
from app.tickets.entry.write_report import saved_before, write_report
from app.tickets.side_entries import with_merged
from app.tickets.steps import Step
from app.tickets.writing import begin_writing, living_ticket, number_of, open_ticket

UNMASKED = "unmask_phone"


class Tickets:
    """Takes reports."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def report(self, by: Actor, asked: NewTicket) -> Reported:
        """Make a ticket of a report, once for each form (`client_id`).

        Raises NotPermitted, NothingReported, WhereMissing, UnitUnknown, PlaceUnknown, CategoryNotOffered, TeamGone,
        AssigneeGone, TicketTextTooLong, HappenedOutside.
        """
        by.require(Permission.LOG_TICKET)
        with self._store.transaction() as connection:
            before = saved_before(connection, asked.client_id)
            return before or write_report(begin_writing(connection, self._clock.now(), by.id), asked)

    def add_reporter(self, by: Actor, ticket_id: int, caller: Caller) -> Step:
        """Let somebody else's report stand on a ticket that runs.

        Raises NotPermitted, TicketUnknown, TicketMerged, TicketOver, TicketTextTooLong.
        """
        by.require(Permission.LOG_TICKET)
        with self._store.transaction() as connection:
            row = open_ticket(connection, ticket_id)
            return add_reporter(begin_writing(connection, self._clock.now(), by.id), row, caller)

    def phones(self, by: Actor, ticket_id: int) -> tuple[Reporter, ...]:
        """Those who reported it and left a number, whole; every look is kept in the audit trail.

        Raises NotPermitted, TicketUnknown, TicketMerged.
        """
        by.require(Permission.UNMASK_PHONE)
        with self._store.transaction() as connection:
            number = number_of(living_ticket(connection, ticket_id))
            told = [one for one in read_reporters(connection, list(with_merged(connection, ticket_id))) if one.phone]
            for one in told:
                facts = {"person": one.person_id, "ticket": number}
                audit.record(connection, UNMASKED, one.name, facts, self._clock.now(), by.id)
            return tuple(told)

    def whole_words(self, by: Actor, ticket_id: int) -> tuple[str, ...]:
        """What was written about it with numbers of people that lists hide, whole; the look is kept in the audit trail.

        Empty where nothing is hidden. Raises NotPermitted, TicketUnknown, TicketMerged.
        """
        by.require(Permission.UNMASK_PHONE)
        with self._store.transaction() as connection:
            row = living_ticket(connection, ticket_id)
            of_all = list(with_merged(connection, ticket_id))
            written = [row["text"], *(one.words for one in read_reporters(connection, of_all))]
            written += [one.text for one in read_timeline(connection, of_all, ticket_id)]
            told = tuple(dict.fromkeys(text for text in written if mask_personal(text) != text))
            if told:
                number = number_of(row)
                audit.record(connection, UNMASKED, number, {"ticket": number}, self._clock.now(), by.id)
            return told

    def similar(self, where: Where, without: int | None = None) -> list[Similar]:
        """Open tickets of the last thirty days that a report may belong to, newest first."""
        with self._store.reading() as connection:
            return find_similar(connection, where, self._clock.now(), without)
