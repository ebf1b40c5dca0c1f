"""Whatever is wrong with a plan is said with its file, page and step, for every rule there is."""

import pytest

from app.core.language import choose_language
from app.incidents.plans.refusals import PlanBreaksRules, PlanFault, PlanNotRead, PlanRule, Unread
from ui.sentences import say
from ui.sentences.incident_plans import what_is_broken


@pytest.fixture(autouse=True)
def english() -> None:
    choose_language("en")


@pytest.mark.parametrize("rule", PlanRule)
def test_every_rule_has_its_words(rule: PlanRule) -> None:
    said = what_is_broken(PlanFault(rule, "first", "how-many", "plumber"))
    assert said.startswith("page “first”, step “how-many”: ")
    assert "{" not in said


@pytest.mark.parametrize("fault", Unread)
def test_every_fault_of_form_names_file_page_step_and_word(fault: Unread) -> None:
    said = say(PlanNotRead("fire.toml", "first", "how-many", fault, "colour"))
    assert said.startswith("The plan “fire.toml” cannot be read: page “first”, step “how-many”: ")
    assert "colour" in said


def test_several_broken_rules_are_all_said() -> None:
    faults = (PlanFault(PlanRule.TOO_MANY_STEPS, "first", "", "10"), PlanFault(PlanRule.NO_PAGE, "", "", "fire"))
    assert say(PlanBreaksRules("fire.toml", faults)) == (
        "The plan “fire.toml” must not be used: page “first”: 10 steps, and 9 are the most; split the page · "
        "it has no page. Correct the file; the last good version stays."
    )


def test_a_circle_of_plans_names_no_file() -> None:
    said = say(PlanBreaksRules("", (PlanFault(PlanRule.LINK_LOOP, "", "", "a → b → a"),)))
    assert said.startswith("These plans do not go together: plans start each other in a circle: a → b → a.")
