"""When drills are due, for all days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.periods import add_months
from app.incidents.drills.drill_rule import (
    USUAL_MONTHS,
    Due,
    drill_standing,
    months_between_drills,
    next_in_turn,
    quarter_standing,
)
from app.incidents.drills.scenarios import draw, scenario_cards
from app.incidents.plans.shipped_plans import shipped_plans

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SINCE = date(2026, 1, 10)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 12, 10), Due.IN_TIME),
        (date(2026, 12, 11), Due.SOON),
        (date(2027, 1, 10), Due.SOON),
        (date(2027, 1, 11), Due.OVERDUE),
    ],
)
def test_i28_a_lift_drill_is_due_a_year_after_the_office_took_up_its_plans(today: date, due: Due) -> None:
    assert drill_standing("lift-entrapment", 12, None, SINCE, today).due is due


def test_i28_a_drill_that_took_place_sets_the_next_day() -> None:
    standing = drill_standing("fire", 12, date(2026, 11, 30), SINCE, date(2026, 12, 1))
    assert standing.due_on == date(2027, 11, 30)


def test_lift_and_fire_come_every_year_and_the_others_in_rotation() -> None:
    assert {code for code in shipped_plans() if months_between_drills(code, {}) == 12} == set(USUAL_MONTHS)
    assert months_between_drills("network-down", {}) == 24
    assert months_between_drills("fire", {"fire": 6}) == 6


def test_whose_turn_it_is_waits_longest() -> None:
    today = date(2026, 11, 1)
    standings = [
        drill_standing("fire", 12, date(2026, 5, 1), SINCE, today),
        drill_standing("flooding", 12, None, SINCE, today),
        drill_standing("gas-leak", 12, date(2026, 1, 10), SINCE, today),
    ]
    assert next_in_turn(standings) == "flooding"


@given(DAYS, st.lists(DAYS, max_size=6))
def test_a_quarter_has_its_drill_exactly_when_one_lies_in_it(today: date, done: list[date]) -> None:
    quarter = quarter_standing(done, today)
    assert quarter.first <= today <= quarter.last
    assert quarter.first.day == 1
    assert (quarter.last + timedelta(days=1)).day == 1
    assert quarter.done == len([day for day in done if (day.year, (day.month + 2) // 3) == _quarter(today)])
    assert (quarter.due is Due.IN_TIME) == (quarter.done > 0 or quarter.last - today > timedelta(days=30))


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


@given(DAYS, DAYS, st.integers(1, 60))
def test_a_standing_is_overdue_exactly_after_its_day(last: date, today: date, months: int) -> None:
    standing = drill_standing("fire", months, last, SINCE, today)
    assert standing.due_on == add_months(last, months)
    assert (standing.due is Due.OVERDUE) == (today > standing.due_on)


def test_every_plan_has_cards_in_both_languages() -> None:
    assert set(scenario_cards()) == set(shipped_plans())
    for cards in scenario_cards().values():
        assert len(cards) >= 2
        assert len({card.zh for card in cards}) == len(cards)
        assert all(card.zh and card.en for card in cards)


@given(st.lists(st.integers(0, 2), max_size=20), st.integers(0, 2))
def test_a_card_is_not_drawn_again_before_the_others_were(used: list[int], at: int) -> None:
    cards = scenario_cards()["fire"]
    drawn = draw(cards, [cards[one].zh for one in used], lambda left: left[at % len(left)])
    assert used.count(cards.index(drawn)) == min(used.count(one) for one in range(len(cards)))
