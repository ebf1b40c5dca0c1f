"""收款收据 on the papers of a fixed size, judged from outside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.core.money import Money, total
from app.core.show import show_money
from app.counter.papers.layouts import SHIPPED
from app.counter.papers.receipt_paper import missing_glyphs, receipt_pdf
from app.counter.papers.receipt_rows import pages
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.paper.profiles import A4, A5_LANDSCAPE, HALF_FORM, PROFILES, THIRD_FORM, PaperProfile
from app.paper.qr import QUIET_MODULES
from app.paper.refusals import TextDoesNotFit
from tests.counter.sample_receipts import (
    ARITHMETIC,
    COPY,
    LARGEST,
    LONGEST,
    four_tenders,
    long_names,
    rare_names,
    with_count,
    with_lines,
)
from tests.counter.test_receipt_facts import DRAWN
from tests.paper.judges import PaperOnTable
from tests.paper.kept_pictures import differs_from_kept

SHEETS = [profile for profile in PROFILES.values() if not profile.roll]
FIXED = [profile for profile in SHEETS if profile is not A4]
every_sheet = pytest.mark.parametrize("profile", SHEETS, ids=lambda profile: profile.name)
fixed_sheets = pytest.mark.parametrize("profile", FIXED, ids=lambda profile: profile.name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:  # not the data folder: papers need no database
    return tmp_path


@every_sheet
def test_every_fact_can_be_read_and_searched(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(DRAWN, profile), folder)
    facts = [
        *("收款收据", DRAWN.company, DRAWN.service_centre, "No. R-000128", "2026-11-23 10:26"),
        *("房号 3-2-501", "交款人 何知远", "建筑面积 89.50 ㎡", "收费项目", "计费期间", "数量", "单价", "金额 (元)"),
        *("合计（大写）", "人民币伍佰陆拾玖元肆角伍分", "¥569.45", "以下空白"),
        *("付款方式 现金 600.00", "实收 ¥600.00", "找零 ¥30.55", "预存余额 ¥0.00"),
        *("收款人 王可", "班次 0231", "交款人签字", "收款单位（盖章）", "校验 1153 1250", "第 1 页 共 1 页"),
        *DRAWN.notes,
        *(text for line in DRAWN.lines for text in (line.item, line.period, line.quantity, line.unit_price)),
        *(show_money(line.amount) for line in DRAWN.lines),
    ]
    assert [fact for fact in facts if not paper.says(fact)] == []
    assert not paper.says("补打")
    assert paper.says(DRAWN.plies) == profile.continuous


@every_sheet
def test_the_file_is_sound_and_carries_its_own_fonts(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(DRAWN, profile, COPY), folder)
    assert "No syntax" in paper.sound()
    assert len(paper.fonts()) == 2
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in paper.fonts())


@every_sheet
def test_the_code_is_read_back_from_the_page(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(DRAWN, profile), folder)
    assert paper.codes(dpi=180) == [DRAWN.code]


@fixed_sheets
@pytest.mark.parametrize("facts", [DRAWN, four_tenders(), with_count(9)], ids=["drawn", "four tenders", "nine lines"])
def test_the_quiet_zone_of_the_code_is_empty(profile: PaperProfile, facts: ReceiptFacts, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(facts, profile, COPY), folder)
    left, top = SHIPPED.sheet(profile).foot.code
    edge, quiet = 21 * profile.module, QUIET_MODULES * profile.module
    zone = (left - quiet, top - quiet, left + edge + quiet, top + edge + quiet)
    symbol = (left - 0.1, top - 0.1, left + edge + 0.1, top + edge + 0.1)
    assert paper.ink(*zone, page=paper.page_count) == paper.ink(*symbol, page=paper.page_count) > 0


@every_sheet
def test_nothing_but_its_label_stands_on_the_stamp_place(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(four_tenders(), profile, COPY), folder)
    foot = SHIPPED.sheet(profile).foot
    width, height = foot.stamp_size
    below_label = (foot.stamp.x, foot.stamp.y + 0.6, foot.stamp.x + width, foot.stamp.y - 4.9 + height)
    assert paper.ink(*below_label) == 0


@fixed_sheets
def test_a_reprint_adds_its_marks_and_changes_nothing_else(profile: PaperProfile, folder: Path) -> None:
    original, copy = (PaperOnTable(receipt_pdf(DRAWN, profile, mark), folder).picture() for mark in (None, COPY))
    foot, head = SHIPPED.sheet(profile).foot, SHIPPED.sheet(profile).head
    changed = np.argwhere(np.array(original) != np.array(copy)) / (200 / 25.4)
    in_frame = changed[:, 0] < head.rule - 0.3
    frame, line = changed[in_frame], changed[~in_frame]
    assert len(frame) > 0 < len(line)
    assert frame[:, 1].min() > head.mark.x - head.mark_size[0] / 2 - 0.5
    assert frame[:, 1].max() < head.mark.x + head.mark_size[0] / 2 + 0.5
    assert line[:, 1].min() > foot.copy.x - 0.2
    assert abs(line[:, 0] - foot.copy.y).max() < 4


@fixed_sheets
def test_the_places_of_the_marks_are_kept_free_on_the_original(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(DRAWN, profile), folder)
    foot, head = SHIPPED.sheet(profile).foot, SHIPPED.sheet(profile).head
    half = head.mark_size[0] / 2 + 0.5
    assert paper.ink(head.mark.x - half, 0, head.mark.x + half, head.rule - 0.5) == 0
    assert paper.ink(foot.copy.x, foot.copy.y - 3.2, foot.copy.x + foot.copy_room, foot.copy.y + 0.6) == 0


@every_sheet
def test_a_reprint_says_which_copy_it_is_when_and_by_whom(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(DRAWN, profile, replace(COPY, copy_no=12)), folder)
    assert paper.says("补打 第 12 次")
    assert paper.says("补打 2026-11-23 16:40 周可 不作第二份凭证")
    assert paper.says("2026-11-23 10:26")
    assert paper.codes() == [DRAWN.code]


@every_sheet
def test_a_voided_receipt_says_so_in_the_frame(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(DRAWN, profile, COPY, voided=True), folder)
    assert paper.says("已作废")
    assert paper.says("补打 第 1 次")
    assert paper.ink(0, 0, profile.width, 5) == 0  # the fold and the unprintable edge stay free


@every_sheet
def test_the_same_facts_give_the_same_bytes(profile: PaperProfile) -> None:
    assert receipt_pdf(DRAWN, profile, COPY) == receipt_pdf(ReceiptFacts.from_facts(DRAWN.to_facts()), profile, COPY)


def test_one_line_leaves_the_rest_of_the_table_marked_blank(folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(with_count(1), THIRD_FORM), folder)
    assert paper.says("以下空白")
    assert paper.ink(18, 43, 223, 52) == 0


@pytest.mark.parametrize(
    ("profile", "full"), [(THIRD_FORM, 4), (HALF_FORM, 12), (A5_LANDSCAPE, 5), (A5_LANDSCAPE, 7), (A4, 5), (A4, 20)]
)
def test_a_full_table_has_no_row_to_call_blank(profile: PaperProfile, full: int, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(with_count(full), profile), folder)
    assert paper.page_count == 1
    assert not paper.says("以下空白")


@pytest.mark.parametrize(
    ("profile", "count", "rows"),
    [
        (THIRD_FORM, 4, [4]),
        (THIRD_FORM, 5, [3, 2]),
        (THIRD_FORM, 8, [4, 4]),
        (THIRD_FORM, 12, [4, 4, 4]),
        (A5_LANDSCAPE, 5, [5]),
        (A5_LANDSCAPE, 7, [7]),
        (A5_LANDSCAPE, 8, [6, 2]),
        (A5_LANDSCAPE, 12, [7, 5]),
        (A5_LANDSCAPE, 15, [7, 6, 2]),
        (HALF_FORM, 12, [12]),
        (HALF_FORM, 13, [11, 2]),
        (HALF_FORM, 30, [12, 12, 6]),
        (A4, 20, [20]),
        (A4, 29, [29]),
        (A4, 30, [28, 2]),
    ],
)
def test_lines_spread_over_pages_and_none_stands_alone(profile: PaperProfile, count: int, rows: list[int]) -> None:
    assert [len(page.rows) for page in pages(with_count(count), SHIPPED.sheet(profile))] == rows


@every_sheet
def test_more_lines_go_on_to_the_next_page_with_subtotals(profile: PaperProfile, folder: Path) -> None:
    facts = with_count(40)
    paper = PaperOnTable(receipt_pdf(facts, profile, COPY), folder)
    spread = pages(facts, SHIPPED.sheet(profile))
    last = len(spread)
    assert total(page.subtotal for page in spread) == facts.total
    for number, page in enumerate(spread, start=1):
        for repeated in (
            "收款收据",
            "R-000128",
            "3-2-501",
            "金额 (元)",
            "补打 第 1 次",
            f"第 {number} 页 共 {last} 页",
        ):
            assert paper.says(repeated, number), repeated
        for line in page.rows:
            assert paper.says(show_money(line.amount), number)
        assert paper.says("续下页", number) == (number < last)
        assert paper.says(f"本页小计续下页{show_money(page.subtotal, sign=True)}", number) == (number < last)
        for once in ("合计", "人民币", "收款单位", "校验", "付款方式"):
            assert paper.says(once, number) == (number == last), once
        assert paper.codes(number) == ([facts.code] if number == last else [])


@every_sheet
@pytest.mark.parametrize(
    ("fen", "words", "figures"),
    [(5, "人民币伍分", "¥0.05"), (LARGEST.fen, "人民币玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分", "¥9,999,999.99")],
)
def test_smallest_and_largest_amount_stand_on_one_line(
    profile: PaperProfile, fen: int, words: str, figures: str, folder: Path
) -> None:
    paper = PaperOnTable(receipt_pdf(with_lines(replace(DRAWN.lines[0], amount=Money(fen))), profile), folder)
    assert paper.says(words)
    assert paper.says(figures)


@every_sheet
def test_without_an_area_its_label_is_gone_too(profile: PaperProfile, folder: Path) -> None:
    assert not PaperOnTable(receipt_pdf(replace(DRAWN, area=""), profile), folder).says("建筑面积")


@every_sheet
def test_received_and_change_stand_only_where_change_was_given(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(with_count(2), profile), folder)
    assert not paper.says("实收")
    assert not paper.says("找零")


@every_sheet
def test_several_tenders_are_listed_in_full(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(four_tenders(), profile), folder)
    paid = "现金 2,500,000.00 + 微信 2,500,000.00 + 支付宝 2,500,000.00 + 预存抵扣 2,500,000.00"
    assert paper.says(paid)
    for fact in ("实收 ¥10,000,000.00", "找零 ¥0.01", "预存余额 ¥9,999,999.99"):
        assert paper.says(fact), fact


@every_sheet
def test_the_longest_names_and_texts_are_never_cut(profile: PaperProfile, folder: Path) -> None:
    facts = long_names()
    paper = PaperOnTable(receipt_pdf(facts, profile, COPY, voided=True), folder)
    for text in (facts.company, facts.unit, facts.cashier, facts.label, "装修押金（可退，凭本收据）", "−0.05"):
        assert all(paper.says(part) for part in text.split()), text
    assert all(character in paper.text() for character in LONGEST + ARITHMETIC.replace(" ", ""))
    assert paper.page_count == 1


@every_sheet
def test_a_text_that_no_row_can_hold_refuses_the_paper(profile: PaperProfile) -> None:
    with pytest.raises(TextDoesNotFit):
        receipt_pdf(with_lines(replace(DRAWN.lines[0], period="因" * 4000)), profile)


@every_sheet
def test_rare_names_print_and_a_missing_character_is_boxed_and_listed(profile: PaperProfile, folder: Path) -> None:
    facts = rare_names()
    paper = PaperOnTable(receipt_pdf(facts, profile), folder)
    assert paper.says("U+20BB7㛃𰻝")
    assert paper.says("欧阳𰻝")
    assert [(missing.character, missing.text) for missing in missing_glyphs(facts)] == [("𠮷", "𠮷㛃𰻝")]
    assert missing_glyphs(DRAWN) == ()


def test_on_a4_few_lines_fill_half_a_page_and_many_all_of_it(folder: Path) -> None:
    few, many = (PaperOnTable(receipt_pdf(with_count(count), A4), folder) for count in (3, 20))
    assert few.ink(0, 148, 210, 280) == 0
    assert many.ink(0, 200, 210, 280) > 0
    assert few.codes() == many.codes() == [DRAWN.code]


@every_sheet
def test_over_a_preprinted_form_only_what_is_filled_in_is_printed(profile: PaperProfile, folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(DRAWN, profile, overlay=True), folder)
    printed = ("R-000128", "2026-11-23 10:26", "3-2-501", "何知远", "89.50 ㎡", "496.73", "以下空白", "¥30.55", "王可")
    preprinted = (
        "收款收据",
        DRAWN.company,
        "房号",
        "合计",
        "实收",
        "找零",
        "收款人",
        "盖章",
        "签字",
        "税务发票",
        "金额",
    )
    assert [text for text in printed if not paper.says(text)] == []
    assert [text for text in preprinted if paper.says(text)] == []
    assert paper.says("人民币伍佰陆拾玖元肆角伍分")
    assert paper.codes(dpi=180) == [DRAWN.code]


@fixed_sheets
def test_what_is_filled_in_stands_over_a_form_just_where_it_stands_without_one(
    profile: PaperProfile, folder: Path
) -> None:
    whole, filled = (
        np.array(PaperOnTable(receipt_pdf(DRAWN, profile, COPY, overlay=overlay), folder).picture()) < 128
        for overlay in (False, True)
    )
    assert filled.any()
    assert not (filled & ~whole).any()


def test_over_a_preprinted_a4_form_the_total_stands_at_its_place_however_few_the_lines(folder: Path) -> None:
    band = SHIPPED.sheet(A4).band
    for count in (1, 20):
        paper = PaperOnTable(receipt_pdf(with_count(count), A4, overlay=True), folder)
        assert paper.ink(150, band.baseline - 6, 192, band.baseline) > 0


def test_the_last_of_several_a4_pages_is_as_short_as_its_lines(folder: Path) -> None:
    paper = PaperOnTable(receipt_pdf(with_count(30), A4), folder)
    assert paper.page_count == 2
    assert paper.ink(0, 170, 210, 280, page=2) == 0


@every_sheet
def test_p1_a_receipt_looks_as_it_did_when_people_last_looked_at_it(profile: PaperProfile, folder: Path) -> None:
    picture = PaperOnTable(receipt_pdf(DRAWN, profile), folder).picture(dpi=150)
    assert differs_from_kept(f"receipt-{profile.name}-drawn", picture) < 0.002
