"""Who moves out on the 17th of a quarter that is billed: ended by keys, the amounts seen first; unpaid and paid."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtTest import QTest

from app.core.language import choose_language
from app.core.money import Money, total
from app.core.show import show_money
from app.counter.methods import Method
from app.fees.assignments import AssignmentRow
from app.fees.charges import open_charges
from tests.accessibility import cut_texts, nameless
from tests.counter_screen.answering import answering
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder
from ui.fees.end_on_unit_panel import EndOnUnitPanel

SHOPS = "商铺物业费"
SHOP = "商铺03"  # 59 ㎡ × 3.20: 188.80 a month, 566.40 a quarter; 15 of the 31 days of December are 91.35
CHARGED, LET_GO = Money(566_40), Money(91_35)


@pytest.fixture
def billed(office: OfficeBuilder) -> OfficeBuilder:
    """The shops are billed through December; it is the 20th of December."""
    office.clock.set(datetime(2026, 12, 1, 9))
    office.billed_through(2026, 12)
    office.clock.set(datetime(2026, 12, 20, 10))
    return office


def go_to_the_shop(desk: Desk) -> None:
    desk.choose(SHOPS)
    desk.tab_to(desk.page.tariff.table)
    desk.keys.press("Home", "Down", "Down")
    assert desk.page.tariff.table.current().row.unit_code == SHOP  # type: ignore[union-attr]


def lying(desk: Desk) -> list[AssignmentRow]:
    row = next(one.row for one in desk.page.tariff.table.rows_model.all_rows if one.row.unit_code == SHOP)
    return desk.office.office.assignments.of_unit(row.unit_id)


def owed(office: OfficeBuilder, unit_id: object) -> Money:
    """Of the last quarter."""
    with office.office.store.reading() as connection:
        charges = open_charges(connection, [unit_id], office.clock.now().date())  # type: ignore[list-item]
        return total(one.outstanding for one in charges if one.first == date(2026, 10, 1))


def panel_of(desk: Desk) -> EndOnUnitPanel:
    found = desk.window.window.findChildren(EndOnUnitPanel)
    assert found
    return found[-1]


def test_moves_out_on_the_17th_of_an_unpaid_quarter(billed: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(billed, panels=True)
    go_to_the_shop(desk)
    (before,) = lying(desk)
    assert owed(billed, before.unit_id) == CHARGED

    def types_the_day() -> None:
        desk.keys.press("Ctrl+A")
        desk.keys.type("2026-12-17")
        desk.keys.press("Return")
        panel = panel_of(desk)
        assert lying(desk)[0].until is None  # looked at, nothing done
        assert column(panel.table, "Let go") == [show_money(LET_GO)]
        assert panel.words.text() == "91.35 of later days is not owed any more, as a line of its own on each charge."
        QTest.qWait(20)
        desk.keys.press("Return")

    with answering(types_the_day):
        desk.keys.press("Del")
    (ended,) = lying(desk)
    assert (ended.until, ended.charged_until) == (date(2026, 12, 17), date(2026, 12, 17))
    assert owed(billed, before.unit_id) == CHARGED - LET_GO
    assert desk.said[-1] == f"“{SHOPS}” on {SHOP}: no charges from 2026-12-17 on · 91.35 let go"
    assert billed.breaches() == []


def test_the_next_tenant_is_charged_from_that_day_and_exactly_the_rest(billed: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(billed, panels=True)
    go_to_the_shop(desk)

    def types_the_day() -> None:
        desk.keys.press("Ctrl+A")
        desk.keys.type("2026-12-17")
        desk.keys.press("Return", "F9")

    with answering(types_the_day):
        desk.keys.press("Del")
    desk.keys.press("Ctrl+B")
    desk.tab_to(desk.page.assign.choice.pane.filter_box)
    desk.keys.commit(SHOP)
    desk.keys.press("Alt+A", "F9")
    table = desk.page.assign.proposal.table
    assert column(table, "Amount") == [show_money(LET_GO)]
    desk.press("F9")
    unit_id = lying(desk)[0].unit_id
    assert [(one.first, one.until) for one in lying(desk)] == [
        (date(2026, 7, 1), date(2026, 12, 17)),
        (date(2026, 12, 17), None),
    ]
    billed.billed_through(2026, 12)
    with billed.office.store.reading() as connection:
        charges = open_charges(connection, [unit_id], date(2026, 12, 20))
    assert [one.outstanding for one in charges if one.due_on > date(2026, 9, 1)] == [CHARGED - LET_GO, LET_GO]
    assert billed.breaches() == []


def test_another_day_is_looked_at_anew(billed: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(billed, panels=True)
    go_to_the_shop(desk)

    def changes_the_day() -> None:
        desk.keys.press("Ctrl+A")
        desk.keys.type("2026-12-17")
        desk.keys.press("Return", "Ctrl+A")
        desk.keys.type("2026-12-01")
        assert panel_of(desk).table.isHidden() or not panel_of(desk).table.isVisible()
        desk.keys.press("Return")
        assert column(panel_of(desk).table, "Let go") == ["188.80"]
        desk.keys.press("Esc")

    with answering(changes_the_day):
        desk.keys.press("Del")
    assert lying(desk)[0].until is None
    assert billed.breaches() == []


def test_moves_out_on_the_17th_of_a_paid_quarter(billed: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(billed, panels=True)
    go_to_the_shop(desk)
    unit_id = lying(desk)[0].unit_id
    billed.open_shift()
    taken = billed.pays(unit_id, method=Method.WECHAT)

    def types_the_day() -> None:
        desk.keys.press("Ctrl+A")
        desk.keys.type("2026-12-17")
        desk.keys.press("Return")
        panel = panel_of(desk)
        assert column(panel.table, "To give back") == [show_money(LET_GO)]
        assert panel.words.text().startswith("91.35 was paid for later days. It stays with the office until it goes")
        desk.keys.press("Return")

    with answering(types_the_day):
        desk.keys.press("Del")
    assert lying(desk)[0].until == date(2026, 12, 17)
    assert "91.35 to give back at the counter" in desk.said[-1]
    original = billed.office.refunds.original(taken.receipt_id)
    assert [line.ended for line in original.lines if line.ended] == [date(2026, 12, 17)]
    assert billed.breaches() == []


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_amounts_of_the_question_can_be_read_at_every_text_size(
    billed: OfficeBuilder, desks: OpenDesk, language: str, percent: int
) -> None:
    choose_language(language)
    desk = desks(billed, panels=True)
    desk.window.context.theme.scale(percent)
    go_to_the_shop(desk)
    wrong: list[object] = []

    def looks() -> None:
        desk.keys.press("Ctrl+A")
        desk.keys.type("2026-12-17")
        desk.keys.press("Return")
        panel = panel_of(desk)
        wrong.extend([*cut_texts(panel), *nameless(panel)])
        if panel.table.viewport().height() < panel.table.rowHeight(0):
            wrong.append("the row is cut")
        desk.keys.press("Esc")

    with answering(looks):
        desk.keys.press("Del")
    desk.window.context.theme.scale(100)
    assert wrong == []
