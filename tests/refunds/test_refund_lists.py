"""Refund slips among the papers of the counter: in the lists, drawn and printed as what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from app.access.permissions import Permission
from app.core.ids import UnitId
from app.core.money import Money, total
from app.core.paper_code import PaperKind, parse_code
from app.core.show import show_money
from app.counter.methods import Method
from app.counter.papers.receipt_paper import receipt_pdf
from app.counter.papers.refund_paper import missing_in_refund, refund_pdf
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_facts import REVERSED
from app.paper.profiles import A5_LANDSCAPE
from tests.refunds.refund_office import RefundOffice


@pytest.fixture
def home(counter: RefundOffice) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


def words_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf))


def test_the_slip_says_every_fact(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, method=Method.WECHAT, reference="1")
    done = counter.refunds(counter.whole(taken.receipt_id, Method.TRANSFER))
    facts = counter.office.refunds.facts(done.receipt_id)
    said = words_of(refund_pdf(facts))
    wanted = ["退 款 单".replace(" ", ""), "T-000001", "3-2-501", "张建国", "转入账户尾号 1234", "原收据 R-000001"]
    wanted += ["退回后重新计为应收", "收错房间", "人民币陆佰捌拾贰元伍角贰分", "¥682.52", "王敏", "沈若兰", facts.check]
    wanted += [
        "本人已收到上列退款，金额无误。",
        "已开发票的，请先办理发票冲红。",
        "领款人签字",
        "单位（盖章）",
        "第 2 页 共 2 页",
    ]
    squeezed = said.replace(" ", "").replace("\r\n", "")
    assert [words for words in wanted if words.replace(" ", "") not in squeezed] == []
    assert missing_in_refund(facts) == ()
    assert parse_code(facts.code).kind is PaperKind.REFUND


def test_a_reprint_is_the_same_slip_with_its_mark(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    done = counter.refunds(counter.whole(taken.receipt_id))
    first = counter.office.refunds.sheet(counter.cashier, done.receipt_id)
    assert (first.copy_no, first.mark) == (0, None)
    counter.office.refunds.printed(done.receipt_id, 0)
    copy = counter.office.refunds.sheet(counter.cashier, done.receipt_id)
    assert (copy.copy_no, copy.facts) == (1, first.facts)
    assert refund_pdf(first.facts) == refund_pdf(copy.facts)
    assert "补打第1次" in words_of(refund_pdf(copy.facts, copy.mark)).replace(" ", "")
    assert counter.breaches() == []


def test_a_slip_waits_for_the_printer_apart_from_receipts(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home)
    counter.office.receipts.printed(taken.receipt_id, 0)
    done = counter.refunds(counter.whole(taken.receipt_id))
    assert counter.office.receipts.waiting() == ()
    assert [row.label for row in counter.office.refunds.waiting()] == [done.label]
    counter.office.refunds.printed(done.receipt_id, 0)
    assert counter.office.refunds.newest()[0].printed is PrintState.PRINTED


def test_the_paper_of_a_reversed_payment_says_so(counter: RefundOffice, home: UnitId) -> None:
    taken = counter.pays(home, method=Method.CHEQUE, reference="30871")
    lent = counter.approval(Permission.REVERSE_PAYMENT)
    counter.office.reversals.reverse(counter.cashier, taken.receipt_id, "支票退票", approval=lent)
    sheet = counter.office.receipts.sheet(counter.cashier, taken.receipt_id)
    assert sheet.voided == REVERSED
    said = words_of(receipt_pdf(sheet.facts, A5_LANDSCAPE, sheet.mark, voided=sheet.voided))
    assert "已冲正" in said
    assert "已作废" not in said


def test_a_refund_of_many_lines_goes_on_to_the_next_page(counter: RefundOffice) -> None:
    home = counter.unit("1-1-101")
    counter.property_fee(home)
    counter.billed_through(2026, 11)
    counter.open_shift()
    done = counter.refunds(counter.whole(counter.pays(home).receipt_id))
    facts = counter.office.refunds.facts(done.receipt_id)
    aside = tuple(replace(line, back=False) for line in facts.lines) * 12
    long = replace(facts, lines=(*aside, *facts.lines))
    said = words_of(refund_pdf(long))
    assert "续下页" in said
    assert f"共 {len(PdfDocument(refund_pdf(long)))} 页" in said


def test_each_page_that_goes_on_closes_with_what_goes_back_on_it(counter: RefundOffice) -> None:
    home = counter.unit("1-1-101")
    counter.property_fee(home)
    counter.billed_through(2026, 11)
    counter.open_shift()
    facts = counter.office.refunds.facts(counter.refunds(counter.whole(counter.pays(home).receipt_id)).receipt_id)
    lines = [line for line in facts.lines if line.back][:1] * 30
    long = replace(facts, lines=(*facts.lines[:1], *lines), total=total(line.amount for line in lines))
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(refund_pdf(long))]
    per_page = [page.count("退回后重新计为应收") for page in pages]
    subtotals = [
        next((line.split("续下页")[1] for line in page.replace(" ", "").splitlines() if "续下页" in line), "")
        for page in pages
    ]
    assert sum(per_page) == len(lines)
    assert subtotals == [show_money(Money(lines[0].amount.fen * count), sign=True) for count in per_page[:-1]] + [""]
