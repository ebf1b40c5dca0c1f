"""Laying a tariff on many units at once, and ending it on one."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.fees.assignments import AssignmentRow
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder
from ui.fees.end_on_unit_panel import EndOnUnitPanel

ENERGY = "公共能耗分摊"
HIGH_RISE = "住宅物业费（高层）"


def lying(desk: Desk, name: str) -> list[AssignmentRow]:
    office = desk.office.office
    tariff = next(row.tariff for row in office.tariffs.rows() if row.tariff.name == name)
    return office.assignments.of_tariff(tariff.id)


def choose_homes_of_building_3(desk: Desk) -> None:
    """The page opens with the focus on the building; the kind is the next field."""
    desk.keys.type("3")
    desk.keys.press("Tab", "Down", "Alt+A")


def test_all_homes_of_one_building_get_a_tariff_at_once(desk: Desk) -> None:
    desk.choose("维修基金续筹")
    desk.keys.press("Ctrl+B")
    choose_homes_of_building_3(desk)
    assert desk.page.assign.choice.count.text() == "36 units chosen"
    desk.keys.press("F9")
    assert desk.page.assign.proposal.isVisible()
    assert lying(desk, "维修基金续筹") == []
    desk.keys.press("F9")
    codes = [row.unit_code for row in lying(desk, "维修基金续筹")]
    assert len(codes) == 36
    assert {code.split("-")[0] for code in codes} == {"3"}
    assert "“维修基金续筹” now lies on 36 units more" in desk.said


def test_the_proposal_shows_the_first_period_and_how_it_is_computed(desk: Desk) -> None:
    desk.choose(ENERGY)
    desk.keys.press("Ctrl+B")
    desk.tab_to(desk.page.assign.choice.pane.filter_box)
    desk.keys.commit("3-2-9")
    desk.keys.press("Alt+A", "F9")
    table = desk.page.assign.proposal.table
    assert column(table, "Unit") == ["3-2-901", "3-2-902"]
    assert column(table, "First period") == ["2026-11", "2026-11"]
    assert column(table, "Amount") == ["15.00", "15.00"]
    assert "15.00 yuan/month × 1 month = 15.00" in desk.page.assign.proposal.explained.text()


def test_conflicts_come_first_are_named_and_can_be_left_out(desk: Desk) -> None:
    desk.keys.press("Ctrl+B")
    choose_homes_of_building_3(desk)
    desk.keys.press("F9")
    proposal = desk.page.assign.proposal
    assert "32 units have a tariff of this item already" in proposal.strip.text()
    assert column(proposal.table, "Remark")[0] == "“住宅物业费（高层）” since 2026-09-01"
    assert "3-1-101 is charged 物业费 by “住宅物业费（高层）” since 2026-09-01 already" in proposal.explained.text()
    desk.keys.press("F9")
    assert "Leave out the units in conflict first: Alt L." in desk.said
    desk.keys.press("Alt+L")
    assert column(proposal.table, "Unit") == ["3-2-801", "3-2-802", "3-2-901", "3-2-902"]
    desk.keys.press("F9")
    assert len(lying(desk, HIGH_RISE)) == 108


def test_space_chooses_single_units_and_what_is_filtered_away_stays_chosen(desk: Desk) -> None:
    desk.choose("维修基金续筹")
    desk.keys.press("Ctrl+B")
    choice = desk.page.assign.choice
    desk.tab_to(choice.table)
    desk.keys.press("Space", "Down", "Space")
    desk.keys.press("Ctrl+F")
    desk.keys.commit("商铺03")
    desk.keys.press("Alt+A")
    assert choice.count.text() == "3 units chosen"
    desk.keys.press("Alt+N")
    assert choice.count.text() == "0 units chosen"


def test_without_a_unit_there_is_nothing_to_preview(desk: Desk) -> None:
    desk.keys.press("Ctrl+B", "F9")
    assert "No units are chosen" in desk.page.assign.steps.problem
    assert desk.page.assign.choice.isVisible()


def test_a_first_day_before_the_tariff_is_refused_beside_its_field(desk: Desk) -> None:
    desk.keys.press("Ctrl+B", "Alt+A")
    desk.type_into(desk.page.assign.days.first, "2024-12-31")
    desk.keys.press("F9")
    assert "valid from 2025-01-01" in desk.page.assign.days.first.problem
    assert desk.page.assign.days.first.hasFocus()


def test_esc_goes_back_to_the_choice_then_to_the_tariff_and_ctrl_z_brings_the_choice_back(desk: Desk) -> None:
    desk.choose("维修基金续筹")
    desk.keys.press("Ctrl+B", "Alt+A", "F9", "Esc")
    assert desk.page.assign.choice.count.text() == "140 units chosen"
    desk.keys.press("Esc")
    assert desk.page.tariff.isVisible()
    desk.keys.press("Ctrl+Z")
    assert desk.page.assign.choice.count.text() == "140 units chosen"


def test_a_tariff_is_ended_on_one_unit_from_the_day_that_is_typed(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    desk.keys.press("Return")
    with desk.keys.when_asked("F9"):
        desk.keys.press("Del")
    ended = lying(desk, HIGH_RISE)[0]
    assert (ended.unit_code, ended.until) == ("1-1-101", date(2026, 12, 1))
    assert "no charges from 2026-12-01 on" in desk.said[-1]


def test_a_day_before_the_first_one_is_refused_in_the_question(desk: Desk) -> None:
    def too_early(panel: EndOnUnitPanel) -> Any:
        panel._day.setText("2026-08-15")
        panel._on_end()
        assert "The end 2026-08-15 lies before the beginning 2026-09-01" in panel._day.problem

    desk.answers.will_answer(EndOnUnitPanel, too_early)
    desk.keys.press("Return", "Del")
    assert desk.answers.all_used()
    assert lying(desk, HIGH_RISE)[0].until is None


def test_the_units_of_a_tariff_can_be_filtered_and_are_summed(desk: Desk) -> None:
    desk.keys.press("Ctrl+F")
    desk.keys.commit("2-1-3")
    assert column(desk.page.tariff.table, "Unit") == ["2-1-301", "2-1-302"]
    assert desk.page.tariff.pane.sum_row is not None
    assert "Total of 2 rows" in desk.page.tariff.pane.sum_row.text()
    desk.keys.press("Esc")
    assert len(desk.page.tariff.table.rows_model.rows) == 104


def test_a_unit_that_lacks_a_fact_says_which_and_what_to_do(desk: Desk) -> None:
    desk.keys.press("Ctrl+F")
    desk.keys.commit("no area")
    desk.keys.press("Return")
    assert column(desk.page.tariff.table, "Remark") == ["no area", "no area"]
    assert "enter the area on the unit's page" in desk.page.tariff.explained.text()
