"""The papers of a shift: every fact of the report stands on its page, a copy differs by its marks alone."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import pypdfium2
import pytest

from app.core.money import Money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.methods import Method
from app.counter.paper_copies import Paper
from app.counter.papers.shift_paper import missing_on_shift_paper, shift_pdf
from app.counter.papers.shift_slips import cash_slip_pdf, hand_over_pdf, missing_on_cash_slip
from app.counter.receipts.receipt_facts import CopyMark
from app.counter.shifts.shift_facts import ShiftFacts
from app.estate.settings import COMPANY
from tests.closing import close_shift
from tests.office_builder import OfficeBuilder


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.fixture
def facts(counter: OfficeBuilder) -> ShiftFacts:
    home, other = counter.unit("3-2-501"), counter.unit("3-2-502", "李梅")
    counter.property_fee(home, other)
    counter.billed_through(2026, 11)
    counter.open_shift()
    counter.pays(home, "700")
    counter.pays(other, method=Method.WECHAT, reference="8891")
    return close_shift(counter.office, counter.cashier, off={Method.CASH: -Money(10)}).facts


def test_s11_a_z_report_says_number_methods_items_difference_and_totals(facts: ShiftFacts) -> None:
    said = words_of(shift_pdf(facts))
    for words in ("Z-000001", "交班日报", "王敏", "微信", "682.52", "违约金", "抹零", "R-000001 – R-000002", "共 2 张"):
        assert words in said
    for words in (
        "现金短款 0.10，原因：找零尾差",
        "¥1,182.40",
        "¥1,365.02",
        "未重点",
        "第 1 页 共 1 页",
        "交班人",
        "接班人",
    ):
        assert words in said
    assert f"校验 {facts.code[11:15]} {facts.code[15:19]}" in said
    assert missing_on_shift_paper(facts) == ()


def test_s11_a_copy_of_a_report_carries_its_marks_and_all_else_is_the_same(facts: ShiftFacts) -> None:
    original = words_of(shift_pdf(facts))
    copy = words_of(shift_pdf(facts, CopyMark(1, datetime(2026, 11, 21, 9), "周可")))
    assert "补打 第 1 次" in copy
    assert "补打 2026-11-21 09:00 周可 不作第二份凭证" in copy
    assert "补打 第" not in original
    assert shift_pdf(facts) == shift_pdf(ShiftFacts.from_facts(facts.to_facts()))


def test_s3_an_x_report_says_that_it_has_no_number(counter: OfficeBuilder) -> None:
    counter.open_shift()
    shift = counter.office.shifts.current(counter.cashier)
    assert shift is not None
    reports = counter.office.shift_reports
    assert "不编号" in words_of(shift_pdf(reports.x_report(counter.supervisor, shift.id)))
    hidden = words_of(shift_pdf(reports.x_report(counter.cashier, shift.id)))
    assert "清点后显示" in hidden
    assert "500.00" not in hidden


def test_s13_the_hand_over_slip_has_two_signatures(facts: ShiftFacts) -> None:
    said = words_of(hand_over_pdf(facts))
    for words in ("现金交接单", "¥682.40", "人民币陆佰捌拾贰元肆角整", "留下班备用金 500.00", "交款人", "接收人"):
        assert words in said


def test_c30_the_slips_name_reason_person_and_amount(counter: OfficeBuilder) -> None:
    counter.open_shift()
    petty = MoveCash(CashReason.PETTY, Money(35_00), "何静", "买打印纸")
    slip = counter.office.cash_box.move(counter.cashier, petty)
    said = words_of(cash_slip_pdf(slip))
    for words in ("现金支出单", "零星采购：买打印纸", "何静", "¥35.00", "人民币叁拾伍元整"):
        assert words in said
    bank = counter.office.cash_box.move(counter.cashier, MoveCash(CashReason.TO_BANK, Money(200_00), "王敏"))
    said = words_of(cash_slip_pdf(bank))
    assert "现金缴款单" in said
    assert "100 元 ×" in said
    assert missing_on_cash_slip(bank) == ()


def test_s11_a_copy_of_a_report_names_the_company_of_its_day(counter: OfficeBuilder) -> None:
    counter.open_shift()
    written = close_shift(counter.office, counter.cashier).facts
    reports = counter.office.shift_reports
    for paper in (Paper.Z_REPORT, Paper.HAND_OVER):
        reports.printed(reports.sheet(counter.cashier, written.no, paper))
    counter.office.settings.change(counter.supervisor, {COMPANY: "新名物业服务有限公司"})
    for paper in (Paper.Z_REPORT, Paper.HAND_OVER):
        copy = reports.sheet(counter.supervisor, written.no, paper)
        assert (copy.copy_no, copy.facts) == (1, written)
    assert written.company != "新名物业服务有限公司"
