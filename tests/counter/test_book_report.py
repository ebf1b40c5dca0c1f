"""The report of a receipt book on paper: counts that sum up, voids and lost numbers by name."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from app.core.ids import BookId
from app.core.money import Money
from app.core.periods import Period
from app.counter.books.book_facts import Named, NewBook
from app.counter.books.kinds import BookKind, Fate
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.counter.papers.book_report_paper import book_report_pdf, missing_glyphs
from tests.office_builder import OfficeBuilder
from tests.paper.judges import PaperOnTable


@pytest.fixture
def returned(counter: OfficeBuilder) -> BookId:
    """A pad of sixty numbers that came back with a rare name on it."""
    books, by = counter.office.books, counter.supervisor
    book_id = books.register(by, NewBook(BookKind.HANDWRITTEN, "S-", 1, 60, 2))
    books.hand_out(by, book_id, "单㛃", date(2026, 11, 2))
    named = {number: Named(Fate.UNUSED, "") for number in range(41, 61)}
    named |= {number: Named(Fate.SPOILED, f"第 {number} 张写错") for number in range(1, 41)}
    books.take_back(by, book_id, named | {7: Named(Fate.MISSING, "撕下未交回")})
    return book_id


def judged(counter: OfficeBuilder, book_id: BookId, tmp_path: Path) -> PaperOnTable:
    paper = PaperOnTable(book_report_pdf(counter.office.books.report(counter.cashier, book_id)), tmp_path)
    assert "No syntax or stream encoding errors" in paper.sound()
    assert all(font[-5] == "yes" for font in paper.fonts())  # embedded
    return paper


def test_every_count_and_every_number_stands_on_the_paper(
    counter: OfficeBuilder, returned: BookId, tmp_path: Path
) -> None:
    paper = judged(counter, returned, tmp_path)
    assert paper.page_count == 2
    for words in ("票据段核销表", "单㛃", "S-000007", "撕下未交回", "第 40 张写错", "第 2 页 共 2 页"):
        assert paper.says(words), words
    assert paper.says("S-000041 – 000060 20 未用交回")
    assert paper.says("总份数 60 已开票 0 写坏 39 遗失 1 未用交回 20 结存 0") or paper.says("60 0 39 1 20 0")


def test_a_void_stands_with_its_reason(counter: OfficeBuilder, tmp_path: Path) -> None:
    home = counter.unit("3-2-501")
    counter.property_fee(home)
    counter.billed_through(2026, 11)
    counter.open_shift()
    wrong = counter.pays(home, "400")
    counter.office.receipts.void(counter.cashier, wrong.receipt_id, "房号选错", copies_returned=True)
    own = counter.office.books.all()[-1].id
    paper = judged(counter, own, tmp_path)
    assert paper.says("R-000001 3-2-501 400.00 房号选错")
    assert paper.says("R-000002 – 99999999")


def test_the_same_facts_give_the_same_paper(counter: OfficeBuilder, returned: BookId) -> None:
    report = counter.office.books.report(counter.cashier, returned)
    assert book_report_pdf(report) == book_report_pdf(report)
    assert missing_glyphs(report) == ()


def test_a_report_of_some_days_lists_what_was_written_on_them(counter: OfficeBuilder, tmp_path: Path) -> None:
    home = counter.unit("3-2-501")
    counter.property_fee(home)
    counter.billed_through(2026, 11)
    counter.open_shift()
    pad = counter.office.books.register(counter.supervisor, NewBook(BookKind.HANDWRITTEN, "S-", 1, 60, 2))
    counter.office.books.hand_out(counter.supervisor, pad, "李强", date(2026, 11, 2))
    for number, day in ((1, 17), (2, 18), (3, 19)):
        moment = datetime(2026, 11, day, 16)
        paper = Written(f"row {number}", pad, number, home, Money.yuan(100), Method.CASH, "", moment, "李强")
        counter.office.back_entries.enter(counter.cashier, paper)
    days = Period(date(2026, 11, 18), date(2026, 11, 20))
    report = counter.office.books.report(counter.cashier, pad, days)
    assert [(one.label, one.day.day, one.amount) for one in report.issued] == [
        ("S-000002", 18, Money.yuan(100)),
        ("S-000003", 19, Money.yuan(100)),
    ]
    paper_drawn = PaperOnTable(book_report_pdf(report), tmp_path)
    assert paper_drawn.says("2026-11-18 – 2026-11-19 开出 2 份 ¥200.00（含已作废）")
    assert paper_drawn.says("S-000002 3-2-501 2026-11-18 李强 100.00")
    assert not paper_drawn.says("S-000001 3-2-501")
    assert counter.office.books.report(counter.cashier, pad).issued == ()
