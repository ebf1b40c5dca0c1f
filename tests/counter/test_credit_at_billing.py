"""Credit used by a billing run, where the office wants it so."""

from __future__ import annotations

import pytest

from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine
from app.counter.settings import CREDIT_AT_BILLING
from app.fees.refusals import RunHasPayments
from app.store.settings import write_choice
from tests.counter.paying import pays_with, tender
from tests.office_builder import OfficeBuilder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    """A home of 100.00 ㎡ at 2.00 a month, paid through November 2026, with 300.00 of credit."""
    home = counter.unit("3-2-501", area="100")
    counter.property_fee(home, price="2.00", rate=None)
    counter.billed_through(2026, 11)
    counter.open_shift()
    pays_with(counter, home, [tender(Method.WECHAT, "1100", "1")])
    return home


def credit_is_used(counter: OfficeBuilder) -> None:
    with counter.office.store.transaction() as connection:
        write_choice(connection, CREDIT_AT_BILLING, True, counter.clock.now(), None)


def test_credit_waits_unless_the_office_says_otherwise(counter: OfficeBuilder, home: UnitId) -> None:
    counter.billed_through(2026, 12)
    assert counter.office.bills.open(home).credit == Money(300_00)


def test_a_run_uses_credit_oldest_due_first_and_needs_no_shift(counter: OfficeBuilder, home: UnitId) -> None:
    credit_is_used(counter)
    counter.billed_through(2027, 1)
    bill = counter.office.bills.open(home)
    assert [one.outstanding for one in bill.not_due] == [Money(100_00)]
    assert bill.credit == NOTHING
    assert counter.breaches() == []


def test_undoing_the_run_gives_the_credit_back(counter: OfficeBuilder, home: UnitId) -> None:
    credit_is_used(counter)
    counter.billed_through(2027, 1)
    counter.office.billing.undo(counter.supervisor, counter.office.billing.runs()[0].id)
    bill = counter.office.bills.open(home)
    assert (bill.not_due, bill.credit) == ((), Money(300_00))
    counter.billed_through(2027, 1)
    assert counter.office.bills.open(home).credit == NOTHING
    assert counter.breaches() == []


def test_a_run_that_somebody_paid_besides_stays_with_its_credit_used(counter: OfficeBuilder, home: UnitId) -> None:
    credit_is_used(counter)
    counter.billed_through(2027, 1)
    (january,) = counter.office.bills.open(home).not_due
    chosen = {"lines": (ChosenLine(january.id, january.version),), "shown_due": january.outstanding}
    pays_with(counter, home, [tender(Method.WECHAT, "100", "2")], **chosen)
    with pytest.raises(RunHasPayments):
        counter.office.billing.undo(counter.supervisor, counter.office.billing.runs()[0].id)
    assert counter.office.bills.open(home).credit == NOTHING
    assert counter.breaches() == []
