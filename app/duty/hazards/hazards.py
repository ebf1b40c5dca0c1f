"""Hazards: found, graded, given an owner and a deadline, put right, checked, closed, or raised as a ticket."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.duty.hazards.flow import Grade, Step, deadline
from app.duty.hazards.hazard_facts import Hazard, NewHazard, hazard_number
from app.duty.hazards.hazard_rows import H, next_serial, open_hazard, read_hazards, read_where, write_step
from app.duty.log.entry_rows import write_line
from app.duty.log.kinds import EntryKind
from app.duty.refusals import HazardDueBefore, HazardOwnerMissing, HazardPlaceMissing
from app.duty.tables import hazard
from app.duty.texts import required, tidy
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.entry.new_ticket import NewTicket
from app.tickets.entry.tickets import Tickets
from app.tickets.kinds import Priority, Source, TicketKind

_PRIORITIES = {Grade.MAJOR: Priority.URGENT, Grade.GENERAL: Priority.HIGH, Grade.MINOR: Priority.NORMAL}
_NONE: Mapping[str, Any] = {}


class Hazards:
    """Every step needs KEEP_DUTY; a major hazard is closed by whoever holds MANAGE_DUTY."""

    def __init__(self, store: Store, clock: Clock, tickets: Tickets) -> None:
        self._store = store
        self._clock = clock
        self._tickets = tickets

    def listed(self, *, closed: bool = False) -> tuple[Hazard, ...]:
        """The open hazards, late ones first, then by deadline; with `closed` also those that are over."""
        with self._store.reading() as connection:
            return read_hazards(connection, self._clock.now().date(), closed=closed)

    def hazard(self, hazard_id: int) -> Hazard:
        """One hazard."""
        with self._store.reading() as connection:
            (found,) = read_where(connection, H.id == hazard_id)
            return found

    def of_round(self, round_id: int) -> tuple[Hazard, ...]:
        """What was found on a round."""
        with self._store.reading() as connection:
            return read_where(connection, H.round_id == round_id)

    def find(self, by: Actor, new: NewHazard) -> int:
        """Write down what was found; an owner may be named at once. Its id.

        Raises NotPermitted, DutyTextMissing, HazardPlaceMissing, HazardDueBefore.
        """
        by.require(Permission.KEEP_DUTY)
        now, what = self._clock.now(), required(new.what)
        if not new.place.strip():
            raise HazardPlaceMissing
        due_on = new.due_on or deadline(new.grade, now.date())
        if due_on < now.date():
            raise HazardDueBefore(due_on, now.date())
        with self._store.transaction() as connection:
            serial = next_serial(connection, now.date())
            made = insert_row(
                connection,
                hazard,
                day=now.date(),
                serial=serial,
                place=tidy(new.place),
                building_id=new.building_id,
                what=what,
                grade=new.grade.value,
                owner=tidy(new.owner),
                due_on=due_on,
                round_id=new.round_id,
                at=now,
                by=by.id,
            )
            facts = {"point": new.point} if new.point else _NONE
            write_step(connection, by, now, made, Step.FOUND, what, facts)
            write_step(connection, by, now, made, Step.GRADED, "", {"grade": new.grade.value})
            if new.owner.strip():
                told = {"owner": tidy(new.owner), "due_on": due_on.isoformat()}
                write_step(connection, by, now, made, Step.OWNED, "", told)
            line = {"hazard": made, "number": hazard_number(now.date(), serial), "place": tidy(new.place)}
            write_line(connection, by, now, EntryKind.HAZARD, what, line)
            return made

    def grade(self, by: Actor, hazard_id: int, grade: Grade, why: str = "") -> None:
        """Graded anew; the deadline stays. Raises NotPermitted, HazardStepImpossible."""
        self._step(by, hazard_id, Step.GRADED, tidy(why), {"grade": grade.value}, grade=grade.value)

    def give(self, by: Actor, hazard_id: int, owner: str, due_on: date, why: str = "") -> None:
        """Somebody sees to it, by a day. Raises NotPermitted, HazardOwnerMissing, HazardDueBefore."""
        if not owner.strip():
            raise HazardOwnerMissing
        today = self._clock.now().date()
        if due_on < today:
            raise HazardDueBefore(due_on, today)
        facts = {"owner": tidy(owner), "due_on": due_on.isoformat()}
        self._step(by, hazard_id, Step.OWNED, tidy(why), facts, owner=tidy(owner), due_on=due_on)

    def put_right(self, by: Actor, hazard_id: int, words: str) -> None:
        """It was put right, and how; where nobody had it, whoever did it had.

        Raises NotPermitted, DutyTextMissing, HazardStepImpossible.
        """
        told = required(words)
        with self._store.transaction():
            owner = self.hazard(hazard_id).owner or by.name
            self._step(by, hazard_id, Step.FIXED, told, owner=owner)

    def check(self, by: Actor, hazard_id: int, words: str = "") -> None:
        """Somebody looked, and it is in order. Raises NotPermitted, HazardStepImpossible."""
        self._step(by, hazard_id, Step.CHECKED, tidy(words))

    def send_back(self, by: Actor, hazard_id: int, why: str) -> None:
        """Somebody looked, and it is not in order. Raises NotPermitted, DutyTextMissing, HazardStepImpossible."""
        self._step(by, hazard_id, Step.SENT_BACK, required(why))

    def close(self, by: Actor, hazard_id: int, words: str = "") -> None:
        """It is over. Raises NotPermitted, HazardStepImpossible."""
        if self.hazard(hazard_id).grade is Grade.MAJOR:
            by.require(Permission.MANAGE_DUTY)
        self._step(by, hazard_id, Step.CLOSED, tidy(words), closed_at=self._clock.now())

    def note(self, by: Actor, hazard_id: int, words: str) -> None:
        """A line in free words. Raises NotPermitted, DutyTextMissing."""
        self._step(by, hazard_id, Step.NOTED, required(words))

    def raise_ticket(self, by: Actor, hazard_id: int) -> int:
        """The hazard goes on as a ticket, with its place and words; the ticket's id.

        Raises NotPermitted, HazardStepImpossible, and what `Tickets.report` raises.
        """
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            one = open_hazard(connection, hazard_id, Step.RAISED)
            asked = NewTicket(
                f"hazard-{hazard_id}",
                f"{one.what}（隐患 {one.number}）",
                kind=TicketKind.REPAIR,
                building_id=one.building_id,
                place=one.place,
                source=Source.PATROL,
                priority=_PRIORITIES[one.grade],
            )
            made = self._tickets.report(by, asked)
            now = self._clock.now()
            write_step(connection, by, now, hazard_id, Step.RAISED, "", {"ticket": made.number})
            values = {"ticket_id": made.ticket_id, "closed_at": now}
            connection.execute(update(hazard).where(H.id == hazard_id).values(values))
            return made.ticket_id

    def _step(
        self,
        by: Actor,
        hazard_id: int,
        step: Step,
        text: str = "",
        facts: Mapping[str, Any] = _NONE,
        **values: object,
    ) -> None:
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            open_hazard(connection, hazard_id, step)
            write_step(connection, by, self._clock.now(), hazard_id, step, text, facts)
            if values:
                connection.execute(update(hazard).where(H.id == hazard_id).values(values))
