"""Several units of one payer on one receipt: each line, posting and allocation belongs to its own unit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app.core.ids import UnitId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, OneOff, Taken
from app.counter.refusals import TakenMeanwhile
from app.ledger.accounts import receivable
from app.ledger.tables import posting
from tests.counter.paying import LATER, pays_with, tender
from tests.office_builder import OfficeBuilder


@pytest.fixture
def homes(counter: OfficeBuilder) -> tuple[UnitId, UnitId]:
    """Two homes of one owner, 100 and 50 ㎡ at 2.00, four months owed."""
    homes = counter.unit("3-2-501", area="100"), counter.unit("3-2-502", area="50")
    counter.property_fee(*homes, price="2.00", rate=None)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return homes


def pays_both(counter: OfficeBuilder, homes: tuple[UnitId, UnitId], yuan: str, **more: object) -> Taken:
    due = [one for home in homes for one in counter.office.bills.open(home).due]
    lines = tuple(ChosenLine(one.id, one.version) for one in due)
    owed = total(one.outstanding for one in due)
    both = {"lines": lines, "units": homes[1:], "shown_due": owed} | more
    return pays_with(counter, homes[0], [tender(Method.WECHAT, yuan, "1")], **both)


def test_one_receipt_names_the_unit_of_every_line_that_is_not_its_own(
    counter: OfficeBuilder, homes: tuple[UnitId, UnitId]
) -> None:
    taken = pays_both(counter, homes, "1200")
    facts = counter.office.receipts.facts(taken.receipt_id)
    assert {line.item for line in facts.lines} == {"物业费", "3-2-502 物业费"}
    assert [counter.owes(home) for home in homes] == [NOTHING, NOTHING]
    assert [[row.label for row in counter.office.bills.open(home).past] for home in homes] == [[taken.label]] * 2
    with counter.office.store.reading() as connection:
        sums = select(posting.c.unit_id, func.sum(posting.c.amount)).where(posting.c.account == receivable("property"))
        assert all(not row[1] for row in connection.execute(sums.group_by(posting.c.unit_id)))
    assert counter.breaches() == []


def test_what_is_paid_in_excess_is_credit_of_the_receipts_own_unit(
    counter: OfficeBuilder, homes: tuple[UnitId, UnitId]
) -> None:
    pays_both(counter, homes, "1300")
    assert [counter.office.bills.open(home).credit for home in homes] == [Money(100_00), NOTHING]
    card = counter.office.fee_items.one_offs()[0]
    bought = (OneOff(card.id, card.name, Money(120_00), homes[1]),)
    asked = {**LATER, "units": homes[1:], "one_offs": bought, "shown_due": Money(120_00)}
    pays_with(counter, homes[0], [tender(Method.CREDIT, "100"), tender(Method.CASH, "20")], **asked)
    assert counter.office.bills.open(homes[0]).credit == NOTHING
    assert counter.breaches() == []


def test_a_void_owes_everything_again_in_both(counter: OfficeBuilder, homes: tuple[UnitId, UnitId]) -> None:
    taken = pays_both(counter, homes, "700")
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=True)
    assert [counter.owes(home) for home in homes] == [Money(800_00), Money(400_00)]
    assert counter.breaches() == []


def test_a_line_of_a_unit_that_was_not_named_is_not_paid(counter: OfficeBuilder, homes: tuple[UnitId, UnitId]) -> None:
    with pytest.raises(TakenMeanwhile):
        pays_both(counter, homes, "1200", units=())


def test_months_ahead_of_both_are_paid_at_once(counter: OfficeBuilder, homes: tuple[UnitId, UnitId]) -> None:
    pays_both(counter, homes, "1200")
    asked = {**LATER, "units": homes[1:], "ahead_by_amount": True}
    taken = pays_with(counter, homes[0], [tender(Method.CASH, "600")], **asked)
    facts = counter.office.receipts.facts(taken.receipt_id)
    assert [(line.item, line.amount) for line in facts.lines] == [
        ("物业费", Money(400_00)),
        ("3-2-502 物业费", Money(200_00)),
    ]
    counter.office.receipts.void(counter.cashier, replace(taken).receipt_id, "wrong room", copies_returned=True)
    assert counter.breaches() == []
