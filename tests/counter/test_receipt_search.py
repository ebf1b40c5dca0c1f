"""Any receipt is found again: by number, room, payer, amount, method, day, cashier, reference or invoice."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.core.money import Money
from app.counter.methods import Method
from app.counter.receipts.receipt_search import Became, ReceiptQuery
from tests.closing import close_shift
from tests.office_builder import OfficeBuilder

TODAY = date(2026, 11, 20)


@pytest.fixture
def days(counter: OfficeBuilder) -> OfficeBuilder:
    """Yesterday one by WeChat, today one in cash that was voided and one by transfer."""
    homes = [counter.unit("3-2-501"), counter.unit("1-1-102", "王㛃"), counter.unit("2-1-301", "欧阳明")]
    counter.property_fee(*homes)
    counter.billed_through(2026, 11)
    counter.clock.set(datetime(2026, 11, 19, 9))
    counter.open_shift()
    counter.pays(homes[0], "300", Method.WECHAT, reference="4200001234")
    close_shift(counter.office, counter.cashier)
    counter.clock.set(datetime(2026, 11, 20, 9))
    counter.open_shift()
    wrong = counter.pays(homes[1], "120")
    counter.office.receipts.void(counter.cashier, wrong.receipt_id, "wrong room", copies_returned=True)
    right = counter.pays(homes[2], "88.50", Method.TRANSFER, reference="20261120-3")
    counter.office.invoices.record(counter.cashier, right.receipt_id, "12345678", Money(88_50), TODAY)
    for _ in range(2):
        sheet = counter.office.receipts.sheet(counter.cashier, right.receipt_id)
        counter.office.receipts.printed(right.receipt_id, sheet.copy_no)
    return counter


def labels(counter: OfficeBuilder, query: ReceiptQuery) -> list[str]:
    return [row.label for row in counter.office.receipts.search(query).rows]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["R-000003", "R-000002", "R-000001"]),
        ("000002", ["R-000002"]),
        ("1-1-102", ["R-000002"]),
        ("王㛃", ["R-000002"]),
        ("300", ["R-000001"]),
        ("88.5", ["R-000003"]),
        ("1234", ["R-000003", "R-000001"]),
        ("20261120-3", ["R-000003"]),
        ("12345678", ["R-000003"]),
        ("王敏 张建国", ["R-000001"]),
        ("王敏 88.50", ["R-000003"]),
        ("nobody", []),
        ("100%", []),
    ],
)
def test_every_word_fits_some_field(days: OfficeBuilder, words: str, found: list[str]) -> None:
    assert labels(days, ReceiptQuery(words)) == found


def test_days_and_methods_narrow_the_list(days: OfficeBuilder) -> None:
    assert labels(days, ReceiptQuery(first=TODAY)) == ["R-000003", "R-000002"]
    assert labels(days, ReceiptQuery(until=TODAY)) == ["R-000001"]
    assert labels(days, ReceiptQuery(method=Method.TRANSFER)) == ["R-000003"]
    assert labels(days, ReceiptQuery(method=Method.CHEQUE)) == []


@pytest.mark.parametrize(
    ("became", "found"),
    [
        (Became.STANDS, ["R-000003", "R-000001"]),
        (Became.VOIDED, ["R-000002"]),
        (Became.REVERSED, []),
        (Became.REFUNDED, []),
        (Became.COPIED, ["R-000003"]),
        (Became.INVOICED, ["R-000003"]),
        (Became.ENTERED_LATER, []),
    ],
)
def test_what_became_of_a_receipt_narrows_the_list(days: OfficeBuilder, became: Became, found: list[str]) -> None:
    assert labels(days, ReceiptQuery(became=became)) == found


def test_the_sum_leaves_out_what_was_taken_back(days: OfficeBuilder) -> None:
    found = days.office.receipts.search(ReceiptQuery())
    assert (found.count, found.amount) == (3, Money(388_50))


def test_a_row_says_how_it_was_paid_and_what_is_invoiced(days: OfficeBuilder) -> None:
    row = days.office.receipts.search(ReceiptQuery("R-000003")).rows[0]
    assert (row.methods, row.invoiced, row.copies) == ((Method.TRANSFER,), Money(88_50), 1)
