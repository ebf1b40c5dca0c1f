"""Marks, appointments and sets of changes by keys: on one ticket or many, and taken back in one step."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.tickets.changes.many import Changes
from app.tickets.deadlines.due import Standing
from app.tickets.fields import Field
from app.tickets.kinds import Priority, State
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.desk import Desk

Ids = dict[str, int]


def test_space_marks_and_goes_on_and_a_second_one_takes_the_mark_away(desk: Desk) -> None:
    desk.press("Return", "Space", "Space")
    assert len(desk.page.board.marked()) == 2
    assert desk.page.board._said.text() == "2 tickets marked: letters act on all"
    desk.press("Up", "Space")
    assert len(desk.page.board.marked()) == 1
    desk.press("Esc")
    assert desk.page.board.marked() == ()
    assert desk.page.board.list.hasFocus() or desk.page.board.search.hasFocus()


def test_marks_stay_while_the_list_is_read_anew(desk: Desk) -> None:
    desk.press("Return", "Space", "F5")
    assert len(desk.page.board.marked()) == 1


def test_d_writes_an_appointment_that_the_resident_asked_for(panels: Desk, tickets: Ids) -> None:
    panels.finds("客厅灯").shown()
    with panels.keys.when_asked("Ctrl+A", *"11-21", "Tab", *"9:30", "Tab", "Space", "F9"):
        panels.press("D")
    row = panels.row(tickets["1-3-204"])
    assert row.appointment == datetime(2026, 11, 21, 9, 30)
    panels.press("Ctrl+Z")
    assert panels.row(tickets["1-3-204"]).appointment is None


def test_an_appointment_of_the_past_is_refused_in_its_place(panels: Desk, tickets: Ids) -> None:
    panels.finds("客厅灯").shown()
    with panels.keys.when_asked("Ctrl+A", *"11-19", "Tab", *"9:30", "F9", "Esc"):
        panels.press("D")
    assert panels.row(tickets["1-3-204"]).appointment is None


def test_x_says_where_sets_come_from_while_there_is_none(desk: Desk) -> None:
    desk.press("Return", "X")
    assert desk.answers.asked == []
    assert desk.said[-1].startswith("The office has no set of changes yet")


def test_t25_x_uses_a_set_on_one_ticket_after_showing_it(panels: Desk, office: OfficeBuilder, tickets: Ids) -> None:
    night(office)
    panels.finds("客厅灯").shown()
    with panels.keys.when_asked("F9", "F9"):
        panels.press("X")
    row = panels.row(tickets["1-3-204"])
    assert (row.priority, row.assignee, row.state) == (Priority.URGENT, "沈若兰", State.ASSIGNED)


def test_t25_x_on_many_is_one_step_back_and_names_what_stayed(panels: Desk, office: OfficeBuilder) -> None:
    night(office)
    panels.press("Return", "Ctrl+A")
    before = {row.id: (row.priority, row.state) for row in everything(panels)}
    with panels.keys.when_asked("F9", "F9"):
        panels.press("X")
    after = {row.id: (row.priority, row.state) for row in everything(panels)}
    changed = [one for one in before if before[one] != after[one]]
    assert len(changed) > 1
    assert "stay as they are" in panels.said[-1] or "stays as it is" in panels.said[-1]
    panels.press("Ctrl+Z")
    assert {row.id: (row.priority, row.state) for row in everything(panels)} == before


def test_t25_one_press_shows_what_a_set_would_do_and_esc_leaves_everything(panels: Desk, office: OfficeBuilder) -> None:
    night(office)
    panels.press("Return", "Ctrl+A")
    before = [row.version for row in everything(panels)]
    with panels.keys.when_asked("F9", "Esc"):
        panels.press("X")
    assert [row.version for row in everything(panels)] == before


def test_many_are_closed_by_one_question_and_opened_by_one_key(
    office: OfficeBuilder, desks: OpenDesk, tickets: Ids
) -> None:
    panels = desks(office, panels=True)
    ids = [tickets["1-2-1104"], tickets["6-1-1203"]]
    panels.page.board.list.tickets.marked = set(ids)
    panels.press("Return")
    with panels.keys.when_asked(*"worn", "Tab", *"changed", "Tab", *"30", "F9", "F9"):
        panels.press("C")
    assert {panels.row(one).state for one in ids} == {State.CLOSED}
    panels.press("Ctrl+Z")
    assert [panels.row(one).state for one in ids] == [State.IN_WORK, State.WAITING_PARTS]
    assert panels.row(ids[1]).standing is Standing.PAUSED


def everything(desk: Desk) -> list[Any]:
    return list(desk.office.office.ticket_lists.read(desk.page.book.wanted).rows)


def night(office: OfficeBuilder) -> None:
    """A set that makes a ticket urgent and gives it to the supervisor."""
    values = {Field.PRIORITY: Priority.URGENT, Field.ASSIGNEE: office.supervisor.id}
    office.office.macros.add(office.supervisor, "夜间急修", Changes(values, State.ASSIGNED))
