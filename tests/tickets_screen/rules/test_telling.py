"""Who is to be told of late tickets: ticked with name and time, printed, explained; and the summary at the start."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pypdfium2
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.tickets.complaints.asked import Review
from app.tickets.kinds import ServiceClass, State, TicketKind
from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.moves.asked import MoveTo
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.rules.conftest import OpenDesk
from tests.tickets_screen.rules.desk import Desk
from ui.printing.paper_desk import PaperPanel
from ui.tickets.rules.page import Part
from ui.tickets.rules.start_strip import DeadlineStrip
from ui.tickets.rules.told_panel import ToldPanel

ALL = TicketFilter(Group.ALL)


def test_what_presses_most_stands_first_with_whom_to_tell(desk: Desk) -> None:
    assert desk.page.part is Part.TELLING
    assert desk.cells("Where")[:2] == ["3-2-501", "5-1-102"]
    assert desk.cells("State")[:2] == ["overdue by 1 h 30 min", "overdue by 10 min"]
    assert desk.cells("Tell")[1] == "沈若兰"


def test_t15_a_tick_keeps_name_and_time(panels: Desk) -> None:
    panels.press("Down")
    panels.asks("Space", panels.keys_in("F9"))
    assert panels.cells("Told")[1].startswith("沈若兰, 2026-11-20 09:00")
    assert panels.page.section.table.currentIndex().row() == 1
    told = panels.office.office.escalations.listed()[1].step.told
    assert told is not None
    assert (told.told, told.at.minute, told.by) == ("沈若兰", 0, "沈若兰")


def test_a_tick_without_a_name_and_a_second_tick_are_refused_beside_the_field(panels: Desk) -> None:
    said: list[str] = []

    def tick(panel: ToldPanel) -> None:
        panels.keys_in("=", "F9")(panel)
        said.append(panel.told.problem)
        panels.keys_in("=方经理", "F9")(panel)

    def again(panel: ToldPanel) -> None:
        panels.keys_in("=方经理", "F9")(panel)
        said.append(panel.told.problem)
        panels.keys.press("Esc")

    panels.asks("Space", tick)
    panels.asks("Space", again)
    assert said[0] == "Type who was told before you tick it."
    assert said[1].startswith("方经理 was told already")


def test_a_ticket_of_the_list_is_asked_for_and_its_time_explained(desk: Desk) -> None:
    wanted: list[int] = []
    desk.page.ticket_wanted.connect(wanted.append)
    desk.press("Return")
    assert wanted == [1]
    desk.answers.will_read()
    desk.press("F4")
    assert "Promised: contact with the resident within 30 minutes" in desk.answers.asked[-1]


def test_t15_the_call_list_is_shown_before_it_is_printed(desk: Desk) -> None:
    desk.answers.will_answer(PaperPanel, None)
    desk.press("Ctrl+P")
    assert desk.answers.asked[-1].startswith("催办表 2026-11-20 09:00")


def test_a_cashier_ticks_and_prints(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier, panels=True)
    desk.asks("Space", desk.keys_in("=方经理", "F9"))
    assert desk.cells("Told")[0].endswith("(王敏)")


def test_where_nothing_presses_the_list_says_so(new_office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(new_office)
    assert desk.page.section.pane.empty.isVisible()


def test_t14_the_start_is_summed_up_once_and_later_steps_are_said_once(desk: Desk) -> None:
    desk.office.clock.set(datetime(2026, 11, 20, 9, 25))
    strip = DeadlineStrip(desk.window.context, desk.window.context.actions["tickets.rules.telling"])
    strip.say_start()
    QApplication.processEvents()
    assert strip.strip.text() == "2 deadlines overdue, 1 due soon, nobody was told of 3."
    strip.clear()
    strip.say_start()
    strip.look()
    assert strip.strip.text() == ""
    desk.office.clock.set(datetime(2026, 11, 20, 9, 51))
    strip.look()
    assert "first review: overdue by" in strip.strip.text()
    strip.clear()
    strip.look()
    assert strip.strip.text() == ""


def test_the_summary_tells_what_is_so_now_and_goes_when_all_is_done(desk: Desk) -> None:
    strip = DeadlineStrip(desk.window.context, desk.window.context.actions["tickets.rules.telling"])
    numbers: list[int] = []
    strip.pressing_changed.connect(numbers.append)
    strip.say_start()
    QApplication.processEvents()
    assert (strip.pressing, strip.strip.text()) == (2, "2 deadlines overdue, nobody was told of 2.")
    moves, by = desk.office.office.ticket_moves, desk.office.cashier
    for row in desk.office.office.ticket_lists.every_row(ALL):
        moves.move(by, row.id, None, MoveTo(State.CANCELLED, "报错了"))
    desk.window.context.changes.announce("tickets", by=None)
    QTest.qWait(600)
    assert strip.strip.isHidden()
    assert numbers == [2, 0]


def test_words_of_a_further_step_are_not_overwritten_by_a_count(desk: Desk) -> None:
    strip = DeadlineStrip(desk.window.context, desk.window.context.actions["tickets.rules.telling"])
    strip.say_start()
    desk.office.clock.set(datetime(2026, 11, 20, 9, 51))
    strip.look()
    said = strip.strip.text()
    assert "first review: overdue by" in said
    strip.count()
    assert strip.strip.text() == said
    assert strip.pressing == 3


def test_a_major_complaint_asks_for_a_word_of_progress_and_gets_it(panels: Desk) -> None:
    number = without_a_word(panels)
    assert panels.cells("Ticket").count(number) > 1  # its own promises press as well
    row_of_progress(panels, number)
    assert panels.cells("State")[panels.page.section.table.currentIndex().row()] == "progress due 2026-11-22 08:50"
    panels.asks("Space", panels.keys_in("F9", "=已约业主周三面谈", "F9"))
    assert panels.said[-1] == f"The word of progress stands on {number}"
    assert panels.office.office.complaints.progress_due() == ()
    assert "word of progress" not in panels.cells("Step")


def test_why_a_word_of_progress_is_due_is_explained(desk: Desk) -> None:
    row_of_progress(desk, without_a_word(desk))
    desk.answers.will_read()
    desk.press("F4")
    assert "a word of progress was due 2026-11-22 08:50" in desk.answers.asked[-1]


def test_a_word_of_progress_that_is_due_is_said_once_while_the_counter_is_staffed(desk: Desk) -> None:
    strip = DeadlineStrip(desk.window.context, desk.window.context.actions["tickets.rules.telling"])
    strip.say_start()
    number = without_a_word(desk, until=datetime(2026, 11, 22, 7, 0))
    strip.look()
    assert "word of progress" not in strip.strip.text()
    desk.office.clock.set(datetime(2026, 11, 22, 8, 51))
    assert number in [one.ticket.number for one in desk.office.office.deadline_warnings.fresh_progress()]
    assert desk.office.office.deadline_warnings.fresh_progress() == ()


def test_the_start_counts_complaints_without_a_word(desk: Desk) -> None:
    without_a_word(desk)
    warnings = desk.office.office.deadline_warnings
    before = warnings.now()
    assert before.progress == 1
    assert before.pressing == before.overdue + before.late + 1
    strip = DeadlineStrip(desk.window.context, desk.window.context.actions["tickets.rules.telling"])
    strip.say_start()
    QApplication.processEvents()
    assert "1 major complaint asks for a word of progress" in strip.strip.text()


def test_the_call_list_names_complaints_without_a_word(desk: Desk, tmp_path: Path) -> None:
    number = without_a_word(desk)
    desk.answers.will_answer(PaperPanel, answer=False)
    desk.answers.will_save(tmp_path / "calls.pdf")
    desk.press("Ctrl+P")
    with pypdfium2.PdfDocument(tmp_path / "calls.pdf") as document:
        words = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert "重大投诉：应向业主通报进展 1 项" in words
    assert words.count(number) > 1


def without_a_word(desk: Desk, until: datetime = datetime(2026, 11, 22, 9, 0)) -> str:
    """The complaint of the morning becomes a major one, and nobody says anything for two days; its number."""
    office = desk.office
    complaint = next(row for row in office.office.ticket_lists.every_row(ALL) if row.kind is TicketKind.COMPLAINT)
    grave = Review("影响多户", service_class=ServiceClass.MAJOR, assignee_id=office.supervisor.id)
    office.office.complaints.review(office.supervisor, complaint.id, None, grave)
    office.clock.set(until)
    desk.page.begin()
    return complaint.number


def row_of_progress(desk: Desk, number: str) -> None:
    """Goes down to the row that asks for a word."""
    at = desk.cells("Step").index("word of progress")
    assert desk.cells("Ticket")[at] == number
    desk.page.section.table.setFocus()
    desk.press("Home", *["Down"] * at)
