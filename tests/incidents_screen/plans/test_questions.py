"""What a step asks, by keys: a new question with answers, and where they lead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.incidents.kept_plans.edits import page_of, with_page, with_step
from app.incidents.plans.plan import AskKind, Branch, Hiding, Link
from app.incidents.plans.shipped_plans import shipped_plans
from tests.incidents_screen.plans.desk import PlansDesk
from ui.incidents.plans.ask_form import AskForm, AskPart

NAMES = {code: plan.name for code, plan in shipped_plans().items()}


@pytest.mark.parametrize("code", sorted(shipped_plans()))
def test_looking_at_a_question_changes_nothing(qapp: QApplication, code: str) -> None:
    plan, form = shipped_plans()[code], AskForm()
    form.offer(NAMES)
    for step in plan.steps():
        for ask in step.asks:
            part = AskPart(plan, ask.id)
            form.show_part(part)
            assert form.read(part) == part
            assert form.turns.problem == ""


def test_f12_shows_what_the_step_asks_and_esc_goes_back(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("how-many").press("F12")
    rows = [row.text for row in desk.editor.panes.steps.rows_model.rows]
    assert rows[2].startswith("Condition: All are well / Unwell")
    desk.press("Esc")
    assert desk.editor.panes.steps.current().id == "how-many"  # type: ignore[union-attr]


def test_i9_a_new_question_opens_a_page_and_starts_a_plan_by_its_answers(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("calm").press("F12", "F8")
    form = desk.editor.panes.form
    assert isinstance(form, AskForm)
    desk.writes("门开着吗")
    desk.press("Return")
    desk.keys.type("one")
    form.answers.setFocus()
    desk.writes("关着 | Shut\n开着 | Open")
    form.turns.setFocus()
    title = desk.plan.page("rescue-now").title.en
    desk.writes(f"2 → {title}\n2 → Fire")
    step = desk.plan.step("calm")
    ask = step.asks[0]
    assert (ask.text.zh, ask.kind) == ("门开着吗", AskKind.CHOICE)
    assert [option.text.en for option in ask.options] == ["Shut", "Open"]
    answers = (ask.options[1].id,)
    assert step.opens == (Branch(ask.id, answers, "rescue-now"),)
    assert step.starts == (Link(ask.id, answers, "fire"),)
    assert not desk.editor.found.hinders


def test_a_line_that_leads_nowhere_is_said(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("how-many").press("F12", "Down", "Return")
    form = desk.editor.panes.form
    assert isinstance(form, AskForm)
    form.turns.setFocus()
    desk.writes("7 → nowhere")
    assert form.turns.problem.startswith("“7 → nowhere” leads nowhere.")
    assert [branch.ask for branch in desk.plan.step("how-many").opens] == ["shaft"]


def test_a_question_is_taken_out_with_what_its_answers_led_to(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("how-many").press("F12", "Down", "Down", "F7")
    step = desk.plan.step("how-many")
    assert [ask.id for ask in step.asks] == ["people", "condition"]
    assert step.starts == ()
    desk.press("F3")
    assert len(desk.plan.step("how-many").asks) == 3


def at_the_current(desk: PlansDesk) -> AskForm:
    """The first question of the plan for electric shock: switched off, still there, or high voltage."""
    desk.on("cd").press("F4")
    desk.on_step("power-off").press("F12", "Down", "Return")
    form = desk.editor.panes.form
    assert isinstance(form, AskForm)
    return form


def test_i9_an_answer_hides_a_later_step_and_a_part_of_its_words_is_enough(desk: PlansDesk) -> None:
    form = at_the_current(desk)
    assert "1, 3 × Household current stays: part the wire" in form.turns.text()
    form.turns.setFocus()
    desk.writes(f"{form.turns.text()}\n1 x Fence off")
    (fence,) = (step for step in desk.plan.steps() if "Fence off" in step.text.en)
    assert fence.hidden_by == (Hiding("current", ("off",)),)
    assert form.turns.problem == ""


def test_x12_a_step_that_is_hidden_no_more_and_a_critical_one_that_is_are_told_before_it_is_saved(
    desk: PlansDesk,
) -> None:
    form = at_the_current(desk)
    form.turns.setFocus()
    as_shipped = form.turns.text()
    desk.writes(as_shipped.replace("1, 3 × ", "3 × "))
    assert desk.plan.step("dry-wood").hidden_by == (Hiding("current", ("high",)),)
    assert "also after an answer that hides it" in desk.editor.strip.text()
    desk.writes(as_shipped.replace("3 × Call", "1, 2, 3 × Call"))
    desk.press("Esc", "Esc", "F5")
    assert "it is critical, and every answer of “Current” hides it" in desk.editor.strip.text()


def test_looking_at_a_question_changes_nothing_where_two_steps_of_a_page_say_the_same(qapp: QApplication) -> None:
    plan, form = shipped_plans()["electric-shock"], AskForm()
    hidden = plan.step("dry-wood")
    page = page_of(plan, hidden.id)
    twin = next(step for step in reversed(page.steps) if step.id != hidden.id)
    plan = with_step(plan, replace(twin, text=hidden.text))
    form.offer(NAMES)
    part = AskPart(plan, "current")
    form.show_part(part)
    assert form.read(part) == part
    assert form.turns.problem == ""


def test_looking_at_a_question_changes_nothing_where_two_pages_have_one_title(qapp: QApplication) -> None:
    plan, form = shipped_plans()["flooding"], AskForm()
    first, *others = [page for page in plan.pages if page.opened_by_answer]
    for page in others:
        plan = with_page(plan, replace(page, title=first.title))
    form.offer(NAMES)
    for step in plan.steps():
        for ask in step.asks:
            part = AskPart(plan, ask.id)
            form.show_part(part)
            assert form.read(part) == part


def test_words_that_several_steps_have_hide_none(desk: PlansDesk) -> None:
    form = at_the_current(desk)
    form.turns.setFocus()
    before = desk.plan
    desk.press("Ctrl+End")
    desk.keys.commit("\n3 × a")
    assert form.turns.problem.startswith("“3 × a” leads nowhere.")
    assert desk.plan == before


def test_the_numbers_follow_their_answers_and_a_turn_whose_answer_is_gone_says_so(desk: PlansDesk) -> None:
    form = at_the_current(desk)
    before = desk.plan.step("dry-wood").hidden_by
    lines = form.answers.text().splitlines()
    form.answers.setFocus()
    desk.press("Ctrl+A")
    desk.keys.commit("\n".join([lines[1], lines[2], lines[0]]))
    assert desk.plan.step("dry-wood").hidden_by == before
    assert "3, 2 × Household current stays" in form.turns.text()
    desk.press("Ctrl+A")
    desk.keys.commit("\n".join(lines[:2]))
    assert "? × Household current, person high up" in form.turns.text()
    assert form.turns.problem.startswith("“? →")
    assert desk.plan.step("dry-wood").hidden_by == (Hiding("current", ("off",)),)
