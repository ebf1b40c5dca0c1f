"""The track of complaints: review, plan, progress, answer, satisfaction or once more, and what is improved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.store.store import Store
from app.tickets.changes.usable import usable
from app.tickets.complaints.asked import Answer, Plan, Review
from app.tickets.complaints.complaint_facts import ComplaintFacts, Mediated, complaint_of, facts_of
from app.tickets.complaints.progress import ProgressDue, progress_due
from app.tickets.fields import Field
from app.tickets.kinds import ClockName, EntryKind, MediationStep, State, TicketKind
from app.tickets.moves.asked import Moved
from app.tickets.moves.moving import after, move_row
from app.tickets.refusals import NotAComplaint, NotADispute, NotAnsweredYet
from app.tickets.steps import Changed, Step
from app.tickets.texts import tidy, tidy_required
from app.tickets.two_windows import check_part, check_seen
from app.tickets.writing import Change, TicketRow, Writing, begin_writing, number_of, open_ticket, write_change

_TRACK = frozenset({TicketKind.COMPLAINT, TicketKind.FEE_DISPUTE, TicketKind.SUGGESTION})
_Write = Callable[[Writing, TicketRow, ComplaintFacts], tuple[Changed, ...]]


class Complaints:
    """Leads complaints, suggestions and fee disputes to their end.

    Every use case raises NotPermitted, TicketUnknown, TicketMerged, TicketOver, NotAComplaint, ChangedElsewhere,
    TextMissing and TicketTextTooLong.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def review(self, by: Actor, ticket_id: int, seen: int | None, asked: Review) -> Moved:
        """Look at it first: what it is, how grave, and who answers for it; with somebody named it is given out.

        Raises MoveImpossible where it was looked at before, MajorNeedsOwner, CategoryNotOffered, TeamGone,
        AssigneeGone.
        """

        def write(writing: Writing, row: TicketRow, complaint: ComplaintFacts) -> tuple[Changed, ...]:
            named = _named(asked)
            values = usable(writing.connection, row, named, writing.at.date())
            values[Field.COMPLAINT] = facts_of(replace(complaint, department=tidy(asked.department)))
            text = tidy_required(asked.text)
            reviewed = move_row(writing, row, State.REVIEWED, Change(EntryKind.REVIEW, values, text))
            if not named.keys() & {Field.ASSIGNEE, Field.TEAM}:
                return (reviewed,)
            given_out = move_row(writing, after(row, reviewed), State.ASSIGNED, Change(EntryKind.ASSIGNED))
            return (reviewed, given_out)

        return self._on(by, ticket_id, seen, {Field.STATE: State.REVIEWED.value}, EntryKind.REVIEW, write)

    def plan(self, by: Actor, ticket_id: int, seen: int | None, asked: Plan) -> Moved:
        """Say what will be done."""
        text = tidy_required(asked.text)

        def write(writing: Writing, row: TicketRow, complaint: ComplaintFacts) -> tuple[Changed, ...]:
            check_part(writing.connection, row, seen, "plan", text)
            planned = replace(complaint, plan=text, plan_by=asked.by_day)
            return (_told(writing, row, planned, EntryKind.PLAN, text),)

        return self._on(by, ticket_id, seen, {}, EntryKind.PLAN, write)

    def progress(self, by: Actor, ticket_id: int, text: str) -> Moved:
        """Note how far it is; a major complaint asks for this every few days."""
        text = tidy_required(text)

        def write(writing: Writing, row: TicketRow, complaint: ComplaintFacts) -> tuple[Changed, ...]:
            noted = replace(complaint, progress_at=writing.at)
            return (_told(writing, row, noted, EntryKind.PROGRESS, text),)

        return self._on(by, ticket_id, None, {}, EntryKind.PROGRESS, write)

    def answer(self, by: Actor, ticket_id: int, seen: int | None, asked: Answer) -> Moved:
        """Write what the resident was told: it keeps the promise of an answer, and a final one ends the work.

        Raises MoveImpossible, MajorNeedsOwner, HappenedOutside.
        """
        text = tidy_required(asked.text)
        facts = {"way": asked.way.value, "whom": tidy(asked.whom), "final": asked.final}
        meets = (ClockName.CONTACT, ClockName.ANSWER)

        def write(writing: Writing, row: TicketRow, complaint: ComplaintFacts) -> tuple[Changed, ...]:
            values = {Field.COMPLAINT: facts_of(replace(complaint, answer=text, satisfied=None))}
            change = Change(EntryKind.ANSWER, values, text, facts, asked.happened_at, meets=meets)
            return (move_row(writing, row, State.DONE, change) if asked.final else write_change(writing, row, change),)

        wanted: dict[Field, Any] = {Field.STATE: State.DONE.value} if asked.final else {}
        return self._on(by, ticket_id, seen, wanted, EntryKind.ANSWER, write)

    def satisfied(self, by: Actor, ticket_id: int, seen: int | None, *, satisfied: bool, text: str = "") -> Moved:
        """Write what the resident says of the answer: in order, or with a reason once more.

        Raises NotAnsweredYet, ReasonMissing.
        """
        to = State.CONFIRMED if satisfied else State.IN_WORK

        def write(writing: Writing, row: TicketRow, complaint: ComplaintFacts) -> tuple[Changed, ...]:
            if State(row["state"]) is not State.DONE:
                raise NotAnsweredYet(number_of(row))
            redone = complaint.redone + (0 if satisfied else 1)
            values = {Field.COMPLAINT: facts_of(replace(complaint, satisfied=satisfied, redone=redone))}
            change = Change(EntryKind.SATISFACTION, values, text, {"satisfied": satisfied})
            return (move_row(writing, row, to, change),)

        return self._on(by, ticket_id, seen, {Field.STATE: to.value}, EntryKind.SATISFACTION, write)

    def improve(self, by: Actor, ticket_id: int, seen: int | None, text: str) -> Moved:
        """Write what the office will do so that it does not come back."""
        text = tidy_required(text)

        def write(writing: Writing, row: TicketRow, complaint: ComplaintFacts) -> tuple[Changed, ...]:
            check_part(writing.connection, row, seen, "improvement", text)
            return (_told(writing, row, replace(complaint, improvement=text), EntryKind.IMPROVEMENT, text),)

        return self._on(by, ticket_id, seen, {}, EntryKind.IMPROVEMENT, write)

    def mediate(self, by: Actor, ticket_id: int, step: MediationStep, text: str) -> Moved:
        """Write a step between resident and office. Raises NotADispute."""
        text = tidy_required(text)

        def write(writing: Writing, row: TicketRow, complaint: ComplaintFacts) -> tuple[Changed, ...]:
            if TicketKind(row["kind"]) is not TicketKind.FEE_DISPUTE:
                raise NotADispute(number_of(row))
            steps = (*complaint.mediation, Mediated(step, text, writing.at))
            mediated = replace(complaint, mediation=steps)
            return (_told(writing, row, mediated, EntryKind.MEDIATION, text, {"step": step.value}),)

        return self._on(by, ticket_id, None, {}, EntryKind.MEDIATION, write)

    def progress_due(self) -> tuple[ProgressDue, ...]:
        """The major complaints that ask for a word of progress, longest first."""
        with self._store.reading() as connection:
            return progress_due(connection, self._clock.now())

    def _on(
        self,
        by: Actor,
        ticket_id: int,
        seen: int | None,
        wanted: Mapping[Field, Any],
        kind: EntryKind,
        write: _Write,
    ) -> Moved:
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            row = open_ticket(connection, ticket_id)
            if TicketKind(row["kind"]) not in _TRACK:
                raise NotAComplaint(number_of(row))
            others = check_seen(connection, row, seen, wanted)
            writing = begin_writing(connection, self._clock.now(), by.id)
            return Moved(Step(kind, write(writing, row, complaint_of(row["complaint"]))), others)


def _named(asked: Review) -> dict[Field, Any]:
    found = {
        Field.CATEGORY: asked.category_id,
        Field.SERVICE_CLASS: asked.service_class,
        Field.PRIORITY: asked.priority,
        Field.ASSIGNEE: asked.assignee_id,
        Field.TEAM: asked.team_id,
    }
    return {field: value for field, value in found.items() if value is not None}


def _told(
    writing: Writing,
    row: TicketRow,
    complaint: ComplaintFacts,
    kind: EntryKind,
    text: str,
    facts: Mapping[str, object] | None = None,
) -> Changed:
    values = {Field.COMPLAINT: facts_of(complaint)}
    return write_change(writing, row, Change(kind, values, text, facts or {}))
