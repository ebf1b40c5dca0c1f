"""A notice is written by keys: a digit, the fields, the paper beside them, F9; what may not hang is said in words."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.access.permissions import Permission
from app.core.ids import BuildingId
from app.incidents.closing.closing import Closing
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.running.entry import EntryKind
from app.notices.asked import NoticeWanted
from app.notices.issued.standing import Standing
from app.notices.templates.template import NoticeKind
from tests.notices_screen.conftest import OpenDesk
from tests.notices_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from ui.notices.keys import WRITING
from ui.notices.papers.paper_panel import NoticeSheet, SheetPanel
from ui.printing.paper_desk import PaperPanel
from ui.widgets.key_button import KeyButton


def test_a_sudden_power_cut_is_announced_by_keys(desk: Desk) -> None:
    desk.press("Ctrl+N", "2")
    assert desk.ready().startswith("Still to be filled in: “停电开始”")
    for name, text in (
        ("from", "18:20"),
        ("next_news", "20:00"),
        ("place", "2 栋"),
        ("reason", "配电箱故障，正在抢修"),
    ):
        desk.types(name, text)
    assert "19:50" in desk.ready()
    desk.writing.head.doors.setFocus()
    desk.press("Down")
    desk.answers.will_answer(SheetPanel, None)
    desk.press("F9")
    found = desk.shown()
    assert (found.number, found.standing, found.times.due_by) == (
        "N-2026-0002",
        Standing.TO_POST,
        datetime(2026, 11, 23, 19, 50),
    )
    assert [place for place, _ in desk.places()] == ["2 栋 1 单元", "2 栋 2 单元", "2 栋 3 单元"]
    assert desk.page.board.detail.table.hasFocus()


def test_the_paper_is_seen_while_it_is_typed(desk: Desk) -> None:
    desk.press("Ctrl+N", "0")
    desk.types("subject", "外墙清洗")
    desk.types("body", "请关好门窗")
    side = desk.writing.paper
    side.draw()
    assert side.view.page_count == 1
    desk.press("F8")
    assert side.side.name == "MESSAGE"
    assert "【外墙清洗】请关好门窗" in side.message.text()
    desk.press("F7")
    assert side.view.isVisible()
    desk.press("F6")
    assert side.side.name == "POSTER"


def test_what_is_missing_is_named_and_the_caret_goes_there(desk: Desk) -> None:
    desk.press("Ctrl+N", "1", "F9")
    assert desk.page.currentWidget() is desk.writing
    assert desk.field("from").hasFocus()
    assert "Fill this in" in desk.field("from").problem
    assert len(desk.office.office.notices.all()) == 1


def test_from_twelve_hours_on_the_water_point_is_asked_for(desk: Desk) -> None:
    desk.press("Ctrl+N", "1")
    for name, text in (("from", "11-26 06:00"), ("to", "11-26 20:00"), ("place", "3 栋")):
        desk.types(name, text)
    assert "临时供水点" in desk.ready()
    desk.press("F9")
    assert desk.field("water_point").hasFocus()
    desk.types("water_point", "北门岗亭旁，07:00 至 21:00")
    desk.answers.will_answer(SheetPanel, None)
    desk.press("F9")
    assert "供水点" in [row.label for row in desk.shown().paper.poster]


def test_x02_x05_what_may_not_hang_is_said_in_words_and_issues_nothing(desk: Desk) -> None:
    desk.press("Ctrl+N", "0")
    desk.types("subject", "通知")
    for body, words in (
        ("欠费的业主将停用电梯", "unpaid fees (“欠费”)"),
        ("张建国家漏水", "“张建国”"),
        ("请打 138 0000 5678", "“13800005678”"),
        ("2 栋 501 室漏水", "“501 室”"),
    ):
        desk.types("body", body)
        assert words in desk.ready()
        desk.press("F9")
        assert desk.page.currentWidget() is desk.writing
    assert len(desk.office.office.notices.all()) == 1


def test_another_kind_keeps_what_was_typed(desk: Desk) -> None:
    desk.press("Ctrl+N", "3")
    desk.types("place", "2 栋")
    desk.writing.head.kind.setFocus()
    desk.press("Down")
    assert desk.writing.asked().kind is NoticeKind.SUDDEN
    assert desk.writing.asked().values["place"] == "2 栋"
    assert desk.writing.asked().values["reason"] == "管道故障，正在抢修"


def test_what_was_typed_before_another_kind_is_still_asked_about(desk: Desk) -> None:
    desk.press("Ctrl+N", "3")
    desk.types("place", "2 栋低区")
    desk.writing.head.kind.setFocus()
    desk.press("Down")
    desk.answers.will_confirm(yes=False)
    desk.press("Esc")
    assert desk.page.currentWidget() is desk.writing
    assert desk.answers.all_used()
    desk.page.keep_draft()
    assert desk.office.office.drafts.find(desk.office.supervisor, WRITING) is not None


def test_tab_goes_from_the_doors_through_the_fields_to_the_keys(desk: Desk) -> None:
    desk.press("Ctrl+N", "2")
    desk.writing.head.doors.setFocus()
    desk.press("Tab")
    assert desk.field("from").hasFocus()
    for _ in desk.writing.asked().values:
        desk.press("Tab")
    assert isinstance(QApplication.focusWidget(), KeyButton)


def test_esc_asks_only_where_something_would_be_lost(desk: Desk) -> None:
    desk.press("Ctrl+N", "5", "Esc")
    assert desk.page.currentWidget() is desk.page.board
    desk.press("Ctrl+N", "0")
    desk.types("body", "很长的一段话")
    desk.answers.will_confirm(yes=False)
    desk.press("Esc")
    assert desk.page.currentWidget() is desk.writing
    desk.answers.will_confirm(yes=True)
    desk.press("Esc")
    assert desk.page.currentWidget() is desk.page.board
    assert desk.answers.all_used()


def test_a_half_written_notice_is_there_again_after_a_crash(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office)
    desk.press("Ctrl+N", "3")
    desk.writing.head.kind.setFocus()
    desk.press("Down")
    desk.types("place", "2 栋低区")
    desk.writing.head.doors.setCurrentIndex(1)
    desk.page.keep_draft()
    desk.close()
    again = desks(office)
    again.press("Ctrl+N")
    asked = again.writing.asked()
    assert (asked.code, asked.kind, asked.values["place"]) == ("water-cut", NoticeKind.SUDDEN, "2 栋低区")
    assert len(asked.doors) == 3
    again.answers.will_confirm(yes=True)
    again.press("Esc", "Ctrl+N")
    assert again.page.currentWidget() is again.page.choice


def test_what_is_typed_is_not_lost_when_an_incident_leads_here(desk: Desk) -> None:
    desk.press("Ctrl+N", "0")
    desk.types("body", "很长的一段话")
    desk.answers.will_confirm(yes=False)
    desk.page.open(NoticeWanted("sudden-power-cut"))
    assert desk.writing.asked().values["body"] == "很长的一段话"
    desk.answers.will_confirm(yes=True)
    desk.page.open(NoticeWanted("sudden-power-cut"))
    assert desk.writing.asked().code == "sudden-power-cut"


def test_an_incident_that_leads_here_after_a_crash_costs_no_notice_that_was_left_half_written(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    asked = NewIncident(code="power-cut", client_id=new_client_id(), place="2 栋")
    incident_id = office.office.incidents.start(office.cashier, asked)
    desk = desks(office)
    desk.press("Ctrl+N", "0")
    desk.types("body", "很长的一段话")
    desk.page.keep_draft()
    desk.close()
    night = desks(office)
    night.page.open(incident_id)
    night.types("next_news", "20:00")
    night.page.keep_draft()
    night.close()
    again = desks(office)
    again.press("Ctrl+N")
    assert again.writing.asked().incident_id == incident_id
    again.answers.will_confirm(yes=True)
    again.press("Esc")
    again.press("Ctrl+N")
    assert again.writing.asked().values["body"] == "很长的一段话"
    again.answers.will_confirm(yes=True)
    again.press("Esc", "Ctrl+N")
    assert again.page.currentWidget() is again.page.choice


def test_i23_an_incident_leads_here_and_its_log_is_told(desk: Desk) -> None:
    office, cashier = desk.office.office, desk.office.cashier
    incident_id = office.incidents.start(
        cashier, NewIncident(code="power-cut", client_id=new_client_id(), place="2 栋")
    )
    began = datetime(2026, 11, 23, 18, 20)
    desk.page.open(NoticeWanted("sudden-power-cut", "2 栋", 1, began, incident_id, "tell"))
    assert desk.field("place").text() == "2 栋"
    assert desk.writing.asked().values["from"] == "2026-11-23T18:20"
    assert len(desk.writing.asked().doors) == 3
    desk.types("next_news", "20:00")
    desk.answers.will_answer(SheetPanel, None)
    desk.press("F9")
    last = office.incidents.log(incident_id)[-1]
    assert (last.kind, last.facts["notice"]) == (EntryKind.NOTICE, "N-2026-0002")
    assert "停电通知" in last.text
    assert desk.shown().incident_id == incident_id


def test_i23_an_incident_that_asks_by_its_number_is_known_with_place_and_start(desk: Desk) -> None:
    office, cashier = desk.office.office, desk.office.cashier
    asked = NewIncident(
        code="power-cut", client_id=new_client_id(), place="2 栋", building_id=BuildingId(1), minutes_ago=25
    )
    incident_id = office.incidents.start(cashier, asked)
    desk.page.open(incident_id)
    begun = desk.writing.asked()
    assert (begun.code, begun.values["from"], begun.values["place"]) == ("sudden-power-cut", "2026-11-23T18:20", "2 栋")
    desk.types("next_news", "20:00")
    desk.answers.will_answer(SheetPanel, None)
    desk.press("F9")
    assert office.incidents.log(incident_id)[-1].step
    desk.page.open(incident_id)
    assert desk.page.currentWidget() is desk.page.board
    assert "V puts it off" in desk.said[-1]


def test_whoever_leaves_the_notice_of_an_incident_is_back_at_the_incident(desk: Desk) -> None:
    office, cashier = desk.office.office, desk.office.cashier
    incident_id = office.incidents.start(cashier, NewIncident(new_client_id(), "lift-entrapment", "3 栋"))
    taken: list[tuple[str, object]] = []
    desk.window.context.ways.taken.connect(lambda tab, what: taken.append((tab, what)))
    desk.page.open(incident_id)
    assert desk.writing.asked().kind is NoticeKind.SUDDEN
    desk.press("Esc")
    assert taken == [("incidents", incident_id)]
    desk.press("Ctrl+N", "0", "Esc")
    assert len(taken) == 1, "one that no incident asked for leads back to the list"


def test_i4_the_notice_of_a_drill_says_so_on_every_paper(desk: Desk) -> None:
    office, cashier = desk.office.office, desk.office.cashier
    asked = NewIncident(code="power-cut", client_id=new_client_id(), place="2 栋", is_drill=True)
    desk.page.open(office.incidents.start(cashier, asked))
    desk.types("next_news", "20:00")
    desk.answers.will_answer(SheetPanel, None)
    desk.press("F9")
    paper = desk.shown().paper
    assert all("演练" in words for words in (paper.kind, paper.slip_title, paper.message, paper.foot))


def test_a_notice_for_an_incident_that_was_closed_meanwhile_still_stands(desk: Desk) -> None:
    office, cashier = desk.office.office, desk.office.cashier
    incident_id = office.incidents.start(
        cashier, NewIncident(code="power-cut", client_id=new_client_id(), place="2 栋")
    )
    desk.page.open(NoticeWanted("general", "2 栋", incident_id=incident_id))
    desk.types("body", "已经处理")
    plan = office.incidents.standing(incident_id).plan
    critical = {step.id: "演示" for page in plan.pages for step in page.steps if step.critical}
    office.incidents.close(cashier, incident_id, Closing("来电", desk.office.clock.now()), critical)
    desk.answers.will_answer(SheetPanel, None)
    desk.press("F9")
    assert desk.shown().number == "N-2026-0002"
    assert office.incidents.log(incident_id)[-1].facts["notice"] == "N-2026-0002"


def test_each_paper_is_shown_and_printed_again_the_same(desk: Desk) -> None:
    shown: list[int] = []

    def looked_at(panel: PaperPanel) -> None:
        shown.append(panel.view.page_count)

    for sheet in NoticeSheet:
        desk.answers.will_answer(SheetPanel, sheet)
        desk.answers.will_answer(PaperPanel, cast("Any", looked_at))
    desk.answers.will_answer(SheetPanel, None)
    desk.press("Ctrl+P")
    assert shown == [1, 1, 1, 1]
    assert desk.answers.all_used()


def test_i23_the_message_is_copied_and_logged_with_its_hour(desk: Desk) -> None:
    desk.page.board.list.table.setFocus()
    desk.answers.will_write("业主群")
    desk.press("Ctrl+C")
    assert "【停电通知】" in QGuiApplication.clipboard().text()
    assert desk.places()[-1] == ("业主群", "sent by hand")
    assert desk.shown().sent == 1


def test_the_cashier_writes_notices_and_a_supervisor_words_templates(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    assert office.cashier.may(Permission.ISSUE_NOTICE)
    assert not office.cashier.may(Permission.MANAGE_NOTICES)
    desk.press("Ctrl+N", "0")
    desk.types("body", "请关好门窗")
    desk.answers.will_answer(SheetPanel, None)
    desk.press("F9")
    assert desk.shown().by == office.cashier.name


def test_a_notice_that_another_version_of_the_program_left_half_written_is_let_go(desk: Desk) -> None:
    drafts, by = desk.office.office.drafts, desk.office.supervisor
    drafts.save(by, WRITING, {"template": "planned-power-cut", "fields": {}})
    desk.press("Ctrl+N")
    assert desk.page.currentWidget() is desk.page.choice
    assert drafts.find(by, WRITING) is None
