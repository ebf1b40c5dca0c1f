"""Editing a plan by keys: steps added, moved, taken out, confirmed; faults live; kept, approved and gone back from."""

from __future__ import annotations

from pathlib import Path

from app.access.permissions import Role
from app.incidents.plans.plan import CHECK_LOCALLY
from tests.incidents_screen.plans.conftest import OpenDesk
from tests.incidents_screen.plans.desk import PlansDesk
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder

LIFT = "lift-entrapment"
LOOK = "看一眼监控"


def add_a_look(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("which-lift").press("F8")
    desk.writes(LOOK)


def keep(desk: PlansDesk, *more: str) -> None:
    desk.asks("F9", desk.keys_in("=加一步看监控", *more, "F9"))


def test_a_step_is_added_kept_approved_and_then_used(desk: PlansDesk) -> None:
    add_a_look(desk)
    assert [step.text.zh for step in desk.plan.pages[0].steps][1] == LOOK
    keep(desk)
    assert desk.states() == ["waits for approval", "in use"]
    assert desk.office.office.plans.plan(LIFT).version == 1
    desk.asks("F9", desk.keys_in("F9"))
    assert desk.states() == ["in use", "replaced"]
    assert desk.office.office.plans.plan(LIFT).pages[0].steps[1].text.zh == LOOK
    assert desk.said[-1] == "Version 2 is in use"


def test_somebody_alone_is_told_that_nobody_else_may_approve(desk: PlansDesk) -> None:
    add_a_look(desk)
    keep(desk)
    hands: list[str] = []

    def look(panel: object) -> None:
        hands.append(panel.hands)  # type: ignore[attr-defined]
        desk.keys.press("F9")

    desk.asks("F9", look)
    assert hands[0].startswith("Nobody else may approve: you approve what you wrote yourself")
    assert "alone, who wrote it" in desk.view._told.text()


def test_the_authors_version_is_approved_by_another_on_the_same_screen(office: OfficeBuilder, desks: OpenDesk) -> None:
    office.office.people.add(office.supervisor, "林岚", "quiet-meadow", Role.SUPERVISOR)
    desk = desks(office)
    add_a_look(desk)
    keep(desk)
    given = desk.keys_in("Ctrl+A", "=林岚", "Return", "=quiet-meadow", "Return", "F9")
    desk.asks("F9", desk.keys_in("F9"), given)
    assert office.office.plan_versions.in_use(LIFT).approved_by == "林岚"


def test_i5_the_tenth_step_is_said_at_once_and_the_page_is_split_with_one_key(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    for _ in range(2):
        desk.on_step("which-lift").press("F8", "Esc")
    desk.wait_for_checks()
    assert "has 10 steps; 9 are the most" in desk.editor.strip.text()
    desk.press("F9")
    assert desk.page.currentWidget() is desk.page.editor
    desk.press("F4")
    assert [len(page.steps) for page in desk.plan.pages[:2]] == [5, 5]
    assert not desk.editor.found.hinders


def test_i6_alt_and_arrows_move_a_step_and_a_moved_critical_one_needs_a_reason(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("power-off").press("Alt+Down")
    desk.wait_for_checks()
    assert "things are taken from the shipped safety" in desk.editor.strip.text()
    steps = [step.id for step in desk.plan.page("release").steps]
    assert steps.index("people-out") < steps.index("power-off")
    said: list[str] = []

    def without_reason(panel: object) -> None:
        desk.keys_in("=换了顺序", "F9")(panel)
        said.append(panel.reason.problem)  # type: ignore[attr-defined]
        desk.keys_in("=维保单位书面要求", "F9")(panel)

    desk.asks("F9", without_reason)
    assert said[0].startswith("This takes away what the shipped plan holds critical")
    assert desk.view.current().reason == "维保单位书面要求"  # type: ignore[union-attr]
    assert "Reason: 维保单位书面要求" in desk.read()


def test_x12_a_critical_step_is_taken_out_after_a_question_only(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("calm")
    with desk.keys.when_asked("Esc"):
        desk.press("F7")
    assert "calm" in [step.id for step in desk.plan.steps()]
    with desk.keys.when_asked("Y"):
        desk.press("F7")
    assert "calm" not in [step.id for step in desk.plan.steps()]


def test_i5_a_fault_is_named_with_page_and_step_and_one_key_leads_to_it(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("guard").press("Return")
    desk.writes("派人到层门外守着，一直说话，不要走开，也不要去干别的")
    desk.press("Esc", "Esc", "Home")
    desk.press("F5")
    assert "is longer than 20 characters" in desk.editor.strip.text()
    assert "step 6" in desk.editor.strip.text()
    assert desk.editor.panes.steps.current().id == "guard"  # type: ignore[union-attr]
    desk.press("F9")
    assert desk.page.currentWidget() is desk.page.editor
    assert "is longer than 20 characters" in desk.said[-1]


def test_a_fact_of_the_town_is_confirmed_with_one_key_and_may_be_corrected(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    before = len(desk.plan.to_confirm())
    desk.on_step("which-lift").press("F6")
    detail = desk.plan.step("which-lift").detail
    assert detail is not None
    assert CHECK_LOCALLY not in detail.zh
    assert len(desk.plan.to_confirm()) == before - 1
    keep(desk)
    desk.asks("F9", desk.keys_in("F9"))
    desk.press("Esc")
    assert desk.page.list.table.current().to_confirm == before - 1  # type: ignore[union-attr]


def test_undo_takes_one_edit_back_typing_in_one_field_counts_once(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    opened = desk.plan
    desk.on_step("guard").press("Alt+Down")
    desk.press("Return")
    desk.writes("派人去")
    desk.press("F3")
    assert desk.plan.step("guard").text.zh == opened.step("guard").text.zh
    desk.press("F3")
    assert desk.plan == opened


def test_minutes_of_a_clock_are_changed_by_keys(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.editor.panes.go_to_pages()
    desk.press("End", "Return", "Home", "Down", "Return", "Return")
    desk.writes("15")
    assert {timer.id: timer.minutes for timer in desk.plan.timers}["maintainer"] == 15


def test_who_is_called_in_a_step_comes_onto_the_call_list_of_the_plan(desk: PlansDesk) -> None:
    desk.on("dt").press("F4")
    desk.on_step("sign").press("Return", "Tab", "Tab", "Tab", "Tab")
    desk.keys.type("Insurer")
    desk.wait_for_checks()
    assert desk.plan.step("sign").contact == "insurer"
    assert "insurer" in desk.plan.contacts
    assert desk.editor.found.faults == ()


def test_an_edit_that_was_left_goes_on_where_it_was(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office)
    add_a_look(desk)
    desk.press("Esc", "Esc", "Esc")
    assert desk.said[-1] == "Your edit is kept; F4 goes on with it."
    desk.close()
    again = desks(office)
    again.on("dt").press("F4")
    assert again.plan.pages[0].steps[1].text.zh == LOOK
    assert "going on with what you had not saved" in again.editor.strip.text()


def test_edits_of_two_plans_are_both_kept(desk: PlansDesk) -> None:
    add_a_look(desk)
    desk.press("Esc", "Esc", "Esc", "Esc")
    desk.on("hj").press("F4", "F8")
    desk.writes("再看一眼")
    desk.press("Esc", "Esc", "Esc", "Esc")
    desk.on("dt").press("F4")
    assert desk.plan.pages[0].steps[1].text.zh == LOOK
    desk.press("Esc", "Esc", "Esc")
    desk.on("hj").press("F4")
    assert "再看一眼" in [step.text.zh for step in desk.plan.steps()]


def test_an_edit_is_thrown_away_after_a_question(desk: PlansDesk) -> None:
    add_a_look(desk)
    with desk.keys.when_asked("Y"):
        desk.press("Shift+F7")
    desk.press("F4")
    assert not desk.editor.is_edited


def test_a_file_of_another_office_is_looked_at_in_the_editor_before_it_is_kept(
    office: OfficeBuilder, desks: OpenDesk, tmp_path: Path
) -> None:
    text = office.office.plan_versions.in_use("unable-to-pay").text
    path = tmp_path / "pet-bite.toml"
    path.write_text(text.replace('"unable-to-pay"', '"pet-bite"').replace('"wf"', '"cw"'), encoding="utf-8")
    desk = desks(office, panels=False)
    desk.answers.will_open(path)
    desk.press("F8")
    assert desk.editor.code == "pet-bite"
    assert "from the file pet-bite.toml" in desk.editor.strip.text()


def test_a_bad_file_is_named_and_nothing_is_opened(office: OfficeBuilder, desks: OpenDesk, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    text = office.office.plan_versions.in_use(LIFT).text
    path.write_text(text.replace("severity =", "colour = 1\nseverity ="), encoding="utf-8")
    desk = desks(office, panels=False)
    desk.answers.will_open(path)
    desk.press("F8")
    assert desk.page.currentWidget() is desk.page.list
    assert "“ours.toml”" in desk.page.list.strip.text()
    assert "“colour”" in desk.page.list.strip.text()


def test_g12_an_edit_is_there_again_after_the_power_went(
    desk: PlansDesk, office: OfficeBuilder, desks: OpenDesk
) -> None:
    add_a_look(desk)
    stop_typing()
    second = desks(office)
    second.on("dt").press("F4")
    assert [step.text.zh for step in second.plan.pages[0].steps][1] == LOOK
