"""The fees on a unit's page: what lies on it and comes next, what was agreed, what was charged, why nothing was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

from app.fees.terms import Modifiers
from tests.estate_screen.conftest import Desk, OpenDesk
from tests.office_builder import OfficeBuilder
from ui.widgets.table_view import TableView
from ui.widgets.why_panel import WhyPanel

HOME, BARE = "1-1-301", "1-1-302"
R = TypeVar("R")


def column(table: TableView[R], title: str) -> list[str]:
    model = table.rows_model
    wanted = next(one for one in model.columns if one.title == title)
    return [wanted.text_of(row) for row in model.rows]


def open_unit(desk: Desk, code: str) -> None:
    desk.keys.press("F2")
    desk.keys.commit(code)
    desk.keys.press("Return")


def test_the_next_period_its_due_day_and_amount_stand_beside_each_tariff(desk: Desk) -> None:
    open_unit(desk, HOME)
    tariffs = desk.page.unit.tariffs
    assert column(tariffs, "Next period") == ["2026-12"]
    assert column(tariffs, "Due") == ["2026-12-05"]
    assert column(desk.page.unit.charges, "Period")[0] == "2026-11"
    assert set(column(desk.page.unit.charges, "State")) == {"unpaid"}


def test_what_was_agreed_for_the_unit_and_why_it_is_skipped_are_said(office: OfficeBuilder, desks: OpenDesk) -> None:
    bare = office.office.estate.unit_named(BARE)
    tariff = office.office.tariffs.rows()[0].tariff
    modifiers = Modifiers(coefficient=Decimal("0.85"))
    end = date(2026, 12, 1)
    office.office.assignments.assign(office.supervisor, tariff.id, [bare], date(2026, 8, 1), end, modifiers)
    desk = desks(office)
    open_unit(desk, BARE)
    assert column(desk.page.unit.tariffs, "Agreed") == ["× 0.85, until 2026-11-30"]


def test_a_unit_that_was_never_charged_says_so(desk: Desk) -> None:
    open_unit(desk, BARE)
    assert desk.page.unit._no_charge.isVisible()
    assert not desk.page.unit.charges.isVisible()


def test_why_there_is_no_bill_is_asked_from_the_page(desk: Desk) -> None:
    answers: list[str] = []

    def read(panel: WhyPanel) -> bool:
        answers.append(panel.text())
        return True

    open_unit(desk, BARE)
    desk.answers.will_answer(WhyPanel, read)
    desk.keys.press("Ctrl+W")
    assert "lay a tariff on the unit" in answers[0]
