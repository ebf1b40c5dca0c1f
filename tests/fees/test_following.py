"""A tariff follows on what was charged or paid before it, and says which days nobody would charge."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import insert

from app.core.ids import TariffId, UnitId
from app.core.periods import Period
from app.estate.tables import paid_through
from app.fees.assigned import Assigned, BillableUnit
from app.fees.following import SEAMLESS, Following, first_after, following
from app.fees.formulas import Areas
from app.fees.handover import HandoverMonth
from app.fees.proposals import ProposedAssignment
from tests.fees.charging import d
from tests.fees.conftest import FeesOffice

NOVEMBER = date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _in_november(office: FeesOffice) -> None:
    office.clock.set(datetime(2026, 11, 20, 9))


def paid(office: FeesOffice, unit: UnitId, until: str, item: str = "") -> None:
    with office.store.transaction() as connection:
        connection.execute(
            insert(paid_through).values(
                unit_id=unit, fee_item=item, until=d(until), at=office.clock.now(), by=office.boss.id
            )
        )


def proposed(office: FeesOffice, tariff: TariffId, *units: UnitId, follows: bool) -> list[ProposedAssignment]:
    return office.assignments.preview(tariff, units, NOVEMBER, follows=follows)


def test_months_between_what_was_paid_and_the_first_day_are_named(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    behind, level, unknown = office.unit("1-1-101"), office.unit("1-1-102"), office.unit("1-1-103")
    paid(office, behind, "2026-08-01")
    paid(office, level, "2026-11-01")
    rows = proposed(office, homes, behind, level, unknown, follows=False)
    assert [row.following for row in rows] == [Following(gap=Period(d("2026-08-01"), NOVEMBER)), SEAMLESS, SEAMLESS]
    assert {row.first for row in rows} == {NOVEMBER}


def test_following_on_each_unit_begins_the_day_after_it_was_paid_for(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    behind, ahead, unknown = office.unit("1-1-101"), office.unit("1-1-102"), office.unit("1-1-103")
    paid(office, behind, "2026-08-01")
    paid(office, ahead, "2027-01-01")
    rows = proposed(office, homes, behind, ahead, unknown, follows=True)
    assert [row.first for row in rows] == [d("2026-08-01"), d("2027-01-01"), NOVEMBER]
    assert all(row.following == SEAMLESS for row in rows)
    office.assignments.assign(office.boss, homes, [behind, ahead, unknown], NOVEMBER, follows=True)
    assert [row.first for row in office.assignments.of_tariff(homes)] == [d("2026-08-01"), d("2027-01-01"), NOVEMBER]


def test_what_a_tariff_that_ended_charges_is_followed_on(office: FeesOffice) -> None:
    old, new = office.tariff("住宅物业费", "1.85"), office.tariff("住宅物业费二", "2.05")
    billed, unbilled = office.unit("1-1-101"), office.unit("1-1-102")
    office.lay(old, billed, unbilled, first="2026-07-01", until="2026-10-01")
    office.bill("2026-08", units=frozenset({billed}))
    for row in proposed(office, new, billed, unbilled, follows=False):
        assert row.following.gap == Period(d("2026-10-01"), NOVEMBER)
    assert {row.first for row in proposed(office, new, billed, unbilled, follows=True)} == {d("2026-10-01")}


def test_paid_for_one_item_is_not_paid_for_another(office: FeesOffice) -> None:
    energy = office.tariff("公共能耗", "0.20", item="energy")
    home = office.unit("1-1-101")
    paid(office, home, "2026-08-01", office.item("property").name)
    (row,) = proposed(office, energy, home, follows=True)
    assert (row.first, row.following) == (NOVEMBER, SEAMLESS)


def test_no_unit_begins_before_its_tariff_does_and_the_gap_is_still_named(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85", first="2026-10-01")
    home = office.unit("1-1-101")
    paid(office, home, "2026-08-01")
    (row,) = proposed(office, homes, home, follows=True)
    assert (row.first, row.following.gap) == (d("2026-10-01"), Period(d("2026-08-01"), d("2026-10-01")))


def _laid(first: str, handover: str | None = None) -> Assigned:
    day = None if handover is None else d(handover)
    return Assigned(BillableUnit(Areas(None), handover=day), (), d(first))


@pytest.mark.parametrize(
    ("first", "handover", "covered", "charged", "gap", "doubled"),
    [
        ("2026-11-01", None, None, None, None, None),
        ("2026-11-01", None, "2026-11-01", "2026-11-01", None, None),
        ("2026-11-01", None, "2026-10-31", None, ("2026-10-31", "2026-11-01"), None),
        ("2026-11-01", None, "2026-11-02", "2026-11-02", None, ("2026-11-01", "2026-11-02")),
        ("2026-11-01", "2026-09-15", "2026-08-01", None, ("2026-09-15", "2026-11-01"), None),
        ("2026-11-01", "2026-11-15", "2026-08-01", None, None, None),
        ("2026-11-01", "2026-12-15", "2026-08-01", "2026-08-01", None, None),
        ("2024-03-01", None, "2024-02-29", None, ("2024-02-29", "2024-03-01"), None),
    ],
)
def test_days_missing_and_days_doubled(
    first: str,
    handover: str | None,
    covered: str | None,
    charged: str | None,
    gap: tuple[str, str] | None,
    doubled: tuple[str, str] | None,
) -> None:
    known, billed = (None if day is None else d(day) for day in (covered, charged))
    found = following(_laid(first, handover), known, billed, HandoverMonth.FROM_HANDOVER_DAY)
    told = [None if span is None else Period(d(span[0]), d(span[1])) for span in (gap, doubled)]
    assert [found.gap, found.doubled] == told


def test_a_first_day_is_only_proposed_inside_the_days_asked_for() -> None:
    assert first_after(None, d("2020-01-01"), None) is None
    assert first_after(d("2026-08-01"), d("2020-01-01"), d("2026-08-01")) is None
    assert first_after(d("2026-08-01"), d("2026-09-01"), d("2026-12-01")) == d("2026-09-01")
