"""Any list and all figures leave as a workbook or a paper, and the trail says who took them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app.access.tables import audit
from app.core.language import choose_language
from app.sheets.refusals import SheetUnreadable
from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.kinds import State, TicketKind
from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.lists.list_paper import list_pdf, missing_glyphs
from app.tickets.lists.refusals import ListTooLong
from app.tickets.statistics.figures_paper import figures_pdf
from tests.tickets.flow.ticket_office import TicketOffice

ALL = TicketFilter(Group.ALL)
NOVEMBER = (date(2026, 11, 1), date(2026, 12, 1))


def some_tickets(desk: TicketOffice) -> None:
    worker = desk.office.teams.add_worker(desk.supervisor, WorkerFacts("赵师傅"))
    category = desk.office.ticket_categories.find("sl")[0].id
    desk.at("2026-11-20T09:12")
    desk.gives(desk.reported("卫生间顶棚渗水", category_id=category), worker_id=worker)
    desk.closes(desk.reported("=1+1"))
    paused = desk.reported("阳台推拉窗" + "变形" * 60)
    desk.moves(paused, State.CONTACTED, State.WAITING_PARTS)
    desk.reported("楼上噪声", kind=TicketKind.COMPLAINT)
    desk.moves(desk.reported("报错了"), State.CANCELLED, why="住户撤回")
    desk.at("2026-11-20T09:50")


def words_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_list_becomes_a_workbook_with_its_own_words(desk: TicketOffice, tmp_path: Path) -> None:
    some_tickets(desk)
    file = tmp_path / "工单.xlsx"
    assert desk.office.tickets_handed_out.export_list(desk.cashier, ALL, file) == 5
    sheet = load_workbook(file).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads, last = rows[0], rows[-1]
    said = dict(zip(heads, last, strict=True))
    assert (said["Ticket"], said["Where"], said["State"]) == ("261120-001", "3-2-501", "assigned")
    assert (said["Reported at"], said["Worker"]) == (datetime(2026, 11, 20, 9, 12), "赵师傅")
    assert said["Standing"] == "overdue by 8 min"
    assert rows[-2][heads.index("What")] == "=1+1"
    assert len(rows) == 6


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_kept(desk: TicketOffice, tmp_path: Path) -> None:
    with pytest.raises(SheetUnreadable):
        desk.office.tickets_handed_out.export_list(desk.cashier, ALL, tmp_path / "nowhere" / "list.xlsx")
    with desk.office.store.reading() as connection:
        assert connection.execute(select(audit).where(audit.c.action == "export_tickets")).first() is None


def test_a_long_list_counts_its_tickets_and_can_be_stopped(desk: TicketOffice, tmp_path: Path) -> None:
    some_tickets(desk)
    file = tmp_path / "工单.xlsx"

    def stop(done: int, total: int) -> None:
        raise InterruptedError(f"{done} of {total}")

    with pytest.raises(InterruptedError, match="0 of 5"):
        desk.office.tickets_handed_out.export_list(desk.cashier, ALL, file, stop)
    assert not file.exists()


def test_the_trail_says_who_took_which_list(desk: TicketOffice, tmp_path: Path) -> None:
    some_tickets(desk)
    desk.office.tickets_handed_out.export_list(desk.cashier, TicketFilter(text="渗水"), tmp_path / "渗水.xlsx")
    with desk.office.store.reading() as connection:
        row = connection.execute(select(audit).where(audit.c.action == "export_tickets")).one()
    assert (row.subject, row.by) == ("渗水.xlsx", desk.cashier.id)
    assert row.facts == {"rows": 1, "filter": {"text": "渗水"}}


def test_figures_become_a_workbook_with_a_page_for_each_cut(desk: TicketOffice, tmp_path: Path) -> None:
    some_tickets(desk)
    file = tmp_path / "figures.xlsx"
    desk.office.tickets_handed_out.export_figures(desk.supervisor, *NOVEMBER, file)
    book = load_workbook(file)
    assert len(book.sheetnames) == 8
    first = list(book.worksheets[0].iter_rows(values_only=True))
    assert first[1][:5] == ("All tickets", 5, 1, 1, 25)
    assert [row[0] for row in book["Kinds"].iter_rows(values_only=True)] == ["Kinds", "repair", "complaint"]


def test_the_list_stands_on_paper_in_chinese_in_either_language(desk: TicketOffice) -> None:
    some_tickets(desk)
    choose_language("zh_CN")
    facts = desk.office.tickets_handed_out.paper_list(desk.cashier, ALL, "全部工单")
    words = words_of(list_pdf(facts))
    for said in (
        "工单一览",
        "全部工单",
        "共 5 项",
        "261120-001",
        "已派工",
        "已超 8分",
        "暂停计时",
        "等配件",
        "不得张贴",
        "王敏",
    ):
        assert said in words
    choose_language("en")
    assert list_pdf(facts) == list_pdf(facts)
    assert missing_glyphs(facts) == ()


def test_an_empty_list_says_so(desk: TicketOffice) -> None:
    facts = desk.office.tickets_handed_out.paper_list(desk.cashier, ALL)
    assert "没有符合条件的工单" in words_of(list_pdf(facts))


def test_a_list_that_nobody_reads_on_paper_is_refused(desk: TicketOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    some_tickets(desk)
    monkeypatch.setattr("app.tickets.statistics.handed_out.MOST_ROWS", 2)
    with pytest.raises(ListTooLong):
        desk.office.tickets_handed_out.paper_list(desk.cashier, ALL)


def test_the_report_says_figures_and_goal(desk: TicketOffice) -> None:
    some_tickets(desk)
    report = desk.office.tickets_handed_out.paper_figures(desk.supervisor, *NOVEMBER)
    words = words_of(figures_pdf(report))
    for said in (
        "工单统计报告",
        "2026-11-01 – 2026-11-30",
        "25.0 %",
        "未达到",
        "报修",
        "投诉",
        "赵师傅",
        "给排水 / 渗漏",
        "2026-11",
    ):
        assert said in words
