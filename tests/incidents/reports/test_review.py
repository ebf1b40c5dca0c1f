"""The review: who may hold it, what its minutes need, and that it is held once."""

from dataclasses import replace

import pytest

from app.access.refusals import NotPermitted
from app.incidents.reports.refusals import ReviewIncomplete
from app.incidents.reports.review import Review
from app.incidents.running.refusals import IncidentStillRuns, ReviewedBefore
from tests.incidents.reports.stuck_lift import MINUTES, StuckLift


def test_i26_minutes_are_kept_once_by_who_may_review(house: StuckLift) -> None:
    stuck, reports = house.closed(), house.office.incident_reports
    with pytest.raises(NotPermitted):
        reports.review(house.cashier, stuck, MINUTES)
    reports.review(house.supervisor, stuck, MINUTES)
    assert reports.facts(house.cashier, stuck).review == MINUTES
    with pytest.raises(ReviewedBefore):
        reports.review(house.supervisor, stuck, MINUTES)


@pytest.mark.parametrize("incomplete", [replace(MINUTES, present=" "), replace(MINUTES, findings=" ")])
def test_i26_minutes_without_people_or_findings_are_none(house: StuckLift, incomplete: Review) -> None:
    with pytest.raises(ReviewIncomplete):
        house.office.incident_reports.review(house.supervisor, house.closed(), incomplete)


def test_i26_each_change_becomes_a_ticket_where_that_is_wished(house: StuckLift) -> None:
    stuck, reports = house.closed(), house.office.incident_reports
    before = len(house.office.incidents.tickets(stuck))
    changes = replace(MINUTES, improvements="换门锁触点\n\n 夜班加一次  对讲测试 ")
    reports.review(house.supervisor, stuck, changes, tickets=True)
    raised = house.office.incidents.tickets(stuck)[before:]
    assert [one.text for one in raised] == ["换门锁触点（事件复盘）", "夜班加一次 对讲测试（事件复盘）"]
    assert house.breaches() == []


def test_i26_without_the_wish_no_ticket_is_made(house: StuckLift) -> None:
    stuck = house.closed()
    before = house.office.incidents.tickets(stuck)
    house.office.incident_reports.review(house.supervisor, stuck, replace(MINUTES, improvements="换门锁触点"))
    assert house.office.incidents.tickets(stuck) == before


def test_i26_what_runs_is_not_reviewed_yet(house: StuckLift) -> None:
    with pytest.raises(IncidentStillRuns):
        house.office.incident_reports.review(house.supervisor, house.worked(), MINUTES)
