"""Several units of one payer and their parking on one receipt."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.ids import UnitId
from app.core.money import Money
from app.estate.kinds import OccupancyRole, UnitKind
from app.estate.unit_facts import UnitFacts
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow
from tests.counter_screen.scene import _fixed
from tests.counter_screen.test_key_budgets import newest
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder


@pytest.fixture
def parking(builder: OfficeBuilder) -> UnitId:
    """张建国 has a parking space too, with October and November unpaid."""
    office, boss = builder.office, builder.supervisor
    space = office.estate.add_unit(boss, UnitFacts("B1-073", UnitKind.PARKING, handover_date=date(2020, 1, 1)))
    home = office.estate.unit_named("3-2-501")
    owner = office.bills.open(home).payers[0].person_id
    assert owner is not None
    office.estate.add_role(boss, space, owner, OccupancyRole.OWNER)
    office.assignments.assign(boss, _fixed(builder, "parking", "80", 5, late_fee=False), [space], date(2026, 10, 1))
    builder.billed_through(2026, 12)
    return space


def lines(counter: CounterWindow) -> list[tuple[str, str, bool]]:
    rows = counter.page.flow.desk.sheet.lines.table.rows_model.rows
    return [(row.room, row.item, row.chosen) for row in rows if row.standing.is_charge]


def offered(counter: CounterWindow) -> list[tuple[str, bool, Money]]:
    rows = counter.page.flow.desk.sheet.lines.table.rows_model.rows
    return [(row.item, row.chosen, row.principal) for row in rows if row.standing.value == "theirs"]


def test_c7_what_else_is_theirs_stands_below_with_what_is_due(counter: CounterWindow, parking: UnitId) -> None:
    open_home(counter)
    assert offered(counter) == [("B1-073 parking", False, Money.yuan(160))]


def test_c7_a_key_puts_all_of_theirs_on_one_receipt(
    counter: CounterWindow, builder: OfficeBuilder, parking: UnitId
) -> None:
    open_home(counter)
    counter.keys.press("Ctrl+O")
    assert ("B1-073", "停车费", True) in [(room, item, on) for room, item, on in lines(counter)] or any(
        room == "B1-073" and on for room, _item, on in lines(counter)
    )
    assert counter.page.flow.desk.panel.due.total.text() == "¥892.22"
    counter.keys.press("F9")
    assert newest(builder).amount == Money(89220)
    assert builder.owes(parking) == Money(0)
    assert builder.breaches() == []


def test_c7_space_puts_one_on_the_receipt_and_takes_it_off(counter: CounterWindow, parking: UnitId) -> None:
    open_home(counter)
    counter.keys.press("Down", "Down", "Down", "Space")
    assert offered(counter)[0][1]
    assert counter.page.flow.desk.panel.due.total.text() == "¥892.22"
    table = counter.page.flow.desk.sheet.lines.table
    at = [column.title for column in table.rows_model.columns].index("Room")
    assert not table.isColumnHidden(at)
    counter.keys.press("Ctrl+O")
    assert counter.page.flow.desk.panel.due.total.text() == "¥732.22"
    assert table.isColumnHidden(at)


def test_c7_a_room_whose_people_have_nothing_else_says_so(counter: CounterWindow) -> None:
    open_home(counter)
    counter.keys.press("Ctrl+O")
    assert "Nobody of this room has another" in counter.said[-1]


def test_c23_several_rooms_survive_a_kill(open_window: OpenCounter, parking: UnitId) -> None:
    first = open_window()
    open_home(first)
    first.keys.press("Ctrl+O")
    first.page.keep_draft()
    second = open_window()
    assert second.page.flow.desk.panel.due.total.text() == "¥892.22"


def test_the_price_beside_the_room_is_of_the_room_and_not_of_what_was_taken_along(
    counter: CounterWindow, builder: OfficeBuilder, parking: UnitId
) -> None:
    open_home(counter)
    counter.keys.press("Up", "End", "Return", "F9")
    counter.page.flow.bills.open_unit(builder.office.estate.unit_named("3-2-501"))
    header = counter.page.flow.desk.sheet.header
    before = header.facts()
    counter.keys.press("Ctrl+O", "F11", "Ctrl+F11")
    assert counter.page.flow.desk.hand is not None
    assert counter.page.flow.desk.hand.others
    assert header.facts() == before
