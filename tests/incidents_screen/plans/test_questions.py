"""What a step asks, by keys: a new question with answers, and where they lead."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.incidents.plans.plan import AskKind, Branch, Link
from app.incidents.plans.shipped_plans import shipped_plans
from tests.incidents_screen.plans.desk import PlansDesk
from ui.incidents.plans.ask_form import AskForm, AskPart

NAMES = {code: plan.name for code, plan in shipped_plans().items()}


@pytest.mark.parametrize("code", sorted(shipped_plans()))
def test_looking_at_a_question_changes_nothing(qapp: QApplication, code: str) -> None:
    plan, form = shipped_plans()[code], AskForm()
    form.offer(plan, NAMES)
    for step in plan.steps():
        for ask in step.asks:
            part = AskPart(step, ask.id)
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
