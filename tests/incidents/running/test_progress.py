"""What a log means: the step that comes next, the pages that an answer opens, what is left at the close."""

from __future__ import annotations

import pytest

from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from app.incidents.running.refusals import (
    AnswerMissing,
    AnswerUnreadable,
    CriticalUnsettled,
    IncidentClosed,
    StepHidden,
    StepNotSettled,
    StepSettled,
    WordsMissing,
)
from tests.incidents.running.worked import BEGAN, Worked


def current(work: Worked) -> str:
    one = work.progress.current
    return "" if one is None else one.step.id


def states(work: Worked) -> dict[str, StepState]:
    return {one.step.id: one.state for one in work.progress.steps}


def asked_about(work: Worked, condition: str = "well", shaft: str = "clear") -> Worked:
    return work.tick_somehow("which-lift").tick("how-many", people="2", condition=condition, shaft=shaft)


def test_the_first_step_waits_and_each_tick_leads_to_the_next() -> None:
    work = Worked()
    assert current(work) == "which-lift"
    assert current(work.tick("which-lift", lift="东梯", floor="7")) == "how-many"
    assert work.progress.step("which-lift").answers == {"lift": "东梯", "floor": "7"}


def test_i9_an_answer_opens_its_page_at_once_before_the_rest_of_the_page() -> None:
    work = asked_about(Worked(), condition="unwell")
    assert current(work) == "call-119"
    order = [one.step.id for one in work.progress.steps]
    assert order.index("how-many") < order.index("call-119") < order.index("calm")
    assert [(entry.kind, entry.facts["page"]) for entry in work.entries[-1:]] == [
        (EntryKind.OPENED_BY_RULE, "rescue-now")
    ]


def test_i9_what_no_answer_opens_is_logged_as_not_applicable_by_rule() -> None:
    work = asked_about(Worked())
    assert states(work)["call-119"] is StepState.HIDDEN
    assert (work.entries[-1].kind, work.entries[-1].facts["page"]) == (EntryKind.HIDDEN_BY_RULE, "rescue-now")
    with pytest.raises(StepHidden):
        work.tick("call-119")


def test_a_later_answer_opens_the_page_where_it_was_given() -> None:
    answers = {"reached": "nobody", "maintainer-person": "?"}
    work = asked_about(Worked()).tick("calm").tick("call-maintainer", **answers)
    order = [one.step.id for one in work.progress.steps]
    assert order.index("call-119") == order.index("call-maintainer") + 1


def test_an_answer_taken_back_closes_the_page_unless_something_was_done_there() -> None:
    work = asked_about(Worked(), condition="unwell").undo("how-many")
    assert states(work)["call-119"] is StepState.HIDDEN
    work = asked_about(Worked(), condition="unwell").tick_somehow("call-119").undo("how-many")
    assert states(work)["call-119"] is StepState.DONE


def test_i12_a_correction_keeps_the_first_time() -> None:
    work = Worked().tick_somehow("which-lift")
    first = work.progress.step("which-lift").first_at
    again = work.undo("which-lift").wait(10).tick("which-lift", lift="西梯", floor="9").progress.step("which-lift")
    assert (again.first_at, again.corrections, again.answers["lift"]) == (first, 1, "西梯")
    with pytest.raises(StepNotSettled):
        Worked().undo("which-lift")


def test_i11_steps_are_done_in_any_order_and_what_was_put_off_comes_again() -> None:
    work = Worked().put_off("which-lift").tick("calm")
    assert current(work) == "how-many"
    work.tick("how-many", people="?", condition="well", shaft="clear")
    for one in [one for one in work.progress.steps if one.state is StepState.OPEN]:
        work.settle(EntryKind.NOT_APPLICABLE, one.step.id, "另有人做")
    assert current(work) == "which-lift"


def test_two_people_ticking_one_step_are_told_who_was_first() -> None:
    work = Worked().tick_somehow("which-lift")
    with pytest.raises(StepSettled) as told:
        work.tick_somehow("which-lift")
    assert (told.value.by, told.value.at) == ("王敏", work.entries[-1].happened_at)


@pytest.mark.parametrize(("typed", "kept"), [("2", "2"), (" 12 ", "12"), ("?", "?"), ("不清楚", "?"), ("？", "?")])
def test_i7_a_number_is_digits_or_that_nobody_knows(typed: str, kept: str) -> None:
    work = Worked().tick_somehow("which-lift").tick("how-many", people=typed, condition="well", shaft="clear")
    assert work.progress.step("how-many").answers["people"] == kept


@pytest.mark.parametrize("typed", ["two", "-1", "1.5", "２人"])
def test_i7_other_numbers_are_refused(typed: str) -> None:
    with pytest.raises(AnswerUnreadable):
        Worked().tick("how-many", people=typed, condition="well", shaft="clear")


def test_i7_a_step_that_looks_at_the_world_is_not_ticked_without_what_was_seen() -> None:
    with pytest.raises(AnswerMissing) as told:
        Worked().tick("how-many", people="2", condition=" ", shaft="clear")
    assert told.value.ask.id == "condition"
    with pytest.raises(AnswerUnreadable):
        Worked().tick("how-many", people="2", condition="?", shaft="clear")


def test_done_differently_or_left_out_needs_words() -> None:
    work = Worked().settle(EntryKind.DEVIATED, "which-lift", "对讲坏了，从监控看到")
    assert work.progress.step("which-lift").state is StepState.DEVIATED
    assert work.progress.step("which-lift").words == "对讲坏了，从监控看到"
    with pytest.raises(WordsMissing):
        work.settle(EntryKind.NOT_APPLICABLE, "calm", "  ")


def test_i6_a_close_names_a_reason_for_every_critical_step_left() -> None:
    work = asked_about(Worked())
    with pytest.raises(CriticalUnsettled) as told:
        work.close(calm="没有对讲")
    left = {step.id for step in told.value.steps}
    assert "call-maintainer" in left
    assert "calm" not in left
    assert "call-119" not in left, "what no answer opened is not owed"
    reasons = {one.step.id.replace("-", "_"): "误报，无人被困" for one in work.progress.unsettled_critical}
    assert work.close(**reasons).progress.closed_at == work.now
    with pytest.raises(IncidentClosed):
        work.tick_somehow("calm")


def test_the_incident_begins_with_its_start() -> None:
    assert Worked().entries[0].happened_at == BEGAN
