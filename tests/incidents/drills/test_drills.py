"""A year of drills: planned, announced, played as in earnest, graded, and what was found becomes work."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from app.access.permissions import Role
from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.incidents.drills.drill_rule import Due
from app.incidents.drills.drills import NewDrill
from app.incidents.drills.evaluation import Attendance, Becomes, Finding
from app.incidents.drills.grades import Grade, Point
from app.incidents.drills.plan_findings import plan_findings
from app.incidents.drills.refusals import (
    DrillEvaluated,
    DrillInPast,
    DrillMonthsOutside,
    DrillNotAnnounced,
    DrillStillRuns,
    DrillUnknown,
    FindingNeedsOwner,
    GradesMissing,
    NobodyTookPart,
    NotADrill,
)
from app.incidents.running.asked import NewIncident, new_client_id
from tests.incidents.drills.played import GOOD, over, played
from tests.office_builder import OfficeBuilder


def test_a_planned_drill_begins_as_a_drill_with_its_card_in_the_log(house: OfficeBuilder) -> None:
    drills = house.office.drills
    drill = drills.plan(house.supervisor, NewDrill("flooding", house.clock.now().date(), scenario="车库进水"))
    key = new_client_id()
    begun = drills.begin(house.supervisor, drill, key, "地下车库")
    assert drills.begin(house.supervisor, drill, key, "地下车库") == begun
    view = house.office.incidents.view(begun)
    assert view.is_drill
    assert view.number.startswith("练")
    assert [entry.text for entry in view.entries[1:]] == ["车库进水"]
    assert drills.planned() == ()
    with pytest.raises(DrillUnknown):
        drills.begin(house.supervisor, drill, new_client_id(), "地下车库")


def test_only_a_drill_that_is_over_sets_the_next_day(house: OfficeBuilder) -> None:
    drills = house.office.drills
    drill = drills.plan(house.supervisor, NewDrill("flooding", house.clock.now().date()))
    begun = drills.begin(house.supervisor, drill, new_client_id(), "地下车库")
    assert [one.last for one in drills.standings() if one.code == "flooding"] == [None]
    assert drills.quarter().done == 0
    over(house, begun)
    assert [one.last for one in drills.standings() if one.code == "flooding"] == [house.clock.now().date()]
    assert drills.quarter().done == 1


def test_i4_a_real_incident_is_no_drill(house: OfficeBuilder) -> None:
    real = house.office.incidents.start(house.supervisor, NewIncident(new_client_id(), "fire", "1 栋"))
    over(house, real)
    assert house.office.drills.played() == ()
    assert house.office.drills.quarter().done == 0
    with pytest.raises(NotADrill):
        house.office.drills.evaluate(house.supervisor, real, GOOD)


def test_i28_what_was_never_drilled_is_overdue_after_its_months(house: OfficeBuilder, clock: SetClock) -> None:
    drills = house.office.drills
    assert {one.due for one in drills.standings()} == {Due.IN_TIME}
    clock.set(datetime.combine(clock.now().date() + timedelta(days=400), clock.now().time()))
    overdue = {one.code for one in drills.standings() if one.due is Due.OVERDUE}
    assert {"lift-entrapment", "fire"} <= overdue
    assert "network-down" not in overdue
    assert drills.next_in_turn() in overdue


def test_residents_are_told_before_they_take_part(house: OfficeBuilder) -> None:
    drills = house.office.drills
    drill = drills.plan(house.supervisor, NewDrill("fire", house.clock.now().date(), with_residents=True))
    with pytest.raises(DrillNotAnnounced):
        drills.begin(house.supervisor, drill, new_client_id(), "1 栋")
    assert [one.id for one in drills.planned()] == [drill]
    assert house.office.incidents.running() == ()


def test_a_task_that_was_found_becomes_a_ticket_of_the_drill(house: OfficeBuilder) -> None:
    drill = played(house)
    graded = house.office.drills.evaluate(house.supervisor, drill, GOOD)
    assert graded.findings[0].ticket != ""
    tickets = house.office.incidents.tickets(drill)
    assert [one.number for one in tickets] == [graded.findings[0].ticket]
    assert "李工" in tickets[0].text
    assert house.office.drills.played()[0].evaluation == graded


def test_everybody_who_took_part_has_it_in_the_training_record(house: OfficeBuilder) -> None:
    drill = played(house)
    house.office.drills.evaluate(house.supervisor, drill, GOOD)
    assert [(one.person, one.role, one.code) for one in house.office.drills.trainings()] == [
        ("王敏", "记录", "flooding"),
        ("陈立", "指挥", "flooding"),
    ]


def test_a_drill_is_graded_once_and_only_when_it_is_over(house: OfficeBuilder) -> None:
    drills = house.office.drills
    drill = drills.plan(house.supervisor, NewDrill("fire", house.clock.now().date()))
    begun = drills.begin(house.supervisor, drill, new_client_id(), "1 栋")
    with pytest.raises(DrillStillRuns):
        drills.evaluate(house.supervisor, begun, GOOD)
    over(house, begun)
    drills.evaluate(house.supervisor, begun, GOOD)
    with pytest.raises(DrillEvaluated):
        drills.evaluate(house.supervisor, begun, GOOD)


def test_an_evaluation_names_grades_people_and_owners_or_writes_nothing(house: OfficeBuilder) -> None:
    drill = played(house)
    grade = house.office.drills.evaluate
    with pytest.raises(GradesMissing) as missing:
        grade(house.supervisor, drill, replace(GOOD, grades={Point.ALARM: Grade.GOOD}))
    assert len(missing.value.points) == len(Point) - 1
    with pytest.raises(NobodyTookPart):
        grade(house.supervisor, drill, replace(GOOD, attendances=(Attendance(" "),)))
    with pytest.raises(FindingNeedsOwner):
        grade(house.supervisor, drill, replace(GOOD, findings=(Finding("灯不亮", Becomes.TASK),)))
    assert house.office.drills.trainings() == ()
    assert house.office.incidents.tickets(drill) == ()


def test_periods_keep_to_the_rule_of_the_country(house: OfficeBuilder) -> None:
    drills = house.office.drills
    drills.set_months(house.supervisor, "fire", 6)
    assert [one.months for one in drills.standings() if one.code == "fire"] == [6]
    for months in (0, 13):
        with pytest.raises(DrillMonthsOutside):
            drills.set_months(house.supervisor, "fire", months)
    cashier = house.office.people.add(house.supervisor, "Li Fang", "battery staple", Role.CASHIER)
    assert cashier is not None
    with pytest.raises(NotPermitted):
        drills.set_months(house.cashier, "fire", 3)


def test_a_drill_is_planned_for_a_day_to_come_and_can_be_taken_off(house: OfficeBuilder) -> None:
    drills = house.office.drills
    with pytest.raises(DrillInPast):
        drills.plan(house.supervisor, NewDrill("fire", house.clock.now().date() - timedelta(days=1)))
    drill = drills.plan(house.supervisor, NewDrill("fire", house.clock.now().date() + timedelta(days=9)))
    drills.take_off(house.supervisor, drill)
    assert drills.planned() == ()
    with pytest.raises(DrillUnknown):
        drills.take_off(house.supervisor, drill)


def test_a_training_record_that_was_slipped_in_is_named(house: OfficeBuilder) -> None:
    drill = played(house)
    with house.office.store.transaction() as connection:
        connection.execute(
            text(
                "INSERT INTO drill_attendance (incident_id, person, role, at) "
                f"VALUES ({drill}, '某人', '', '2026-11-20 10:00:00')"
            )
        )
    assert house.breaches() == [f"every training record belongs to a graded drill: {drill}"]
    with house.office.store.transaction() as connection:
        connection.execute(text("DELETE FROM drill_attendance"))


def test_what_a_drill_asks_of_its_plan_stands_until_a_version_is_written(house: OfficeBuilder) -> None:
    drill = played(house)
    house.office.drills.evaluate(house.supervisor, drill, GOOD)
    begun = house.office.drills.played()[0].started_at
    shown = house.office.drills.played()
    asked = [one.text for one in plan_findings(shown, "flooding", begun - timedelta(minutes=1))]
    assert asked == ["第三步太长"]
    assert plan_findings(shown, "flooding", begun) == ()
    assert plan_findings(shown, "fire", begun - timedelta(minutes=1)) == ()
