"""The papers of an outage as the printer gets them: whole, embedded, and with room for the longest of everything."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from app.core.money import MOST, Money
from app.core.paper_code import CodedPaper, PaperKind, issue_code
from app.core.show import show_money
from app.counter.outages.blank_facts import BlankReceipts, BlankSlip
from app.counter.outages.notice_facts import OnlineNotice
from app.counter.outages.roster_facts import BuildingRoster, Household, RosterFacts, RosterLine
from app.counter.outages.settings import ONLINE_DOWN_NOTICE
from app.counter.papers.arrears_roster import missing_glyphs, roster_pages, roster_pdf
from app.counter.papers.blank_receipts import blank_receipts_pdf
from app.counter.papers.online_notice import online_notice_pdf
from tests.paper.judges import PaperOnTable

A_QUARTER = Money(41_625)
LONG_COMPANY = "禾木里物业服务有限公司阳光花园第二分公司管理处"


def roster_of(*households: Household) -> RosterFacts:
    building = BuildingRoster("商业街综合楼", households)
    return RosterFacts(
        "L-2026-0007", date(2026, 11, 23), datetime(2026, 11, 23, 16, 50), "王可", LONG_COMPANY, (building,)
    )


def line(month: int, principal: Money = A_QUARTER, item: str = "物业费") -> RosterLine:
    return RosterLine(item, date(2026, month, 1), date(2026, month + 1, 1), principal, Money(1_020))


def blanks(count: int) -> BlankReceipts:
    def slip(number: int) -> BlankSlip:
        coded = CodedPaper(PaperKind.BLANK_RECEIPT, 2, number, date(2026, 11, 23), "", None)
        return BlankSlip(f"H-{number:06d}", issue_code(coded, b"k" * 32))

    return BlankReceipts(
        LONG_COMPANY, "阳光花园物业服务中心", "欧阳云起", tuple(slip(at) for at in range(301, 301 + count))
    )


def notice() -> OnlineNotice:
    since = datetime(2026, 11, 23, 10, 5)
    return OnlineNotice("阳光花园物业服务中心", "0571-5550100", ONLINE_DOWN_NOTICE.default, ("现金", "转账"), since)


@pytest.mark.parametrize(
    "pdf",
    [
        roster_pdf(roster_of(Household("3-1-301", "苏晚", "1180", (line(10),)))),
        blank_receipts_pdf(blanks(4)),
        online_notice_pdf(notice()),
    ],
)
def test_every_paper_is_sound_and_all_its_faces_are_embedded(pdf: bytes, tmp_path: Path) -> None:
    paper = PaperOnTable(pdf, tmp_path)
    assert "No syntax or stream encoding errors" in paper.sound()
    assert all(font[-5] == "yes" for font in paper.fonts())


def test_the_largest_amount_and_the_longest_name_stand_whole_on_the_roster(tmp_path: Path) -> None:
    name = "阿布都热合曼·买买提明江及其家庭成员"
    facts = roster_of(Household("商业街综合楼-1-1204", name, "9052", (line(10, MOST),)))
    paper = PaperOnTable(roster_pdf(facts), tmp_path)
    for said in (name, show_money(MOST), "商业街综合楼-1-1204", "9052"):
        assert paper.says(said)


def test_a_rare_character_is_boxed_with_its_code_and_told(tmp_path: Path) -> None:
    facts = roster_of(Household("3-1-301", "𠮷田", "1180", (line(10),)))
    assert [glyph.code for glyph in missing_glyphs(facts)] == ["U+20BB7"]
    assert PaperOnTable(roster_pdf(facts), tmp_path).says("U+20BB7")


def test_a_household_with_more_lines_than_a_page_goes_on_and_is_summed_once(tmp_path: Path) -> None:
    many = tuple(line(month, item=f"公共用电{at}") for at in range(4) for month in range(1, 12))
    facts = roster_of(Household("3-1-301", "苏晚", "1180", many))
    pages = roster_pages(facts.buildings[0])
    assert [sum(row.ends for row in page.rows) for page in pages] == [0, 0, 1]
    paper = PaperOnTable(roster_pdf(facts), tmp_path)
    assert paper.page_count == 3
    assert paper.says("3-1-301 续", 2)
    assert paper.text().count(show_money(facts.owed)) == 2


def test_three_blanks_stand_on_a_sheet_and_each_code_reads_back(tmp_path: Path) -> None:
    facts = blanks(4)
    paper = PaperOnTable(blank_receipts_pdf(facts), tmp_path)
    assert paper.page_count == 2
    assert sorted(paper.codes(1, dpi=300)) == [
        slip.code for slip in sorted(facts.slips[:3], key=lambda slip: slip.code)
    ]
    assert paper.codes(2, dpi=300) == [facts.slips[3].code]
    for said in ("存根", "人民币", "第4张共4张", "欧阳云起", "写错不得涂改：两联写“作废”，一起交回。"):
        assert paper.says(said)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert blank_receipts_pdf(blanks(2)) == blank_receipts_pdf(blanks(2))
    assert online_notice_pdf(notice()) == online_notice_pdf(notice())
