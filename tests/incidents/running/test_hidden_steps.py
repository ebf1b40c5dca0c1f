"""An answer that makes a step wrong: the step goes out of the way, the log says so, and it comes back with the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.incidents.plans.plan import Hiding
from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from app.incidents.running.refusals import StepHidden
from tests.incidents.running.worked import Worked, plan_of


def shocked(current: str) -> Worked:
    return Worked("electric-shock").tick("power-off", current=current)


def state(work: Worked, step: str) -> StepState:
    return work.progress.step(step).state


def rules(work: Worked) -> list[tuple[EntryKind, str]]:
    return [(entry.kind, entry.facts["step"]) for entry in work.entries if "step" in entry.facts]


def test_after_a_fallen_line_nobody_is_told_to_part_the_wire() -> None:
    work = shocked("high")
    assert state(work, "dry-wood") is StepState.HIDDEN
    assert (EntryKind.HIDDEN_BY_RULE, "dry-wood") in rules(work)
    with pytest.raises(StepHidden):
        work.tick("dry-wood")


def test_a_hidden_step_keeps_its_place_but_is_never_the_current_one() -> None:
    work = shocked("off")
    order = [one.step.id for one in work.progress.steps]
    assert order.index("power-off") < order.index("dry-wood") < order.index("call-120")
    current = work.progress.current
    assert current is not None
    assert current.step.id != "dry-wood"


def test_an_answer_taken_back_brings_the_step_back() -> None:
    work = shocked("high").undo("power-off")
    assert state(work, "dry-wood") is StepState.OPEN
    assert (EntryKind.OPENED_BY_RULE, "dry-wood") in rules(work)[-3:]
    assert state(work.tick("power-off", current="stays"), "dry-wood") is StepState.OPEN


def test_what_was_done_stays_in_view_whatever_is_answered_later() -> None:
    work = shocked("stays").tick("dry-wood", parted="apart").undo("power-off").tick("power-off", current="high")
    assert state(work, "dry-wood") is StepState.DONE
    assert state(work.undo("dry-wood"), "dry-wood") is StepState.HIDDEN, "and taken back, it does not come up again"
    assert rules(work)[-1] == (EntryKind.HIDDEN_BY_RULE, "dry-wood")


def test_what_was_only_put_off_or_noted_is_hidden_as_well() -> None:
    work = Worked("electric-shock").put_off("dry-wood").note("dry-wood", "没有干木棍").tick("power-off", current="high")
    assert state(work, "dry-wood") is StepState.HIDDEN


def test_a_hidden_critical_step_is_not_owed_at_the_close() -> None:
    assert "dry-wood" not in {one.step.id for one in shocked("high").progress.unsettled_critical}
    assert "dry-wood" in {one.step.id for one in shocked("stays").progress.unsettled_critical}


def test_a_hidden_step_starts_no_clock_though_it_was_once_ticked() -> None:
    plan = plan_of("electric-shock")
    clock = replace(plan.timers[0], id="clock", starts="dry-wood", ends=None)
    work = Worked(replace(plan, timers=(clock,))).tick("power-off", current="stays").tick("dry-wood", parted="apart")
    assert "clock" in work.timers
    assert "clock" not in work.undo("dry-wood").undo("power-off").tick("power-off", current="high").timers


def test_a_step_hidden_in_a_page_does_not_open_that_page() -> None:
    plan = plan_of("electric-shock")
    cpr = plan.page("cpr")
    aed = replace(cpr.steps[0], hidden_by=(Hiding("current", ("high",)),))
    pages = [replace(page, steps=(aed, *cpr.steps[1:])) if page.id == "cpr" else page for page in plan.pages]
    work = Worked(replace(plan, pages=tuple(pages))).tick("power-off", current="high")
    assert "cpr" not in work.progress.pages
    work.tick("breathing", look="not-breathing")
    assert state(work, "aed") is StepState.HIDDEN
    assert state(work, "press") is StepState.OPEN


def test_the_clock_of_a_page_is_found_behind_lines_of_steps_that_came_back() -> None:
    work = Worked("power-cut").tick("generator", **{"generator-state": "none"}).undo("generator")
    assert (EntryKind.OPENED_BY_RULE, "interlock") in rules(work)
    assert "patrol" in work.tick("fire-backup", backup="missing").timers
