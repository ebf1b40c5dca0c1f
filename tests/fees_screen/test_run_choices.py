"""Choosing the units of a run, looking at what is conspicuous, and finding old runs again: by keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.show import show_money
from app.fees.terms import Formula, TariffTerms
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder
from ui.fees.runs.run_charge_table import RunChargeTable
from ui.fees.runs.run_tables import BillTable


def conspicuous(desk: Desk) -> BillTable:
    return desk.page.new_run.lists.conspicuous


def charged(desk: Desk) -> RunChargeTable:
    return desk.page.run.bills


def raise_the_price(office: OfficeBuilder, name: str, price: str, first: str) -> None:
    """A new version of a fixed tariff."""
    row = next(row for row in office.office.tariffs.rows() if row.tariff.name == name)
    terms = TariffTerms(Formula.FIXED, Decimal(price))
    office.office.tariffs.new_version(office.supervisor, row.tariff.id, date.fromisoformat(first), terms)


def test_only_the_chosen_units_are_billed(desk: Desk) -> None:
    desk.press("Ctrl+M", "Alt+U")
    page = desk.page.new_run
    assert page.choice.isVisible()
    desk.press("Ctrl+F")
    desk.keys.commit("2-1-")
    desk.press("Alt+A")
    assert page.choice.count.text() == "18 units chosen"
    desk.press("F9")
    assert not page.choice.isVisible()
    assert page.band.units.text() == "only 18 units"
    assert all(code.startswith("2-1-") for code in column(page.lists.bills, "Unit"))
    desk.press("F9")
    run = desk.office.office.billing.runs()[0]
    assert 15 < run.units <= 18
    desk.press("Ctrl+M")
    assert desk.page.new_run.band.units.text() == "all units"


def test_esc_leaves_the_choice_of_units_as_it_was(desk: Desk) -> None:
    desk.press("Ctrl+M", "Alt+U", "Alt+A", "Esc")
    assert not desk.page.new_run.choice.isVisible()
    assert desk.page.new_run.band.units.text() == "all units"


def test_amounts_far_off_the_last_ones_are_marked_and_can_be_looked_at_alone(desk: Desk) -> None:
    parking = next(row.tariff.name for row in desk.office.office.tariffs.rows() if row.tariff.item.code == "parking")
    raise_the_price(desk.office, parking, "400", "2026-12-01")
    desk.press("Ctrl+M", "F8")
    lists = desk.page.new_run.lists
    assert conspicuous(desk).hasFocus()
    assert set(column(conspicuous(desk), "Remark")) == {"over 50 % off"}
    compared = set(zip(column(conspicuous(desk), "Last time"), column(conspicuous(desk), "Amount"), strict=True))
    assert ("150.00", "400.00") in compared
    assert ("150.00", "150.00") not in compared
    desk.keys.press("End")
    assert "400.00 yuan/month × 1 month" in lists.explained.text()
    assert len(column(conspicuous(desk), "Unit")) < len(column(lists.bills, "Unit"))
    items = desk.page.new_run.band.items
    change = dict(zip(column(items, "Fee item"), column(items, "Against last time"), strict=True))
    assert change["车位费"].startswith("+")
    desk.press("F5")
    assert "over 50 % off" in column(lists.bills, "Remark")


def test_a_run_of_last_month_still_lists_its_charges(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office)
    desk.press("Alt+2")
    run = office.office.billing.runs()[0]
    assert len(column(charged(desk), "Unit")) == run.charges
    assert set(column(charged(desk), "State")) <= {"unpaid", "settled", "part paid"}
    assert show_money(run.amount) == desk.page.run._amount.text().removeprefix("¥")


def test_an_undone_run_lists_what_it_had_charged(desk: Desk) -> None:
    desk.press("Ctrl+M")
    desk.press("F9")
    desk.answers.will_confirm(yes=True)
    desk.press("Ctrl+U")
    assert set(column(charged(desk), "State")) == {"undone"}
