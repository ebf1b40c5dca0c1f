"""派工单: every fact stands on it, it is read back, and nothing runs into another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.tickets.papers.work_order_facts import WorkOrderFacts
from app.tickets.papers.work_order_paper import missing_on_work_order, two_on_a_sheet_pdf, work_order_pdf
from app.tickets.papers.work_order_text import LARGE, MOST_LARGE, MOST_SMALL, SMALL, problem_text
from tests.paper.judges import PaperOnTable
from tests.tickets.papers.sample_orders import CODE, COPY, ENDLESS, FULL, LONG, NOTHING_KNOWN, PLAIN

OnTable = Callable[[bytes], PaperOnTable]
SAMPLES = {"plain": PLAIN, "full": FULL, "long": LONG, "endless": ENDLESS, "nothing known": NOTHING_KNOWN}
_A5 = (148 * 72 / 25.4, 210 * 72 / 25.4)


def test_t18_every_fact_stands_on_the_order(on_table: OnTable) -> None:
    paper = on_table(work_order_pdf(PLAIN))
    for words in (
        *("派工单", "居家报修", "261123-004", "5-1-1202", "约定上门", "11-23 14:00", "林一苇", "138 0000 5678"),
        *(PLAIN.problem, PLAIN.hint, "受理", "11-23 09:12 电话", "首次联系时限", "11-23 09:42 已联系"),
        *("完成时限", "11-24 18:00", "派给", "工程部 钱树", "现场情况与处理", "材料 / 人工", "保修内免费"),
        *("到前台付款，凭收据", "已修好", "不满意", "业主签字", "维修签字", "请勿向维修人员交现金。"),
        *("0571-5550100", f"校验 {CODE[11:15]} {CODE[15:19]}", "第 1 页 共 1 页"),
    ):
        assert paper.says(words), words
    assert paper.size == pytest.approx(_A5, abs=0.5)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_code_is_read_back_and_the_file_is_sound(name: str, on_table: OnTable) -> None:
    paper = on_table(work_order_pdf(SAMPLES[name], COPY))
    assert paper.codes() == [CODE]
    assert "No syntax or stream encoding errors" in paper.sound()
    assert all(font[-5] == "yes" for font in paper.fonts())


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_printed_beyond_what_a_printer_reaches(name: str, on_table: OnTable) -> None:
    paper = on_table(work_order_pdf(SAMPLES[name], COPY))
    for page in range(1, paper.page_count + 1):
        assert paper.ink(0, 0, 148, 5, page) == 0
        assert paper.ink(0, 205.6, 148, 210, page) == 0
        assert paper.ink(0, 0, 13.4, 210, page) == 0
        assert paper.ink(134.8, 0, 148, 210, page) == 0


@pytest.mark.parametrize("name", SAMPLES)
def test_the_lines_for_the_dates_stand_clear_of_the_foot(name: str, on_table: OnTable) -> None:
    paper = on_table(work_order_pdf(SAMPLES[name]))
    assert paper.ink(14, 196.3, 134, 197.0) == 0
    assert paper.ink(121, 13, 134, 27.8) > 0
    assert paper.ink(114.9, 11, 117.4, 30) == 0  # the quiet edge of the code


def test_up_to_five_lines_are_large_then_small_and_then_on_a_further_sheet() -> None:
    large, small, more = (problem_text("水管坏了。" * count, 120) for count in (24, 36, 90))
    assert (large.style, small.style, more.style) == (LARGE, SMALL, SMALL)
    assert len(large.lines) <= MOST_LARGE
    assert len(small.lines) <= MOST_SMALL
    assert (large.rest, small.rest) == ("", "")
    assert "".join(more.lines[:-1]) + more.rest == "水管坏了。" * 90


def test_the_first_sentence_is_bold_and_an_endless_one_is_not() -> None:
    assert problem_text("柜底已湿。下午在家。", 120).bold == 5
    assert problem_text("水管", 120).bold == 2
    assert problem_text("水" * 100, 120).bold == 0


def test_a_long_text_a_long_hint_and_many_lines_go_to_further_sheets(on_table: OnTable) -> None:
    paper = on_table(work_order_pdf(LONG))
    assert paper.page_count == 3
    assert paper.says("已登记 6 项，见第 2 页", 1)
    assert paper.says("（续下页）", 1)
    assert not paper.says("十二号钩", 1)
    assert paper.text(2).count("角阀") == 6
    for page in (2, 3):
        assert paper.says("派工单 续页", page)
        assert paper.says(f"第 {page} 页 共 3 页", page)
    assert paper.says("最后一句话在这里。")
    assert paper.text().count("水管井钥匙在前台十二号钩。") == 20


def test_twenty_thousand_signs_are_all_printed(on_table: OnTable) -> None:
    paper = on_table(work_order_pdf(ENDLESS))
    assert paper.text().count("水") == 19_999 + 1  # and one in the hint
    assert paper.says("地点见下", 1)
    assert paper.text().count("地") >= 200


def test_three_booked_lines_leave_one_to_the_pen(on_table: OnTable) -> None:
    paper = on_table(work_order_pdf(FULL))
    for words in ("角阀", "2 个", "35.00", "70.00", "保修免费", "1.5 小时", "90.00"):
        assert paper.says(words), words
    assert paper.page_count == 1


def test_a_copy_differs_by_its_marks_alone(on_table: OnTable) -> None:
    original, copy = work_order_pdf(PLAIN), work_order_pdf(PLAIN, COPY)
    assert work_order_pdf(WorkOrderFacts.from_facts(PLAIN.to_facts())) == original
    first = on_table(original).picture()
    paper = on_table(copy)
    assert paper.says("补打 第 1 次")
    assert paper.says("补打 2026-11-23 16:40 周可 不作第二份凭证")
    second = paper.picture()
    per_mm = 200 / 25.4
    kept = tuple(round(edge * per_mm) for edge in (0, 19, 148, 201.4))
    assert first.crop(kept).tobytes() == second.crop(kept).tobytes()  # type: ignore[arg-type]


def test_two_orders_stand_on_one_sheet_of_a4(on_table: OnTable) -> None:
    other = replace(PLAIN, number="261123-005")
    paper = on_table(two_on_a_sheet_pdf([(PLAIN, None), (other, COPY), (LONG, None)]))
    assert paper.size == pytest.approx((297 * 72 / 25.4, 210 * 72 / 25.4), abs=0.5)
    assert paper.page_count == 3
    assert paper.says("261123-004", 1)
    assert paper.says("261123-005", 1)
    assert paper.codes() == [CODE, CODE]
    assert paper.ink(146, 0, 150, 210) == 0


def test_characters_that_the_face_lacks_are_named() -> None:
    assert [one.character for one in missing_on_work_order(replace(PLAIN, name="端木\U00020bb7"))] == ["\U00020bb7"]
    assert missing_on_work_order(PLAIN) == ()
