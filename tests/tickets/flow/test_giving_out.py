from datetime import date, datetime

import pytest

from app.access.refusals import NotPermitted
from app.tickets.catalogue.refusals import WorkerLeft
from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.changes.many import Changes
from app.tickets.fields import Field
from app.tickets.kinds import Priority, ServiceClass, State, TicketKind
from app.tickets.moves.asked import Appointment, GiveOut
from app.tickets.refusals import AppointmentPassed, MajorNeedsOwner, NothingAssigned, TeamGone
from tests.tickets.flow.ticket_office import TicketOffice


def worker(desk: TicketOffice, team_id: int | None = None) -> int:
    return desk.office.teams.add_worker(desk.supervisor, WorkerFacts("刘师傅", "13900002222", team_id))


def test_a_worker_brings_the_own_team_and_the_ticket_is_assigned(desk: TicketOffice) -> None:
    team = desk.office.teams.add_team(desk.supervisor, "夜间抢修组")
    one = desk.reported()
    desk.gives(one, worker_id=worker(desk, team), text="带疏通机")
    row = desk.row(one)
    assert (row["state"], row["team_id"], row["assignee_id"]) == ("assigned", team, None)
    assert desk.entries(one)[-1]["text"] == "带疏通机"


def test_t18_who_answers_and_who_works_are_two_people(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.gives(one, assignee_id=desk.supervisor.id, worker_id=worker(desk))
    assert (desk.row(one)["assignee_id"], desk.row(one)["worker_id"]) == (desk.supervisor.id, worker_of(desk))


def worker_of(desk: TicketOffice) -> int:
    return desk.office.teams.workers()[-1].id


def test_somebody_else_later_does_not_move_it_back(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.gives(one, assignee_id=desk.cashier.id).moves(one, State.IN_WORK).gives(one, assignee_id=desk.supervisor.id)
    assert desk.told(one)[-1] == "assigned:in_work"


def test_a_complaint_that_nobody_looked_at_is_given_out_but_still_waits_for_its_review(desk: TicketOffice) -> None:
    one = desk.reported(kind=TicketKind.COMPLAINT)
    desk.gives(one, assignee_id=desk.supervisor.id)
    assert desk.state(one) is State.REPORTED


def test_whoever_left_and_what_was_dissolved_gets_no_work(desk: TicketOffice) -> None:
    one, gone = desk.reported(), worker(desk)
    team = desk.office.teams.add_team(desk.supervisor, "夜间抢修组")
    desk.office.teams.retire_team(desk.supervisor, team)
    desk.office.teams.let_go(desk.supervisor, gone, date(2026, 11, 19))
    for asked, refusal in ((GiveOut(worker_id=gone), WorkerLeft), (GiveOut(team_id=team), TeamGone)):
        with pytest.raises(refusal):
            desk.office.ticket_moves.give_out(desk.cashier, one, None, asked)
    with pytest.raises(NothingAssigned):
        desk.gives(one)
    assert desk.told(one) == ["reported:reported"]


def test_an_appointment_lies_ahead_and_stands_on_the_ticket(desk: TicketOffice) -> None:
    one = desk.reported()
    with pytest.raises(AppointmentPassed):
        desk.office.ticket_moves.appoint(desk.cashier, one, None, Appointment(datetime(2026, 11, 20, 8)))
    ours = Appointment(datetime(2026, 11, 20, 14), text="下午两点上门")
    desk.office.ticket_moves.appoint(desk.cashier, one, None, ours)
    assert (desk.row(one)["appointment"], desk.state(one)) == (datetime(2026, 11, 20, 14), State.REPORTED)


def test_what_becomes_major_in_work_needs_its_owner_first(desk: TicketOffice) -> None:
    one, repair = desk.reported(kind=TicketKind.COMPLAINT), desk.reported()
    desk.moves(one, State.REVIEWED, State.IN_WORK).moves(repair, State.IN_WORK)
    change = desk.office.ticket_changes.change
    with pytest.raises(MajorNeedsOwner):
        change(desk.cashier, one, None, {Field.SERVICE_CLASS: ServiceClass.MAJOR})
    change(desk.cashier, one, None, {Field.SERVICE_CLASS: ServiceClass.MAJOR, Field.ASSIGNEE: desk.supervisor.id})
    with pytest.raises(MajorNeedsOwner):
        change(desk.cashier, one, None, {Field.ASSIGNEE: None})
    change(desk.cashier, repair, None, {Field.SERVICE_CLASS: ServiceClass.MAJOR})  # only a complaint has one owner


def test_macros_are_the_supervisors(desk: TicketOffice) -> None:
    with pytest.raises(NotPermitted):
        desk.office.macros.add(desk.cashier, "急修", Changes({Field.PRIORITY: Priority.HIGH}))
