"""A tariff that ends inside what was charged: day-exact, by lines of their own, and the next one begins the day after."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from app.access.refusals import NotPermitted
from app.core.ids import AssignmentId, TariffId, UnitId
from app.core.money import Money, total
from app.core.periods import Convention
from app.core.rounding import exact_yuan, round_to_fen
from app.fees.adjustments.list import adjustments_of_unit
from app.fees.adjustments.vacancies import Vacancies
from app.fees.refusals import AssignmentEnded, DatesReversed, RunHasPayments
from app.fees.tables import adjustment, charge
from app.fees.unserved import unserved_share
from app.ledger.accounts import IN_ADVANCE
from app.ledger.tables import posting
from tests.fees.charging import by_area, charge_of, laid
from tests.fees.conftest import FeesOffice

MARCH_17 = date(2026, 3, 17)


@pytest.fixture
def quarter(office: FeesOffice) -> tuple[TariffId, UnitId]:
    """100 ㎡ at 2.00, the first quarter of 2026 billed on 5 January: 600.00."""
    office.clock.set(datetime(2026, 1, 5, 9))
    tariff = office.tariff("住宅物业费", "2.00", cycle_months=3)
    unit = office.unit("3-2-501", "100")
    office.lay(tariff, unit, first="2026-01-01")
    office.bill("2026-01")
    office.clock.set(datetime(2026, 3, 20, 9))
    return tariff, unit


def lying(office: FeesOffice, unit: UnitId) -> AssignmentId:
    return office.assignments.of_unit(unit)[-1].id


def test_who_moves_out_on_the_17th_owes_nothing_for_the_days_after(
    office: FeesOffice, quarter: tuple[TariffId, UnitId]
) -> None:
    _, unit = quarter
    looked = office.assignments.look_at_end(lying(office, unit), MARCH_17)
    assert (looked.let_go, looked.paid) == (Money(9677), Money(0))  # 15/31 of a month: 200.00 × 15/31
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(60000))]
    assert office.assignments.end(office.boss, lying(office, unit), MARCH_17) == looked
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(50323))]
    assert office.broken_truths() == []


def test_the_charge_itself_stays_as_it_was_written_and_the_line_says_why(
    office: FeesOffice, quarter: tuple[TariffId, UnitId]
) -> None:
    _, unit = quarter
    office.assignments.end(office.boss, lying(office, unit), MARCH_17)
    with office.store.reading() as connection:
        (written,) = connection.execute(select(charge.c.amount, charge.c.until)).all()
        (line,) = adjustments_of_unit(connection, unit)
    assert tuple(written) == (Money(60000), date(2026, 4, 1))
    assert (line.amount, line.ended, line.day) == (Money(-9677), MARCH_17, date(2026, 3, 20))


def test_the_next_one_begins_on_that_day_and_is_charged_exactly_the_rest(
    office: FeesOffice, quarter: tuple[TariffId, UnitId]
) -> None:
    tariff, unit = quarter
    office.assignments.end(office.boss, lying(office, unit), MARCH_17)
    (proposed,) = office.assignments.preview(tariff, [unit], date(2026, 4, 1), follows=True)
    assert proposed.first == MARCH_17
    assert (proposed.overlap, proposed.following.gap, proposed.following.doubled) == (None, None, None)
    office.lay(tariff, unit, first="2026-03-17")
    office.bill("2026-03")
    assert office.owes(unit) == [
        ("物业费", "2026-01-01", Money(50323)),
        ("物业费", "2026-03-17", Money(9677)),
    ]
    assert office.broken_truths() == []


def test_what_was_charged_ahead_is_let_go_too_and_never_earned(
    office: FeesOffice, quarter: tuple[TariffId, UnitId]
) -> None:
    _, unit = quarter
    office.bill("2026-04")
    inside = office.assignments.end(office.boss, lying(office, unit), MARCH_17)
    assert [one.let_go for one in inside.charges] == [Money(9677), Money(60000)]
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(50323))]
    office.clock.set(datetime(2026, 4, 6, 9))
    other = office.unit("3-2-502", "100")
    office.lay(quarter[0], other, first="2026-04-01")
    office.bill("2026-04")  # a run of April earns nothing that was let go
    assert balance(office, IN_ADVANCE) == Money(0)
    assert office.broken_truths() == []


def balance(office: FeesOffice, account: str) -> Money:
    with office.store.reading() as connection:
        return total(connection.execute(select(posting.c.amount).where(posting.c.account == account)).scalars())


def test_more_let_go_than_the_days_after_is_found(office: FeesOffice, quarter: tuple[TariffId, UnitId]) -> None:
    _, unit = quarter
    office.assignments.end(office.boss, lying(office, unit), MARCH_17)
    assert office.broken_truths() == []
    with office.store.transaction() as connection:
        facts = connection.execute(select(adjustment.c.facts)).scalar_one()
        connection.execute(update(adjustment).values(facts=facts | {"ended": "2026-03-20"}))
    assert any("what an end lets go" in broken for broken in office.broken_truths())


def test_an_earlier_end_lets_go_the_days_between(office: FeesOffice, quarter: tuple[TariffId, UnitId]) -> None:
    _, unit = quarter
    office.assignments.end(office.boss, lying(office, unit), MARCH_17)
    inside = office.assignments.end(office.boss, lying(office, unit), date(2026, 3, 1))
    assert inside.let_go == Money(20000 - 9677)
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(40000))]
    with pytest.raises(AssignmentEnded):
        office.assignments.end(office.boss, lying(office, unit), date(2026, 3, 1))


def test_its_own_first_day_lets_go_everything(office: FeesOffice, quarter: tuple[TariffId, UnitId]) -> None:
    tariff, unit = quarter
    office.assignments.end(office.boss, lying(office, unit), date(2026, 1, 1))
    assert office.owes(unit) == []
    office.lay(tariff, unit, first="2026-01-01")
    office.bill("2026-01")
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(60000))]
    assert office.broken_truths() == []


def test_it_is_refused_to_who_may_not_and_before_the_first_day(
    office: FeesOffice, quarter: tuple[TariffId, UnitId]
) -> None:
    _, unit = quarter
    with pytest.raises(NotPermitted):
        office.assignments.end(office.cashier, lying(office, unit), MARCH_17)
    with pytest.raises(DatesReversed):
        office.assignments.look_at_end(lying(office, unit), date(2025, 12, 31))
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(60000))]


def test_a_run_that_an_end_relies_upon_is_not_undone(office: FeesOffice, quarter: tuple[TariffId, UnitId]) -> None:
    _, unit = quarter
    office.assignments.end(office.boss, lying(office, unit), MARCH_17)
    (run,) = office.billing.runs()
    with pytest.raises(RunHasPayments):
        office.billing.undo(office.boss, run.id)


def hundredths(count: int) -> str:
    return f"{count // 100}.{count % 100:02}"


@given(
    days=st.integers(1, 364),
    convention=st.sampled_from(list(Convention)),
    cycle=st.sampled_from([1, 3, 6, 12]),
    price=st.integers(1, 999),
    area=st.integers(100, 30000),
    surcharge=st.sampled_from(["0", "5"]),
)
def test_old_charge_less_what_is_let_go_and_the_new_charge_make_the_whole(
    days: int, convention: Convention, cycle: int, price: int, area: int, surcharge: str
) -> None:
    terms = by_area(hundredths(price), convention=convention, cycle_months=cycle, surcharge=surcharge)
    whole = charge_of(laid(terms, "2028-01-01", area=hundredths(area)))
    cut = date.fromordinal(whole.period.first.toordinal() + 1 + days % (whole.period.days - 1))
    share = unserved_share(whole.explain, whole.period, cut)
    off = round_to_fen(exact_yuan(whole.amount) * share)
    new = charge_of(laid(terms, cut.isoformat(), area=hundredths(area)))
    assert (new.period.first, new.period.until) == (cut, whole.period.until)  # no gap, no overlap
    assert Fraction(0) <= share <= 1
    assert abs((whole.amount - off + new.amount - whole.amount).fen) <= 1


def test_a_vacant_discount_after_the_end_counts_only_days_that_were_served(
    office: FeesOffice, quarter: tuple[TariffId, UnitId]
) -> None:
    """200.00 a month, ended on the 17th: two months and 16/31 of one, that part at seven tenths."""
    _, unit = quarter
    office.assignments.end(office.boss, lying(office, unit), MARCH_17)
    vacancies = Vacancies(office.store, office.clock)
    granted = vacancies.grant(office.boss, lying(office, unit), date(2026, 3, 1), None, Decimal("0.7"), "装修空置")
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(47226))]
    assert office.broken_truths() == []
    vacancies.withdraw(office.boss, granted, "没有空置")
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(50323))]
    assert office.broken_truths() == []


def test_a_vacant_discount_that_is_withdrawn_after_the_end_comes_back_for_served_days_only(
    office: FeesOffice, quarter: tuple[TariffId, UnitId]
) -> None:
    _, unit = quarter
    vacancies = Vacancies(office.store, office.clock)
    granted = vacancies.grant(office.boss, lying(office, unit), date(2026, 3, 1), None, Decimal("0.7"), "装修空置")
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(54000))]
    office.assignments.end(office.boss, lying(office, unit), MARCH_17)
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(47226))]
    vacancies.withdraw(office.boss, granted, "没有空置")
    assert office.owes(unit) == [("物业费", "2026-01-01", Money(50323))]
    assert office.broken_truths() == []
