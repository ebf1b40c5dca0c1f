"""What the head says: what, where, real or drill, who, on which version; and the pages of the list."""

from __future__ import annotations

import pytest

from tests.accessibility import nameless
from tests.incidents_screen.running.night_desk import NightDesk
from ui.incidents.running.head import plan_words


def test_i8_version_and_review_date_of_the_plan_stand_in_the_head(desk: NightDesk) -> None:
    facts = desk.main.head.facts.text()
    assert "v1" in facts
    assert "2027-11-23" in facts
    assert "19:41:00" in facts
    assert "王敏" in facts


def test_i8_an_overdue_review_is_said(desk: NightDesk) -> None:
    plan, day = desk.view.plan, desk.view.started_at.date()
    assert plan_words(plan, day) != plan_words(plan, day.replace(year=2028))


def test_i4_a_drill_says_so_in_a_solid_chip_and_in_its_tab(desk: NightDesk) -> None:
    assert desk.main.head.chip.text() in ("Real", "实战")
    drill = desk.start("fire", "9 楼", drill=True)
    desk.press("F6")
    assert desk.id == drill
    assert desk.main.head.chip.text() in ("Drill", "演练")
    assert any(text.startswith(("Drill", "演练")) for text in desk.main.tabs.texts())


def test_the_red_line_names_everything_that_must_never_be_done(desk: NightDesk) -> None:
    said = desk.main.never.text()
    assert len([item for item in desk.view.plan.never if item.zh in said or item.en in said]) == 4


def test_i5_a_list_states_its_kind(desk: NightDesk) -> None:
    assert "READ-DO" in desk.main.page_head.kind.text()
    desk.start("payment-system-down", "柜台")
    desk.press("F6")
    assert "DO-CONFIRM" in desk.main.page_head.kind.text()


def test_i5_a_do_confirm_list_ends_its_page_with_the_pause_point(desk: NightDesk) -> None:
    before = desk.main.steps.next.text()
    desk.start("payment-system-down", "柜台")
    desk.press("F6")
    after = desk.main.steps.next.text()
    assert after.startswith(("Pause", "停"))
    assert not before.startswith(("Pause", "停"))


def test_i6_a_critical_step_is_marked_in_words_at_its_place(desk: NightDesk) -> None:
    assert desk.main.steps.shown()[:4] == ["which-lift", "how-many", "calm", "call-maintainer"]
    name = desk.row("how-many").accessibleName()
    assert "Critical" in name or "关键" in name


def test_i9_a_hidden_step_is_said_and_passed_over(desk: NightDesk) -> None:
    desk.start("flooding", "地下车库")
    desk.press("F6", "1", "Return", "Space")
    assert desk.main.chosen == "sockets"
    desk.press("1", "Return")
    assert desk.main.chosen == "lift-people"
    row = desk.row("cut-now")
    assert "rule" in row.accessibleName() or "规则" in row.accessibleName()
    desk.press("Esc", "Up")
    assert desk.main.chosen == "sockets"


def test_everything_has_a_name(desk: NightDesk) -> None:
    assert nameless(desk.main) == []


@pytest.mark.parametrize("size", [(1366, 697), (1093, 545)])
def test_clock_buttons_and_the_current_step_are_in_view(desk: NightDesk, size: tuple[int, int]) -> None:
    desk.window.window.resize(*size)
    desk.window.context.layout.measure(size[0], 100)
    desk.wait()
    window = desk.window.window
    assert (window.width(), window.height()) == size
    for part in (desk.main.head.since, *desk.main.buttons.buttons, desk.main.current.face):
        place = part.rect()
        corner = part.mapTo(window, place.bottomRight())
        assert window.rect().contains(corner), part
        assert not part.visibleRegion().isEmpty(), part
