"""Fee items with long names in a narrow window: the name is read whole, what gives way is told by the mouse."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.money import Money
from app.fees.money_of import MoneyOf
from app.fees.terms import Formula, TariffTerms
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import column
from tests.office_builder import OfficeBuilder

NAME = "Maintenance of lifts and public pumps"
TARIFF = "Maintenance of lifts and public pumps, homes above the second floor, yearly contract"


def test_the_name_of_a_fee_item_is_never_cut_and_a_cut_tariff_is_told_whole(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    by, room = office.supervisor, office.office
    item = room.fee_items.add(by, NAME, MoneyOf.OWN)
    tariff = room.tariffs.create(by, item.id, TARIFF, date(2025, 1, 1), TariffTerms(Formula.FIXED, Decimal(8)))
    homes = [unit.id for unit in room.estate.units() if unit.code.startswith("1-1-1")]
    room.assignments.assign(by, tariff, homes, date(2026, 12, 1))
    desk = desks(office, size=(1024, 620))
    desk.press("Ctrl+M")
    table = desk.page.new_run.lists.bills
    names = column(table, "Fee item")
    at = next(place for place, one in enumerate(table.rows_model.columns) if one.title == "Fee item")
    shown = [table.cut_text(table.rows_model.index(row, at)) for row in range(len(names))]
    assert NAME in names
    assert set(shown) == {""}
    table.setColumnWidth(at, 40)
    assert table.cut_text(table.rows_model.index(names.index(NAME), at)) == NAME
    assert Money(800) in {line.row.charge.amount for line in table.rows_model.rows if line.row.item.name == NAME}
