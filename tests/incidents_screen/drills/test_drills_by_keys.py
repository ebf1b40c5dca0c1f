"""Drills by keys: what is overdue first, planned with a card, begun in earnest, graded while it is remembered."""

from __future__ import annotations

import pytest

from app.core.language import choose_language
from app.incidents.drills.evaluation import Becomes
from app.incidents.drills.grades import Grade, Point
from app.notices.asked import NoticeWanted
from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits, cut_texts, nameless
from tests.incidents_screen.drills.conftest import OpenDesk
from tests.incidents_screen.drills.desk import DrillsDesk
from tests.office_builder import OfficeBuilder
from ui.incidents.drills.drills_page import DrillPart
from ui.incidents.drills.evaluation_panel import EvaluationPanel


def test_i28_what_is_overdue_stands_first_in_words(desk: DrillsDesk) -> None:
    states = desk.cells("State")
    assert states[: states.count("overdue")] == ["overdue"] * states.count("overdue")
    assert desk.cells("Plan")[0] == "People trapped in a lift"
    assert "No drill has been held since 2026-10-01" in desk.page.section.strip.text()


def test_a_drill_is_planned_with_a_card_that_was_drawn(desk: DrillsDesk) -> None:
    desk.row_of("Fire", "Plan")
    desk.asks("F8", desk.keys_in("F9"))
    desk.press("Alt+2")
    assert desk.page.part is DrillPart.PLANNED
    assert (desk.cells("Plan"), desk.cells("Residents")) == (["Fire"], ["staff only"])
    assert desk.cells("What is found")[0] != ""


def test_i28_a_planned_drill_begins_as_an_incident_with_the_same_keys(desk: DrillsDesk, office: OfficeBuilder) -> None:
    desk.row_of("Fire", "Plan")
    desk.asks("F8", desk.keys_in("F9"))
    desk.press("Alt+2")
    desk.asks("F9", desk.keys_in("=1 栋 9 层", "Return"))
    (line,) = office.office.incidents.running()
    assert (line.is_drill, line.place) == (True, "1 栋 9 层")
    assert desk.led == [("incidents", line.id)]
    desk.press("F5")
    assert office.office.drills.planned() == ()


def test_residents_are_told_before_the_drill_begins(desk: DrillsDesk, office: OfficeBuilder) -> None:
    desk.row_of("Fire", "Plan")
    desk.asks("F8", desk.keys_in("Tab", "Space", "F9"))
    desk.press("Alt+2")
    desk.asks("F9", desk.keys_in("=1 栋", "Return"))
    assert "have not been told" in desk.said[-1]
    assert office.office.incidents.running() == ()
    desk.press("F6")
    assert desk.led == [("notices", NoticeWanted("general"))]
    desk.asks("F4", desk.keys_in("Esc"))


def test_a_drill_is_taken_off_and_stays_due(desk: DrillsDesk, office: OfficeBuilder) -> None:
    desk.row_of("Fire", "Plan")
    desk.asks("F8", desk.keys_in("F9"))
    desk.press("Alt+2")
    desk.asks("F7", desk.keys_in("Y"))
    assert office.office.drills.planned() == ()
    assert desk.said[-1] == "The drill of Fire is taken off"


def test_the_period_keeps_to_the_rule_of_the_country(desk: DrillsDesk) -> None:
    desk.row_of("Fire", "Plan")
    desk.asks("F4", desk.keys_in("Ctrl+A", "=13", "Return"))
    assert "at least every 12 months" in desk.said[-1]
    desk.asks("F4", desk.keys_in("Ctrl+A", "=6", "Return"))
    assert desk.said[-1] == "Fire is drilled every 6 months"


def test_a_drill_is_graded_by_keys_and_its_people_have_it_in_their_record(
    desk: DrillsDesk, office: OfficeBuilder
) -> None:
    desk.press("Alt+3")
    assert desk.cells("State") == ["not graded"]

    def grade(panel: object) -> None:
        assert isinstance(panel, EvaluationPanel)
        desk.keys.press("F9")
        assert "Not graded yet" in panel.problem()
        for _ in Point:
            desk.keys.press("Down", "Return")
        desk.keys.commit("陈立，指挥")
        desk.keys.press("Return")
        desk.keys.commit("王敏 记录")
        desk.keys.press("Tab")
        desk.keys.commit("挡水板少一块")
        desk.keys.press("Tab", "Down", "Tab")
        desk.keys.commit("李工")
        desk.keys.press("F9")

    desk.asks("Return", grade)
    (drill,) = office.office.drills.played()
    said = drill.evaluation
    assert said is not None
    assert set(said.grades.values()) == {Grade.GOOD}
    assert [(one.becomes, one.owner, bool(one.ticket)) for one in said.findings] == [(Becomes.TASK, "李工", True)]
    assert desk.cells("State") == ["8 good, 0 fair, 0 poor"]
    desk.press("Alt+4")
    assert list(zip(desk.cells("Person"), desk.cells("Role"), strict=True)) == [("王敏", "记录"), ("陈立", "指挥")]


def test_a_graded_drill_is_read_and_not_written_again(desk: DrillsDesk) -> None:
    desk.press("Alt+3")

    def grade(_panel: object) -> None:
        for _ in Point:
            desk.keys.press("Down", "Tab")
        desk.keys.commit("陈立")
        desk.keys.press("F9")

    desk.asks("Return", grade)

    def read(panel: object) -> None:
        assert isinstance(panel, EvaluationPanel)
        assert panel.people.text() == "陈立"
        desk.keys.press("F9", "Esc")

    desk.asks("Return", read)


@pytest.mark.parametrize("part", list(DrillPart))
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_of_a_list_is_cut_or_without_a_name(
    office: OfficeBuilder, desks: OpenDesk, part: DrillPart, language: str
) -> None:
    choose_language(language)
    desk = desks(office)
    desk.page.begin(part)
    assert cut_texts(desk.page) == []
    assert nameless(desk.page) == []


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_the_lists_fit_every_screen_of_the_office(
    office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]
) -> None:
    check_it_fits(desks(office, size=size), size, [(f"Alt+{number}",) for number in (1, 2, 3, 4)], ("Alt+1",))


def test_the_lists_are_named_and_whole_at_every_text_size(spoken: DrillsDesk) -> None:
    check_at_every_text_size(spoken)
