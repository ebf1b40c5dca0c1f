"""Laying a tariff where months lie between what was paid and its first day: named per unit, mended by one key."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert

from app.core.ids import UnitId
from app.estate.tables import paid_through
from app.fees.assignments import AssignmentRow
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder

ENERGY = "公共能耗分摊"


@pytest.fixture
def desk(office: OfficeBuilder, desks: OpenDesk) -> Desk:
    """3-2-901 was paid through July before the book began, 3-2-902 through November; of the others nothing is known."""
    units = {unit.code: unit.id for unit in office.office.estate.units()}
    with office.office.store.transaction() as connection:
        for code, until in (("3-2-901", date(2026, 8, 1)), ("3-2-902", date(2026, 12, 1))):
            said = {"unit_id": units[code], "fee_item": "", "until": until}
            connection.execute(insert(paid_through).values(**said, at=office.clock.now(), by=1))
    return desks(office)


def lain(desk: Desk) -> dict[UnitId, AssignmentRow]:
    office = desk.office.office
    tariff = next(row.tariff for row in office.tariffs.rows() if row.tariff.name == ENERGY)
    return {row.unit_id: row for row in office.assignments.of_tariff(tariff.id)}


def look_at_three(desk: Desk, first: str = "") -> None:
    """The preview for 3-2-802, 901 and 902; `first` is a day typed for all."""
    desk.choose(ENERGY)
    desk.keys.press("Ctrl+B")
    if first:
        desk.type_into(desk.page.assign.days.first, first)
    for words in ("3-2-802", "3-2-9"):
        desk.tab_to(desk.page.assign.choice.pane.filter_box)
        desk.keys.press("Ctrl+A")
        desk.keys.commit(words)
        desk.keys.press("Alt+A")
    desk.keys.press("F9")


def days(desk: Desk) -> dict[str, str]:
    table = desk.page.assign.proposal.table
    return dict(zip(column(table, "Unit"), column(table, "Charge from"), strict=True))


def test_each_unit_begins_on_the_day_after_it_was_paid_for_unless_told_otherwise(desk: Desk) -> None:
    look_at_three(desk)
    assert days(desk) == {"3-2-802": "2026-11-01", "3-2-901": "2026-08-01", "3-2-902": "2026-12-01"}
    assert "2 units begin on days of their own." in desk.page.assign.proposal.strip.text()
    desk.keys.press("F9")
    firsts = {row.unit_code: row.first for row in lain(desk).values()}
    assert (firsts["3-2-802"], firsts["3-2-901"]) == (date(2026, 11, 1), date(2026, 8, 1))


def test_a_day_typed_for_all_leaves_months_out_says_so_and_one_key_mends_it(desk: Desk) -> None:
    look_at_three(desk, "2026-11-01")
    proposal = desk.page.assign.proposal
    assert "1 unit has days that will never be charged." in proposal.strip.text()
    assert column(proposal.table, "Unit")[0] == "3-2-901"
    assert column(proposal.table, "Remark")[0] == "3 months never charged: 2026-08 – 2026-10"
    assert (
        "3 months between 2026-07-31 and 2026-11-01 will never be charged. Alt G begins on the day after 2026-07-31."
        in proposal.explained.text()
    )
    desk.keys.press("Alt+G")
    assert days(desk)["3-2-901"] == "2026-08-01"
    assert "never" not in proposal.strip.text()
    desk.keys.press("Alt+G")
    assert days(desk)["3-2-901"] == "2026-11-01"


def test_days_charged_before_are_not_charged_twice(desk: Desk) -> None:
    look_at_three(desk, "2026-11-01")
    table = desk.page.assign.proposal.table
    periods = dict(zip(column(table, "Unit"), column(table, "First period"), strict=True))
    assert periods["3-2-902"] == "2026-12"
    assert periods["3-2-802"] == "2026-11"
