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


def test_i26_what_runs_is_not_reviewed_yet(house: StuckLift) -> None:
    with pytest.raises(IncidentStillRuns):
        house.office.incident_reports.review(house.supervisor, house.worked(), MINUTES)
