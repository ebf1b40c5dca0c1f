"""Inspections and hazards: what is due, walked, found, put right, checked, closed, or raised as a ticket."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import update

from app.access.refusals import NotPermitted
from app.duty.hazards.flow import Grade, State, Step
from app.duty.hazards.hazard_facts import NewHazard
from app.duty.inspections.inspection_facts import Standing
from app.duty.inspections.point_text import read_points
from app.duty.inspections.points import Verdict
from app.duty.inspections.rhythm import EveryDays, MonthDay
from app.duty.refusals import (
    HazardDueBefore,
    HazardOwnerMissing,
    HazardPlaceMissing,
    HazardStepImpossible,
    InspectionExists,
    InspectionGone,
    NoPoints,
    PointsUnseen,
    RoundEnded,
    RoundRuns,
    SeenNotANumber,
    WhyUnseen,
)
from app.duty.tables import duty_photo
from app.tickets.files.picture import Picture, prepare_picture
from tests.office_builder import OfficeBuilder

LIFTS, FIRE = "电梯每日巡查", "消防设施月度检查"


def standing(desk: OfficeBuilder, name: str) -> Standing:
    return next(one for one in desk.office.inspections.standing() if one.inspection.name == name)


def walked(desk: OfficeBuilder, name: str) -> int:
    """Begins a round of a list and sees every point as good."""
    inspections, one = desk.office.inspections, standing(desk, name)
    made = inspections.begin(desk.cashier, one.id)
    for point in one.inspection.points:
        inspections.see(desk.cashier, made, point.key, "1" if point.limits == "" else str(point.low))
    return made


def picture() -> Picture:
    file = BytesIO()
    Image.new("RGB", (40, 30), "grey").save(file, "PNG")
    return prepare_picture(file.getvalue(), "井盖.png")


def test_lifts_are_due_daily_and_fire_equipment_monthly(desk: OfficeBuilder) -> None:
    today = desk.clock.now().date()
    assert standing(desk, LIFTS).due.is_due(today)
    assert standing(desk, FIRE).due.due_on == date(2026, 12, 5)


def test_rounds_that_nobody_walked_are_overdue_until_one_covers_them(desk: OfficeBuilder) -> None:
    desk.office.inspections.lists()
    desk.clock.set(datetime(2026, 11, 23, 9))
    due = standing(desk, LIFTS).due
    assert (due.due_on, due.missed) == (date(2026, 11, 20), 3)
    assert LIFTS in desk.office.duty_pressing.now().inspections
    desk.office.inspections.end(desk.cashier, walked(desk, LIFTS))
    assert standing(desk, LIFTS).due.due_on == date(2026, 11, 24)
    assert LIFTS not in desk.office.duty_pressing.now().inspections


def test_a_round_keeps_the_points_as_they_were(desk: OfficeBuilder) -> None:
    inspections, one = desk.office.inspections, standing(desk, LIFTS)
    made = walked(desk, LIFTS)
    shorter = read_points("轿厢 | 照明", {})
    inspections.change(desk.supervisor, one.id, LIFTS, EveryDays(1), shorter, date(2026, 11, 20))
    assert len(inspections.end(desk.cashier, made).points) == len(one.inspection.points)
    desk.clock.set(datetime(2026, 11, 21, 9))
    assert len(inspections.round(inspections.begin(desk.cashier, one.id)).points) == 1


def test_a_round_ends_when_every_point_was_seen_or_left_out_with_a_reason(desk: OfficeBuilder) -> None:
    inspections, one = desk.office.inspections, standing(desk, LIFTS)
    made = inspections.begin(desk.cashier, one.id)
    first, *others = one.inspection.points
    for point in others:
        inspections.see(desk.cashier, made, point.key, "1" if not point.limits else "20")
    with pytest.raises(PointsUnseen) as refused:
        inspections.end(desk.cashier, made)
    assert refused.value.points == (f"{first.where} {first.what}",)
    with pytest.raises(WhyUnseen):
        inspections.leave_out(desk.cashier, made, first.key, " ")
    inspections.leave_out(desk.cashier, made, first.key, "机房钥匙在维保处")
    ended = inspections.end(desk.cashier, made)
    assert ended.verdict(first) is Verdict.LEFT_OUT
    with pytest.raises(RoundEnded):
        inspections.see(desk.cashier, made, first.key, "1")


def test_a_value_out_of_its_limits_is_not_good_and_stays_when_it_is_seen_again(desk: OfficeBuilder) -> None:
    inspections, one = desk.office.inspections, standing(desk, LIFTS)
    made = inspections.begin(desk.cashier, one.id)
    warm = next(point for point in one.inspection.points if point.limits)
    with pytest.raises(SeenNotANumber):
        inspections.see(desk.cashier, made, warm.key, "很热")
    assert inspections.see(desk.cashier, made, warm.key, "46.5").seen.verdict is Verdict.NOT_GOOD
    assert inspections.round(made).not_good == (warm,)
    inspections.see(desk.cashier, made, warm.key, "39", "开窗通风后")
    kept = inspections.round(made)
    assert (kept.not_good, kept.corrected, kept.sightings[warm.key].seen.words) == ((), 1, "开窗通风后")


def test_two_people_do_not_begin_the_same_round(desk: OfficeBuilder) -> None:
    one = standing(desk, LIFTS)
    desk.office.inspections.begin(desk.cashier, one.id)
    with pytest.raises(RoundRuns) as refused:
        desk.office.inspections.begin(desk.supervisor, one.id)
    assert refused.value.walked_by == "王敏"


def test_lists_that_cannot_be_walked_are_refused(desk: OfficeBuilder) -> None:
    inspections, today = desk.office.inspections, desk.clock.now().date()
    with pytest.raises(InspectionExists):
        inspections.add(desk.supervisor, LIFTS, EveryDays(1), read_points("轿厢 | 照明", {}), today)
    with pytest.raises(NoPoints):
        inspections.add(desk.supervisor, "屋面", MonthDay(31), (), today)
    with pytest.raises(NotPermitted):
        inspections.add(desk.cashier, "屋面", MonthDay(31), read_points("屋面 | 排水口", {}), today)
    inspections.retire(desk.supervisor, standing(desk, FIRE).id)
    gone = next(one for one in inspections.lists(retired=True) if one.name == FIRE)
    with pytest.raises(InspectionGone):
        inspections.begin(desk.cashier, gone.id)


def test_a_hazard_goes_from_found_to_closed(desk: OfficeBuilder) -> None:
    hazards = desk.office.hazards
    made = hazards.find(desk.cashier, NewHazard("井盖松动", "3 栋东侧"))
    one = hazards.hazard(made)
    assert (one.number, one.state, one.due_on) == ("YH261120-01", State.FOUND, date(2026, 11, 27))
    hazards.give(desk.cashier, made, "工程部 赵强", date(2026, 11, 22))
    hazards.put_right(desk.cashier, made, "更换井盖并加防坠网")
    hazards.send_back(desk.supervisor, made, "仍有晃动")
    assert hazards.hazard(made).state is State.OWNED
    hazards.put_right(desk.cashier, made, "井圈重砌")
    hazards.check(desk.supervisor, made)
    hazards.close(desk.cashier, made)
    done = hazards.hazard(made)
    assert (done.state, done.closed_at, done.owner) == (State.CLOSED, desk.clock.now(), "工程部 赵强")
    assert [line.step for line in done.lines][:3] == [Step.FOUND, Step.GRADED, Step.OWNED]
    assert hazards.listed() == ()
    assert [finding for finding in desk.office.verify() if finding.breaches] == []


def test_what_is_put_right_on_the_spot_was_seen_to_by_whoever_did_it(desk: OfficeBuilder) -> None:
    hazards = desk.office.hazards
    made = hazards.find(desk.cashier, NewHazard("消防通道堆物", "5 栋 1 单元"))
    hazards.put_right(desk.supervisor, made, "已当场清走")
    one = hazards.hazard(made)
    assert (one.state, one.owner) == (State.FIXED, "沈若兰")


def test_a_hazard_past_its_day_is_late_until_it_is_put_right(desk: OfficeBuilder) -> None:
    hazards = desk.office.hazards
    made = hazards.find(desk.cashier, NewHazard("消防通道堆物", "5 栋 1 单元", Grade.MAJOR, owner="王敏"))
    desk.clock.set(desk.clock.now() + timedelta(days=1))
    assert hazards.hazard(made).is_late(desk.clock.now().date())
    assert desk.office.duty_pressing.now().hazards == 1
    hazards.put_right(desk.cashier, made, "已清走")
    assert desk.office.duty_pressing.now().hazards == 0
    hazards.check(desk.cashier, made)
    with pytest.raises(NotPermitted):
        hazards.close(desk.cashier, made)  # a major one is closed by a supervisor
    hazards.close(desk.supervisor, made)


def test_a_hazard_is_raised_as_a_ticket_with_its_place_and_words(desk: OfficeBuilder) -> None:
    hazards = desk.office.hazards
    made = hazards.find(desk.cashier, NewHazard("喷淋管滴水", "地库 B1-073", Grade.MAJOR))
    ticket_id = hazards.raise_ticket(desk.cashier, made)
    (ticket,) = desk.office.ticket_lists.rows([ticket_id])
    assert "喷淋管滴水" in ticket.text
    assert "YH261120-01" in ticket.text
    assert "地库 B1-073" in ticket.where
    one = hazards.hazard(made)
    assert (one.state, one.ticket) == (State.RAISED, ticket.number)
    with pytest.raises(HazardStepImpossible):
        hazards.raise_ticket(desk.cashier, made)


def test_impossible_hazards_are_refused(desk: OfficeBuilder) -> None:
    hazards, today = desk.office.hazards, desk.clock.now().date()
    with pytest.raises(HazardPlaceMissing):
        hazards.find(desk.cashier, NewHazard("井盖松动", " "))
    with pytest.raises(HazardDueBefore):
        hazards.find(desk.cashier, NewHazard("井盖松动", "3 栋", due_on=today - timedelta(days=1)))
    made = hazards.find(desk.cashier, NewHazard("井盖松动", "3 栋"))
    with pytest.raises(HazardOwnerMissing):
        hazards.give(desk.cashier, made, "", today)
    with pytest.raises(HazardDueBefore):
        hazards.give(desk.cashier, made, "赵强", today - timedelta(days=1))
    with pytest.raises(HazardStepImpossible):
        hazards.check(desk.cashier, made)
    with pytest.raises(HazardStepImpossible):
        hazards.close(desk.cashier, made)


def test_photos_stand_before_and_after_and_once(desk: OfficeBuilder) -> None:
    made = desk.office.hazards.find(desk.cashier, NewHazard("井盖松动", "3 栋"))
    photos = desk.office.duty_photos
    first = photos.add_to_hazard(desk.cashier, made, picture())
    assert photos.add_to_hazard(desk.cashier, made, picture()) == first
    assert [(one.point, one.by) for one in photos.of_hazard(made)] == [("before", "王敏")]
    assert photos.open(desk.cashier, first).startswith(b"\x89PNG")
    look = desk.office.trail.newest(desk.supervisor)[0]
    assert (look.action, look.subject, look.facts) == (
        "look_at_photo", desk.office.hazards.hazard(made).number, {"file": "井盖.png"},
    )  # fmt: skip


def test_a_photo_of_a_round_belongs_to_its_point(desk: OfficeBuilder) -> None:
    made = walked(desk, LIFTS)
    desk.office.duty_photos.add_to_round(desk.cashier, made, "p1", picture())
    desk.office.inspections.end(desk.cashier, made)
    assert [one.point for one in desk.office.duty_photos.of_round(made)] == ["p1"]
    with pytest.raises(RoundEnded):
        desk.office.duty_photos.add_to_round(desk.cashier, made, "p1", picture())


def test_a_photo_that_was_changed_is_found_by_the_check(desk: OfficeBuilder) -> None:
    made = desk.office.hazards.find(desk.cashier, NewHazard("井盖松动", "3 栋"))
    desk.office.duty_photos.add_to_hazard(desk.cashier, made, picture())
    with desk.office.store.transaction() as connection:
        connection.execute(update(duty_photo).values(content=b"other"))
    assert any("duty photo" in breach for finding in desk.office.verify() for breach in finding.breaches)


def test_the_plans_are_told_to_the_owners_each_month_in_several_ways(desk: OfficeBuilder) -> None:
    told = standing(desk, "应急预案宣传（每月一题）")
    assert told.due.due_on == date(2026, 11, 25)
    assert {"公告栏", "各单元大堂", "业主群、公众号", "员工"} <= {point.where for point in told.inspection.points}
    desk.clock.set(datetime(2026, 11, 25, 9))
    desk.office.inspections.end(desk.cashier, walked(desk, told.inspection.name))
    again = standing(desk, told.inspection.name)
    assert (again.due.due_on, again.last) == (date(2026, 12, 25), desk.clock.now())
