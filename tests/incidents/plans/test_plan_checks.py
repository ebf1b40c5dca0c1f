"""The rules of a plan: nine steps, twenty characters, known people, branches that lead on, timers that exist."""

import pytest

from app.incidents.plans.plan_checks import plan_faults
from app.incidents.plans.reading_time import length_in_hanzi, seconds_to_read
from app.incidents.plans.refusals import PlanRule
from tests.incidents.plans.small_plan import (
    FULL_PAGE,
    HEAD,
    LAST_PAGE,
    NAMES,
    SOUND,
    TIMER,
    page,
    plan_of,
    rules_broken,
    step,
)

CHOICE = """ask = [{ id = "ill", kind = "choice", text = { zh = "身体", en = "How" }, options = [
    { id = "no", zh = "好", en = "Well" }, { id = "yes", zh = "不好", en = "Ill" }] }]
"""
TURN = CHOICE + 'opens = [{ ask = "ill", is = ["yes"], page = "ill" }]'
BRANCH = page("ill", step("help"), more="opened_by_answer = true")


def with_step(more: str, name: str = "three") -> str:
    return SOUND.replace(step(name), step(name, more))


def test_a_sound_plan_breaks_no_rule() -> None:
    assert rules_broken(SOUND) == []


def test_ten_steps_on_a_page_are_refused_and_the_page_named() -> None:
    ten = page("first", *(step(name) for name in (*NAMES, "a", "b", "c", "d", "e")))
    (fault,) = plan_faults(plan_of(HEAD + TIMER + ten + LAST_PAGE))
    assert (fault.rule, fault.page, fault.what) == (PlanRule.TOO_MANY_STEPS, "first", "10")


def test_nine_steps_are_taken() -> None:
    nine = page("first", *(step(name) for name in (*NAMES, "a", "b", "c", "d")))
    assert rules_broken(HEAD + TIMER + nine + LAST_PAGE) == []


def test_a_page_of_four_steps_is_too_short_unless_it_is_the_last() -> None:
    four = [step(name) for name in NAMES[1:]]
    assert rules_broken(HEAD + page("first", *four) + LAST_PAGE) == [PlanRule.TOO_FEW_STEPS]
    assert rules_broken(HEAD + page("last", *four)) == []


def test_a_branch_page_and_a_page_that_ends_with_the_decision_may_be_short() -> None:
    assert rules_broken(HEAD + page("first", step("one", TURN)) + BRANCH + LAST_PAGE) == []


def test_a_page_without_steps_is_refused() -> None:
    void = page("void", more="step = []")
    assert rules_broken(HEAD + TIMER + FULL_PAGE + void + LAST_PAGE) == [PlanRule.TOO_FEW_STEPS]


def test_a_plan_needs_a_page() -> None:
    assert rules_broken(HEAD + "page = []") == [PlanRule.NO_PAGE]


def test_twenty_characters_are_the_most_of_a_step() -> None:
    assert rules_broken(SOUND.replace(step("two"), step("two", text="打" * 20))) == []
    assert rules_broken(SOUND.replace(step("two"), step("two", text="打" * 21))) == [PlanRule.STEP_TOO_LONG]


def test_fourteen_characters_are_the_most_of_what_is_forbidden_and_five_such_lines() -> None:
    assert rules_broken(SOUND.replace("撬门", "撬" * 15)) == [PlanRule.NEVER_TOO_LONG]
    six = ", ".join(['{ zh = "撬门", en = "pry doors" }'] * 6)
    assert rules_broken(SOUND.replace('{ zh = "撬门", en = "pry doors" }', six)) == [PlanRule.TOO_MANY_NEVERS]


def test_narrow_letters_count_half_and_spaces_nothing() -> None:
    assert [length_in_hanzi(text) for text in ("打 119", "打110、119", "")] == [3, 5, 0]


def test_reading_time_grows_with_words_and_steps_and_only_warns() -> None:
    long_page = page("first", *(step(name, CHOICE.replace("身体", "身" * 60), "打" * 20) for name in NAMES))
    text = (HEAD + TIMER + long_page + LAST_PAGE).replace('id = "ill"', 'id = "ill-{}"')
    for name in NAMES:
        text = text.replace("ill-{}", f"ill-{name}", 1)
    (fault,) = plan_faults(plan_of(text))
    assert (fault.rule, fault.only_warns) == (PlanRule.LONG_READING, True)
    assert seconds_to_read(plan_of(SOUND).pages[0]) == 21


def test_names_of_pages_steps_asks_and_timers_are_unique() -> None:
    assert rules_broken(SOUND.replace('id = "six"', 'id = "two"')) == [PlanRule.SAME_ID]
    assert rules_broken(SOUND.replace('id = "last"', 'id = "first"')) == [PlanRule.SAME_ID]
    assert rules_broken(SOUND.replace(FULL_PAGE, TIMER + FULL_PAGE)) == [PlanRule.SAME_ID]
    twice = SOUND.replace(step("two"), step("two", CHOICE)).replace(step("six"), step("six", CHOICE))
    assert rules_broken(twice) == [PlanRule.SAME_ID]


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ('contact = "plumber"', PlanRule.UNKNOWN_CONTACT),
        ('contact = "120"', PlanRule.CONTACT_NOT_LISTED),
        ('notice = "birthday"', PlanRule.UNKNOWN_NOTICE),
        ('ask = [{ id = "a", kind = "choice", text = { zh = "身", en = "How" } }]', PlanRule.CHOICE_WITHOUT_OPTIONS),
        (CHOICE.replace('"choice"', '"number"'), PlanRule.OPTIONS_WITHOUT_CHOICE),
        (CHOICE.replace('id = "no"', 'id = "yes"'), PlanRule.SAME_ID),
        (CHOICE + 'starts = [{ ask = "sick", is = ["yes"], plan = "fire" }]', PlanRule.UNKNOWN_ASK),
        (CHOICE + 'starts = [{ ask = "ill", is = ["maybe"], plan = "fire" }]', PlanRule.UNKNOWN_ANSWER),
        (CHOICE + 'starts = [{ ask = "ill", is = [], plan = "fire" }]', PlanRule.UNKNOWN_ANSWER),
        (TURN, PlanRule.UNKNOWN_PAGE),
        (TURN.replace('page = "ill"', 'page = "first"'), PlanRule.PAGE_OPENED_BACKWARDS),
        (TURN.replace('page = "ill"', 'page = "last"'), PlanRule.PAGE_NOT_HIDDEN),
    ],
)
def test_a_step_that_names_what_is_not_there_is_refused_by_page_and_step(more: str, rule: PlanRule) -> None:
    (fault,) = plan_faults(plan_of(with_step(more)))
    assert (fault.rule, fault.page, fault.step) == (rule, "first", "three")


def test_an_unknown_contact_in_the_call_list_is_refused() -> None:
    assert rules_broken(SOUND.replace('"manager"]', '"plumber"]')) == [PlanRule.UNKNOWN_CONTACT]


def test_a_role_that_the_plan_does_not_name_is_refused() -> None:
    assert rules_broken(SOUND.replace('["lead", "site"]', '["site", "lead"]')) == []
    assert set(rules_broken(SOUND.replace('["lead", "site"]', '["lead"]'))) == {PlanRule.ROLE_NOT_NAMED}


def test_a_hidden_page_that_nothing_opens_is_refused() -> None:
    assert rules_broken(HEAD + TIMER + FULL_PAGE + BRANCH + LAST_PAGE) == [PlanRule.PAGE_NEVER_OPENED]


def test_timers_run_between_steps_that_exist_and_have_minutes() -> None:
    assert rules_broken(SOUND.replace('starts = "one"', 'starts = "ten"')) == [PlanRule.UNKNOWN_TIMER_STEP]
    assert rules_broken(SOUND.replace('ends = "five"', 'ends = "last"')) == [PlanRule.UNKNOWN_TIMER_STEP]
    assert rules_broken(SOUND.replace("minutes = 30", "minutes = 0")) == [PlanRule.TIMER_WITHOUT_MINUTES]
    for start in ("", "last"):
        assert rules_broken(SOUND.replace('starts = "one"', f'starts = "{start}"')) == []


def test_the_only_critical_step_is_never_the_last_of_a_full_page() -> None:
    assert rules_broken(with_step("critical = true", "five")) == [PlanRule.CRITICAL_LAST]
    assert rules_broken(with_step("critical = true", "one")) == []


HIDDEN = 'hidden_by = [{ ask = "ill", is = ["yes"] }]'


def hiding(written: str) -> list[PlanRule]:
    """The third step asks, the fourth is hidden by its answer."""
    return rules_broken(with_step(CHOICE).replace(step("four"), step("four", written)))


def test_an_earlier_answer_may_hide_a_step_even_a_critical_one() -> None:
    assert hiding(HIDDEN) == []
    assert hiding(f"critical = true\n{HIDDEN}") == []


def test_a_step_is_hidden_only_by_what_was_asked_before_it() -> None:
    asks_itself = step("three", CHOICE + HIDDEN)
    assert rules_broken(SOUND.replace(step("three"), asks_itself)) == [PlanRule.HIDDEN_BY_NOTHING_EARLIER]
    later = with_step(CHOICE).replace(step("two"), step("two", HIDDEN))
    assert rules_broken(later) == [PlanRule.HIDDEN_BY_NOTHING_EARLIER]
    assert hiding(HIDDEN.replace('"ill"', '"sick"')) == [PlanRule.HIDDEN_BY_NOTHING_EARLIER]


def test_only_an_answer_that_exists_hides_a_step() -> None:
    assert hiding(HIDDEN.replace('"yes"', '"maybe"')) == [PlanRule.UNKNOWN_ANSWER]
    assert hiding(HIDDEN.replace('["yes"]', "[]")) == [PlanRule.UNKNOWN_ANSWER]


def test_a_critical_step_is_not_hidden_whatever_is_answered() -> None:
    always = HIDDEN.replace('["yes"]', '["yes", "no"]')
    assert hiding(always) == []
    assert hiding(f"critical = true\n{always}") == [PlanRule.HIDDEN_ANYHOW]
