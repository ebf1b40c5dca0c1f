"""The plans and their versions by keys: what is due, what waits, what is different between any two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app.core.language import choose_language
from app.incidents.kept_plans import shipped_news
from app.incidents.kept_plans.edits import add_step, move_step, with_step
from app.incidents.plans.plan import Both, Plan
from app.incidents.plans.read_plan import read_plan
from app.incidents.plans.shipped_plans import shipped_plans
from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits, cut_texts, nameless
from tests.incidents.drills.played import GOOD, played
from tests.incidents_screen.plans.conftest import OpenDesk
from tests.incidents_screen.plans.desk import PlansDesk
from tests.office_builder import OfficeBuilder

LIFT = "lift-entrapment"
LOOK = Both("看一眼监控", "Look at the camera")


def kept(office: OfficeBuilder, plan: Plan, note: str, reason: str = "") -> int:
    versions = office.office.plan_versions
    return versions.save(office.supervisor, plan, note, versions.to_edit(plan.code).id, reason)


def with_a_look(office: OfficeBuilder) -> Plan:
    return add_step(office.office.plans.plan(LIFT), "first", "which-lift", LOOK)[0]


def test_i8_the_list_says_what_is_overdue_what_waits_and_what_is_to_be_confirmed(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    kept(office, with_a_look(office), "加一步")
    desk = desks(office)
    said = desk.page.list.strip.text()
    assert "1 version waits for approval" in said
    assert "that this office has to confirm" in said
    desk.close()
    office.clock.set(datetime(2027, 12, 1, 9))
    later = desks(office)
    assert "23 plans have to be gone over" in later.page.list.strip.text()
    with later.keys.when_asked("Y"):
        later.on("dt").press("F6")
    assert "22 plans have to be gone over" in later.page.list.strip.text()


def test_a_plan_is_read_with_its_steps_its_clocks_and_what_is_never_done(desk: PlansDesk) -> None:
    desk.on("dt").press("Return")
    words = desk.read()
    assert "Never: pry or pull the doors open" in words
    assert "Call the lift maintainer at once, note who answers" in words
    assert "Maintainer on site: 30 minutes" in words
    assert "to be confirmed by this office" in words


def test_the_differences_of_any_two_versions_are_told(office: OfficeBuilder, desks: OpenDesk) -> None:
    versions, by = office.office.plan_versions, office.supervisor
    versions.approve(by, kept(office, with_a_look(office), "加一步"))
    plan = office.office.plans.plan(LIFT)
    reworded = with_step(move_step(plan, "sign", 1), plan.step("sign"))
    versions.approve(by, kept(office, reworded, "挪一步"))
    desk = desks(office)
    desk.on("dt").press("Return", "F3")
    assert desk.read()[0] == "Version 3 against version 2"
    assert [text for text in desk.read() if text.startswith("moved")] == [
        "moved · on “Calm the people, call those who can release them”"
    ]
    desk.press("Down", "Down", "Space", "Home")
    assert desk.read()[0] == "Version 3 against version 1"
    assert "Look at the camera" in desk.read()
    assert any(text.startswith("added") for text in desk.read())


def test_one_key_goes_back_to_the_shipped_plan(office: OfficeBuilder, desks: OpenDesk) -> None:
    office.office.plan_versions.approve(office.supervisor, kept(office, with_a_look(office), "加一步"))
    desk = desks(office)
    desk.on("dt").press("Return")
    with desk.keys.when_asked("Y"):
        desk.press("F7")
    assert desk.states() == ["out of use", "in use"]


def test_a_waiting_version_is_taken_back(office: OfficeBuilder, desks: OpenDesk) -> None:
    kept(office, with_a_look(office), "加一步")
    desk = desks(office)
    desk.on("dt").press("Return")
    with desk.keys.when_asked("Y"):
        desk.press("F7")
    assert desk.states() == ["out of use", "in use"]


def test_only_what_waits_is_approved(desk: PlansDesk) -> None:
    desk.on("dt").press("Return", "F9")
    assert desk.said[-1].startswith("Only a version that waits is approved")


def test_a_plan_goes_out_of_use_with_a_reason_and_comes_back(desk: PlansDesk) -> None:
    desk.on("wf")
    desk.asks("F7", desk.keys_in("=由公司财务处理", "Return"))
    assert desk.page.list.table.rows_model.rows[-1].is_retired
    desk.on("wf").press("F7")
    assert desk.office.office.plans.plan("unable-to-pay").version == 1


def test_a_plan_that_others_start_stays_and_says_which(desk: PlansDesk) -> None:
    desk.on("hj")
    desk.asks("F7", desk.keys_in("=不要", "Return"))
    assert "“People trapped in a lift”" in desk.page.list.strip.text()


def test_a_version_goes_to_a_file_that_reads_as_the_same_plan(
    office: OfficeBuilder, desks: OpenDesk, tmp_path: Path
) -> None:
    desk = desks(office, panels=False)
    desk.answers.will_save(tmp_path / "ours.toml")
    desk.on("dt").press("Return", "F8")
    assert read_plan("ours.toml", (tmp_path / "ours.toml").read_text("utf-8")) == office.office.plans.plan(LIFT)


def test_a_cashier_reads_everything_and_is_told_who_may_change_it(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    for key in ("F4", "F6", "F7", "F8"):
        desk.on("dt").press(key)
        assert "王敏" in desk.said[-1]
    desk.press("Return")
    for key in ("F4", "F7", "F9"):
        desk.press(key)
        assert "王敏" in desk.said[-1]


WAYS = {"list": (), "view": ("Return",), "editor": ("F4",), "form": ("F4", "Return"), "differences": ("Return", "F3")}


@pytest.mark.parametrize("way", WAYS)
def test_everything_is_named_and_whole_at_every_text_size(spoken: PlansDesk, way: str) -> None:
    spoken.press(*WAYS[way])
    check_at_every_text_size(spoken)


@pytest.mark.parametrize("size", OFFICE_SCREENS)
@pytest.mark.parametrize("way", WAYS)
def test_it_fits_the_screens_that_offices_have(
    office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int], way: str
) -> None:
    check_it_fits(desks(office, size=size), size, [WAYS[way]], ())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_questions_are_named_and_whole(office: OfficeBuilder, desks: OpenDesk, language: str) -> None:
    choose_language(language)
    kept(office, with_a_look(office), "加一步")
    desk, seen = desks(office), list[str]()

    def look(panel: object) -> None:
        desk.wait()
        seen.extend([*nameless(panel), *cut_texts(panel)])  # type: ignore[arg-type]
        desk.keys.press("Esc")

    desk.on("dt").press("Return")
    desk.asks("F9", look)
    desk.press("F4")
    desk.on_step("power-off").press("Alt+Down")
    desk.asks("F9", look)
    assert seen == []


def test_at_large_text_the_pages_give_way_to_the_fields_and_come_back_by_esc(spoken: PlansDesk) -> None:
    context = spoken.window.context
    context.theme.scale(200)
    context.layout.measure(1366, 200)
    spoken.press("F4")
    panes = spoken.editor.panes
    assert (panes.pages.isVisible(), panes.forms.isVisible()) == (False, True)
    spoken.press("Esc")
    assert (panes.pages.isVisible(), panes.forms.isVisible()) == (True, False)
    spoken.press("Return")
    assert panes.steps.hasFocus()
    assert panes.forms.isVisible()


def test_i8_a_newer_plan_of_the_program_is_offered_beside_the_office_s_own(
    office: OfficeBuilder, desks: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.office.plan_versions.approve(office.supervisor, kept(office, with_a_look(office), "加一步"))
    plan = shipped_plans()[LIFT]
    newer = replace(with_step(plan, replace(plan.step("sign"), text=LOOK)), dated=date(2027, 3, 1))
    monkeypatch.setattr(shipped_news, "shipped_plans", lambda: {LIFT: newer})
    monkeypatch.setattr(shipped_news, "shipped_text", lambda _code: "newer")
    office.office.plans.plant()
    desk = desks(office)
    assert "1 version waits for approval" in desk.page.list.strip.text()
    desk.on("dt").press("Return", "F3")
    assert desk.read()[0] == "Version 3 against version 2"
    assert "Look at the camera" in desk.read()
    desk.asks("F9", desk.keys_in("F9"))
    assert desk.states() == ["in use", "replaced", "replaced"]


def test_what_a_drill_asks_of_a_plan_stands_below_the_list(office: OfficeBuilder, desks: OpenDesk) -> None:
    office.clock.advance(hours=1)
    drill = played(office)
    office.office.drills.evaluate(office.supervisor, drill, GOOD)
    desk = desks(office)
    desk.on("sj")
    assert desk.page.list.found.text().startswith("Drills ask for a change: 练")
    assert "第三步太长" in desk.page.list.found.text()
    desk.on("hj")
    assert desk.page.list.found.text() == ""
