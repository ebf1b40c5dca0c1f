"""Whoever left keeps past tickets and is offered no more; a team is given up once it is empty."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import update

from app.access.refusals import NotPermitted
from app.tickets.catalogue.crew import offered_worker
from app.tickets.catalogue.refusals import (
    TeamExists,
    TeamHasWorkers,
    TeamNeedsName,
    WorkerExists,
    WorkerHasTickets,
    WorkerLeft,
    WorkerNeedsName,
)
from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.kinds import State
from app.tickets.tables import ticket
from tests.office_builder import OfficeBuilder
from tests.tickets.deadlines.small_tickets import Desk, SmallTicket

TODAY = date(2026, 11, 20)


def given_to(house: OfficeBuilder, desk: Desk, worker_id: int) -> SmallTicket:
    small = desk.ticket("2026-11-20 09:12")
    with house.office.store.transaction() as connection:
        connection.execute(update(ticket).where(ticket.c.id == small.id).values(worker_id=worker_id))
    return small


def team(house: OfficeBuilder, name: str) -> int:
    house.office.ticket_categories.plant()
    return next(one.id for one in house.office.teams.teams() if one.name == name)


def test_an_office_begins_with_the_usual_teams(house: OfficeBuilder) -> None:
    house.office.ticket_categories.plant()
    assert [one.name for one in house.office.teams.teams()][:2] == ["工程维修", "秩序维护"]


def test_a_worker_is_found_by_letters_and_whoever_has_least_comes_first(house: OfficeBuilder, desk: Desk) -> None:
    teams, repairs = house.office.teams, team(house, "工程维修")
    busy = teams.add_worker(house.supervisor, WorkerFacts("赵师傅", "13900000001", repairs))
    idle = teams.add_worker(house.supervisor, WorkerFacts("周师傅", "13900000002", repairs))
    other = teams.add_worker(house.supervisor, WorkerFacts("郑师傅", team_id=team(house, "秩序维护")))
    given_to(house, desk, busy)
    assert [one.id for one in teams.find_workers("z", repairs)] == [idle, busy, other]
    assert [one.id for one in teams.find_workers("赵")] == [busy]
    assert next(one for one in teams.workers() if one.id == busy).in_hand == 1


def test_waiting_work_counts_as_in_hand_and_done_work_does_not(house: OfficeBuilder, desk: Desk) -> None:
    teams = house.office.teams
    worker = teams.add_worker(house.supervisor, WorkerFacts("赵师傅"))
    given_to(house, desk, worker).goes(State.WAITING_PARTS, "2026-11-20 10:00")
    given_to(house, desk, worker).goes(State.DONE, "2026-11-20 10:00")
    found = teams.workers()[0]
    assert (found.in_hand, found.waiting) == (1, 1)


def test_who_left_is_no_longer_offered_but_stays_in_the_list(house: OfficeBuilder) -> None:
    teams = house.office.teams
    worker = teams.add_worker(house.supervisor, WorkerFacts("赵师傅"))
    teams.let_go(house.supervisor, worker, date(2026, 11, 19))
    assert teams.workers() == ()
    assert teams.workers(left=True)[0].left
    with house.office.store.reading() as connection:
        with pytest.raises(WorkerLeft) as refused:
            offered_worker(connection, worker, TODAY)
        assert offered_worker(connection, worker, date(2026, 11, 19)).name == "赵师傅"
    assert refused.value.left_on == date(2026, 11, 19)
    teams.take_back(house.supervisor, worker)
    assert not teams.workers()[0].left


def test_who_leaves_hands_over_the_work_in_hand(house: OfficeBuilder, desk: Desk) -> None:
    teams = house.office.teams
    worker = teams.add_worker(house.supervisor, WorkerFacts("赵师傅"))
    given_to(house, desk, worker)
    with pytest.raises(WorkerHasTickets):
        teams.let_go(house.supervisor, worker, date(2026, 11, 19))
    teams.let_go(house.supervisor, worker, date(2026, 11, 30))
    assert teams.workers()[0].left_on == date(2026, 11, 30)


def test_a_worker_needs_a_name_and_is_entered_once(house: OfficeBuilder) -> None:
    teams = house.office.teams
    with pytest.raises(WorkerNeedsName):
        teams.add_worker(house.supervisor, WorkerFacts(" "))
    worker = teams.add_worker(house.supervisor, WorkerFacts("赵师傅", "139 0000 0001"))
    with pytest.raises(WorkerExists):
        teams.add_worker(house.supervisor, WorkerFacts("赵师傅", "13900000001"))
    teams.change_worker(house.supervisor, worker, WorkerFacts("赵师傅", "13900000001", initials="zsf"))
    with pytest.raises(NotPermitted):
        teams.add_worker(house.cashier, WorkerFacts("钱师傅"))


def test_a_team_needs_a_name_of_its_own_and_is_given_up_when_empty(house: OfficeBuilder) -> None:
    teams, repairs = house.office.teams, team(house, "工程维修")
    with pytest.raises(TeamNeedsName):
        teams.add_team(house.supervisor, "")
    with pytest.raises(TeamExists):
        teams.add_team(house.supervisor, "工程维修")
    worker = teams.add_worker(house.supervisor, WorkerFacts("赵师傅", team_id=repairs))
    with pytest.raises(TeamHasWorkers):
        teams.retire_team(house.supervisor, repairs)
    teams.change_worker(house.supervisor, worker, WorkerFacts("赵师傅"))
    teams.retire_team(house.supervisor, repairs)
    assert repairs not in {one.id for one in teams.teams()}
    teams.offer_team_again(house.supervisor, repairs)
    teams.rename_team(house.supervisor, repairs, "工程部")
    assert "工程部" in {one.name for one in teams.teams()}
