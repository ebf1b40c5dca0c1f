"""Papers of a ticket at the desk: issued with their facts, printed once, copied with marks, found by their code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import update

from app.core.paper_code import parse_code
from app.counter.paper_copies import Paper
from app.paper.profiles import ROLL_80
from app.tickets.entry.new_ticket import Caller
from app.tickets.kinds import Confirmation, State, TicketKind
from app.tickets.moves.asked import Appointment, Closing
from app.tickets.papers.draw_sheet import missing_on_sheet, sheet_pdf
from app.tickets.papers.refusals import FindingsMissing, TicketOfCodeUnknown, TicketPaperUnknown
from app.tickets.papers.repair_report_facts import Findings, RepairReportFacts
from app.tickets.papers.slip_facts import SlipFacts
from app.tickets.papers.ticket_papers import TicketSheet
from app.tickets.papers.work_order_facts import WorkOrderFacts
from app.tickets.papers.work_order_paper import A5_UPRIGHT
from app.tickets.tables import ticket
from tests.paper.judges import PaperOnTable
from tests.tickets.materials.work_office import SEAL, VALVE, WorkOffice

OnTable = Callable[[bytes], PaperOnTable]
FOUND = Findings("密封圈老化，接口松动", "更换角阀与密封圈，接口重新打胶", "通水二十分钟不渗", "半年后检查一次接口")


def order(desk: WorkOffice, ticket_id: int) -> WorkOrderFacts:
    facts = desk.office.ticket_papers.sheet(
        desk.cashier, desk.office.ticket_papers.issue_work_order(desk.cashier, ticket_id)
    ).facts
    assert isinstance(facts, WorkOrderFacts)
    return facts


def test_the_order_says_what_the_ticket_says(desk: WorkOffice, leak: int) -> None:
    team = desk.office.teams.add_team(desk.supervisor, "工程部")
    desk.office.building_hints.write(desk.supervisor, desk.row(leak)["building_id"], "水管井钥匙在前台 12 号钩。")
    desk.gives(leak, team_id=team)
    desk.office.ticket_moves.appoint(desk.cashier, leak, None, Appointment(datetime(2026, 11, 20, 14)))
    desk.moves(leak, State.CONTACTED)
    desk.line(leak)
    said = order(desk, leak)
    assert (said.number, said.kind, said.where) == ("261120-001", "居家报修", "3-2-501")
    assert (said.name, said.phone, said.appointment) == ("张建国", "138 0000 5678", "11-20  14:00")
    assert (said.reported, said.contact_by) == ("11-20 09:00 前台", "11-20 09:30 已联系")
    assert (said.given_to, said.hint) == ("工程部", "水管井钥匙在前台 12 号钩。")
    assert [(line.name, line.quantity, line.price) for line in said.lines] == [("角阀", "2 个", "35.00")]
    assert said.finish_by
    assert missing_on_sheet(said) == ()


def test_a_complaint_goes_about_without_room_name_and_telephone(desk: WorkOffice, on_table: OnTable) -> None:
    guard = desk.reported("门岗保安态度恶劣", kind=TicketKind.COMPLAINT, caller=Caller("李慧", "13900001111"))
    number = desk.office.ticket_papers.issue_work_order(desk.cashier, guard)
    paper = on_table(sheet_pdf(desk.office.ticket_papers.sheet(desk.cashier, number)))
    assert paper.says("投诉处理")
    for secret in ("李慧", "1390000", "139 0000", "3-2-501"):
        assert not paper.says(secret), secret


def test_the_first_print_is_the_original_and_the_next_a_marked_copy_of_the_same_facts(
    desk: WorkOffice, leak: int
) -> None:
    papers = desk.office.ticket_papers
    number = papers.issue_work_order(desk.cashier, leak)
    first = papers.sheet(desk.cashier, number)
    assert (first.copy_no, first.mark) == (0, None)
    assert [one.number for one in papers.waiting()] == [number]
    papers.printed(first)
    desk.line(leak)
    again = papers.sheet(desk.cashier, number)
    assert again.mark is not None
    assert (again.copy_no, again.facts, again.mark.by) == (1, first.facts, "王敏")
    papers.printed(again)
    assert papers.waiting() == ()
    assert [(one.paper, one.by, one.copies) for one in papers.issued(leak)] == [(Paper.WORK_ORDER, "王敏", 1)]
    assert desk.told(leak)[1] == "printed:reported"


def test_a_print_that_nobody_wants_is_let_go_or_said_to_be_there(desk: WorkOffice, leak: int) -> None:
    papers = desk.office.ticket_papers
    first, second = papers.issue_work_order(desk.cashier, leak), papers.issue_slip(desk.cashier, leak)
    for number in (first, second):
        papers.sheet(desk.cashier, number)
    waits = papers.waiting()
    assert [one.paper for one in waits] == [Paper.WORK_ORDER, Paper.TICKET_SLIP]
    papers.let_go(waits[0])
    papers.came_out(waits[1])
    assert papers.waiting() == ()
    assert papers.sheet(desk.cashier, first).copy_no == 0
    assert papers.sheet(desk.cashier, second).copy_no == 1
    with pytest.raises(TicketPaperUnknown):
        papers.sheet(desk.cashier, 9999)


def test_a_scanned_paper_leads_to_its_ticket_and_a_false_one_is_told(desk: WorkOffice, leak: int) -> None:
    code = parse_code(order(desk, leak).code)
    found = desk.office.ticket_papers.scanned(code)
    assert (found.ticket_id, found.number, found.genuine) == (leak, "261120-001", True)
    with desk.office.store.transaction() as connection:
        connection.execute(update(ticket).values(serial=2))
    with pytest.raises(TicketOfCodeUnknown) as refused:
        desk.office.ticket_papers.scanned(code)
    assert refused.value.number == "261120-001"


def test_the_report_tells_course_findings_parts_and_what_is_paid(
    desk: WorkOffice, leak: int, on_table: OnTable
) -> None:
    desk.at("2026-11-20T09:10").moves(leak, State.CONTACTED).at("2026-11-20T10:00").moves(leak, State.ARRIVED)
    for new in (VALVE, SEAL):
        desk.line(leak, new)
    desk.at("2026-11-20T10:40").moves(leak, State.DONE)
    desk.charged(leak)
    number = desk.office.ticket_papers.issue_report(desk.cashier, leak, FOUND)
    sheet = desk.office.ticket_papers.sheet(desk.cashier, number)
    assert isinstance(sheet.facts, RepairReportFacts)
    assert RepairReportFacts.from_facts(sheet.facts.to_facts()) == sheet.facts
    assert sheet.facts.steps == (("11-20 09:10", "已联系"), ("11-20 10:00", "到场"), ("11-20 10:40", "修好"))
    paper = on_table(sheet_pdf(sheet))
    for words in (
        *("维修报告", "261120-001", "3-2-501", "张建国", FOUND.found, FOUND.done, FOUND.tested, FOUND.advice),
        *("角阀", "70.00", "物业承担", "住户应付（另有 4.50 由保修或物业承担）", "¥70.00", "待付 ¥70.00"),
        *("维修人", "主管", "住户", "第 1 页 共 1 页"),
    ):
        assert paper.says(words), words
    assert paper.codes() == [sheet.facts.code]
    assert "No syntax or stream encoding errors" in paper.sound()


def test_a_report_takes_what_is_not_said_from_the_closing_or_asks_for_it(desk: WorkOffice, leak: int) -> None:
    papers = desk.office.ticket_papers
    with pytest.raises(FindingsMissing):
        papers.issue_report(desk.cashier, leak, Findings("", ""))
    desk.closes(leak, Closing("密封圈老化", "更换密封圈", 20, confirmed=Confirmation.PHONE))
    facts = papers.sheet(desk.cashier, papers.issue_report(desk.cashier, leak, Findings("", ""))).facts
    assert isinstance(facts, RepairReportFacts)
    assert (facts.found, facts.done, facts.tested) == ("密封圈老化", "更换密封圈", "住户电话确认")


def test_t7_the_slip_has_number_code_and_promise_and_no_person(desk: WorkOffice, leak: int, on_table: OnTable) -> None:
    number = desk.office.ticket_papers.issue_slip(desk.cashier, leak)
    sheet = desk.office.ticket_papers.sheet(desk.cashier, number)
    assert isinstance(sheet.facts, SlipFacts)
    for paper_kind in (ROLL_80, A5_UPRIGHT):
        paper = on_table(sheet_pdf(sheet, paper_kind))
        for words in ("受理回执", "261120-001", "3-2-501", "最迟联系", "11-20 09:30", "0571-5550100", "不是收款凭证"):
            assert paper.says(words), words
        assert not paper.says("张建国")
        assert paper.codes() == [sheet.facts.code]
        assert paper.page_count == 1


def test_a_copy_of_any_paper_says_so(desk: WorkOffice, leak: int, on_table: OnTable) -> None:
    papers = desk.office.ticket_papers
    for number in (papers.issue_slip(desk.cashier, leak), papers.issue_report(desk.cashier, leak, FOUND)):
        papers.printed(papers.sheet(desk.cashier, number))
        copy: TicketSheet = papers.sheet(desk.cashier, number)
        paper = on_table(sheet_pdf(copy))
        assert paper.says("补打 第 1 次")
        assert paper.says("补打 2026-11-20 09:00 王敏 不作第二份凭证")
        assert paper.codes() == [copy.facts.code]
