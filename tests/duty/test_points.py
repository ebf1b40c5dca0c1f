"""What is seen at a point of a route, and the route as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.duty.inspections.point_text import points_text, read_points
from app.duty.inspections.points import Asks, Point, Verdict, check_points, judge
from app.duty.inspections.shipped import SHIPPED
from app.duty.refusals import NoPoints, PointChoices, PointIncomplete, PointLimits, SeenNotAChoice, SeenNotANumber

PRESSURE = Point("p1", "水泵房", "供水压力", Asks.NUMBER, "MPa", Decimal("0.30"), Decimal("0.60"))
DOOR = Point("p2", "水泵房", "门锁闭")


@given(st.decimals(min_value=-99, max_value=99, places=3))
def test_a_value_is_good_exactly_within_its_limits(value: Decimal) -> None:
    expected = Verdict.GOOD if Decimal("0.30") <= value <= Decimal("0.60") else Verdict.NOT_GOOD
    assert judge(PRESSURE, str(value)).verdict is expected


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [("0.30", Verdict.GOOD), ("0.60", Verdict.GOOD), ("0.299", Verdict.NOT_GOOD), ("0.601", Verdict.NOT_GOOD)],
)
def test_the_limit_itself_is_good(typed: str, verdict: Verdict) -> None:
    assert judge(PRESSURE, typed).verdict is verdict


@pytest.mark.parametrize(("typed", "value"), [("0.45", "0.45"), ("０．４５", "0.45"), (" 0.30 ", "0.30"), ("-5", "-5")])
def test_a_value_is_read_as_a_chinese_keyboard_leaves_it(typed: str, value: str) -> None:
    assert judge(PRESSURE, typed).value == value


@pytest.mark.parametrize("typed", ["", "正常", "0.4.5", "1e9", "NaN", "Infinity", "1234567890123"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(SeenNotANumber):
        judge(PRESSURE, typed)


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [("1", Verdict.GOOD), ("2", Verdict.NOT_GOOD), ("正常", Verdict.GOOD), ("２", Verdict.NOT_GOOD)],
)
def test_a_choice_is_typed_by_its_number_or_its_words(typed: str, verdict: Verdict) -> None:
    assert judge(DOOR, typed).verdict is verdict


@pytest.mark.parametrize("typed", ["", "3", "0", "好"])
def test_what_is_none_of_the_answers_is_refused(typed: str) -> None:
    with pytest.raises(SeenNotAChoice):
        judge(DOOR, typed)


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda one: one.name)
def test_every_shipped_route_can_be_walked_and_comes_back_from_its_text(shipped: object) -> None:
    assert shipped in SHIPPED
    points = next(one for one in SHIPPED if one is shipped).points()
    check_points("route", points)
    known = {(point.where, point.what): point.key for point in points}
    assert read_points(points_text(points), known) == points


def test_no_shipped_route_opens_a_lift_door_or_touches_what_is_live() -> None:
    text = "\n".join(one.text for one in SHIPPED)
    assert "底坑" not in text
    assert "打开厅门" not in text
    assert "只看不碰" in next(line for line in text.splitlines() if "控制柜、曳引机" in line)
    assert "持证电工" in next(line for line in text.splitlines() if "焦味" in line)


def test_a_point_keeps_its_key_where_the_route_is_edited() -> None:
    first = read_points("大堂 | 照明\n屋面 | 门锁闭", {})
    known = {(point.where, point.what): point.key for point in first}
    edited = read_points("门岗 | 道闸\n屋面 | 门锁闭\n大堂 | 照明 | 亮/不亮", known)
    assert {point.where: point.key for point in edited} == {"门岗": "p3", "屋面": "p2", "大堂": "p1"}


def test_the_same_point_twice_gets_two_keys() -> None:
    first = read_points("大堂 | 照明\n大堂 | 照明", {})
    again = read_points("大堂 | 照明\n大堂 | 照明", {("大堂", "照明"): "p1"})
    for points in (first, again):
        assert len({point.key for point in points}) == 2


@pytest.mark.parametrize("text", ["大堂", "大堂 | ", " | 照明", "a | b | c | d"])
def test_a_line_that_is_not_whole_is_named(text: str) -> None:
    with pytest.raises(PointIncomplete) as refused:
        read_points(f"门岗 | 道闸\n{text}", {})
    assert refused.value.number == 2


def test_limits_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(PointLimits):
        check_points("泵房", read_points("泵房 | 压力 | 数值 0.6~0.3 MPa", {}))


@pytest.mark.parametrize("answers", ["好", "好/好"])
def test_a_choice_without_a_choice_is_refused(answers: str) -> None:
    with pytest.raises(PointChoices):
        check_points("泵房", read_points(f"泵房 | 压力 | {answers}", {}))


def test_a_route_without_a_point_is_refused() -> None:
    with pytest.raises(NoPoints):
        check_points("泵房", ())
