"""Holes and doubles of a roster, for any turns at all."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.duty.roster.spans import Span, doubles, holes, usual_span

FIRST = datetime(2028, 2, 28)  # over the leap day
UNTIL = FIRST + timedelta(days=3)
MINUTE = timedelta(minutes=1)
MINUTES = int((UNTIL - FIRST) / MINUTE)

spans = st.builds(
    lambda post, who, begins, length: Span(post, who, FIRST + begins * MINUTE, FIRST + (begins + length) * MINUTE),
    st.integers(1, 3),
    st.sampled_from("甲乙丙"),
    st.integers(-600, MINUTES + 60),
    st.integers(1, 1_800),
)


@given(st.lists(spans, max_size=8), st.integers(0, MINUTES - 1))
def test_a_minute_lies_in_a_hole_exactly_when_nobody_is_on_duty(turns: list[Span], minute: int) -> None:
    at = FIRST + minute * MINUTE
    manned = any(turn.begins <= at < turn.ends for turn in turns)
    in_hole = any(hole.begins <= at < hole.ends for hole in holes(turns, FIRST, UNTIL))
    assert in_hole is not manned


@given(st.lists(spans, max_size=8))
def test_holes_are_whole_apart_and_inside_the_span(turns: list[Span]) -> None:
    found = holes(turns, FIRST, UNTIL)
    assert all(FIRST <= hole.begins < hole.ends <= UNTIL for hole in found)
    assert all(one.ends < other.begins for one, other in pairwise(found))


@given(st.lists(spans, max_size=8), st.integers(0, MINUTES - 1))
def test_a_double_is_named_exactly_where_two_are_at_one_post_or_one_is_at_two(turns: list[Span], minute: int) -> None:
    at = FIRST + minute * MINUTE
    there = [turn for turn in turns if turn.begins <= at < turn.ends]
    clash = any(
        one.post_id == other.post_id or one.person == other.person
        for number, one in enumerate(there)
        for other in there[number + 1 :]
    )
    assert any(double.begins <= at < double.ends for double in doubles(turns)) is clash


def test_a_turn_through_the_night_ends_on_the_next_day_of_a_leap_year() -> None:
    begins, ends = usual_span(
        datetime(2028, 2, 28).date(), datetime(2028, 1, 1, 20).time(), datetime(2028, 1, 1, 8).time()
    )
    assert (begins, ends) == (datetime(2028, 2, 28, 20), datetime(2028, 2, 29, 8))


def test_the_same_time_twice_is_round_the_clock() -> None:
    eight = datetime(2026, 1, 1, 8).time()
    begins, ends = usual_span(datetime(2026, 12, 31).date(), eight, eight)
    assert ends - begins == timedelta(hours=24)


def test_no_turn_at_all_is_one_hole() -> None:
    (only,) = holes([], FIRST, UNTIL)
    assert (only.begins, only.ends) == (FIRST, UNTIL)
