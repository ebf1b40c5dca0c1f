"""A new flat handed over on 29 February, told by keys: the book, the tariff, the first charge of one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.fees_screen.test_assigning import lying
from tests.fees_screen.test_tariff_form import fields
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from ui.estate.estate_page import EstatePage

TARIFF = "新交付住宅物业费"
FLAT = "9-1-101"


@pytest.fixture
def book(new_office: OfficeBuilder, qapp: QApplication) -> Iterator[PageWindow[EstatePage]]:
    """The tab of the estate in an office on 2 March 2028."""
    new_office.clock.set(datetime(2028, 3, 2, 9))
    window = open_page(EstatePage, "estate", new_office.office, new_office.supervisor, new_office.clock)
    window.page.focus_search()
    yield window
    window.close()


def enter_the_flat(book: PageWindow[EstatePage]) -> None:
    """Its code, area and handover day, typed into the form of a new unit."""
    form = book.page.unit_form
    book.keys.press("Ctrl+N")
    book.keys.type("9 1 101")
    for field, text in ((form.building_area, "100"), (form.handover, "2028-02-29")):
        while not field.hasFocus():
            book.keys.press("Tab")
        book.keys.type(text)
    book.keys.press("F9")
    assert f"{FLAT} is entered" in book.said


def make_and_lay_the_tariff(desk: Desk, *cycle: str) -> None:
    desk.keys.press("Ctrl+N")
    desk.type_into(fields(desk).name, TARIFF)
    desk.type_into(fields(desk).price, "2.90")
    desk.tab_to(fields(desk).cycle)
    desk.keys.press("Home", *cycle)
    desk.type_into(fields(desk).first, "2028-01-01")
    desk.keys.press("F9")
    lay_it_on_the_flat(desk)


def lay_it_on_the_flat(desk: Desk) -> None:
    """The page proposes this month; the preview says that a day would be free, so an earlier day is typed."""
    desk.press("Ctrl+B", "Alt+A", "F9")
    remark = column(desk.page.assign.proposal.table, "Remark")
    assert remark == ["handed over 2028-02-29: days before 2028-03-01 are free"]
    desk.press("Esc")
    desk.type_into(desk.page.assign.days.first, "2028-02-01")
    desk.press("F9")
    assert column(desk.page.assign.proposal.table, "Remark") == [""]


def test_the_first_charge_is_one_day_of_february_the_next_one_march(
    new_office: OfficeBuilder, book: PageWindow[EstatePage], desks: OpenDesk
) -> None:
    enter_the_flat(book)
    desk = desks(new_office)
    make_and_lay_the_tariff(desk)
    proposal = desk.page.assign.proposal
    assert column(proposal.table, "First period") == ["2028-02-29 – 2028-02-29"]
    assert column(proposal.table, "Amount") == ["10.00"]
    assert "100.00 ㎡ × 2.90 yuan/㎡·month × 1/29 months = 10.00" in proposal.explained.text()
    desk.press("F9")

    desk.press("Ctrl+M")
    assert column(desk.page.new_run.lists.bills, "Amount") == ["10.00", "290.00"]
    desk.press("F9")
    (row,) = lying(desk, TARIFF)
    assert row.charged_until == date(2028, 4, 1)


def test_on_its_own_months_the_flat_pays_from_the_29th_to_the_28th(
    new_office: OfficeBuilder, book: PageWindow[EstatePage], desks: OpenDesk
) -> None:
    enter_the_flat(book)
    desk = desks(new_office)
    desk.keys.press("Ctrl+N")
    desk.type_into(fields(desk).name, TARIFF)
    desk.type_into(fields(desk).price, "2.90")
    desk.type_into(fields(desk).first, "2028-01-01")
    desk.keys.press("F4")
    desk.tab_to(fields(desk).more.anchor)
    desk.keys.press("End", "F9")
    lay_it_on_the_flat(desk)
    desk.press("F9")
    (row,) = lying(desk, TARIFF)
    assert row.next.charge is not None
    assert (row.next.charge.period.first, row.next.charge.period.until) == (date(2028, 2, 29), date(2028, 3, 29))
    assert column(desk.page.tariff.table, "Amount") == ["290.00"]


def test_a_quarterly_tariff_charges_the_rest_of_the_quarter_first(
    new_office: OfficeBuilder, book: PageWindow[EstatePage], desks: OpenDesk
) -> None:
    enter_the_flat(book)
    desk = desks(new_office)
    make_and_lay_the_tariff(desk, "Down")
    proposal = desk.page.assign.proposal
    assert column(proposal.table, "First period") == ["2028-02-29 – 2028-03-31"]
    assert "100.00 ㎡ × 2.90 yuan/㎡·month × 1 1/29 months = 300.00" in proposal.explained.text()
