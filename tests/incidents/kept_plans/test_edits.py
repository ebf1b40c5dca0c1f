"""Edits of a plan: steps keep together with their answers, pages divide and join."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.incidents.kept_plans.edits import (
    add_page,
    add_step,
    join_page,
    move_step,
    page_of,
    remove_step,
    split_page,
    with_ask,
)
from app.incidents.plans.plan import Both, Hiding, Plan
from app.incidents.plans.plan_checks import plan_faults
from app.incidents.plans.refusals import PlanRule
from app.incidents.plans.shipped_plans import shipped_plans

LIFT = shipped_plans()["lift-entrapment"]
MORE = Both("再看一次", "Look again")


def ten_steps() -> Plan:
    plan = LIFT
    while len(plan.page("first").steps) < 10:
        plan, _ = add_step(plan, "first", None, MORE)
    return plan


def test_i5_the_tenth_step_is_a_fault_and_dividing_the_page_mends_it() -> None:
    assert [(fault.rule, fault.page) for fault in plan_faults(ten_steps())] == [(PlanRule.TOO_MANY_STEPS, "first")]
    divided = split_page(ten_steps(), "first")
    assert plan_faults(divided) == ()
    assert [len(page.steps) for page in divided.pages[:2]] == [5, 5]


def test_both_halves_of_a_page_behind_an_answer_are_opened_by_it() -> None:
    divided = split_page(LIFT, "rescue-now", 2)
    assert plan_faults(divided) == ()
    opened = {branch.page for branch in divided.step("how-many").opens}
    assert opened == {"rescue-now", "rescue-now-1"}


def test_pages_that_are_joined_keep_every_step_and_their_way_in() -> None:
    assert join_page(split_page(LIFT, "rescue-now", 2), "rescue-now") == replace(
        LIFT, pages=join_page(split_page(LIFT, "rescue-now", 2), "rescue-now").pages
    )
    assert plan_faults(join_page(split_page(LIFT, "rescue-now", 2), "rescue-now")) == ()


def test_a_step_goes_over_the_edge_of_its_page_and_back() -> None:
    last = LIFT.page("first").steps[-1].id
    over = move_step(LIFT, last, 1)
    assert page_of(over, last).id == "rescue-now"
    assert move_step(over, last, -1) == LIFT


def test_the_first_step_goes_no_higher_and_the_last_no_lower() -> None:
    names = [step.id for step in LIFT.steps()]
    assert move_step(LIFT, names[0], -1) == LIFT
    assert move_step(LIFT, names[-1], 1) == LIFT


def test_a_new_page_stands_behind_the_one_that_was_seen() -> None:
    plan, name = add_page(LIFT, "first", MORE)
    assert [page.id for page in plan.pages][:2] == ["first", name]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_move_loses_or_doubles_a_step(data: st.DataObject) -> None:
    plan = LIFT
    names = sorted(step.id for step in LIFT.steps())
    for _ in range(data.draw(st.integers(1, 12))):
        plan = move_step(plan, data.draw(st.sampled_from(names)), data.draw(st.sampled_from([-1, 1])))
    assert sorted(step.id for step in plan.steps()) == names


def test_what_names_a_removed_step_is_told_by_the_checks() -> None:
    faults = plan_faults(remove_step(LIFT, "call-maintainer"))
    assert PlanRule.UNKNOWN_TIMER_STEP in {fault.rule for fault in faults}


def test_with_a_step_goes_what_its_questions_hid_and_opened() -> None:
    shock = shipped_plans()["electric-shock"]
    without = remove_step(shock, "power-off")
    assert not any(hiding.ask == "current" for step in without.steps() for hiding in step.hidden_by)
    assert PlanRule.HIDDEN_BY_NOTHING_EARLIER not in {fault.rule for fault in plan_faults(without)}
    assert without.step("call-120").hidden_by == tuple(
        hiding for hiding in shock.step("call-120").hidden_by if hiding.ask != "current"
    )


def test_an_answer_that_is_gone_leads_nowhere_and_the_others_lead_where_they_did() -> None:
    shock = shipped_plans()["electric-shock"]
    ask = shock.step("power-off").asks[0]
    fewer = with_ask(shock, replace(ask, options=ask.options[:2]))
    assert fewer.step("dry-wood").hidden_by == (Hiding("current", ("off",)),)
    assert with_ask(shock, ask) == shock
