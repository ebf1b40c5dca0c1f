"""What the board shows leaves the program: as a workbook, and on paper after it was looked at."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.tickets.entry.new_ticket import NewTicket, new_client_id
from app.tickets.kinds import TicketKind
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.desk import Desk
from ui.printing.paper_desk import PaperPanel

SAVE, PRINT = "Ctrl+Shift+X", "Ctrl+Shift+B"


def test_the_list_as_it_is_filtered_becomes_a_workbook(desk: Desk, tmp_path: Path) -> None:
    desk.press("Alt+4")
    file = tmp_path / "暂停.xlsx"
    desk.answers.will_save(file)
    desk.press(SAVE)
    sheet = load_workbook(file).active
    assert sheet is not None
    assert {row[2] for row in sheet.iter_rows(min_row=2, values_only=True)} == {"4-2-903", "6-1-1203"}
    assert desk.answers.asked[-1] == "Save the list | Tickets 2026-11-20.xlsx"
    assert desk.said[-1] == f"2 tickets saved as {file}"


def test_a_whole_list_leaves_not_only_what_is_seen(desk: Desk, office: OfficeBuilder, tmp_path: Path) -> None:
    for number in range(70):
        report_lamp(office, f"第{number}盏灯不亮")
    desk.press("F5")
    file = tmp_path / "all.xlsx"
    desk.answers.will_save(file)
    desk.press(SAVE)
    assert desk.said[-1].startswith("79 tickets saved")


def test_nothing_is_written_where_no_file_is_chosen(desk: Desk) -> None:
    desk.answers.will_save(None)
    desk.press(SAVE)
    assert desk.said == []


def test_a_place_that_cannot_be_written_is_named(desk: Desk, tmp_path: Path) -> None:
    desk.answers.will_save(tmp_path / "nowhere" / "list.xlsx")
    desk.press(SAVE)
    assert "list.xlsx" in desk.said[-1]


def test_the_list_is_shown_as_it_will_be_printed(desk: Desk, tmp_path: Path) -> None:
    desk.press("Alt+4")
    desk.finds("轨道")
    desk.answers.will_answer(PaperPanel, answer=False)
    desk.answers.will_save(tmp_path / "list.pdf")
    desk.press(PRINT)
    assert desk.answers.asked[-2].startswith("工单一览 2026-11-20 11:04")
    words = words_of(tmp_path / "list.pdf")
    for said in ("已暂停 查找“轨道” 共 1 项", "6-1-1203", "等配件"):
        assert said in words


def test_the_paper_of_a_view_bears_its_name(desk: Desk, office: OfficeBuilder, tmp_path: Path) -> None:
    desk.press("Alt+4")
    office.office.ticket_views.save(office.supervisor, "等谁", desk.page.book.wanted)
    desk.press("F5")
    desk.answers.will_answer(PaperPanel, answer=False)
    desk.answers.will_save(tmp_path / "list.pdf")
    desk.press(PRINT)
    assert "等谁 共 2 项" in words_of(tmp_path / "list.pdf")


def test_a_list_too_long_for_paper_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.tickets.statistics.handed_out.MOST_ROWS", 2)
    desk.press(PRINT)
    assert desk.said[-1].startswith("The list has 9 rows; a paper takes 2 at most.")


def words_of(paper: Path) -> str:
    with pypdfium2.PdfDocument(paper) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def report_lamp(office: OfficeBuilder, text: str) -> None:
    asked = NewTicket(new_client_id(), text, kind=TicketKind.REPAIR, place="南门")
    office.office.tickets.report(office.cashier, asked)
