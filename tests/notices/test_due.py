"""By when a notice has to hang, when it comes down, and what has to stand in it."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.notices.checks.field_checks import check_values, missing_fields
from app.notices.due import due_by, ends_at
from app.notices.issued.standing import Hanging, Standing, Times, standing_of
from app.notices.refusals import (
    EndsBeforeItBegins,
    FieldsMissing,
    FieldUnknown,
    FieldUnreadable,
    KindUnknown,
)
from app.notices.templates.moments import length_words, when_lines
from app.notices.templates.template import NoticeKind
from tests.notices.notice_office import EVENING, PLANNED, SUDDEN, template

NOW = datetime(2026, 11, 23, 20)
BEFORE, AFTER = datetime(2026, 11, 23, 19), datetime(2026, 11, 23, 21)


def test_a_planned_power_cut_hangs_two_days_before() -> None:
    due = due_by(template("planned-power-cut"), NoticeKind.PLANNED, PLANNED)
    assert due == datetime(2026, 11, 24, 8, 30)


@pytest.mark.parametrize(
    ("to", "due"),
    [
        ("2026-11-23T21:20", datetime(2026, 11, 23, 19, 50)),
        ("", datetime(2026, 11, 23, 19, 50)),
        ("2026-11-23T21:19", None),
    ],
)
def test_a_sudden_cut_of_three_hours_hangs_on_every_door_within_an_hour_and_a_half(
    to: str, due: datetime | None
) -> None:
    assert due_by(template("sudden-power-cut"), NoticeKind.SUDDEN, {**SUDDEN, "to": to}) == due


def test_a_lift_that_is_repaired_for_more_than_a_day_has_its_notice_within_the_day() -> None:
    values = {"from": "2026-11-23T18:20", "place": "2 栋 1 单元东梯"}
    assert due_by(template("lift-repair"), NoticeKind.SUDDEN, values) == datetime(2026, 11, 24, 18, 20)
    short = {**values, "to": "2026-11-24T18:00"}
    assert due_by(template("lift-repair"), NoticeKind.SUDDEN, short) is None


def test_a_notice_that_all_is_well_comes_down_after_a_day_and_a_sudden_cut_only_with_it() -> None:
    held = template("sudden-power-cut")
    assert ends_at(held, NoticeKind.RESTORED, {}, EVENING) == datetime(2026, 11, 24, 18, 25)
    assert ends_at(held, NoticeKind.SUDDEN, {**SUDDEN, "to": "2026-11-23T22:00"}, EVENING) is None
    planned = template("planned-power-cut")
    assert ends_at(planned, NoticeKind.PLANNED, PLANNED, EVENING) == datetime(2026, 11, 26, 17, 30)


@pytest.mark.parametrize(("to", "needed"), [("2026-11-26T20:29", False), ("2026-11-26T20:30", True)])
def test_from_twelve_hours_on_the_water_point_has_to_stand_in_it(to: str, needed: bool) -> None:
    values = {**PLANNED, "to": to, "reason": "检修", "steps": "存水", "phone": "0571-5550100"}
    missing = missing_fields(template("planned-power-cut"), NoticeKind.PLANNED, values)
    assert [field.id for field in missing] == (["water_point"] if needed else [])


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(FieldsMissing) as refused:
        check_values(template("sudden-power-cut"), NoticeKind.SUDDEN, {"from": "2026-11-23T18:20"})
    assert refused.value.labels == ("范围", "原因", "下次通报", "请您", "前台电话")


def test_what_is_filled_in_wrongly_is_refused() -> None:
    held, kind = template("planned-power-cut"), NoticeKind.PLANNED
    with pytest.raises(FieldUnknown):
        check_values(held, kind, {**PLANNED, "surprise": "一"})
    with pytest.raises(FieldUnreadable):
        check_values(held, kind, {**PLANNED, "from": "morgen"})
    with pytest.raises(FieldUnreadable):
        check_values(held, kind, {**PLANNED, "phone": "前台"})
    with pytest.raises(EndsBeforeItBegins):
        check_values(held, kind, {**PLANNED, "to": "2026-11-26T08:30"})
    with pytest.raises(KindUnknown):
        check_values(held, NoticeKind.SUDDEN, PLANNED)


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        ("08:30", "17:30", "约 9 小时"),
        ("08:30", "09:10", "约 40 分钟"),
        ("08:30", "12:00", "约 3.5 小时"),
    ],
)
def test_how_long_it_lasts_is_said_in_words(begins: str, ends: str, words: str) -> None:
    first, last = (datetime.fromisoformat(f"2026-11-26T{one}") for one in (begins, ends))
    assert length_words(first, last) == words


def test_the_hours_stand_alone_only_on_one_day() -> None:
    first = datetime(2026, 11, 26, 8, 30)
    assert when_lines(first, datetime(2026, 11, 26, 17, 30))[0] == ("11 月 26 日  星期四", "08:30 – 17:30")
    assert when_lines(first, datetime(2026, 11, 27, 6))[0] == ("11 月 26 日 08:30 起", "11 月 27 日 06:00 止")
    assert when_lines(first, None)[0] == ("11 月 26 日  星期四", "08:30 起")


@pytest.mark.parametrize(
    ("times", "places", "standing"),
    [
        (Times(AFTER, None, None, None), [], Standing.TO_POST),
        (Times(BEFORE, None, None, None), [], Standing.OVERDUE),
        (Times(BEFORE, None, None, None), [Hanging(BEFORE, None), Hanging(None, None)], Standing.OVERDUE),
        (Times(BEFORE, None, None, None), [Hanging(BEFORE, None)], Standing.HANGS),
        (Times(None, None, None, None), [Hanging(None, None)], Standing.TO_POST),
        (Times(None, BEFORE, None, None), [Hanging(BEFORE, None)], Standing.TAKE_DOWN),
        (Times(None, BEFORE, None, None), [Hanging(BEFORE, BEFORE)], Standing.OVER),
        (Times(None, None, None, BEFORE), [Hanging(BEFORE, None)], Standing.TAKE_DOWN),
        (Times(None, None, BEFORE, None), [Hanging(BEFORE, None)], Standing.TAKE_DOWN),
        (Times(BEFORE, None, BEFORE, None), [Hanging(None, None)], Standing.CALLED_OFF),
        (Times(None, None, None, None), [Hanging(BEFORE, BEFORE)], Standing.OVER),
    ],
)
def test_how_a_notice_stands(times: Times, places: list[Hanging], standing: Standing) -> None:
    assert standing_of(times, places, NOW) is standing
