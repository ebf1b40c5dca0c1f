"""Every truth of adjustments can be broken, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert, update

from app.core.clock import SetClock
from app.core.ids import UnitId
from app.core.money import Money
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.tables import adjustment, charge, credit, late_fee_pause
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder

OF = adjustment.c.kind


@pytest.fixture
def builder(office_folder: DataFolder, clock: SetClock) -> Iterator[OfficeBuilder]:
    """A paid home with a waiver taken back, a vacant discount that became credit, and a pause."""
    built = OfficeBuilder(office_folder.path, clock)
    home = built.unit("1-1-101", area="100")
    built.property_fee(home)
    built.billed_through(2026, 11)
    one = built.office.bills.open(home).due[0]
    waived = built.office.adjustments.waive(built.supervisor, one.id, one.version, Money(100), "goodwill")
    built.office.adjustments.reverse(built.supervisor, waived, "mistake")
    built.office.late_fee_pauses.begin(built.supervisor, home, date(2026, 11, 1), None, "dispute")
    built.open_shift()
    built.pays(home)
    (row,) = built.office.assignments.of_unit(home)
    built.office.vacancies.grant(built.supervisor, row.id, date(2026, 11, 1), None, Decimal("0.5"), "empty")
    yield built
    built.office.close()


def test_the_books_are_in_order_before_anything_is_tampered_with(builder: OfficeBuilder) -> None:
    assert builder.breaches() == []


TAMPERED: list[tuple[str, Callable[[], Any]]] = [
    ("no charge owes less than nothing", lambda: update(charge).where(charge.c.id == 1).values(outstanding=Money(-1))),
    (
        "what takes an adjustment back takes it back",
        lambda: update(adjustment).where(adjustment.c.reverses.is_not(None)).values(amount=Money(99)),
    ),
    (
        "every adjustment stands in the journal",
        lambda: update(adjustment).where(OF == AdjustmentKind.VACANT).values(amount=Money(-1)),
    ),
    (
        "a corrected charge comes to what its newest explanation gives",
        lambda: update(adjustment).where(OF == AdjustmentKind.VACANT).values(facts={"explain": {"kind": "typed"}}),
    ),
    ("credit of units equals the journal", lambda: insert(credit).values(unit_id=UnitId(1), amount=Money(5))),
    ("no pause ends before it begins", lambda: update(late_fee_pause).values(until=date(2026, 1, 1))),
]


@pytest.mark.parametrize(("truth", "tamper"), TAMPERED)
def test_what_was_tampered_with_breaks_its_truth(builder: OfficeBuilder, truth: str, tamper: Callable[[], Any]) -> None:
    with builder.office.store.transaction() as connection:
        connection.execute(tamper())
    assert any(breach.startswith(truth) for breach in builder.breaches())
