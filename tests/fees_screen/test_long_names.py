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
from ui.fees.runs.run_tables import BillTable

OWNER = "临湖商业资产运营管理有限责任公司西湖区文三路分公司"
NAME = "Maintenance of lifts, public pumps and the roof gardens"
TARIFF = "Maintenance of lifts, public pumps and roofs, homes above the second floor, yearly contract"


def place_of(table: BillTable, title: str) -> int:
    return next(place for place, one in enumerate(table.rows_model.columns) if one.title == title)


def cut(table: BillTable, at: int) -> list[str]:
    return [table.cut_text(table.rows_model.index(row, at)) for row in range(len(table.rows_model.rows))]


def bills_of_a_long_item(office: OfficeBuilder, desks: OpenDesk, tariff_name: str) -> BillTable:
    """The preview of a month in a narrow window: an item with a long name on homes, one of them of a company."""
    by, room = office.supervisor, office.office
    item = room.fee_items.add(by, NAME, MoneyOf.OWN)
    tariff = room.tariffs.create(by, item.id, tariff_name, date(2025, 1, 1), TariffTerms(Formula.FIXED, Decimal(8)))
    homes = [unit.id for unit in room.estate.units() if unit.code.startswith("1-1-1")]
    room.assignments.assign(by, tariff, [*homes, office.unit("9-1-101", OWNER)], date(2026, 12, 1))
    desk = desks(office, size=(1024, 620))
    desk.press("Ctrl+M")
    table = desk.page.new_run.lists.bills
    assert Money(800) in {line.row.charge.amount for line in table.rows_model.rows if line.row.item.name == NAME}
    return table


def test_the_name_of_a_fee_item_is_never_cut_while_a_long_person_can_give_way(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    table = bills_of_a_long_item(office, desks, "Lifts")
    assert set(cut(table, place_of(table, "Fee item"))) == {""}
    assert OWNER in cut(table, place_of(table, "Person"))


def test_what_is_cut_is_told_whole(office: OfficeBuilder, desks: OpenDesk) -> None:
    table = bills_of_a_long_item(office, desks, TARIFF)
    at = place_of(table, "Fee item")
    assert set(cut(table, at)) == {""}
    table.setColumnWidth(at, 40)
    assert cut(table, at)[column(table, "Fee item").index(NAME)] == NAME
