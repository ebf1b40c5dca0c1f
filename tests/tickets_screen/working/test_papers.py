"""Papers of a ticket by keys: seen first, printed, printed again as a copy, and told where none came out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.office_builder import OfficeBuilder
from tests.tickets_screen.working.in_turn import in_turn
from tests.tickets_screen.working.printed import PrintingDesk
from ui.printing.paper_desk import PaperPanel
from ui.tickets.papers.findings_panel import FindingsPanel
from ui.tickets.papers.papers_panel import PapersPanel
from ui.tickets.papers.parts_panel import PartsPanel

OpenPrinting = Callable[..., PrintingDesk]
ORDER, SLIP, REPORT = "Work order 261120-005", "Slip for the resident 261120-005", "Repair report 261120-005"


@pytest.fixture
def runs(office: OfficeBuilder, qapp: QApplication) -> Iterator[OpenPrinting]:
    opened: list[PrintingDesk] = []

    def run(*, on: bool = True) -> PrintingDesk:
        opened.append(PrintingDesk(office, on=on))
        opened[-1].desk.finds("渗水").shown()
        return opened[-1]

    yield run
    for one in opened:
        one.close()


def papers(one: PrintingDesk) -> list[tuple[str, int, bool]]:
    ticket = one.desk.shown().row.id
    issued = one.desk.office.office.ticket_papers.issued(ticket)
    return [(paper.paper.value, paper.copies, paper.came_out) for paper in issued]


def test_ctrl_p_prints_the_work_order_at_once(runs: OpenPrinting) -> None:
    one = runs()
    one.desk.press("Ctrl+P")
    assert one.printed() == [ORDER]
    assert papers(one) == [("work_order", 0, True)]
    assert one.printer.papers[0][1] == "A5 upright"


def test_t7_the_slip_is_seen_before_it_is_printed_and_escape_prints_nothing(runs: OpenPrinting) -> None:
    one = runs()
    with in_turn(one.desk.keys, (PapersPanel, ("F6",)), (PaperPanel, ("Esc",)), (PapersPanel, ("Esc",))):
        one.desk.press("Ctrl+Shift+P")
    assert (one.printed(), papers(one)) == ([], [])
    with in_turn(one.desk.keys, (PapersPanel, ("F6",)), (PaperPanel, ("Return",)), (PapersPanel, ("Esc",))):
        one.desk.press("Ctrl+Shift+P")
    assert one.printed() == [SLIP]
    assert papers(one) == [("ticket_slip", 0, True)]


def test_the_report_asks_what_was_found_and_done(runs: OpenPrinting) -> None:
    one = runs()
    findings = (FindingsPanel, (*"worn", "F9", *"changed", "F9"))
    with in_turn(one.desk.keys, (PapersPanel, ("F7",)), findings, (PaperPanel, ("Return",)), (PapersPanel, ("Esc",))):
        one.desk.press("Ctrl+Shift+P")
    assert one.printed() == [REPORT]
    assert papers(one) == [("repair_report", 0, True)]


def test_a_paper_that_was_printed_comes_again_as_a_marked_copy(runs: OpenPrinting) -> None:
    one = runs()
    one.desk.press("Ctrl+P")
    one.printed()
    with in_turn(one.desk.keys, (PapersPanel, ("Return",)), (PaperPanel, ("Return",)), (PapersPanel, ("Esc",))):
        one.desk.press("Ctrl+Shift+P")
    assert one.printed() == [ORDER, ORDER]
    assert papers(one) == [("work_order", 1, True)]


def test_the_parts_of_the_month_are_shown_and_printed(runs: OpenPrinting) -> None:
    one = runs()
    shown = ((PapersPanel, ("F8",)), (PartsPanel, ("F9",)), (PaperPanel, ("Return",)), (PapersPanel, ("Esc",)))
    with in_turn(one.desk.keys, *shown):
        one.desk.press("Ctrl+Shift+P")
    assert one.printed() == ["配件使用清单"]


def test_p8_an_order_that_did_not_come_out_is_said_and_f8_sends_it_again(runs: OpenPrinting) -> None:
    one = runs(on=False)
    one.desk.press("Ctrl+P")
    assert one.printed() == []
    assert ORDER in one.notice()
    assert "is not set up on this computer" in one.notice()
    one.printer.on = True
    one.desk.press("F8")
    assert one.printed() == [ORDER]
    assert one.notice() == ""
    assert papers(one) == [("work_order", 0, True)]


def test_p8_what_an_earlier_run_left_is_said_at_the_next_start_and_printed_as_the_original(runs: OpenPrinting) -> None:
    before = runs(on=False)
    before.desk.press("Ctrl+P")
    before.printed()
    before.close()
    one = runs()
    assert ORDER in one.notice()
    one.desk.press("F8")
    assert one.printed() == [ORDER]
    assert papers(one) == [("work_order", 0, True)]
    assert one.notice() == ""


def test_a_new_order_takes_the_place_of_one_that_never_came_out(runs: OpenPrinting) -> None:
    one = runs(on=False)
    one.desk.press("Ctrl+P")
    one.printed()
    one.printer.on = True
    one.desk.press("Ctrl+P")
    assert one.printed() == [ORDER]
    assert one.notice() == ""
    assert papers(one) == [("work_order", 0, False), ("work_order", 0, True)]
