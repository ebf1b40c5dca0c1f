"""Common costs: previewed, charged once, undone as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import update

from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.core.ids import UnitId
from app.core.money import Money
from app.core.periods import Period
from app.estate.kinds import UnitState
from app.estate.unit_facts import UnitFacts
from app.fees.refusals import BilledTooFarAhead, RunHasPayments, RunUndoneBefore
from app.fees.shared.costs import SharedCosts
from app.fees.shared.refusals import (
    DueBeforeCost,
    NobodyToShare,
    NothingToShareBy,
    SharedBefore,
    SharedCostNeedsTitle,
    SharedCostOfNothing,
    SharesChanged,
    UnitsWithoutWeight,
)
from app.fees.shared.request import Bill, SharedCostPage, SharedRequest
from app.fees.shared.rule import Basis, NoWeight, Split
from app.fees.tables import adjustment, charge
from app.store.store import Store
from tests.fees.conftest import FeesOffice

OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))


class SharedOffice(FeesOffice):
    """Building 3 with the three flats of the worked numbers."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        super().__init__(store, clock)
        self.shared = SharedCosts(store, clock)
        areas = {"3-1-101": "89.35", "3-1-102": "101.20", "3-1-201": "75"}
        self.flats = [self.unit(code, area) for code, area in areas.items()]

    def request(self, *units: UnitId, **more: Any) -> SharedRequest:
        asked = SharedRequest(
            title="3栋公共照明",
            item_id=self.item("energy").id,
            period=OCTOBER,
            due_on=date(2026, 12, 5),
            source=Bill(Money.yuan(560)),
            split=Split(Basis.AREA),
            unit_ids=frozenset(units or self.flats),
        )
        return replace(asked, **more)

    def share(self, *units: UnitId, **more: Any) -> SharedCostPage:
        return self.shared.share(self.boss, self.request(*units, **more))


@pytest.fixture
def office(store: Store, clock: SetClock) -> SharedOffice:
    return SharedOffice(store, clock)


def test_the_shares_are_shown_before_anything_is_written(office: SharedOffice) -> None:
    preview = office.shared.preview(office.request())
    assert [(share.sharer.code, share.amount.fen) for share in preview.shares] == [
        ("3-1-101", 18843),
        ("3-1-102", 21341),
        ("3-1-201", 15816),
    ]
    assert preview.weights == Fraction("265.55")
    assert office.shared.rows() == []


def test_the_shares_are_charged_and_owed(office: SharedOffice) -> None:
    page = office.share()
    assert [office.owes(flat) for flat in office.flats] == [
        [("公共能耗费（3栋公共照明）", "2026-10-01", Money(fen))] for fen in (18843, 21341, 15816)
    ]
    assert [(line.code, line.weight, line.amount.fen) for line in page.lines] == [
        ("3-1-101", Fraction("89.35"), 18843),
        ("3-1-102", Fraction("101.20"), 21341),
        ("3-1-201", Fraction(75), 15816),
    ]
    assert page.row.total == Money.yuan(560)
    assert office.shared.rows() == [page.row]
    assert office.broken_truths() == []


def test_a_common_cost_is_no_run_of_a_month(office: SharedOffice) -> None:
    office.share()
    assert office.billing.runs() == []


def test_pressing_twice_charges_once(office: SharedOffice) -> None:
    office.share()
    with pytest.raises(SharedBefore):
        office.share()
    with pytest.raises(SharedBefore):
        office.share(title=" 3栋公共照明 ", source=Bill(Money.yuan(1)))
    assert len(office.owes(office.flats[0])) == 1


def test_another_month_is_another_cost(office: SharedOffice) -> None:
    office.share()
    office.share(period=Period(date(2026, 11, 1), date(2026, 12, 1)))
    assert len(office.owes(office.flats[0])) == 2
    assert office.broken_truths() == []


def test_undone_nothing_is_owed_and_the_cost_can_be_shared_again(office: SharedOffice) -> None:
    page = office.share()
    assert office.billing.undo(office.boss, page.row.run_id) == 3
    assert [office.owes(flat) for flat in office.flats] == [[], [], []]
    undone = office.shared.page(page.row.id)
    assert undone.row.undone
    assert [line.amount for line in undone.lines] == [line.amount for line in page.lines]
    assert office.broken_truths() == []
    with pytest.raises(RunUndoneBefore):
        office.billing.undo(office.boss, page.row.run_id)
    again = office.share(source=Bill(Money.yuan(561)))
    assert again.row.total == Money.yuan(561)
    assert [row.undone for row in office.shared.rows()] == [False, True]
    assert office.broken_truths() == []


def test_undo_asks_nothing_of_later_runs_and_later_costs(office: SharedOffice) -> None:
    office.lay(office.tariff("物业费", "1.85"), *office.flats)
    page = office.share()
    office.bill("2026-11")
    office.share(period=Period(date(2026, 11, 1), date(2026, 12, 1)))
    assert office.billing.undo(office.boss, page.row.run_id) == 3
    assert office.broken_truths() == []


def test_a_paid_or_adjusted_share_keeps_the_whole(office: SharedOffice) -> None:
    page = office.share()
    with office.store.transaction() as connection:
        row = connection.execute(charge.select().where(charge.c.unit_id == office.flats[1])).one()
        facts = {"kind": "waiver", "amount": Money(-1), "day": date(2026, 11, 20), "reason": "", "at": row.at, "by": 1}
        connection.execute(adjustment.insert().values(charge_id=row.id, entry_no=row.entry_no, **facts))
    with pytest.raises(RunHasPayments) as refused:
        office.billing.undo(office.boss, page.row.run_id)
    assert refused.value.units == ("3-1-102",)


def test_a_share_that_no_longer_sums_up_is_found(office: SharedOffice) -> None:
    office.share()
    with office.store.transaction() as connection:
        connection.execute(update(charge).where(charge.c.unit_id == office.flats[0]).values(amount=Money(1)))
    assert any("the shares of a common cost sum to it" in broken for broken in office.broken_truths())


def test_units_without_an_area_stop_the_splitting_until_they_are_left_out(office: SharedOffice) -> None:
    bare = office.unit("3-1-301", area=None)
    unsold = office.unit("3-1-302", "80", UnitState.UNSOLD)
    chosen = (*office.flats, bare, unsold)
    preview = office.shared.preview(office.request(*chosen))
    assert [(one.sharer.code, one.reason) for one in preview.left_out] == [
        ("3-1-301", NoWeight.NO_AREA),
        ("3-1-302", NoWeight.UNSOLD),
    ]
    with pytest.raises(UnitsWithoutWeight) as refused:
        office.share(*chosen)
    assert (refused.value.count, refused.value.units) == (2, ("3-1-301", "3-1-302"))
    assert office.owes(office.flats[0]) == []
    page = office.share(*chosen, leave_out=True)
    assert page.left_out == (("3-1-301", NoWeight.NO_AREA), ("3-1-302", NoWeight.UNSOLD))
    assert page.row.units == 3


def test_unsold_units_share_where_the_office_says_so(office: SharedOffice) -> None:
    unsold = office.unit("3-1-302", "100", UnitState.UNSOLD)
    page = office.share(*office.flats, unsold, unsold_too=True)
    assert page.lines[-1].amount == Money(15319)
    assert len(office.owes(unsold)) == 1


def test_by_unit_and_by_headcount(office: SharedOffice) -> None:
    by_unit = office.shared.preview(office.request(split=Split(Basis.UNIT), source=Bill(Money(100))))
    assert [share.amount.fen for share in by_unit.shares] == [34, 33, 33]
    for flat, people in zip(office.flats, (1, 2, 4), strict=True):
        code = office.estate.unit_page(flat).code
        office.estate.change_unit(office.boss, flat, UnitFacts(code, headcount=people))
    by_head = office.shared.preview(office.request(split=Split(Basis.HEADCOUNT), source=Bill(Money(700))))
    assert [share.amount.fen for share in by_head.shares] == [100, 200, 400]


def test_a_unit_whose_share_is_less_than_a_fen_is_shown_and_not_charged(office: SharedOffice) -> None:
    locker = office.unit("3-1-401", "0.01")
    page = office.share(*office.flats, locker, source=Bill(Money.yuan(5)))
    assert (page.lines[-1].code, page.lines[-1].weight, page.lines[-1].amount) == (
        "3-1-401",
        Fraction("0.01"),
        Money(0),
    )
    assert office.owes(locker) == []
    assert page.row.units == 4
    assert sum(line.amount.fen for line in page.lines) == 500
    assert office.broken_truths() == []


def test_buildings_are_summed_in_building_order(office: SharedOffice) -> None:
    next_door = office.unit("10-1-101", "100")
    page = office.share(*office.flats, next_door)
    assert [(one.building, one.units) for one in page.buildings] == [("3栋", 3), ("10栋", 1)]
    assert sum(one.amount.fen for one in page.buildings) == 56000
    assert page.unit_price == 560 / page.weights


def test_money_held_for_a_supplier_stays_a_liability(office: SharedOffice) -> None:
    office.share(item_id=office.item("water").id, title="公共用水")
    assert office.owes(office.flats[0])[0][0] == "代收水费（公共用水）"
    assert office.broken_truths() == []


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": "  "}, SharedCostNeedsTitle),
        ({"source": Bill(Money(0))}, SharedCostOfNothing),
        ({"source": Bill(Money(-1))}, SharedCostOfNothing),
        ({"unit_ids": frozenset()}, NobodyToShare),
        ({"split": Split(Basis.HEADCOUNT)}, NothingToShareBy),
        ({"split": Split(Basis.USAGE)}, NothingToShareBy),
        ({"due_on": date(2026, 9, 30)}, DueBeforeCost),
        ({"period": Period(date(2027, 11, 1), date(2028, 1, 1))}, BilledTooFarAhead),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(
    office: SharedOffice, change: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        office.shared.preview(office.request(**change))
    with pytest.raises(refusal):
        office.share(**change)
    assert office.shared.rows() == []


def test_shares_that_changed_since_the_preview_are_refused(office: SharedOffice) -> None:
    shown = office.shared.preview(office.request())
    facts = office.estate.unit_page(office.flats[0]).facts
    office.estate.change_unit(office.boss, office.flats[0], replace(facts, building_area=Decimal(90)))
    with pytest.raises(SharesChanged):
        office.shared.share(office.boss, office.request(), shown)
    assert office.shared.rows() == []


def test_a_cashier_shares_a_cost_but_does_not_take_it_back(office: SharedOffice) -> None:
    page = office.shared.share(office.cashier, office.request())
    with pytest.raises(NotPermitted):
        office.billing.undo(office.cashier, page.row.run_id)
