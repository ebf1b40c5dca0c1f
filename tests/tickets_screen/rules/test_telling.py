"""Who is to be told of late tickets: ticked with name and time, printed, explained; and the summary at the start."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QApplication

from tests.office_builder import OfficeBuilder
from tests.tickets_screen.rules.conftest import OpenDesk
from tests.tickets_screen.rules.desk import Desk
from ui.printing.paper_desk import PaperPanel
from ui.tickets.rules.page import Part
from ui.tickets.rules.start_strip import DeadlineStrip
from ui.tickets.rules.told_panel import ToldPanel


def test_what_presses_most_stands_first_with_whom_to_tell(desk: Desk) -> None:
    assert desk.page.part is Part.TELLING
    assert desk.cells("Where")[:2] == ["3-2-501", "5-1-102"]
    assert desk.cells("State")[:2] == ["overdue by 1 h 30 min", "overdue by 10 min"]
    assert desk.cells("Tell")[1] == "沈若兰"


def test_a_tick_keeps_name_and_time(panels: Desk) -> None:
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


def test_the_call_list_is_shown_before_it_is_printed(desk: Desk) -> None:
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


def test_the_start_is_summed_up_once_and_later_steps_are_said_once(desk: Desk) -> None:
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
