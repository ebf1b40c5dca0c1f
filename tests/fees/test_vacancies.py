"""A home that stands empty pays a part: later charges have the factor inside, earlier ones are adjusted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.refusals import NotPermitted
from app.core.ids import AssignmentId, UnitId
from app.core.money import NOTHING, Money
from app.core.periods import CALENDAR, Convention, MonthGrid, Period
from app.fees.adjustments.refusals import (
    AdjustmentNeedsReason,
    FactorOutOfRange,
    VacancyOverlaps,
    VacancyWithdrawnBefore,
)
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.adjustments.vacant_lines import explained_with
from app.fees.assigned import Assigned, BillableUnit, Vacancy, ValidTerms
from app.fees.explanation import recompute
from app.fees.formulas import Areas
from app.fees.planned_charge import charge_by_months
from app.fees.terms import Formula, TariffTerms
from tests.office_builder import OfficeBuilder

EMPTY = Decimal("0.7")


class EmptyHome:
    """A home of 100.00 ㎡ at 2.00, billed from August to November 2026."""

    def __init__(self, builder: OfficeBuilder) -> None:
        self.builder, self.office = builder, builder.office
        self.home: UnitId = builder.unit("1-1-101", area="100")
        builder.property_fee(self.home, price="2.00", rate=None)
        builder.billed_through(2026, 11)
        (row,) = self.office.assignments.of_unit(self.home)
        self.assignment: AssignmentId = row.id

    def grants(self, first: str, until: str | None = None, factor: Decimal = EMPTY) -> object:
        end = None if until is None else date.fromisoformat(until)
        return self.office.vacancies.grant(
            self.builder.supervisor, self.assignment, date.fromisoformat(first), end, factor, "nobody lives there"
        )

    def owed(self) -> list[Money]:
        bill = self.office.bills.open(self.home)
        return [one.outstanding for one in (*bill.due, *bill.not_due)]


@pytest.fixture
def empty(builder: OfficeBuilder) -> EmptyHome:
    return EmptyHome(builder)


def test_what_is_billed_already_is_adjusted_to_the_day_and_later_charges_have_the_factor_inside(
    empty: EmptyHome,
) -> None:
    empty.grants("2026-09-16")
    assert empty.owed() == [Money(20000), Money(17000), Money(14000), Money(14000)]
    rows = empty.office.adjustments.of_unit(empty.home)
    assert [(row.kind, row.amount) for row in rows][::-1] == [
        (AdjustmentKind.VACANT, Money(-3000)),  # 15 of 30 days
        (AdjustmentKind.VACANT, Money(-6000)),
        (AdjustmentKind.VACANT, Money(-6000)),
    ]
    empty.builder.billed_through(2026, 12)
    assert empty.owed()[-1] == Money(14000)
    assert empty.builder.breaches() == []


def test_withdrawn_everything_is_owed_as_before(empty: EmptyHome) -> None:
    granted = empty.grants("2026-10-01", "2026-12-01")
    changed = empty.office.vacancies.withdraw(empty.builder.supervisor, granted, "somebody lives there")  # type: ignore[arg-type]
    assert changed == Money(12000)
    assert empty.owed() == [Money(20000)] * 4
    with pytest.raises(VacancyWithdrawnBefore):
        empty.office.vacancies.withdraw(empty.builder.supervisor, granted, "again")  # type: ignore[arg-type]
    assert empty.builder.breaches() == []


def test_ended_the_days_before_keep_it(empty: EmptyHome) -> None:
    granted = empty.grants("2026-10-01")
    changed = empty.office.vacancies.end(empty.builder.supervisor, granted, date(2026, 11, 16))  # type: ignore[arg-type]
    assert changed == Money(3000)
    assert empty.owed() == [Money(20000), Money(20000), Money(14000), Money(17000)]
    assert empty.builder.breaches() == []


def test_what_was_paid_too_much_is_credit_and_comes_back_from_there(empty: EmptyHome) -> None:
    empty.builder.open_shift()
    empty.builder.pays(empty.home)
    granted = empty.grants("2026-11-01")
    bill = empty.office.bills.open(empty.home)
    assert (bill.due, bill.credit) == ((), Money(6000))
    assert empty.builder.breaches() == []
    empty.office.vacancies.withdraw(empty.builder.supervisor, granted, "moved in")  # type: ignore[arg-type]
    bill = empty.office.bills.open(empty.home)
    assert (bill.due, bill.credit) == ((), NOTHING)
    assert empty.builder.breaches() == []


def test_two_grants_on_one_day_are_refused_and_so_are_odd_ones(empty: EmptyHome) -> None:
    empty.grants("2026-10-01", "2026-11-01")
    with pytest.raises(VacancyOverlaps):
        empty.grants("2026-10-31")
    empty.grants("2026-11-01")
    for factor in ("1", "-0.1", "0.12345"):
        with pytest.raises(FactorOutOfRange):
            empty.grants("2026-01-01", "2026-02-01", Decimal(factor))
    with pytest.raises(AdjustmentNeedsReason):
        empty.office.vacancies.grant(empty.builder.supervisor, empty.assignment, date(2026, 1, 1), None, EMPTY, " ")
    with pytest.raises(NotPermitted):
        empty.office.vacancies.grant(empty.builder.cashier, empty.assignment, date(2026, 1, 1), None, EMPTY, "x")
    assert empty.builder.breaches() == []


DAYS = st.dates(date(2025, 11, 1), date(2026, 6, 30))
GRANTS = st.lists(st.tuples(DAYS, st.integers(1, 120), st.sampled_from(("0", "0.5", "0.7"))), max_size=3)


@given(DAYS, st.integers(1, 200), GRANTS, st.sampled_from(Convention), st.booleans())
def test_adjusted_afterwards_or_billed_with_it_the_amount_is_the_same(
    first: date, days: int, granted: list[tuple[date, int, str]], convention: Convention, own: bool
) -> None:
    vacancies = tuple(
        Vacancy(day, date.fromordinal(day.toordinal() + length), Decimal(factor)) for day, length, factor in granted
    )
    grid = MonthGrid(first) if own else CALENDAR
    period = Period(first, date.fromordinal(first.toordinal() + days))
    old = TariffTerms(Formula.AREA, Decimal("1.85"), convention=convention, surcharge=Decimal(3), minimum=Decimal(90))
    new = TariffTerms(Formula.AREA, Decimal("2.15"), convention=convention)
    versions = (ValidTerms(date(2020, 1, 1), date(2026, 3, 1), old), ValidTerms(date(2026, 3, 1), None, new))
    home = BillableUnit(Areas(Decimal("89.35")))
    plain = charge_by_months(Assigned(home, versions, date(2020, 1, 1)), period, old, grid)
    wanted = charge_by_months(Assigned(home, versions, date(2020, 1, 1), vacancies=vacancies), period, old, grid)
    assert recompute(explained_with(plain.explain, vacancies)) == wanted.amount
    assert recompute(explained_with(wanted.explain, ())) == plain.amount
