"""Whether a paper is ours: by its code, or by the number and the check value that are printed beside it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access.permissions import Permission
from app.core.ids import UnitId
from app.core.money import Money
from app.core.paper_code import luhn_digit
from app.counter.books.book_facts import Named, NewBook
from app.counter.books.kinds import BookKind, Fate
from app.counter.methods import Method
from app.counter.payments.asked import Taken
from app.counter.receipts.receipt_check import Checked, Verdict
from app.counter.refunds.asked import AskedRefund, RefundKind, ReturnLine
from app.counter.shifts.z_reports import read_z
from tests.closing import close_shift
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


@pytest.fixture
def taken(counter: OfficeBuilder, home: UnitId) -> Taken:
    return counter.pays(home, "400")


def code_of(counter: OfficeBuilder, taken: Taken) -> str:
    return counter.office.receipts.facts(taken.receipt_id).code


def check(counter: OfficeBuilder, text: str) -> Checked:
    found = counter.office.receipt_check.check(text)
    assert found is not None
    return found


def with_luhn(body: str) -> str:
    return body + luhn_digit(body)


def test_a_scanned_receipt_is_genuine_and_says_its_amount(counter: OfficeBuilder, taken: Taken) -> None:
    found = check(counter, code_of(counter, taken))
    assert (found.verdict, found.label, found.amount) == (Verdict.GENUINE, "R-000001", Money(400_00))
    assert found.receipt is not None
    assert found.receipt.id == taken.receipt_id


def test_typing_number_and_check_value_does_the_same_as_scanning(counter: OfficeBuilder, taken: Taken) -> None:
    code = code_of(counter, taken)
    for typed in (f"R-000001 {code[11:19]}", f"r-000001 {code[11:15]} {code[15:19]}", f"R-1 {code[11:19]}"):
        assert check(counter, typed).verdict is Verdict.GENUINE
    assert check(counter, f"{code[:3]} {code[3:11]} {code[11:]}").verdict is Verdict.GENUINE


@given(value=st.integers(0, 10**8 - 1))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_other_check_value_is_false(counter: OfficeBuilder, taken: Taken, value: int) -> None:
    code = code_of(counter, taken)
    if f"{value:08d}" == code[11:19]:
        return
    assert check(counter, with_luhn(f"{code[:11]}{value:08d}")).verdict is Verdict.FALSE
    found = check(counter, f"R-000001 {value:08d}")
    assert (found.verdict, found.verdict.is_ours, found.amount) == (Verdict.FALSE, False, Money(400_00))


def test_a_number_that_was_never_given_is_unknown(counter: OfficeBuilder, taken: Taken) -> None:
    code = code_of(counter, taken)
    assert check(counter, with_luhn(f"101{99:08d}{code[11:19]}")).verdict is Verdict.UNKNOWN
    assert check(counter, "R-000099 1153 1250").verdict is Verdict.UNKNOWN
    assert check(counter, with_luhn(f"177{1:08d}{code[11:19]}")).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("place", range(20))
def test_one_digit_misread_is_a_broken_scan_not_a_false_paper(counter: OfficeBuilder, taken: Taken, place: int) -> None:
    code = code_of(counter, taken)
    misread = code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
    assert check(counter, misread).verdict is Verdict.BROKEN


def test_a_lost_digit_is_a_broken_scan(counter: OfficeBuilder, taken: Taken) -> None:
    assert check(counter, code_of(counter, taken)[:-1]).verdict is Verdict.BROKEN


@pytest.mark.parametrize("typed", ["", "zjg", "R-000001", "3-2-501", "13800005678", "R-000001 115"])
def test_what_is_no_check_is_left_to_the_search(counter: OfficeBuilder, typed: str) -> None:
    assert counter.office.receipt_check.check(typed) is None


def test_c27_a_voided_receipt_is_genuine_and_says_that_it_was_voided(counter: OfficeBuilder, taken: Taken) -> None:
    counter.office.receipts.void(counter.cashier, taken.receipt_id, "wrong room", copies_returned=False)
    found = check(counter, code_of(counter, taken))
    assert (found.verdict, found.verdict.is_ours) == (Verdict.VOIDED, True)


def test_c26_a_copy_carries_the_code_of_its_original(counter: OfficeBuilder, taken: Taken) -> None:
    for _ in range(2):
        sheet = counter.office.receipts.sheet(counter.cashier, taken.receipt_id)
        counter.office.receipts.printed(taken.receipt_id, sheet.copy_no)
    found = check(counter, code_of(counter, taken))
    assert found.verdict is Verdict.GENUINE
    assert found.receipt is not None
    assert found.receipt.copies == 1


def test_a_blank_proves_its_number_alone(counter: OfficeBuilder) -> None:
    books, today = counter.office.books, date(2026, 11, 20)
    block = books.issue_blanks(counter.supervisor, "刘洋", 3, today)
    blank = books.blanks(block)[1]
    found = check(counter, blank.code)
    assert (found.verdict, found.label, found.reason) == (Verdict.BLANK_UNUSED, "H-000002", "刘洋")
    assert check(counter, f"H-000002 {blank.code[11:19]}").verdict is Verdict.BLANK_UNUSED
    assert check(counter, "H-000002 00000000").verdict is Verdict.FALSE
    named = {number: Named(Fate.UNUSED, "") for number in (1, 3)}
    books.take_back(counter.supervisor, block, named | {2: Named(Fate.MISSING, "撕下未交回")})
    found = check(counter, blank.code)
    assert (found.verdict, found.fate, found.reason) == (Verdict.BLANK_LOST, Fate.MISSING, "撕下未交回")


def test_a_z_report_is_told_from_a_receipt(counter: OfficeBuilder, taken: Taken) -> None:
    assert taken.label
    close_shift(counter.office, counter.cashier)
    with counter.office.store.reading() as connection:
        code = read_z(connection, 1).facts.code
    assert check(counter, code).verdict is Verdict.Z_REPORT
    assert check(counter, with_luhn(f"{code[:11]}{(int(code[11:19]) + 1) % 10**8:08d}")).verdict is Verdict.FALSE


def test_other_papers_of_ours_are_no_receipts(counter: OfficeBuilder) -> None:
    assert check(counter, with_luhn(f"301{1:08d}{5:08d}")).verdict is Verdict.OTHER_PAPER


def test_a_number_of_a_book_that_nobody_took_is_unknown(counter: OfficeBuilder) -> None:
    counter.office.books.register(counter.supervisor, NewBook(BookKind.BLANK, "H", 1, 9))
    assert check(counter, "H-000001 00000000").verdict is Verdict.UNKNOWN


def test_c28_a_refund_slip_is_genuine_and_its_receipt_says_what_was_paid_back(
    counter: OfficeBuilder, taken: Taken
) -> None:
    original = counter.office.refunds.original(taken.receipt_id)
    line = ReturnLine(original.lines[0].charge_id, Money(50_00))
    asked = AskedRefund(
        client_id="slip-1",
        receipt_id=taken.receipt_id,
        kind=RefundKind.OWED_AGAIN,
        lines=(line,),
        method=Method.CASH,
        reason="多收",
        taker="张建国",
        shown=Money(50_00),
    )
    approval = counter.office.people.approve(
        Permission.REFUND, "沈若兰", SUPERVISOR_PASSWORD, counter.cashier, "多收", {}
    )
    slip = counter.office.refunds.refund(counter.cashier, asked, approval)
    assert slip.label == "T-000001"
    found = check(counter, counter.office.refunds.facts(slip.receipt_id).code)
    assert (found.verdict, found.label, found.amount) == (Verdict.GENUINE, "T-000001", Money(50_00))
    found = check(counter, code_of(counter, taken))
    assert (found.verdict, found.refunded) == (Verdict.REFUNDED, Money(50_00))
    assert counter.breaches() == []
