"""The papers of notices: every word stands on them, at any length, black, whole, and the same each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.notices.paper_facts import NoticePaper
from app.notices.papers.places_paper import PlaceLine, PlacesList, places_pdf
from app.notices.papers.poster_paper import missing_on, poster_pages, poster_pdf
from app.notices.papers.slip_paper import BLANK_DOOR, fit_of, slips_pdf
from app.notices.templates.shipped import CODES
from app.notices.templates.template import NoticeKind
from app.paper.refusals import TextDoesNotFit
from tests.notices.notice_office import EVENING, PLANNED, SUDDEN, NoticeOffice, paper, template
from tests.paper.judges import PaperOnTable

OnTable = Callable[[bytes], PaperOnTable]
_A4, _A3 = (210 * 72 / 25.4, 297 * 72 / 25.4), (297 * 72 / 25.4, 420 * 72 / 25.4)
POSTER = paper("planned-power-cut", NoticeKind.PLANNED, PLANNED)
SLIP = paper("sudden-power-cut", NoticeKind.SUDDEN, {**SUDDEN, "to": "2026-11-23T22:00"})
DOORS = ("2 栋 1 单元", "2 栋 2 单元", "2 栋 3 单元", "2 栋 4 单元")
LONG = "\n".join(f"第 {at} 条，外墙清洗期间请关好门窗，收起晾晒的衣物，不要在吊篮下方停留。" * 2 for at in range(1, 41))


def filled(code: str, kind: NoticeKind) -> NoticePaper:
    """A notice of this kind with something in every field."""
    values = {"from": "2026-11-26T08:30", "to": "2026-11-26T17:30", "back": "2026-11-26T17:30"}
    values |= {"next_news": "2026-11-26T20:00"}
    held = {field.id for field in template(code).fields_of(kind)}
    texts = {name: f"这里是{name}的话" for name in held if name not in (*values, "phone", "steps")}
    return paper(code, kind, texts | {name: text for name, text in values.items() if name in held})


def test_p1_every_fact_stands_on_the_poster(on_table: OnTable) -> None:
    sheet = on_table(poster_pdf(POSTER))
    for words in (
        *("停电通知", "计划检修", "11 月 26 日  星期四", "08:30 – 17:30", "约 9 小时", "3 号楼、5 号楼全部单元"),
        *(
            "地下车库 B1 层照明与门禁",
            "供电公司检修小区配电线路",
            "提前存一些饮用水",
            "0571-5550100",
            "24 小时",
            "95598",
        ),
        *(
            "阳光花园物业服务中心",
            "张贴日期 2026-11-23",
            "编号 N-2026-0041",
            "恢复供电后由服务中心取下",
            "第 1 页 共 1 页",
        ),
    ):
        assert sheet.says(words), words
    assert sheet.size == pytest.approx(_A4, abs=0.5)


def test_the_poster_is_the_same_on_a3_and_prints_again_to_the_letter(on_table: OnTable) -> None:
    large = on_table(poster_pdf(POSTER, large=True))
    assert large.size == pytest.approx(_A3, abs=0.5)
    assert large.text() == on_table(poster_pdf(POSTER)).text()
    kept = NoticePaper.from_facts(POSTER.to_facts())
    assert poster_pdf(kept) == poster_pdf(POSTER)
    assert slips_pdf(NoticePaper.from_facts(SLIP.to_facts()), DOORS) == slips_pdf(SLIP, DOORS)


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_every_template_prints_whole(code: str, on_table: OnTable) -> None:
    for kind in template(code).kinds:
        said = filled(code, kind)
        for pdf in (poster_pdf(said), slips_pdf(said, DOORS[:1])):
            sheet = on_table(pdf)
            assert "No syntax or stream encoding errors" in sheet.sound()
            assert all(font[-5] == "yes" for font in sheet.fonts())
        poster = on_table(poster_pdf(said))
        assert poster.page_count == 1
        for row in said.poster:
            for line in (*row.lines, row.aside, *row.below):
                assert poster.says(line.removeprefix("!")), (code, kind, line)


def test_nothing_is_printed_beyond_what_a_printer_reaches(on_table: OnTable) -> None:
    for pdf in (poster_pdf(POSTER), slips_pdf(SLIP, DOORS)):
        sheet = on_table(pdf)
        assert sheet.ink(0, 0, 210, 5) == 0
        assert sheet.ink(0, 292, 210, 297) == 0
        assert sheet.ink(0, 0, 5, 297) == 0
        assert sheet.ink(205, 0, 210, 297) == 0


def test_three_slips_stand_on_a_sheet_each_with_its_door(on_table: OnTable) -> None:
    sheet = on_table(slips_pdf(SLIP, DOORS))
    assert fit_of(SLIP).per_sheet == 3
    assert sheet.page_count == 2
    for at, door in enumerate(DOORS):
        assert sheet.says(door, 1 if at < 3 else 2)
        assert sheet.says(f"{at + 1}/4", 1 if at < 3 else 2)
    assert sheet.text(1).count("突发停电") == 3
    for words in ("11 月 23 日 18:20", "22:00 前后", "下次通报 20:00", "不乘电梯", "0571-5550100", "N-2026-0041"):
        assert sheet.text(1).count("".join(words.split())) == 3, words


def test_slips_without_doors_are_blank(on_table: OnTable) -> None:
    sheet = on_table(slips_pdf(SLIP, ()))
    assert sheet.text(1).count("".join(BLANK_DOOR.split())) == 3


def test_what_no_three_slips_can_hold_stands_on_two_or_one(on_table: OnTable) -> None:
    some, much = ("\n".join(f"第 {at} 条，请留意楼下的围挡和告示。" for at in range(last)) for last in (14, 34))
    for body, count in ((some, 2), (much, 1)):
        said = paper("general", NoticeKind.PLAIN, {"subject": "通知", "body": body})
        assert fit_of(said).per_sheet == count
        assert "".join(body.split()) in on_table(slips_pdf(said, DOORS[:1])).text()


def test_what_no_sheet_can_hold_is_refused_and_not_cut() -> None:
    with pytest.raises(TextDoesNotFit):
        slips_pdf(paper("general", NoticeKind.PLAIN, {"subject": "通知", "body": LONG * 4}), DOORS)


def test_a_long_general_notice_goes_on_over_pages_and_is_never_cut(on_table: OnTable) -> None:
    said = paper("general", NoticeKind.PLAIN, {"subject": "外墙清洗通知", "body": LONG})
    sheet = on_table(poster_pdf(said))
    assert sheet.page_count > 1
    assert len(poster_pages(said)) == sheet.page_count
    body = "".join("".join(sheet.text(page)) for page in range(1, sheet.page_count + 1))
    for line in LONG.split("\n"):
        assert "".join(line.split())[-8:] in body
    for page in range(1, sheet.page_count + 1):
        assert sheet.says(f"第 {page} 页 共 {sheet.page_count} 页", page)
        assert sheet.says("N-2026-0041", page)
    assert sheet.says("续页", 2)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("一二三四五，。！（）abc 123\n", min_size=1, max_size=1500),
    st.text("通知停水改期一二三", min_size=1, max_size=60),
)
def test_p3_no_word_of_any_text_is_lost(on_table: OnTable, text: str, subject: str) -> None:
    said = paper("general", NoticeKind.PLAIN, {"subject": subject, "body": f"始{text}终"})
    told = on_table(poster_pdf(said)).text()
    for sign in "一二三四五通知停水改":
        assert told.count(sign) >= (text + subject).count(sign), sign
    assert told.count("始") >= 1
    assert told.count("终") >= 1


def test_p3_a_title_that_is_too_long_for_a_line_is_never_cut(on_table: OnTable) -> None:
    for count in (5, 12, 40, 90):
        title = "关于小区外墙清洗和阳台整治工作安排的通知"[:20] * (count // 20 + 1)
        said = paper("general", NoticeKind.PLAIN, {"subject": title[:count], "body": "如题"})
        sheet = on_table(poster_pdf(said))
        assert sheet.says(title[:count])
        assert sheet.ink(0, 0, 210, 5) == 0


def test_the_longest_words_in_every_place_stay_on_the_paper(on_table: OnTable) -> None:
    values = {
        **PLANNED,
        "place": "一号楼至十八号楼全部单元以及地下车库各层各区的照明和门禁设备" * 3,
        "phone": "0571-5550100 / 0571-5550200",
    }
    values |= {
        "hours": "工作日 08:20 至 17:30，其余时间请打值班电话",
        "water_point": "小区北门岗亭旁临时供水点，每天 07:00 至 21:00",
    }
    said = paper("planned-power-cut", NoticeKind.PLANNED, values)
    for pdf in (poster_pdf(said), slips_pdf(said, ["二十八号楼商业裙房西侧 12 单元"])):
        sheet = on_table(pdf)
        assert sheet.says("0571-5550200")
        assert sheet.says("小区北门岗亭旁临时供水点")
        assert sheet.ink(195, 0, 210, 297) == 0


def test_p3_rare_characters_are_boxed_and_named(on_table: OnTable) -> None:
    said = replace(POSTER, title="停电\U00020bb7")
    assert [one.character for one in missing_on(said)] == ["\U00020bb7"]
    assert on_table(poster_pdf(said)).says("U+20BB7")
    assert missing_on(POSTER) == ()


def test_the_list_of_places_says_by_when_and_who(on_table: OnTable) -> None:
    hung = PlaceLine("2 栋 1 单元", datetime(2026, 11, 23, 19, 2), "陈队长")
    lines = [hung, *(PlaceLine(f"{at} 栋 1 单元") for at in range(3, 40))]
    sheet = on_table(places_pdf(PlacesList(SLIP, lines, datetime(2026, 11, 23, 19, 50), EVENING, "王敏")))
    assert sheet.page_count == 2
    for words in (
        "通知张贴记录",
        "最迟贴完  2026-11-23 19:50",
        "11-23 19:02",
        "陈队长",
        "39 栋 1 单元",
        "第 2 页 共 2 页",
    ):
        assert sheet.says(words), words
    assert "No syntax or stream encoding errors" in sheet.sound()


def test_x05_no_resident_stands_on_any_paper_of_a_notice(notices: NoticeOffice, on_table: OnTable) -> None:
    issued = notices.issues("sudden-power-cut", SUDDEN, doors=notices.office.postings.doors())
    found = notices.notice(issued)
    places = [one.place for one in notices.office.postings.of(issued)]
    text = on_table(poster_pdf(found.paper)).text() + on_table(slips_pdf(found.paper, places)).text()
    for secret in ("张建国", "13800005678", "2-1-101", "101"):
        assert secret not in text
