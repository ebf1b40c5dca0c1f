"""On paper there is no answer that opens a page: its title says when it applies, and it stands behind what asks for it."""

import pytest

from app.incidents.plans.plan import Plan
from tests.incidents.plans.facts.asserted import shipped
from tests.incidents.plans.test_shipped_plans import KEYS


@pytest.fixture(params=KEYS)
def plan(request: pytest.FixtureRequest) -> Plan:
    return shipped(request.param)


def test_the_title_of_a_branch_page_says_when_it_applies_and_then_what_to_do(plan: Plan) -> None:
    for page in plan.pages:
        if page.opened_by_answer:
            assert page.title.zh.count("：") == 1, page.title.zh
            assert ": " in page.title.en, page.title.en


def test_no_two_pages_of_a_plan_bear_one_title(plan: Plan) -> None:
    titles = [page.title.zh for page in plan.pages]
    assert len(set(titles)) == len(titles)


def test_every_page_that_is_not_always_open_can_be_told_from_the_step_that_leads_to_it(plan: Plan) -> None:
    leads = {branch.page for step in plan.steps() for branch in step.opens}
    assert {page.id for page in plan.pages if page.opened_by_answer} == leads


def test_a_step_that_an_answer_hides_says_in_its_own_words_when_it_applies_or_does_no_harm(plan: Plan) -> None:
    """The steps whose doing would harm where they do not apply; on paper they are all printed."""
    words = {
        ("electric-shock", "dry-wood"): "断不了的家用电",
        ("electric-shock", "fall"): "家用电",
        ("dispute-intrusion", "two"): "没有危险才去",
        ("acute-illness", "back-blows"): "1 岁以上",
        ("acute-illness", "infant"): "1 岁以下",
        ("flooding", "cut-now"): "水已到",
        ("flooding", "cut-off"): "水没到",
        ("flooding", "lift-up"): "底坑没湿",
        ("gas-leak", "call-gas"): "到室外",
        ("gas-leak", "call-119"): "到室外",
        ("planned-power-cut", "no-fire-supply"): "消防电停了",
    }
    for step in plan.steps():
        assert words.get((plan.code, step.id), "") in step.text.zh
