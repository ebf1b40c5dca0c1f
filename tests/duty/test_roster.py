"""The roster: written by pattern, copied on, swapped with a reason; holes and doubles named."""

from datetime import date, datetime, time

import pytest

from app.access.refusals import NotPermitted
from app.duty.log.kinds import EntryKind
from app.duty.refusals import (
    DutyTextMissing,
    NoWeekday,
    PatternEmpty,
    PatternTooLong,
    PostExists,
    PostGone,
    SwapWithItself,
    TurnBackwards,
    TurnTakenOff,
    TurnTooLong,
    WeekEmpty,
)
from app.duty.roster.pattern import Change, OnCall, Pattern
from app.duty.roster.roster_facts import NewTurn, Turn
from tests.office_builder import OfficeBuilder

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
EIGHT, TWENTY = time(8), time(20)


def pattern(post_id: int, *people: str, begins: time = EIGHT, ends: time = TWENTY, **facts: object) -> Pattern:
    who = tuple(OnCall(name, "13800001111") for name in people)
    return Pattern(post_id, who, MONDAY, SUNDAY, begins, ends, **facts)  # type: ignore[arg-type]


def filled(desk: OfficeBuilder) -> None:
    day, night = desk.office.roster.posts()
    desk.office.roster.write_pattern(desk.supervisor, pattern(day.id, "赵强", "钱明"))
    desk.office.roster.write_pattern(desk.supervisor, pattern(night.id, "孙亮", "李勇", begins=TWENTY, ends=EIGHT))


def turn_of(desk: OfficeBuilder, person: str) -> Turn:
    return next(turn for turn in desk.office.roster.week(MONDAY).turns if turn.person == person)


def test_an_office_begins_with_a_day_and_a_night_that_fill_the_clock(desk: OfficeBuilder) -> None:
    assert [(post.name, post.begins, post.ends) for post in desk.office.roster.posts()] == [
        ("白班", EIGHT, TWENTY),
        ("夜班", TWENTY, EIGHT),
    ]


def test_a_week_written_by_pattern_has_no_hole_but_its_first_morning(desk: OfficeBuilder) -> None:
    filled(desk)
    week = desk.office.roster.week(date(2026, 11, 20))
    assert [(hole.begins, hole.ends) for hole in week.holes] == [(datetime(2026, 11, 16), datetime(2026, 11, 16, 8))]
    assert week.doubles == ()
    assert [turn.person for turn in week.turns if turn.post == "白班"] == ["赵强", "钱明"] * 3 + ["赵强"]


def test_people_change_by_the_week_where_that_is_the_pattern(desk: OfficeBuilder) -> None:
    day = desk.office.roster.posts()[0]
    two_weeks = Pattern(
        day.id,
        (OnCall("赵强"), OnCall("钱明")),
        date(2026, 11, 18),
        date(2026, 11, 25),
        EIGHT,
        TWENTY,
        change=Change.WEEK,
    )
    desk.office.roster.write_pattern(desk.supervisor, two_weeks)
    assert {turn.person for turn in desk.office.roster.week(date(2026, 11, 18)).turns} == {"赵强"}
    assert {turn.person for turn in desk.office.roster.week(date(2026, 11, 25)).turns} == {"钱明"}


def test_written_twice_the_same_turns_stand_once(desk: OfficeBuilder) -> None:
    day = desk.office.roster.posts()[0]
    assert desk.office.roster.write_pattern(desk.supervisor, pattern(day.id, "赵强")) == 7
    assert desk.office.roster.write_pattern(desk.supervisor, pattern(day.id, "赵强")) == 0


def test_a_post_that_nobody_fills_and_two_at_once_are_named(desk: OfficeBuilder) -> None:
    roster = desk.office.roster
    filled(desk)
    day = roster.posts()[0]
    roster.take_off(desk.supervisor, turn_of(desk, "赵强").id, "病假")
    roster.write(desk.supervisor, NewTurn(day.id, "孙亮", "", datetime(2026, 11, 17, 6), datetime(2026, 11, 17, 12)))
    week = roster.week(MONDAY)
    assert (day.id, datetime(2026, 11, 16, 8)) in [(hole.post_id, hole.begins) for hole in week.holes]
    torn = [double for double in week.doubles if double.is_torn]
    assert [(double.begins, double.ends) for double in torn] == [(datetime(2026, 11, 17, 6), datetime(2026, 11, 17, 8))]
    shared = [double for double in week.doubles if not double.is_torn]
    assert [(double.begins, double.ends) for double in shared] == [
        (datetime(2026, 11, 17, 8), datetime(2026, 11, 17, 12))
    ]


def test_a_week_is_copied_on_and_not_twice(desk: OfficeBuilder) -> None:
    filled(desk)
    assert desk.office.roster.copy_week(desk.supervisor, MONDAY, weeks=2) == 28
    assert desk.office.roster.copy_week(desk.supervisor, MONDAY, weeks=2) == 0
    later = desk.office.roster.week(date(2026, 12, 1))
    assert len([turn for turn in later.turns if turn.begins.date() >= later.monday]) == 14


def test_two_people_swap_and_the_log_says_why(desk: OfficeBuilder) -> None:
    filled(desk)
    one, other = turn_of(desk, "赵强"), turn_of(desk, "孙亮")
    desk.office.roster.swap(desk.cashier, one.id, other.id, "孩子家长会")
    now = {turn.begins: turn.person for turn in desk.office.roster.week(MONDAY).turns}
    assert now[one.begins] == "孙亮"
    assert now[other.begins] == "赵强"
    (line,) = desk.office.duty_log.recent()
    assert (line.kind, line.text, line.name) == (EntryKind.SWAPPED, "孩子家长会", "王敏")
    with pytest.raises(TurnTakenOff):
        desk.office.roster.swap(desk.cashier, one.id, other.id, "孩子家长会")


def test_a_swap_without_a_reason_leaves_everything_as_it_was(desk: OfficeBuilder) -> None:
    filled(desk)
    before = desk.office.roster.week(MONDAY).turns
    with pytest.raises(DutyTextMissing):
        desk.office.roster.swap(desk.cashier, turn_of(desk, "赵强").id, turn_of(desk, "孙亮").id, "  ")
    assert desk.office.roster.week(MONDAY).turns == before


def test_nobody_swaps_with_himself(desk: OfficeBuilder) -> None:
    filled(desk)
    one, other = [turn for turn in desk.office.roster.week(MONDAY).turns if turn.person == "赵强"][:2]
    with pytest.raises(SwapWithItself):
        desk.office.roster.swap(desk.cashier, one.id, other.id, "事假")


def test_who_is_on_now_and_who_comes_next_across_midnight(desk: OfficeBuilder) -> None:
    filled(desk)
    desk.clock.set(datetime(2026, 11, 17, 0, 30))
    on_duty = desk.office.roster.on_duty()
    assert [turn.person for turn in on_duty.now] == ["孙亮"]
    assert [(turn.person, turn.begins) for turn in on_duty.next] == [("钱明", datetime(2026, 11, 17, 8))]


def test_a_cashier_reads_the_roster_but_writes_no_turn(desk: OfficeBuilder) -> None:
    day = desk.office.roster.posts()[0]
    with pytest.raises(NotPermitted):
        desk.office.roster.write_pattern(desk.cashier, pattern(day.id, "赵强"))


@pytest.mark.parametrize(
    ("begins", "ends", "refusal"),
    [
        (datetime(2026, 11, 20, 8), datetime(2026, 11, 20, 8), TurnBackwards),
        (datetime(2026, 11, 20, 8), datetime(2026, 11, 19, 8), TurnBackwards),
        (datetime(2026, 11, 20, 8), datetime(2026, 11, 21, 20, 1), TurnTooLong),
    ],
)
def test_impossible_turns_are_refused(
    desk: OfficeBuilder, begins: datetime, ends: datetime, refusal: type[Exception]
) -> None:
    day = desk.office.roster.posts()[0]
    with pytest.raises(refusal):
        desk.office.roster.write(desk.supervisor, NewTurn(day.id, "赵强", "", begins, ends))


def test_a_turn_needs_somebody_and_a_post_that_is_kept(desk: OfficeBuilder) -> None:
    day = desk.office.roster.posts()[0]
    turn = NewTurn(day.id, " ", "", datetime(2026, 11, 20, 8), datetime(2026, 11, 20, 20))
    with pytest.raises(DutyTextMissing):
        desk.office.roster.write(desk.supervisor, turn)
    desk.office.roster.retire_post(desk.supervisor, day.id)
    with pytest.raises(PostGone):
        desk.office.roster.write_pattern(desk.supervisor, pattern(day.id, "赵强"))


def test_impossible_patterns_are_refused(desk: OfficeBuilder) -> None:
    day = desk.office.roster.posts()[0]
    write = desk.office.roster.write_pattern
    with pytest.raises(NoWeekday):
        write(desk.supervisor, pattern(day.id, "赵强", weekdays=frozenset()))
    short = Pattern(day.id, (OnCall("赵强"),), MONDAY, MONDAY, EIGHT, TWENTY, frozenset({6}))
    with pytest.raises(PatternEmpty):
        write(desk.supervisor, short)
    with pytest.raises(PatternTooLong):
        write(desk.supervisor, Pattern(day.id, (OnCall("赵强"),), MONDAY, date(2028, 1, 1), EIGHT, TWENTY))
    with pytest.raises(PatternEmpty):
        write(desk.supervisor, Pattern(day.id, (OnCall("赵强"),), SUNDAY, MONDAY, EIGHT, TWENTY))
    with pytest.raises(DutyTextMissing):
        write(desk.supervisor, pattern(day.id))


def test_an_empty_week_is_not_copied_and_names_no_hole(desk: OfficeBuilder) -> None:
    assert desk.office.roster.week(MONDAY).holes == ()
    with pytest.raises(WeekEmpty):
        desk.office.roster.copy_week(desk.supervisor, MONDAY)


def test_two_posts_have_two_names(desk: OfficeBuilder) -> None:
    with pytest.raises(PostExists):
        desk.office.roster.add_post(desk.supervisor, "白班", EIGHT, TWENTY)
