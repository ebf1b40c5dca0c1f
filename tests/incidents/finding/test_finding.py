"""What is typed in a hurry finds the plan, and the place finds its building."""

from __future__ import annotations

import pytest

from app.incidents.plans.finding import by_digit, find_plans
from app.incidents.plans.place_words import building_of
from app.incidents.plans.plan import Plan
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.plans.spoken_names import SPOKEN

PLANS: tuple[Plan, ...] = tuple(shipped_plans().values())
BUILDINGS = {1: ("1", "1栋"), 3: ("3", "3栋"), 13: ("13", "13栋"), 9: ("", "会所")}


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.code)
def test_i1_the_letters_of_the_table_find_their_plan_first(plan: Plan) -> None:
    assert find_plans(PLANS, plan.letters)[0] is plan
    assert find_plans(PLANS, plan.letters.upper())[0] is plan


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.code)
def test_i1_every_plan_is_found_by_its_name_in_both_languages(plan: Plan) -> None:
    assert plan in find_plans(PLANS, plan.name.zh)
    assert plan in find_plans(PLANS, plan.name.en)


def test_only_nine_plans_have_a_digit_and_no_digit_means_two() -> None:
    met = [by_digit(PLANS, str(digit)) for digit in range(10)]
    assert met[0] is None
    assert len({plan.code for plan in met if plan is not None}) == 9
    assert by_digit(PLANS, "１") is met[1]


def test_every_plan_has_words_that_people_say() -> None:
    assert {plan.code for plan in PLANS} == set(SPOKEN)


@pytest.mark.parametrize("typed", ["", "  ", "zzzz"])
def test_nonsense_finds_nothing(typed: str) -> None:
    assert find_plans(PLANS, typed) == ()


@pytest.mark.parametrize(
    ("typed", "building"),
    [
        *(("3", 3), ("3栋", 3), ("3 栋东梯", 3), ("3-2 七楼", 3), ("13栋", 13), ("１３#", 13), ("会所门口", 9)),
        *(("block 3", 3), ("9楼", None), ("31", None), ("地下车库", None), ("", None), ("3号楼", 3)),
    ],
)
def test_a_place_means_the_building_it_begins_with_and_a_floor_is_none(typed: str, building: int | None) -> None:
    assert building_of(typed, BUILDINGS) == building
