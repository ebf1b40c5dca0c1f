"""Invoices beside receipts: no amount twice, and a wrong one is reversed, never changed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import ReceiptId
from app.core.money import NOTHING, Money
from app.counter.receipts.invoice_refusals import (
    InvoiceBeforeReceipt,
    InvoicedTooMuch,
    InvoiceNumberUnreadable,
    InvoiceOfNothing,
    InvoiceReasonMissing,
    InvoiceReversed,
    InvoiceSeenBefore,
    ReceiptTakenBack,
)
from tests.office_builder import OfficeBuilder

TODAY = date(2026, 11, 20)
NUMBER = "25332000000012345678"


@pytest.fixture
def receipt(counter: OfficeBuilder) -> ReceiptId:
    """¥400 of room 3-2-501."""
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return counter.pays(unit_id, "400").receipt_id


def test_x07_an_invoice_is_recorded_against_its_receipt(counter: OfficeBuilder, receipt: ReceiptId) -> None:
    invoices = counter.office.invoices
    invoices.record(counter.cashier, receipt, "2533 2000 0000 1234 5678", Money(300_00), TODAY)
    known = invoices.of(receipt)
    assert (known.invoiced, known.rest, known.rows[0].number) == (Money(300_00), Money(100_00), NUMBER)
    assert invoices.invoiced(receipt) == Money(300_00)
    assert [row.label for row in counter.office.receipts.find(NUMBER)] == ["R-000001"]
    assert counter.breaches() == []


def test_x07_no_amount_is_invoiced_twice(counter: OfficeBuilder, receipt: ReceiptId) -> None:
    invoices = counter.office.invoices
    invoices.record(counter.cashier, receipt, NUMBER, Money(300_00), TODAY)
    with pytest.raises(InvoicedTooMuch) as refused:
        invoices.record(counter.cashier, receipt, "12345678", Money(100_01), TODAY)
    assert (refused.value.rest, refused.value.asked) == (Money(100_00), Money(100_01))
    invoices.record(counter.cashier, receipt, "12345678", Money(100_00), TODAY)
    assert invoices.of(receipt).rest == NOTHING


def test_a_number_stands_once_unless_one_invoice_covers_several_receipts(
    counter: OfficeBuilder, receipt: ReceiptId
) -> None:
    invoices = counter.office.invoices
    other = counter.pays(counter.office.estate.unit_named("3-2-501"), "50").receipt_id
    invoices.record(counter.cashier, receipt, NUMBER, Money(300_00), TODAY)
    with pytest.raises(InvoiceSeenBefore) as refused:
        invoices.record(counter.cashier, other, NUMBER, Money(50_00), TODAY)
    assert refused.value.label == "R-000001"
    invoices.record(counter.cashier, other, NUMBER, Money(50_00), TODAY, together=True)
    with pytest.raises(InvoiceSeenBefore):
        invoices.record(counter.cashier, other, NUMBER, Money(1), TODAY, together=True)


@pytest.mark.parametrize("typed", ["", "1234567", "123456789012345678901", "12345678a", "—"])
def test_what_is_no_invoice_number_is_refused(counter: OfficeBuilder, receipt: ReceiptId, typed: str) -> None:
    with pytest.raises(InvoiceNumberUnreadable):
        counter.office.invoices.record(counter.cashier, receipt, typed, Money(1_00), TODAY)


def test_an_invoice_has_an_amount_and_is_not_older_than_its_receipt(counter: OfficeBuilder, receipt: ReceiptId) -> None:
    invoices = counter.office.invoices
    with pytest.raises(InvoiceOfNothing):
        invoices.record(counter.cashier, receipt, NUMBER, NOTHING, TODAY)
    with pytest.raises(InvoiceBeforeReceipt):
        invoices.record(counter.cashier, receipt, NUMBER, Money(1_00), date(2026, 11, 19))


def test_a_wrong_invoice_is_reversed_by_a_row_of_its_own(counter: OfficeBuilder, receipt: ReceiptId) -> None:
    invoices = counter.office.invoices
    wrong = invoices.record(counter.cashier, receipt, NUMBER, Money(400_00), TODAY)
    with pytest.raises(InvoiceReasonMissing):
        invoices.reverse(counter.cashier, wrong, " ", TODAY)
    invoices.reverse(counter.cashier, wrong, "抬头写错", TODAY, "25332000000099999999")
    with pytest.raises(InvoiceReversed):
        invoices.reverse(counter.cashier, wrong, "抬头写错", TODAY)
    known = invoices.of(receipt)
    assert [(row.amount, row.stands, row.reason) for row in known.rows] == [
        (Money(400_00), False, ""),
        (Money(-400_00), False, "抬头写错"),
    ]
    invoices.record(counter.cashier, receipt, NUMBER, Money(400_00), TODAY)
    assert invoices.of(receipt).rest == NOTHING
    assert counter.breaches() == []


def test_a_voided_receipt_is_not_invoiced_and_tells_what_has_to_be_reversed(
    counter: OfficeBuilder, receipt: ReceiptId
) -> None:
    invoices = counter.office.invoices
    invoices.record(counter.cashier, receipt, NUMBER, Money(120_00), TODAY)
    counter.office.receipts.void(counter.cashier, receipt, "wrong room", copies_returned=True)
    assert invoices.of(receipt).too_much == Money(120_00)
    with pytest.raises(ReceiptTakenBack):
        invoices.record(counter.cashier, receipt, "12345678", Money(1_00), TODAY)
    assert counter.breaches() == []


STEPS = st.lists(st.tuples(st.booleans(), st.integers(1, 500_00)), max_size=8)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_recorded_and_reversed_never_exceeds_the_receipt(
    counter: OfficeBuilder, receipt: ReceiptId, steps: list[tuple[bool, int]]
) -> None:
    invoices = counter.office.invoices
    for is_reversal, fen in steps:
        standing = [row for row in invoices.of(receipt).rows if row.stands]
        if is_reversal and standing:
            invoices.reverse(counter.cashier, standing[fen % len(standing)].id, "冲红", TODAY)
            continue
        number = f"{len(invoices.of(receipt).rows):08d}"
        try:
            invoices.record(counter.cashier, receipt, number, Money(fen), TODAY)
        except InvoicedTooMuch:
            assert Money(fen) > invoices.of(receipt).rest
    known = invoices.of(receipt)
    assert known.invoiced + known.rest == Money(400_00)
    assert known.invoiced >= NOTHING
    assert counter.breaches() == []
