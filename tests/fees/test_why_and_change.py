"""Why there is no bill, and how a bill compares with the one before."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import insert

from app.core.money import Money
from app.estate.kinds import UnitState
from app.fees.billing import RunRequest
from app.fees.billing_preview import more_than_half_off
from app.fees.skip_reason import SkipReason
from app.fees.tables import vacancy
from app.fees.terms import Formula
from app.fees.why import WhyNoBill
from tests.fees.conftest import FeesOffice

OCTOBER, NOVEMBER, DECEMBER = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _in_november(office: FeesOffice) -> None:
    office.clock.set(datetime(2026, 11, 20, 9))


def test_every_unit_and_item_has_an_answer(office: FeesOffice) -> None:
    item = office.item("property").id
    homes = office.tariff("住宅物业费", "1.85")
    bare, ready, later = office.unit("1-1-101"), office.unit("1-1-102"), office.unit("1-1-103")
    unsold = office.unit("1-1-104", state=UnitState.UNSOLD)
    no_area = office.unit("1-1-105", None)
    office.lay(homes, ready, unsold, no_area)
    office.lay(homes, later, first="2027-03-01")
    said = {unit: office.billing.why(unit, item) for unit in (bare, ready, later, unsold, no_area)}
    name = "住宅物业费"
    assert said == {
        bare: [WhyNoBill(SkipReason.NO_TARIFF)],
        ready: [WhyNoBill(None, name, OCTOBER)],
        later: [WhyNoBill(SkipReason.NOT_BEGUN, name, date(2027, 3, 1))],
        unsold: [WhyNoBill(SkipReason.UNSOLD, name)],
        no_area: [WhyNoBill(SkipReason.NO_AREA, name)],
    }
    office.bill("2026-11")
    assert office.billing.why(ready, item) == [WhyNoBill(SkipReason.BILLED_ALREADY, name, DECEMBER)]


def test_a_closed_tariff_and_an_ended_assignment_say_since_when(office: FeesOffice) -> None:
    item = office.item("property").id
    homes = office.tariff("住宅物业费", "1.85")
    unit = office.unit("1-1-101")
    office.lay(homes, unit, until="2026-11-01")
    office.bill("2026-10")
    assert office.billing.why(unit, item) == [WhyNoBill(SkipReason.ENDED, "住宅物业费", NOVEMBER)]
    shops = office.tariff("商铺物业费", "3")
    office.lay(shops, unit, first="2026-11-01")
    office.tariffs.close(office.boss, shops, date(2026, 11, 1))
    answers = office.billing.why(unit, item)
    assert [(one.tariff, one.reason, one.day) for one in answers] == [
        ("住宅物业费", SkipReason.ENDED, NOVEMBER),
        ("商铺物业费", SkipReason.NO_PRICE, NOVEMBER),
    ]


def test_a_formula_that_fails_says_on_what(office: FeesOffice) -> None:
    fits, lacks = office.unit("1-1-101"), office.unit("1-1-102", None)
    tariff = office.tariff("电梯费", "1", formula=Formula.EXPRESSION, expression="area * price")
    office.lay(tariff, fits, lacks)
    (why,) = office.billing.why(lacks, office.item("property").id)
    assert (why.reason, why.about) == (SkipReason.FORMULA_FAILED, "area")


def test_a_preview_shows_what_was_billed_last(office: FeesOffice) -> None:
    home = office.unit("1-1-101", "100")
    homes = office.tariff("住宅物业费", "1.00")
    office.lay(homes, home, first="2026-09-16")
    first, second = office.billing.preview(RunRequest.through(2026, 10)).rows
    assert (first.last_amount, first.more_than_half_off) == (None, False)
    assert (second.last_amount, second.more_than_half_off) == (Money(5000), False)
    office.bill("2026-10")
    dearer = office.tariffs.get(homes).versions[-1].terms
    office.tariffs.new_version(office.boss, homes, DECEMBER, type(dearer)(Formula.AREA, Decimal("1.52")))
    november, december = office.billing.preview(RunRequest.through(2026, 12)).rows
    assert (november.last_amount, november.more_than_half_off) == (Money(10000), False)
    assert (december.last_amount, december.charge.amount) == (Money(10000), Money(15200))
    assert december.more_than_half_off


@pytest.mark.parametrize(
    ("amount", "days", "last", "last_days", "off"),
    [
        (150, 30, 100, 30, False),
        (151, 30, 100, 30, True),
        (50, 30, 100, 30, False),
        (49, 30, 100, 30, True),
        (1200, 360, 100, 30, False),
        (152, 31, 100, 30, True),
        (140, 28, 100, 31, False),
        (46, 14, 100, 31, False),
        (100, 10, 100, 30, True),
        (0, 30, 0, 30, False),
        (1, 30, 0, 30, True),
    ],
)
def test_more_than_half_off_is_day_for_day(amount: int, days: int, last: int, last_days: int, off: bool) -> None:
    assert more_than_half_off(Money(amount), days, Money(last), last_days) is off


def test_a_vacancy_that_was_granted_is_billed_and_one_withdrawn_is_not(office: FeesOffice) -> None:
    home = office.unit("1-1-101", "100")
    office.lay(office.tariff("住宅物业费", "1.00"), home)
    (row,) = office.assignments.of_unit(home)
    granted = {
        "assignment_id": row.id,
        "first": OCTOBER,
        "until": NOVEMBER,
        "reason": "空置",
        "at": office.clock.now(),
        "by": 1,
    }
    with office.store.transaction() as connection:
        connection.execute(insert(vacancy), [granted | {"factor": Decimal("0.7"), "withdrawn_at": None}])
        connection.execute(insert(vacancy), [granted | {"factor": Decimal("0.1"), "withdrawn_at": office.clock.now()}])
    office.bill("2026-11")
    assert [amount for _, _, amount in office.owes(home)] == [Money(7000), Money(10000)]
    assert office.broken_truths() == []
