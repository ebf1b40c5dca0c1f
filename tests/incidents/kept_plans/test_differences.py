"""Two versions laid side by side: what was added, taken out, moved, or said otherwise."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.incidents.kept_plans.differences import HeadPart, StepField, Turn, differences
from app.incidents.kept_plans.edits import add_step, move_step, remove_step, with_step, with_timer
from app.incidents.plans.plan import Both, Plan, Severity
from app.incidents.plans.shipped_plans import shipped_plans
from tests.incidents.kept_plans.any_plan import PLANS

FIRE, LIFT = shipped_plans()["fire"], shipped_plans()["lift-entrapment"]
FIRST = next(FIRE.steps())


def steps(before: Plan, after: Plan) -> list[tuple[Turn, str]]:
    return [(one.turn, one.step.id) for one in differences(before, after).steps]


def test_a_step_that_was_added_taken_out_or_moved() -> None:
    names = [step.id for step in FIRE.steps()]
    added, name = add_step(FIRE, FIRE.pages[0].id, FIRST.id, Both("看一眼监控", "Look at the camera"))
    assert steps(FIRE, added) == [(Turn.ADDED, name)]
    assert steps(FIRE, remove_step(FIRE, names[2])) == [(Turn.REMOVED, names[2])]
    moved = LIFT
    for _ in range(3):
        moved = move_step(moved, "which-lift", 1)
    assert steps(LIFT, moved) == [(Turn.MOVED, "which-lift")]


def test_changed_words_name_the_fields() -> None:
    after = with_step(FIRE, replace(FIRST, text=Both("快看", "Look quickly"), target_minutes=7))
    (one,) = differences(FIRE, after).steps
    assert (one.turn, one.fields) == (Turn.CHANGED, (StepField.TEXT, StepField.MINUTES))


def test_what_stands_beside_the_steps_is_compared_too() -> None:
    timer = FIRE.timers[0]
    after = replace(with_timer(FIRE, replace(timer, minutes=99)), severity=Severity.LOW, never=FIRE.never[:-1])
    parts = [(one.part, one.before is None, one.after is None) for one in differences(FIRE, after).head]
    assert parts == [
        (HeadPart.SEVERITY, False, False),
        (HeadPart.NEVER, False, True),
        (HeadPart.TIMER, False, False),
    ]


def test_number_and_date_are_no_difference() -> None:
    assert differences(FIRE, replace(FIRE, version=9)).are_none


@settings(max_examples=60, deadline=None)
@given(PLANS)
def test_a_plan_is_never_different_from_itself(plan: Plan) -> None:
    assert all(one.turn is Turn.MOVED or one.before != one.after for one in differences(plan, plan).steps)
    assert not differences(plan, plan).head


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_step_that_came_or_went_is_told(data: st.DataObject) -> None:
    names = [step.id for step in FIRE.steps()]
    gone = data.draw(st.sets(st.sampled_from(names), max_size=5))
    plan = FIRE
    for name in gone:
        plan = remove_step(plan, name)
    assert {one.step.id for one in differences(FIRE, plan).steps if one.turn is Turn.REMOVED} == gone
    assert {one.step.id for one in differences(plan, FIRE).steps if one.turn is Turn.ADDED} == gone
