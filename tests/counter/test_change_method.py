"""C29: a wrong method is corrected within the shift by a pair of rows, under a supervisor's yes."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from app.access.actor import Approval
from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff, Taken
from app.counter.payments.refusals import MethodStays, NothingToChange, TenderChanged
from app.counter.refusals import NoFenInCash, ReasonMissing, ReceiptVoidedBefore, ReferenceSeenBefore
from app.counter.tables import tender as tender_table
from app.ledger.accounts import money_in
from app.ledger.tables import posting
from tests.counter.paying import pays_with, tender
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    """A home that owes 800.00."""
    home = counter.unit("3-2-501", area="100")
    counter.property_fee(home, price="2.00", rate=None)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return home


def changes(counter: OfficeBuilder, taken: Taken, to: Method, place: int = 0, reference: str = "") -> None:
    shown = counter.office.payments.tenders(taken.receipt_id)[place]
    yes = _yes(counter)
    payments = counter.office.payments
    payments.change_method(counter.cashier, taken.receipt_id, shown.id, to, reference, "wrong key", yes)


def _yes(counter: OfficeBuilder) -> Approval:
    people = counter.office.people
    return people.approve(Permission.CHANGE_METHOD, "沈若兰", SUPERVISOR_PASSWORD, counter.cashier, "wrong key", {})


def lies_in(counter: OfficeBuilder, method: str) -> Money:
    with counter.office.store.reading() as connection:
        sums = select(func.sum(posting.c.amount)).where(posting.c.account == money_in(method))
        return connection.execute(sums).scalar() or NOTHING


def test_c29_cash_that_was_a_card_moves_and_the_tender_stays(counter: OfficeBuilder, home: UnitId) -> None:
    before = lies_in(counter, "cash")
    taken = pays_with(counter, home, [tender(Method.CASH, "900")])
    changes(counter, taken, Method.CARD, reference="8891")
    assert (lies_in(counter, "cash"), lies_in(counter, "card")) == (before, Money(800_00))
    shown = counter.office.payments.tenders(taken.receipt_id)
    assert [(one.method, one.movable) for one in shown if one.movable] == [(Method.CARD, Money(800_00))]
    assert counter.breaches() == []


def test_c29_one_tender_of_a_split_is_changed_and_changed_again(counter: OfficeBuilder, home: UnitId) -> None:
    taken = pays_with(counter, home, [tender(Method.CASH, "300"), tender(Method.WECHAT, "500", "1")])
    changes(counter, taken, Method.ALIPAY, place=1, reference="2")
    changes(counter, taken, Method.CARD, place=1, reference="3")
    assert (lies_in(counter, "wechat"), lies_in(counter, "alipay")) == (NOTHING, NOTHING)
    assert lies_in(counter, "card") == Money(500_00)
    assert counter.breaches() == []


def test_c29_what_was_changed_is_voided_as_it_stands(counter: OfficeBuilder, home: UnitId) -> None:
    taken = pays_with(counter, home, [tender(Method.WECHAT, "800", "1")])
    changes(counter, taken, Method.CASH)
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert counter.owes(home) == Money(800_00)
    assert counter.breaches() == []
    with counter.office.store.reading() as connection:
        assert connection.execute(select(func.sum(tender_table.c.amount))).scalar() == NOTHING
    with pytest.raises(ReceiptVoidedBefore):
        changes(counter, taken, Method.CARD)


def test_c29_only_with_a_supervisor_and_a_reason(counter: OfficeBuilder, home: UnitId) -> None:
    taken = pays_with(counter, home, [tender(Method.CASH, "800")])
    (shown,) = counter.office.payments.tenders(taken.receipt_id)
    asked = (counter.cashier, taken.receipt_id, shown.id, Method.CARD, "")
    with pytest.raises(NotPermitted):
        counter.office.payments.change_method(*asked, "wrong key")
    with pytest.raises(ReasonMissing):
        counter.office.payments.change_method(*asked, " ", _yes(counter))


def test_c29_fen_do_not_become_cash_and_credit_never_becomes_money(counter: OfficeBuilder, home: UnitId) -> None:
    taken = pays_with(counter, home, [tender(Method.WECHAT, "700.05", "1")])
    with pytest.raises(NoFenInCash):
        changes(counter, taken, Method.CASH)
    with pytest.raises(MethodStays):
        changes(counter, taken, Method.WECHAT)
    with pytest.raises(MethodStays):
        changes(counter, taken, Method.CREDIT)


def test_c29_what_moved_before_or_went_back_as_change_moves_no_more(counter: OfficeBuilder, home: UnitId) -> None:
    paid = pays_with(counter, home, [tender(Method.CARD, "800", "1"), tender(Method.CASH, "50")])
    with pytest.raises(NothingToChange):
        changes(counter, paid, Method.WECHAT, place=1)
    first = counter.office.payments.tenders(paid.receipt_id)[0]
    changes(counter, paid, Method.TRANSFER, reference="2")
    with pytest.raises(TenderChanged):
        counter.office.payments.change_method(
            counter.cashier, paid.receipt_id, first.id, Method.ALIPAY, "", "again", _yes(counter)
        )
    assert [one.method for one in counter.office.payments.to_check()] == [Method.TRANSFER]
    assert counter.breaches() == []


def test_c29_of_two_transfers_the_one_that_was_a_card_is_not_ticked_at_the_close(
    counter: OfficeBuilder, home: UnitId
) -> None:
    taken = pays_with(counter, home, [tender(Method.TRANSFER, "300", "A"), tender(Method.TRANSFER, "500", "B")])
    changes(counter, taken, Method.CARD, reference="C")
    shift = counter.office.shifts.current(counter.cashier)
    assert shift is not None
    references = counter.office.shift_counts.to_count(shift.id).references
    assert [(one.reference, one.amount) for one in references] == [("B", Money(500_00))]


def test_c15_a_reference_that_was_corrected_away_is_free_for_the_receipt_it_belongs_to(
    counter: OfficeBuilder, home: UnitId
) -> None:
    wrong = pays_with(counter, home, [tender(Method.WECHAT, "400", "8891")])
    changes(counter, wrong, Method.CASH)
    right = pays_with(counter, home, [tender(Method.WECHAT, "400", "8891")])
    with pytest.raises(ReferenceSeenBefore) as refused:
        counter.pays(home, "10", Method.WECHAT, reference="8891", one_offs=(_card(counter),))
    assert refused.value.receipt == right.label


def test_c29_a_reference_seen_before_is_another_payment_once_a_supervisor_says_so(
    counter: OfficeBuilder, home: UnitId
) -> None:
    first = counter.pays(home, "10", Method.WECHAT, reference="8891", one_offs=(_card(counter),))
    taken = pays_with(counter, home, [tender(Method.CASH, "100")])
    with pytest.raises(ReferenceSeenBefore) as refused:
        changes(counter, taken, Method.WECHAT, reference="8891")
    assert refused.value.receipt == first.label
    assert lies_in(counter, "wechat") == Money(10_00)
    (shown,) = counter.office.payments.tenders(taken.receipt_id)
    people = counter.office.people
    repeated = people.approve(Permission.REPEAT_REFERENCE, "沈若兰", SUPERVISOR_PASSWORD, counter.cashier, "two", {})
    counter.office.payments.change_method(
        counter.cashier, taken.receipt_id, shown.id, Method.WECHAT, "8891", "按错键", _yes(counter), repeated
    )
    assert lies_in(counter, "wechat") == Money(110_00)
    assert counter.breaches() == []


def _card(counter: OfficeBuilder) -> OneOff:
    item = counter.office.fee_items.one_offs()[0]
    return OneOff(item.id, item.name, Money(20_00))
