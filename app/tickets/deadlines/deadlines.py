"""The office's deadlines: its chains, hours and holiday years, where the clocks of tickets stand, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.open_hours import WeekHours
from app.core.workdays import HolidayYear
from app.store.store import Store
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.chains import Chain, Key, read_chains, read_own_chains
from app.tickets.deadlines.clocks import ClockNow, explain_clock, read_clocks
from app.tickets.deadlines.edit_facts import edit_facts
from app.tickets.deadlines.edit_plan import as_changes, carry_out, plan, write_edit
from app.tickets.deadlines.edits import DueChange, Edit, NothingNew, check_edit
from app.tickets.deadlines.explained import Explained
from app.tickets.deadlines.missing_years import missing_years
from app.tickets.deadlines.refusals import DeadlinesMovedMeanwhile
from app.tickets.deadlines.rule import CalendarName

ACTION = "change_deadlines"


@dataclass(frozen=True, slots=True)
class PromisedChain:
    """The chain of a kind and class; `is_own` if the office changed it."""

    key: Key
    chain: Chain
    is_own: bool


@dataclass(frozen=True, slots=True)
class KnownYear:
    """A notice that counts; `is_own` if the office entered it."""

    year: HolidayYear
    is_own: bool


class Deadlines:
    """Reads deadlines, and edits them with a preview of the open tickets that would change."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def chains(self) -> tuple[PromisedChain, ...]:
        """What is promised for every kind and class."""
        with self._store.reading() as connection:
            own = read_own_chains(connection)
            return tuple(PromisedChain(key, chain, key in own) for key, chain in read_chains(connection).items())

    def hours(self) -> dict[CalendarName, WeekHours]:
        """The hours of every calendar."""
        with self._store.reading() as connection:
            return dict(read_calendars(connection).current.hours)

    def years(self) -> tuple[KnownYear, ...]:
        """The notices that count, in order."""
        with self._store.reading() as connection:
            book = read_calendars(connection)
        found = sorted(book.years_at(book.stamp).values(), key=lambda one: one.year)
        return tuple(KnownYear(one, book.is_own(one.year)) for one in found)

    def missing_years(self) -> tuple[int, ...]:
        """Years into which deadlines reach, or soon will, whose notice is not there."""
        with self._store.reading() as connection:
            return missing_years(connection, read_calendars(connection), self._clock.now().date())

    def clocks(self, ticket_ids: Collection[int]) -> dict[int, tuple[ClockNow, ...]]:
        """The clocks of some tickets, where they stand now."""
        with self._store.reading() as connection:
            return read_clocks(connection, ticket_ids, self._clock.now())

    def explain(self, clock_id: int) -> Explained:
        """Why a clock is due when it is."""
        with self._store.reading() as connection:
            return explain_clock(connection, clock_id, self._clock.now())

    def preview(self, by: Actor, edit: Edit) -> tuple[DueChange, ...]:
        """Which clocks of open tickets the edit would change; nothing is stored.

        Raises NotPermitted and what `check_edit` raises.
        """
        by.require(Permission.MANAGE_TICKETS)
        check_edit(edit)
        with self._store.reading() as connection:
            return as_changes(connection, plan(connection, edit))

    def apply(self, by: Actor, edit: Edit, agreed: tuple[DueChange, ...] = ()) -> None:
        """Let an edit count from now on, and for open tickets the changes that were agreed to after a preview.

        Without any, open tickets keep what they were promised. Raises NotPermitted, what `check_edit` raises, and
        DeadlinesMovedMeanwhile where other tickets would change than in the preview.
        """
        by.require(Permission.MANAGE_TICKETS)
        check_edit(edit)
        now = self._clock.now()
        with self._store.transaction() as connection:
            planned = plan(connection, edit) if agreed else []
            if as_changes(connection, planned) != agreed:
                raise DeadlinesMovedMeanwhile(len({one.ticket_id for one in planned}))
            facts = edit_facts(connection, edit) | {"tickets": len({one.ticket_id for one in planned})}
            write_edit(connection, edit, now, by.id)
            carry_out(connection, planned, now, by.id)
            if planned or not isinstance(edit, NothingNew):
                audit.record(connection, ACTION, type(edit).__name__, facts, now, by.id)
