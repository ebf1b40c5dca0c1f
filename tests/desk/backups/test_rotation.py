from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.desk.backups.rotation import DAYS, MONTHS, WEEKS, Kept, superfluous

FIRST = datetime(2026, 1, 1, 18)

STEPS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 23), st.booleans()), min_size=1, max_size=120)
"""Days until the next backup, its hour, and whether it was found damaged since."""


def kept_after(steps: list[tuple[int, int, bool]]) -> tuple[list[Kept], list[Kept]]:
    """Every backup that was made, and what rotation after each of them has left."""
    made: list[Kept] = []
    left: list[Kept] = []
    day = FIRST
    for number, (days, hour, damaged) in enumerate(steps):
        day = day.replace(hour=0) + timedelta(days=days, hours=hour)
        one = Kept(day, Path(f"{number:04d}"), proven=not damaged)
        made.append(one)
        left = [*left, one]
        gone = superfluous(left)
        left = [kept for kept in left if kept not in gone]
    return made, left


@given(STEPS)
def test_at_most_seven_days_five_weeks_and_twelve_months_are_left(steps: list[tuple[int, int, bool]]) -> None:
    made, left = kept_after(steps)
    proven = [one for one in left if one.proven]
    assert len(proven) <= DAYS + WEEKS + MONTHS
    assert len({one.made_at.date() for one in proven}) == len(proven)
    newest = max((one.made_at for one in made if one.proven), default=None)
    assert all(newest is None or one.made_at > newest for one in left if not one.proven)


@given(STEPS)
def test_the_newest_proven_one_is_never_deleted(steps: list[tuple[int, int, bool]]) -> None:
    made, left = kept_after(steps)
    proven = sorted((one for one in made if one.proven), key=lambda one: (one.made_at, one.file.name))
    assert not proven or proven[-1] in left


@given(STEPS)
def test_each_of_the_last_days_weeks_and_months_keeps_its_last_backup(steps: list[tuple[int, int, bool]]) -> None:
    made, left = kept_after([(days, hour, False) for days, hour, _ in steps])
    made.sort(key=lambda one: (one.made_at, one.file.name))  # within a day the clock may go back
    last_of_day = {one.made_at.date(): one for one in made}
    last_of_week = {one.made_at.isocalendar()[:2]: one for one in made}
    last_of_month = {(one.made_at.year, one.made_at.month): one for one in made}
    needed = {
        *list(last_of_day.values())[-DAYS:],
        *list(last_of_week.values())[-WEEKS:],
        *list(last_of_month.values())[-MONTHS:],
    }
    assert set(left) == needed


def test_a_year_of_daily_backups_leaves_seven_days_five_weeks_and_twelve_months() -> None:
    _, left = kept_after([(1, 18, False)] * 400)
    days = [one.made_at.date() for one in left]
    assert len(days) == 20
    assert [(days[-1] - day).days for day in days[-7:]] == [6, 5, 4, 3, 2, 1, 0]
    assert len({(day.year, day.month) for day in days}) == 12


def test_where_nothing_is_proven_nothing_is_deleted() -> None:
    kept = [Kept(FIRST + timedelta(days=day), Path(str(day)), proven=False) for day in range(30)]
    assert superfluous(kept) == []


def test_a_backup_dated_ahead_by_a_wrong_clock_takes_one_place_and_no_more() -> None:
    ahead = Kept(datetime(2031, 1, 1), Path("ahead"))
    days = [Kept(FIRST + timedelta(days=day), Path(str(day))) for day in range(6)]
    assert superfluous([*days, ahead]) == []
