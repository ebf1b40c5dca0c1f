"""The papers of duty: what stands on them, drawn the same every time, and whatever the face lacks is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pypdfium2
import pytest

from app.access.actor import Actor
from app.access.permissions import Role
from app.duty.hazards.flow import Grade
from app.duty.hazards.hazard_facts import NewHazard
from app.duty.papers.hazard_paper import hazards_pdf, missing_on_hazards
from app.duty.papers.log_paper import log_pdf, missing_on_log
from app.duty.papers.roster_paper import missing_on_roster, roster_pdf
from app.duty.papers.sheet_paper import missing_on_sheet, sheet_pdf
from app.duty.roster.pattern import OnCall, Pattern
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder

MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)


def page_text(pdf: bytes, page: int = 0) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        text: str = document[page].get_textpage().get_text_range()
    return " ".join(text.split())


@pytest.fixture
def by(desk: OfficeBuilder) -> Actor:
    day, night = desk.office.roster.posts()
    desk.office.roster.write_pattern(
        desk.supervisor, Pattern(day.id, (OnCall("赵强", "13900002222"),), MONDAY, FRIDAY, time(8), time(20))
    )
    desk.office.roster.write_pattern(
        desk.supervisor, Pattern(night.id, (OnCall("李勇"),), MONDAY, FRIDAY, time(20), time(8))
    )
    return desk.cashier


def test_the_roster_names_people_and_what_is_missing(desk: OfficeBuilder, by: Actor) -> None:
    facts = desk.office.duty_papers.week(by, FRIDAY)
    text = page_text(roster_pdf(facts))
    assert "赵强" in text
    assert "13900002222" in text
    assert "11-21 08:00 至 11-23 00:00 无人值班" in text
    assert roster_pdf(facts) == roster_pdf(facts)


def test_the_log_of_a_day_bears_both_signatures(desk: OfficeBuilder, by: Actor) -> None:
    desk.office.duty_log.write(by, "3 栋电梯异响，已报维保", datetime(2026, 11, 20, 8, 40))
    given = desk.office.duty_log.give(by, "沈若兰", "电梯观察", ["总钥匙 1 串"])
    unsigned = page_text(log_pdf(desk.office.duty_papers.log_of_day(by, FRIDAY)))
    assert "尚未签名" in unsigned
    desk.office.duty_log.sign(given, "沈若兰", SUPERVISOR_PASSWORD)
    text = page_text(log_pdf(desk.office.duty_papers.log_of_day(by, FRIDAY)))
    for words in ("3 栋电梯异响", "补记", "王敏 → 沈若兰", "总钥匙 1 串", "电梯观察", "接班人签名"):
        assert words in text
    assert "尚未签名" not in text
    assert "值班：" in text


def test_a_day_without_a_line_is_a_sheet_to_write_on(desk: OfficeBuilder, by: Actor) -> None:
    text = page_text(log_pdf(desk.office.duty_papers.log_of_day(by, FRIDAY - timedelta(days=9))))
    assert "当天没有记录" in text
    assert "交班人：" in text


def test_a_blank_sheet_has_boxes_and_a_walked_one_what_was_seen(desk: OfficeBuilder, by: Actor) -> None:
    inspections = desk.office.inspections
    lifts = inspections.lists()[0]
    blank = page_text(sheet_pdf(desk.office.duty_papers.blank(by, lifts.id)))
    assert "□正常" in blank
    assert "5 – 40 °C" in blank
    made = inspections.begin(by, lifts.id)
    for point in lifts.points:
        inspections.see(by, made, point.key, "46.5" if point.limits else "1")
    desk.office.hazards.find(by, NewHazard("机房过热", "电梯机房", round_id=made))
    inspections.end(by, made)
    walked = page_text(sheet_pdf(desk.office.duty_papers.walked(by, made)))
    assert "46.5 °C ▲" in walked
    assert "YH261120-01" in walked


def test_the_list_of_hazards_says_what_is_late(desk: OfficeBuilder, by: Actor) -> None:
    hazards = desk.office.hazards
    hazards.find(by, NewHazard("消防通道堆物", "5 栋 1 单元", Grade.MAJOR, "王敏"))
    done = hazards.find(by, NewHazard("井盖松动", "3 栋"))
    hazards.put_right(by, done, "井圈重砌")
    desk.clock.set(datetime(2026, 11, 22, 9))
    text = page_text(hazards_pdf(desk.office.duty_papers.hazards(by)))
    assert "共 2 项，超期 1 项" in text
    assert "已超期" in text
    assert "井圈重砌" in text


def test_no_hazard_is_said_in_words(desk: OfficeBuilder, by: Actor) -> None:
    assert "没有未关闭的隐患" in page_text(hazards_pdf(desk.office.duty_papers.hazards(by)))


def test_characters_that_the_face_lacks_are_named_on_every_paper(desk: OfficeBuilder, by: Actor) -> None:
    desk.office.people.add(desk.supervisor, "李𠮷", "night-watch", Role.CASHIER)
    desk.office.duty_log.write(by, "𠮷先生来电")
    desk.office.hazards.find(by, NewHazard("𠮷字牌松动", "大门"))
    papers = desk.office.duty_papers
    found: list[Callable[[], object]] = [
        lambda: missing_on_log(papers.log_of_day(by, FRIDAY)),
        lambda: missing_on_hazards(papers.hazards(by)),
    ]
    assert all(check() for check in found)
    assert missing_on_roster(papers.week(by, FRIDAY)) == ()
    assert missing_on_sheet(papers.blank(by, desk.office.inspections.lists()[0].id)) == ()


def test_a_long_log_goes_on_over_the_page_with_its_heads(desk: OfficeBuilder, by: Actor) -> None:
    for number in range(90):
        desk.office.duty_log.write(by, f"第 {number} 条：地库 B1 集水井水位低，排水泵自动位，照明、通风正常")
    text = page_text(log_pdf(desk.office.duty_papers.log_of_day(by, FRIDAY)), 1)
    assert "第 2 页" in text
    assert "登记人" in text
