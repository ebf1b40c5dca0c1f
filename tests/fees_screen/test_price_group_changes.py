"""The homes of one building go to another price group on a day: in one step by keys, and back again."""

from __future__ import annotations

from datetime import date

import pytest

from app.fees.assignments import AssignmentRow
from app.fees.billing import RunRequest
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder

OLD, NEW = "住宅物业费（高层）", "住宅物业费（电梯楼）"
DECEMBER = date(2026, 12, 1)


@pytest.fixture
def desk(office: OfficeBuilder, desks: OpenDesk) -> Desk:
    """A second price of the item stands ready since October."""
    tariffs, by = office.office.tariffs, office.supervisor
    old = next(row.tariff for row in tariffs.rows() if row.tariff.name == OLD)
    dearer = old.versions[-1].terms
    tariffs.create(by, old.item.id, NEW, date(2026, 10, 1), type(dearer)(dearer.formula, dearer.price * 2))
    return desks(office)


def lying(desk: Desk, name: str) -> list[AssignmentRow]:
    office = desk.office.office
    tariff = next(row.tariff for row in office.tariffs.rows() if row.tariff.name == name)
    return office.assignments.of_tariff(tariff.id)


def choose_building_3(desk: Desk) -> None:
    """From the tariff's page to the preview: the new price, the day as proposed, the building, all of it."""
    desk.choose(OLD)
    desk.keys.press("Ctrl+J")
    desk.tab_to(desk.page.move_page.choice.building)
    desk.keys.type("3")
    desk.keys.press("Alt+A", "F9")


def test_one_building_goes_to_the_new_price_in_one_step(desk: Desk) -> None:
    choose_building_3(desk)
    proposal = desk.page.move_page.proposal
    assert proposal.isVisible()
    assert set(column(proposal.table, "Old until")) == {"2026-11-30"}
    assert set(column(proposal.table, "First period")) == {"2026-12"}
    assert column(proposal.table, "Amount so far")[0] == "165.58"
    assert column(proposal.table, "New amount")[0] == "331.15"
    assert lying(desk, NEW) == []
    desk.press("F9")
    moved = lying(desk, NEW)
    assert {row.unit_code.split("-")[0] for row in moved} == {"3"}
    assert {row.first for row in moved} == {DECEMBER}
    assert len(moved) == 32
    assert len([row for row in lying(desk, OLD) if row.until == DECEMBER]) == 32
    assert desk.said[-1] == f"32 units moved to “{NEW}” from 2026-12-01 on"
    assert desk.page.tariff.isVisible()


def test_the_next_run_charges_each_home_once(desk: Desk) -> None:
    choose_building_3(desk)
    desk.press("F9")
    office = desk.office.office
    rows = [row for row in office.billing.preview(RunRequest.through(2026, 12)).rows if row.item.code == "property"]
    by_new = [row.unit_code for row in rows if row.tariff == NEW]
    assert len(by_new) == len(set(by_new)) == 32
    assert not set(by_new) & {row.unit_code for row in rows if row.tariff == OLD}


def test_the_move_is_undone_as_a_whole_while_nothing_was_billed_by_it(desk: Desk) -> None:
    before = lying(desk, OLD)
    choose_building_3(desk)
    desk.press("F9")
    desk.answers.will_confirm(yes=False)
    desk.press("Ctrl+U")
    assert len(lying(desk, NEW)) == 32
    desk.answers.will_confirm(yes=True)
    desk.press("Ctrl+U")
    assert lying(desk, OLD) == before
    assert all(row.until == row.first for row in lying(desk, NEW))
    desk.press("Ctrl+U")
    assert desk.said[-1] == "No units moved to or from this tariff."
    assert desk.office.breaches() == []


def test_units_charged_beyond_the_day_are_named_and_left_out(desk: Desk) -> None:
    desk.office.office.billing.run(desk.office.supervisor, RunRequest.through(2026, 12))
    choose_building_3(desk)
    proposal = desk.page.move_page.proposal
    assert "32 units are charged beyond this day already" in proposal.strip.text()
    assert column(proposal.table, "Remark")[0] == "charged through 2026-12-31 already"
    desk.keys.press("F9")
    assert desk.said[-1] == "Leave out the units in conflict first: Alt L."
    desk.keys.press("Alt+L")
    assert "No units are chosen" in desk.page.move_page.steps.problem
    assert lying(desk, NEW) == []
