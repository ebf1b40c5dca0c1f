"""An import is taken back while other rooms know of its units and people: what any of them points at stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.ids import BatchId, UnitId
from app.core.money import Money
from app.counter.payments.asked import OneOff
from app.tickets.entry.new_ticket import Caller, NewTicket
from tests.estate.builders import sheet_of
from tests.office_builder import OfficeBuilder


@pytest.fixture
def batch(builder: OfficeBuilder, tmp_path: Path) -> BatchId:
    """3-2-501 to 503, each with its owner."""
    rows = [["3", "2", f"50{number}", 80, f"张{number}", f"1370000000{number}"] for number in (1, 2, 3)]
    made = builder.office.unit_import.run(builder.supervisor, sheet_of(tmp_path / "units.xlsx", *rows)).batch_id
    assert made is not None
    return made


def is_noted(builder: OfficeBuilder, unit_id: UnitId) -> None:
    builder.office.unit_notes.add(builder.cashier, unit_id, "钥匙寄存在前台")


def has_a_ticket(builder: OfficeBuilder, unit_id: UnitId) -> None:
    category = builder.office.ticket_categories.tree()[0]
    asked = NewTicket("a ticket", "厨房水管漏水", category_id=category.id, unit_id=unit_id, caller=Caller("张2"))
    builder.office.tickets.report(builder.cashier, asked)


def has_a_tariff(builder: OfficeBuilder, unit_id: UnitId) -> None:
    builder.property_fee(unit_id)


def pays_a_card(builder: OfficeBuilder, unit_id: UnitId) -> None:
    card = next(item for item in builder.office.fee_items.all() if item.code == "access-card")
    builder.open_shift()
    builder.pays(unit_id, one_offs=(OneOff(card.id, "门禁卡", Money(20_00)),))


@pytest.mark.parametrize("used", [is_noted, has_a_ticket, has_a_tariff, pays_a_card])
def test_a_unit_that_any_room_knows_stays_and_is_named(
    builder: OfficeBuilder, batch: BatchId, used: Callable[[OfficeBuilder, UnitId], None]
) -> None:
    builder.clock.advance(minutes=5)
    used(builder, builder.office.estate.unit_named("3-2-502"))
    taken = builder.office.unit_import.undo(builder.supervisor, batch)
    assert (taken.removed, taken.kept) == (2, ("3-2-502",))
    assert [row.code for row in builder.office.estate.units()] == ["3-2-502"]
    assert builder.breaches() == []


def test_whoever_paid_for_another_home_stays(builder: OfficeBuilder, batch: BatchId) -> None:
    ours = builder.unit("1-1-101")
    payer = builder.office.bills.open(builder.office.estate.unit_named("3-2-501")).payers[0]
    builder.property_fee(ours)
    builder.billed_through(2026, 11)
    builder.open_shift()
    asked = replace(builder.asked(ours), payer_id=payer.person_id, payer_name=payer.name)
    builder.office.payments.take(builder.cashier, asked)
    assert builder.office.unit_import.undo(builder.supervisor, batch).removed == 3
    (paid,) = builder.office.receipts.find("R-000001")
    assert builder.office.receipts.facts(paid.id).payer == payer.name
    assert builder.breaches() == []
