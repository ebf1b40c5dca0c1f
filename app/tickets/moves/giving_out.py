"""Giving a ticket out: who answers for it, which team, who does it, and when somebody comes."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection

from app.tickets.catalogue.crew import offered_worker
from app.tickets.field_checks import check_assignee, check_team
from app.tickets.fields import Field
from app.tickets.kinds import EntryKind, State
from app.tickets.moves.asked import Appointment, GiveOut
from app.tickets.moves.moving import move_if_open
from app.tickets.refusals import AppointmentPassed, NothingAssigned
from app.tickets.steps import Changed
from app.tickets.texts import tidy
from app.tickets.writing import Change, TicketRow, Writing, write_change

_NOT_GIVEN_OUT = frozenset({State.REPORTED, State.REVIEWED})


def given(connection: Connection, asked: GiveOut, day: date) -> dict[Field, Any]:
    """The columns that a giving out names; a worker brings the own team along.

    Raises NothingAssigned, TeamGone, AssigneeGone, WorkerLeft.
    """
    values: dict[Field, Any] = {}
    if asked.assignee_id is not None:
        check_assignee(connection, asked.assignee_id)
        values[Field.ASSIGNEE] = asked.assignee_id
    if asked.worker_id is not None:
        worker = offered_worker(connection, asked.worker_id, day)
        values[Field.WORKER] = worker.id
        if worker.team_id is not None:
            values[Field.TEAM] = worker.team_id
    if asked.team_id is not None:
        check_team(connection, asked.team_id)
        values[Field.TEAM] = asked.team_id
    if not values:
        raise NothingAssigned
    return values


def give_out_row(writing: Writing, row: TicketRow, values: dict[Field, Any], text: str) -> Changed:
    """Write who has it now; one that nobody had before is assigned by it. Raises MajorNeedsOwner."""
    change = Change(EntryKind.ASSIGNED, values, tidy(text))
    if State(row["state"]) in _NOT_GIVEN_OUT:
        return move_if_open(writing, row, State.ASSIGNED, change)
    return write_change(writing, row, change)


def appoint_row(writing: Writing, row: TicketRow, asked: Appointment) -> Changed:
    """Write when somebody comes; what the resident asked for is waited for. Raises AppointmentPassed."""
    if asked.at < writing.at:
        raise AppointmentPassed(asked.at)
    facts = {"asked_by_resident": asked.asked_by_resident}
    change = Change(EntryKind.APPOINTED, {Field.APPOINTMENT: asked.at}, tidy(asked.text), facts)
    if asked.asked_by_resident:
        return move_if_open(writing, row, State.WAITING_RESIDENT, change)
    return write_change(writing, row, change)
