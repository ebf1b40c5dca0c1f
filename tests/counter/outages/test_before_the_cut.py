"""Before a planned power cut: who owes what, by building, and a block of numbered blanks for somebody by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.core.money import Money, total
from app.core.paper_code import PaperKind, parse_code
from app.counter.books.book_facts import Named
from app.counter.books.kinds import Fate
from app.counter.books.refusals import HolderMissing, NoBlanksAsked
from app.counter.outages.paper_files import EARLIER_FOLDER, PaperFiles
from app.counter.outages.refusals import NobodyOwes, OutageFolderNotWritable
from app.counter.outages.roster_facts import BuildingRoster, Household, RosterLine, in_few_lines
from app.counter.papers.arrears_roster import roster_pages, roster_pdf
from app.counter.papers.blank_receipts import blank_receipts_pdf
from tests.counter.outages.conftest import CutMorning
from tests.office_builder import OfficeBuilder
from tests.paper.judges import PaperOnTable


def test_the_roster_lists_every_household_that_owes_in_building_order(cut: CutMorning) -> None:
    roster = cut.builder.office.power_cuts.prepare(cut.builder.cashier, "李强", 3).roster
    assert [(one.building, [home.unit for home in one.households]) for one in roster.buildings] == [
        ("3栋", ["3-1-301", "3-1-702"]),
        ("10栋", ["10-1-201"]),
    ]
    assert roster.day == date(2026, 11, 20)


def test_the_roster_says_what_the_counter_says_to_the_fen(cut: CutMorning) -> None:
    roster = cut.builder.office.power_cuts.prepare(cut.builder.cashier, "李强", 3).roster
    owed = {home.unit: home.owed for one in roster.buildings for home in one.households}
    assert owed == {room: cut.builder.owes(unit_id) for room, unit_id in cut.units.items()}
    assert roster.owed == total(owed.values())


def test_a_household_is_named_with_the_last_four_digits_only(cut: CutMorning, tmp_path: Path) -> None:
    roster = cut.builder.office.power_cuts.prepare(cut.builder.cashier, "李强", 3).roster
    assert (roster.buildings[0].households[0].payer, roster.buildings[0].households[0].tail) == ("苏晚", "0180")
    assert not PaperOnTable(roster_pdf(roster), tmp_path).says("1380000")


def test_who_has_paid_is_not_on_it(cut: CutMorning) -> None:
    cut.builder.pays(cut.units["3-1-301"])
    roster = cut.builder.office.power_cuts.prepare(cut.builder.cashier, "李强", 3).roster
    assert [home.unit for one in roster.buildings for home in one.households] == ["3-1-702", "10-1-201"]


def test_the_roster_on_paper_says_that_it_is_for_staff_and_as_of_when(cut: CutMorning, tmp_path: Path) -> None:
    roster = cut.builder.office.power_cuts.prepare(cut.builder.cashier, "李强", 3).roster
    paper = PaperOnTable(roster_pdf(roster), tmp_path)
    for said in ("内部使用 不得张贴 用后交回", "算至 2026-11-20", "苏晚 0180", "本页合计", "L-2026-0002"):
        assert paper.says(said)
    assert paper.page_count == 2
    assert paper.says("3栋 第 1 页 共 1 页", 1)
    assert paper.says("10栋 第 1 页 共 1 页", 2)
    assert "No syntax or stream encoding errors" in paper.sound()


def test_every_page_sums_its_own_rows() -> None:
    month = [RosterLine("物业费", date(2026, 1, 1), date(2026, 2, 1), Money(10_000 + at), Money(at)) for at in range(5)]
    roster = BuildingRoster("1栋", tuple(Household(f"1-1-{at}", "苏晚", "", tuple(month)) for at in range(30)))
    pages = roster_pages(roster)
    assert [page.pages for page in pages] == [len(pages)] * len(pages)
    assert total(line.principal + line.late_fee for page in pages for line in page.lines) == roster.owed


def test_many_months_of_one_item_are_one_line_and_lose_no_fen() -> None:
    months = [
        RosterLine("物业费", date(2025, month, 1), date(2025, month + 1, 1), Money(5_000), Money(7))
        for month in range(1, 12)
    ]
    lines = in_few_lines([*months, RosterLine("水费", date(2025, 3, 1), date(2025, 4, 1), Money(900), Money(0))])
    assert [line.words for line in lines] == ["物业费  2025-01 – 2025-11（11 笔）", "水费  2025-03"]
    assert total(line.principal for line in lines) == Money(55_900)


def test_a_block_of_blanks_belongs_to_somebody_and_goes_on_where_the_last_one_ended(cut: CutMorning) -> None:
    more = cut.builder.office.power_cuts.prepare(cut.builder.cashier, " 王敏 ", 3)
    assert [slip.label for slip in more.blanks.slips] == ["H-000007", "H-000008", "H-000009"]
    assert [(book.holder, book.size) for book in cut.builder.office.back_entries.books()] == [("王敏", 3), ("李强", 6)]


def test_the_code_of_a_blank_proves_the_number_only(cut: CutMorning, tmp_path: Path) -> None:
    blanks = cut.builder.office.power_cuts.prepare(cut.builder.cashier, "王敏", 2).blanks
    code = parse_code(blanks.slips[0].code)
    assert (code.kind, code.number) == (PaperKind.BLANK_RECEIPT, 7)
    paper = PaperOnTable(blank_receipts_pdf(blanks), tmp_path)
    assert paper.says("仅作收款凭证，不是税务发票")
    assert paper.text().count("H-000007") == 2
    assert sorted(paper.codes(dpi=300)) == sorted(slip.code for slip in blanks.slips)


def test_blanks_without_a_name_or_too_many_are_refused(cut: CutMorning) -> None:
    with pytest.raises(HolderMissing):
        cut.builder.office.power_cuts.prepare(cut.builder.cashier, "  ", 3)
    with pytest.raises(NoBlanksAsked):
        cut.builder.office.power_cuts.prepare(cut.builder.cashier, "李强", 100_000)
    assert len(cut.builder.office.power_cuts.standing()) == 1


def test_where_nobody_owes_there_is_no_roster_and_no_block(counter: OfficeBuilder) -> None:
    with pytest.raises(NobodyOwes):
        counter.office.power_cuts.prepare(counter.cashier, "李强", 3)
    assert counter.office.back_entries.books() == ()


def test_the_papers_are_kept_as_files_until_all_is_settled(cut: CutMorning, tmp_path: Path) -> None:
    files = PaperFiles(tmp_path / "stick", "L-2026-0001")
    files.keep(b"roster", b"blanks")
    assert files.roster.read_bytes() == b"roster"
    files.remove()
    assert list(files.folder.iterdir()) == []
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder")
    with pytest.raises(OutageFolderNotWritable):
        PaperFiles(in_the_way, "L").keep(b"", b"")


def test_settling_takes_the_files_away(cut: CutMorning) -> None:
    papers = cut.builder.office.power_cuts.prepare(cut.builder.cashier, "王敏", 1)
    files = PaperFiles(papers.folder, papers.label)
    files.keep(roster_pdf(papers.roster), blank_receipts_pdf(papers.blanks))
    named = {7: Named(Fate.UNUSED, "")}
    cut.builder.office.power_cuts.settle(cut.builder.cashier, papers.cut, named)
    assert list(papers.folder.iterdir()) == []


def test_the_folder_has_a_name_in_the_language_of_its_papers(cut: CutMorning) -> None:
    assert cut.builder.office.power_cuts.folder().name == "停电单据"


def test_papers_that_lie_in_a_folder_of_the_earlier_name_are_taken_away_from_there(cut: CutMorning) -> None:
    cuts = cut.builder.office.power_cuts
    papers = cuts.prepare(cut.builder.cashier, "王敏", 1)
    files = PaperFiles(papers.folder.with_name(EARLIER_FOLDER), papers.label)
    files.keep(b"roster", b"blanks")
    assert cuts.folder() == files.folder
    cuts.settle(cut.builder.cashier, papers.cut, {7: Named(Fate.UNUSED, "")})
    assert list(files.folder.iterdir()) == []
    assert cuts.folder().name == "停电单据"
