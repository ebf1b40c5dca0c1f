"""A complaint becomes a major one by key: one person answers for it, and its promises run on as they did."""

from __future__ import annotations

from app.tickets.complaints.asked import Review
from app.tickets.kinds import ServiceClass, State
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.desk import Desk

Ids = dict[str, int]


def reviewed(office: OfficeBuilder, tickets: Ids) -> int:
    """The complaint about noise, looked at, with nobody who answers for it."""
    complaint = tickets["2-3-305"]
    office.office.complaints.review(office.cashier, complaint, None, Review("楼上装修"))
    return complaint


def test_a_complaint_becomes_a_major_one_with_one_who_answers_for_it(
    office: OfficeBuilder, desks: OpenDesk, tickets: Ids
) -> None:
    complaint = reviewed(office, tickets)
    desk: Desk = desks(office, panels=True)
    desk.finds("噪声").shown()
    due = [clock.reckoned.due_at for clock in desk.shown().clocks]
    with desk.keys.when_asked("End", "Tab", "Down", "Tab", *"grave", "F9"):
        desk.press("T")
    row = desk.row(complaint)
    assert (row.service_class, row.state, bool(row.assignee)) == (ServiceClass.MAJOR, State.REVIEWED, True)
    assert [clock.reckoned.due_at for clock in desk.shown().clocks] == due
    assert desk.shown().timeline[0].text == "grave"


def test_without_one_who_answers_it_does_not_become_a_major_one(
    office: OfficeBuilder, desks: OpenDesk, tickets: Ids
) -> None:
    complaint = reviewed(office, tickets)
    desk: Desk = desks(office, panels=True)
    desk.finds("噪声").shown()
    with desk.keys.when_asked("End", "F9", "Esc"):
        desk.press("T")
    assert desk.row(complaint).service_class is ServiceClass.NORMAL


def test_what_is_major_is_not_made_so_again(office: OfficeBuilder, desks: OpenDesk, tickets: Ids) -> None:
    complaint = reviewed(office, tickets)
    desk: Desk = desks(office, panels=True)
    desk.finds("噪声").shown()
    for text in ("once", "again"):
        with desk.keys.when_asked("End", "Tab", *(("Down", "Tab") if text == "once" else ()), *text, "F9"):
            desk.press("T")
    told = [entry.kind.value for entry in office.office.ticket_pages.open(complaint).timeline]
    assert told[:2] == ["improvement", "changed"]
