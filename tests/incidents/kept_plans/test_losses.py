"""What an office's version takes from the safety of the shipped one is told, step by step."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.incidents.kept_plans.edits import (
    add_step,
    join_page,
    move_step,
    page_of,
    remove_step,
    split_page,
    with_page,
    with_step,
    without_ask,
)
from app.incidents.kept_plans.losses import Loss, losses
from app.incidents.plans.plan import Both, Hiding, Plan
from app.incidents.plans.shipped_plans import shipped_plans

LIFT = shipped_plans()["lift-entrapment"]


def told(plan: Plan) -> list[tuple[Loss, str]]:
    return [(lost.loss, lost.step) for lost in losses(LIFT, plan)]


def changed(step: str, **what: object) -> Callable[[Plan], Plan]:
    return lambda plan: with_step(plan, replace(plan.step(step), **what))  # type: ignore[arg-type]


@pytest.mark.parametrize("code", sorted(shipped_plans()))
def test_the_shipped_plan_loses_nothing_against_itself(code: str) -> None:
    assert losses(shipped_plans()[code], shipped_plans()[code]) == ()


@pytest.mark.parametrize(
    ("edit", "loss"),
    [
        (lambda plan: remove_step(plan, "power-off"), Loss.DROPPED),
        (changed("power-off", critical=False), Loss.NOT_CRITICAL),
        (changed("power-off", text=Both("有空就断电", "Power off when there is time")), Loss.REWORDED),
        (changed("power-off", contact="manager"), Loss.OTHER_CALL),
        (changed("power-off", hidden_by=(Hiding("shaft", ("clear",)),)), Loss.HIDDEN),
        (lambda plan: move_step(plan, "power-off", 1), Loss.MOVED),
    ],
)
def test_a_critical_step_that_is_weakened_is_told(edit: Callable[[Plan], Plan], loss: Loss) -> None:
    assert (loss, "power-off") in told(edit(LIFT))


def test_power_off_behind_the_release_is_told_of_both() -> None:
    assert told(move_step(LIFT, "power-off", 1)) == [(Loss.MOVED, "power-off"), (Loss.MOVED, "people-out")]


def test_a_critical_step_on_a_page_that_only_an_answer_opens_is_hidden() -> None:
    page = page_of(LIFT, "power-off")
    assert (Loss.HIDDEN, "power-off") in told(with_page(LIFT, replace(page, opened_by_answer=True)))


def test_an_answer_that_no_longer_leads_to_119_is_told() -> None:
    step = LIFT.step("how-many")
    quieter = replace(step, opens=(replace(step.opens[0], answers=("unwell",)), *step.opens[1:]))
    assert (Loss.OPENED_LESS, "call-119") in told(with_step(LIFT, quieter))


def test_x12_a_step_that_a_fallen_line_hides_no_more_is_told() -> None:
    shock = shipped_plans()["electric-shock"]
    (hiding,) = shock.step("dry-wood").hidden_by
    fewer = with_step(shock, replace(shock.step("dry-wood"), hidden_by=(replace(hiding, answers=("off",)),)))
    assert [(lost.loss, lost.step) for lost in losses(shock, fewer)] == [(Loss.SHOWN, "dry-wood")]
    assert (Loss.SHOWN, "dry-wood") in [(lost.loss, lost.step) for lost in losses(shock, without_ask(shock, "current"))]


def test_x12_the_same_hidings_written_another_way_lose_nothing() -> None:
    shock = shipped_plans()["electric-shock"]
    step = shock.step("dry-wood")
    apart = tuple(Hiding(one.ask, (answer,)) for one in step.hidden_by for answer in reversed(one.answers))
    assert losses(shock, with_step(shock, replace(step, hidden_by=apart))) == ()


def test_a_forbidden_act_that_is_forbidden_no_more_is_told() -> None:
    assert [loss for loss, _ in told(replace(LIFT, never=LIFT.never[1:]))] == [Loss.NEVER_DROPPED]


def test_x12_what_only_adds_or_divides_loses_nothing() -> None:
    plan, _ = add_step(LIFT, "first", "which-lift", Both("看一眼监控", "Look at the camera"))
    assert told(plan) == []
    assert told(split_page(LIFT, "rescue-now", 2)) == []
    assert told(join_page(LIFT, "release")) == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_x12_no_order_of_moves_takes_a_critical_step_past_another_unseen(data: st.DataObject) -> None:
    plan = LIFT
    names = [step.id for step in LIFT.steps()]
    for _ in range(data.draw(st.integers(1, 6))):
        plan = move_step(plan, data.draw(st.sampled_from(names)), data.draw(st.sampled_from([-1, 1])))
    critical = [step.id for step in LIFT.steps() if step.critical]
    if [step.id for step in plan.steps() if step.critical] != critical:
        assert Loss.MOVED in {loss for loss, _ in told(plan)}
