"""One key for each step: what is ticked, what is asked, what is refused."""

from __future__ import annotations

import pytest

from app.incidents.plans.plan import PlanKind
from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from tests.incidents_screen.running.night_desk import NightDesk
from ui.incidents.running.page_lines import PageLines


def test_the_screen_opens_on_the_first_step_that_nobody_has_touched(desk: NightDesk) -> None:
    assert desk.main.chosen == "call-maintainer"
    assert desk.in_field() == "reached"


def test_i10_space_ticks_the_current_step_and_the_next_one_comes_up(desk: NightDesk) -> None:
    desk.main.choose("calm")
    desk.press("U")
    assert desk.main.chosen == "calm"
    assert desk.on_step()
    desk.press("Space")
    assert desk.step("calm").state is StepState.DONE
    assert desk.main.chosen == "call-maintainer"
    assert desk.last().by == "王敏"


def test_i10_a_tick_is_shown_only_after_it_was_written(desk: NightDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    shown = desk.main.steps.show_lines

    def watch(lines: PageLines, chosen: str, kind: PlanKind) -> None:
        seen.append(len(desk.log()))
        shown(lines, chosen, kind)

    monkeypatch.setattr(desk.main.steps, "show_lines", watch)
    before = len(desk.log())
    desk.press("1", "Return")
    desk.type("liu")
    desk.press("Return")
    assert seen[0] > before


def test_i11_enter_goes_from_field_to_field_and_completes_the_step_after_the_last(desk: NightDesk) -> None:
    desk.press("1", "Return")
    assert desk.in_field() == "maintainer-person"
    desk.keys.commit("刘师傅")
    desk.press("Return")
    done = desk.step("call-maintainer")
    assert done.state is StepState.DONE
    assert done.answers == {"reached": "yes", "maintainer-person": "刘师傅"}
    assert desk.in_field() == "latest-time"


def test_i11_letters_take_alt_while_there_is_a_field_and_the_buttons_say_so(desk: NightDesk) -> None:
    assert [cap.replace(" ", "") for cap in desk.caps()[1:]] == ["AltN", "AltD", "AltK", "AltL", "AltU"]
    desk.press("Esc")
    assert desk.on_step()
    assert desk.caps()[1:] == ["N", "D", "K", "L", "U"]
    desk.press("Space")
    assert desk.in_field() == "reached"


def test_the_places_of_the_buttons_do_not_move_with_their_keys(desk: NightDesk) -> None:
    before = [button.pos().y() for button in desk.main.buttons.buttons]
    desk.press("Esc")
    assert [button.pos().y() for button in desk.main.buttons.buttons] == before
    assert all(button.height() >= 44 for button in desk.main.buttons.buttons)


def test_i7_what_was_not_seen_is_asked_for_in_words_and_nothing_is_written(desk: NightDesk) -> None:
    before = len(desk.log())
    desk.press("Return", "Return")
    assert len(desk.log()) == before
    desk.press("1", "Return", "Return")
    assert len(desk.log()) == before
    assert "?" in desk.main.current.foot.text()
    assert desk.in_field() == "maintainer-person"


def test_a_question_mark_is_an_answer_where_nobody_knows(desk: NightDesk) -> None:
    desk.press("1", "Return")
    desk.type("?")
    desk.press("Return")
    assert desk.step("call-maintainer").answers["maintainer-person"] == "?"


def test_a_number_in_words_is_refused_at_its_field(desk: NightDesk) -> None:
    desk.main.choose("how-many")
    desk.press("U")
    desk.keys.commit("两个")
    desk.press("Return", "1", "Return", "4", "Return")
    assert desk.step("how-many").state is StepState.OPEN
    assert desk.field("people").problem
    assert desk.in_field() == "people"


def test_a_digit_stands_for_one_answer_of_the_step_wherever_the_focus_is(desk: NightDesk) -> None:
    desk.main.choose("how-many")
    desk.press("U")
    desk.type("2")
    desk.press("Return", "2", "4")
    assert desk.main.current.answers() == {"people": "2", "condition": "unwell", "shaft": "clear"}
    assert desk.in_field() == "shaft"
    desk.press("1")
    assert desk.main.current.answers()["condition"] == "well", "a wrong one is chosen anew by its digit"
    desk.press("2", "Return")
    assert desk.step("how-many").answers == {"people": "2", "condition": "unwell", "shaft": "clear"}


def test_i12_u_takes_back_the_last_tick_and_the_first_time_stays(desk: NightDesk) -> None:
    first = desk.step("calm").first_at
    desk.press("Esc", "U")
    undone = desk.step("calm")
    assert undone.state is StepState.OPEN
    assert undone.first_at == first
    assert desk.last().kind is EntryKind.UNDONE
    assert desk.main.chosen == "calm"


def test_i12_ctrl_z_is_the_same_also_in_an_empty_field(desk: NightDesk) -> None:
    desk.press("Tab")
    assert desk.in_field() == "maintainer-person"
    desk.press("Ctrl+Z")
    assert desk.step("calm").state is StepState.OPEN


def test_ctrl_z_takes_back_typing_first(desk: NightDesk) -> None:
    desk.press("Tab")
    desk.type("liu")
    desk.press("Ctrl+Z")
    assert desk.step("calm").state is StepState.DONE


def test_i11_what_is_put_off_stays_in_view_and_comes_again_last(desk: NightDesk) -> None:
    desk.press("Alt+L")
    assert desk.step("call-maintainer").state is StepState.LATER
    assert desk.main.chosen == "latest"
    assert "call-maintainer" in desk.main.steps.shown()


def test_i11_steps_are_done_in_any_order_and_the_log_keeps_the_order_of_doing(desk: NightDesk) -> None:
    desk.press("Down", "Down", "Down")
    assert desk.main.chosen == "sign"
    desk.keys.commit("7 层")
    desk.press("Return")
    assert desk.last().step == "sign"
    assert desk.main.chosen == "call-maintainer"
    assert desk.row("sign").step_id == "sign"


def test_i11_skipped_steps_stay_at_the_foot_of_the_next_page(desk: NightDesk) -> None:
    desk.main.choose("late")
    assert desk.main.page_head.number.text().replace(" ", "") in ("第2页/3", "Page2/3")
    assert desk.main.steps.shown()[-5:] == ["call-maintainer", "latest", "guard", "sign", "manager"]
    assert not desk.main.steps.open_head.isHidden()
    assert "5" in desk.main.page_head.left.text()


def test_what_was_typed_is_still_there_after_a_look_at_another_step(desk: NightDesk) -> None:
    desk.press("1", "Return")
    desk.keys.commit("刘师傅")
    desk.press("Up", "Down")
    assert desk.main.chosen == "call-maintainer"
    assert desk.main.current.answers() == {"reached": "yes", "maintainer-person": "刘师傅"}


def test_i9_a_page_that_an_answer_opens_comes_at_once(desk: NightDesk) -> None:
    desk.press("3", "Return")
    desk.type("?")
    desk.press("Return")
    assert desk.main.chosen == "call-119"
    assert desk.main.page_head.number.text().replace(" ", "") in ("第2页/4", "Page2/4")


def test_two_people_tick_the_same_step_and_the_second_is_told_who_did_it(desk: NightDesk) -> None:
    incidents, other = desk.office.office.incidents, desk.office.supervisor
    desk.press("1", "Return")
    desk.type("liu")
    incidents.tick(other, desk.id, "call-maintainer", {"reached": "yes", "maintainer-person": "刘师傅"})
    desk.press("Return")
    assert [line.step for line in desk.log()].count("call-maintainer") == 1
    assert "沈若兰" in desk.main.current.foot.text()


def test_typing_reaches_the_field_although_letters_are_keys(desk: NightDesk) -> None:
    desk.press("Tab")
    desk.type("duknl")
    assert desk.field("maintainer-person").answer() == "duknl"
