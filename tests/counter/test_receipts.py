"""Papers after the payment: an original is printed once, copies say so, all of them the same facts."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.ids import ReceiptId
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_search import ReceiptQuery
from tests.office_builder import OfficeBuilder


@pytest.fixture
def receipt_id(counter: OfficeBuilder) -> ReceiptId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return counter.pays(unit_id).receipt_id


def test_a_saved_receipt_waits_for_its_first_print(counter: OfficeBuilder, receipt_id: ReceiptId) -> None:
    assert [row.id for row in counter.office.receipts.waiting()] == [receipt_id]
    sheet = counter.office.receipts.sheet(counter.cashier, receipt_id)
    assert (sheet.copy_no, sheet.mark) == (0, None)
    counter.office.receipts.printed(receipt_id, sheet.copy_no)
    assert counter.office.receipts.waiting() == ()


def test_a_jam_leaves_the_original_an_original(counter: OfficeBuilder, receipt_id: ReceiptId) -> None:
    counter.office.receipts.sheet(counter.cashier, receipt_id)
    assert counter.office.receipts.sheet(counter.cashier, receipt_id).copy_no == 0


def test_each_reprint_is_marked_with_its_number_time_and_person(counter: OfficeBuilder, receipt_id: ReceiptId) -> None:
    counter.office.receipts.printed(receipt_id, 0)
    counter.clock.set(datetime(2026, 11, 20, 16, 40))
    for number in (1, 2):
        sheet = counter.office.receipts.sheet(counter.supervisor, receipt_id)
        assert sheet.mark is not None
        assert (sheet.mark.copy_no, sheet.mark.at, sheet.mark.by) == (number, datetime(2026, 11, 20, 16, 40), "沈若兰")
        counter.office.receipts.printed(receipt_id, number)
    row = counter.office.receipts.get(receipt_id)
    assert (row.original, row.copies) == (PrintState.PRINTED, 2)
    assert counter.breaches() == []


def test_a_reprint_carries_the_same_facts_to_the_letter(counter: OfficeBuilder, receipt_id: ReceiptId) -> None:
    original = counter.office.receipts.sheet(counter.cashier, receipt_id).facts
    counter.office.receipts.printed(receipt_id, 0)
    counter.clock.set(datetime(2026, 12, 24, 9))
    assert counter.office.receipts.sheet(counter.cashier, receipt_id).facts == original


@pytest.mark.parametrize("typed", ["R-000001", "r-000001", "000001", "R000001", "r1"])
def test_a_receipt_is_found_by_its_number(counter: OfficeBuilder, receipt_id: ReceiptId, typed: str) -> None:
    assert [row.id for row in counter.office.receipts.find(typed)] == [receipt_id]


def test_a_receipt_is_found_by_the_code_on_its_paper(counter: OfficeBuilder, receipt_id: ReceiptId) -> None:
    code = counter.office.receipts.facts(receipt_id).code
    assert [row.id for row in counter.office.receipts.find(code)] == [receipt_id]
    (hit,) = counter.office.finder.find(code)
    assert (hit.receipt_id, hit.code) == (receipt_id, "3-2-501")


@pytest.mark.parametrize("shape", ["{}{}", "{} {}", " {}　{}"])
def test_a_receipt_is_found_by_its_check_value_alone(counter: OfficeBuilder, receipt_id: ReceiptId, shape: str) -> None:
    code = counter.office.receipts.facts(receipt_id).code
    typed = shape.format(code[11:15], code[15:19])
    assert [row.id for row in counter.office.receipts.find(typed)] == [receipt_id]
    assert [row.id for row in counter.office.receipts.search(ReceiptQuery(typed)).rows] == [receipt_id]


def test_seven_digits_of_a_check_value_or_a_wrong_one_find_nothing(
    counter: OfficeBuilder, receipt_id: ReceiptId
) -> None:
    check = counter.office.receipts.facts(receipt_id).code[11:19]
    wrong = f"{(int(check) + 1) % 10**8:08d}"
    assert counter.office.receipts.find(check[1:]) == counter.office.receipts.find(wrong) == ()


def test_a_unit_is_found_with_what_it_owes(counter: OfficeBuilder, receipt_id: ReceiptId) -> None:
    counter.billed_through(2026, 12)
    counter.clock.set(datetime(2026, 12, 10, 9))
    (hit,) = counter.office.finder.find("zjg")
    assert (hit.code, hit.arrears.charges, hit.arrears.amount.fen) == ("3-2-501", 1, 16558 + 41)
