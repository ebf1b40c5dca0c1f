"""When an inspection is due: over month ends and leap years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.duty.inspections.rhythm import (
    EveryDays,
    MonthDay,
    Rhythm,
    Weekdays,
    due_days,
    next_due,
    rhythm_facts,
    rhythm_of,
    stands,
)
from app.duty.refusals import NoWeekday, RhythmImpossible

DAY = timedelta(days=1)
days = st.dates(date(2023, 1, 1), date(2033, 1, 1))
rhythms: st.SearchStrategy[Rhythm] = st.one_of(
    st.builds(EveryDays, st.integers(1, 60)),
    st.builds(MonthDay, st.integers(1, 31)),
    st.builds(Weekdays, st.frozensets(st.integers(0, 6), min_size=1)),
)


@given(rhythms, days, days)
def test_the_next_day_is_due_and_none_between_is(rhythm: Rhythm, first_on: date, after: date) -> None:
    found = next_due(rhythm, first_on, after)
    assert found > after
    assert found >= first_on
    assert list(due_days(rhythm, first_on, after + DAY, found + DAY)) == [found]


@given(st.integers(1, 31), days)
def test_a_day_of_the_month_comes_once_in_every_month(day: int, first_on: date) -> None:
    found = list(due_days(MonthDay(day), first_on, first_on, first_on + 800 * DAY))
    months = [(one.year, one.month) for one in found]
    assert len(set(months)) == len(months)
    assert all((one + DAY).month != one.month for one in found if one.day < day)  # only on a last day
    first, last = found[0], found[-1]
    assert len(found) == (last.year - first.year) * 12 + last.month - first.month + 1


@given(rhythms, days, st.integers(0, 200), st.integers(0, 100))
def test_a_round_covers_all_that_were_missed(rhythm: Rhythm, first_on: date, since: int, walked: int) -> None:
    today = first_on + since * DAY
    before = stands(rhythm, first_on, None, today)
    after = stands(rhythm, first_on, before.covers, today)
    if before.is_due(today):
        assert not after.is_due(today)
        assert before.covers <= today
    assert after.missed == 0
    assert before.missed == len(list(due_days(rhythm, first_on, first_on, today)))
    assert walked >= 0


@given(rhythms)
def test_a_rhythm_is_kept_as_it_is(rhythm: Rhythm) -> None:
    assert rhythm_of(rhythm_facts(rhythm)) == rhythm


def test_the_thirty_first_falls_on_the_last_day_of_february_in_both_kinds_of_years() -> None:
    assert next_due(MonthDay(31), date(2027, 1, 1), date(2027, 1, 31)) == date(2027, 2, 28)
    assert next_due(MonthDay(31), date(2028, 1, 1), date(2028, 1, 31)) == date(2028, 2, 29)
    assert next_due(MonthDay(30), date(2028, 1, 1), date(2028, 2, 29)) == date(2028, 3, 30)


def test_what_was_due_yesterday_and_is_due_today_is_overdue_by_one() -> None:
    due = stands(EveryDays(1), date(2026, 11, 1), date(2026, 11, 18), date(2026, 11, 20))
    assert (due.due_on, due.missed, due.covers) == (date(2026, 11, 19), 1, date(2026, 11, 20))
    assert due.is_overdue(date(2026, 11, 20))


@pytest.mark.parametrize("number", [0, -1, 367])
def test_impossible_spans_of_days_are_refused(number: int) -> None:
    with pytest.raises(RhythmImpossible):
        EveryDays(number)


@pytest.mark.parametrize("number", [0, 32])
def test_impossible_days_of_a_month_are_refused(number: int) -> None:
    with pytest.raises(RhythmImpossible):
        MonthDay(number)


def test_no_weekday_is_refused() -> None:
    with pytest.raises(NoWeekday):
        Weekdays(frozenset())
