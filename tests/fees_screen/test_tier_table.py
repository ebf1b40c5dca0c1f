"""The table of tiers, by keys: it grows and shrinks, and no hole can come about."""

from __future__ import annotations

import pytest

from app.fees.terms import Formula
from tests.fees_screen.desk import Desk
from tests.fees_screen.test_formulas_in_form import begin, type_tiers
from tests.fees_screen.test_tariff_form import fields
from ui.fees.tariffs.tier_table import TierTable
from ui.fees.terms_words import Method


@pytest.fixture
def table(desk: Desk) -> TierTable:
    begin(desk, "阶梯", Method(Formula.TIERED_AREA))
    return fields(desk).formula.tiers


def starts(table: TierTable) -> list[str]:
    return [one.start.text() for one in table._rows]


def test_an_end_typed_into_the_last_tier_adds_the_next_one_which_begins_there(desk: Desk, table: TierTable) -> None:
    assert starts(table) == ["0", "?"]
    type_tiers(desk, "90", "1.50", "144")
    assert starts(table) == ["0", "90", "144"]
    desk.keys.press("Ctrl+A", "Backspace")
    assert starts(table) == ["0", "90"]


def test_insert_puts_a_tier_before_and_ctrl_del_takes_it_out(desk: Desk, table: TierTable) -> None:
    type_tiers(desk, "144", "1.80", "", "2.20")
    desk.keys.press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Ins")
    assert table.text() == "\t\n144\t1.80\n\t2.20"
    desk.keys.type("90")
    desk.keys.press("Return")
    desk.keys.type("1.50")
    assert starts(table) == ["0", "90", "144"]
    desk.keys.press("Ctrl+Del")
    assert table.text() == "144\t1.80\n\t2.20"


def test_del_in_an_empty_cell_takes_the_tier_out(desk: Desk, table: TierTable) -> None:
    type_tiers(desk, "90", "1.50", "144", "1.80", "", "2.20")
    desk.keys.press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Del")
    assert table.text() == "90\t1.50\n\t1.80\n\t2.20"
    desk.keys.press("Del")
    assert table.text() == "90\t1.50\n\t2.20"


def test_taking_out_the_last_tier_opens_the_one_before(desk: Desk, table: TierTable) -> None:
    type_tiers(desk, "90", "1.50", "144", "1.80", "", "2.20")
    desk.keys.press("Ctrl+Del")
    assert table.text() == "90\t1.50\n\t1.80"


@pytest.mark.parametrize(
    ("figures", "place", "words"),
    [
        (("90", "1.50", "60", "1.80", "", "2.20"), 2, "Tier 2: It must end above 90, where the tier before ends."),
        (("90", "1.50", "90", "1.80", "", "2.20"), 2, "Tier 2: It must end above 90, where the tier before ends."),
        (("90", "1.5000001", "", "2.20"), 1, "Tier 1: “1.5000001” has more than 6 decimals"),
        (("90", "", "", "2.20"), 1, "Tier 1: Type its price."),
        (("-5", "1.50", "", "2.20"), 1, "Tier 1: “-5” must be more than zero"),
        (("", "1.50", "", "2.20"), 1, "Tier 1: Type where it ends, or remove the tier."),
        (("90", "0", "", "2.20"), 1, "Tier 1: “0” must be more than zero"),
    ],
)
def test_what_is_wrong_is_said_under_the_table_with_the_focus_in_the_cell(
    desk: Desk, table: TierTable, figures: tuple[str, ...], place: int, words: str
) -> None:
    type_tiers(desk, *figures)
    desk.keys.press("F9")
    assert table._problem.startswith(words)
    bad = table._rows[place - 1]
    assert bad.up_to.hasFocus() or bad.price.hasFocus()
    assert "阶梯" not in desk.listed()


def test_an_end_that_was_forgotten_between_two_tiers_is_asked_for(desk: Desk, table: TierTable) -> None:
    type_tiers(desk, "90", "1.50", "144", "1.80", "", "2.20")
    table.cells()[2].setFocus()
    desk.keys.press("Ctrl+A", "Backspace", "F9")
    assert table._problem == "Tier 2: Type where it ends, or remove the tier."
    desk.keys.type("120")
    assert table._problem == ""


def test_a_draft_brings_the_tiers_back(desk: Desk, table: TierTable) -> None:
    type_tiers(desk, "90", "1.50", "", "2.20")
    desk.keys.press("Esc", "Ctrl+Z")
    assert table.text() == "90\t1.50\n\t2.20"
