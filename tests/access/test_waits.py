"""Wrong passwords cost a wait that grows."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.waits import FREE_OF_ONE, seconds_by_clock, seconds_gone, seconds_left, wait_after

NOW = datetime(2026, 11, 20, 9)


@pytest.mark.parametrize(
    ("tries", "seconds"), [(0, 0), (2, 0), (3, 5), (4, 10), (5, 20), (8, 160), (9, 300), (99, 300)]
)
def test_each_further_wrong_try_doubles_the_wait_up_to_five_minutes(tries: int, seconds: int) -> None:
    assert wait_after(tries) == seconds


def test_the_wait_runs_from_the_last_wrong_try() -> None:
    assert seconds_left(4, seconds_by_clock(NOW, NOW + timedelta(seconds=3))) == 7
    assert seconds_left(4, seconds_by_clock(NOW, NOW + timedelta(seconds=9, milliseconds=1))) == 1
    assert seconds_left(4, seconds_by_clock(NOW, NOW + timedelta(seconds=10))) == 0


def test_a_computer_that_was_started_anew_has_run_at_least_since_then() -> None:
    assert seconds_gone(100, 140) == 40
    assert seconds_gone(5_000, 40) == 40


@given(st.integers(FREE_OF_ONE, 200), st.timedeltas(timedelta(days=-4000), timedelta(days=4000)))
def test_nobody_waits_longer_than_the_wait_wherever_the_clock_jumps(tries: int, jump: timedelta) -> None:
    assert 0 <= seconds_left(tries, seconds_by_clock(NOW, NOW + jump)) <= wait_after(tries)
