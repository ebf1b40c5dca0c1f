"""A ticket is opened whole: who, what happened, what is promised, and what hangs on it."""

from __future__ import annotations

import pytest

from app.core.money import Money
from app.estate.kinds import OccupancyRole
from app.tickets.entry.new_ticket import Caller
from app.tickets.kinds import ClockName, ContactWay, EntryKind, State
from app.tickets.moves.asked import Contact
from app.tickets.refusals import TicketUnknown
from tests.tickets.flow.ticket_office import TicketOffice


def leak(desk: TicketOffice) -> int:
    owner = desk.office.estate.unit_page(desk.unit).people[0].person_id
    caller = Caller(person_id=owner, unit_id=desk.unit, words="昨晚开始")
    return desk.at("2026-11-20T09:12").reported("卫生间顶棚渗水", caller=caller, checklist=("拍照留存", "复查"))


def test_the_timeline_tells_everything_newest_first(desk: TicketOffice) -> None:
    made = leak(desk)
    desk.at("2026-11-20T09:23")
    asked = Contact(ContactWay.PHONE, "张建国", reached=True, text="约定 10:30 上门")
    desk.office.ticket_notes.contact(desk.cashier, made, asked)
    page = desk.office.ticket_pages.open(made)
    assert [(one.kind, one.state, one.by) for one in page.timeline] == [
        (EntryKind.CONTACT, State.CONTACTED, "王敏"),
        (EntryKind.REPORTED, State.REPORTED, "王敏"),
    ]
    assert page.timeline[0].text == "约定 10:30 上门"
    assert page.timeline[0].was is State.REPORTED
    assert (page.made_by, page.row.state) == ("王敏", State.CONTACTED)


def test_the_page_shows_people_with_role_and_masked_telephone(desk: TicketOffice) -> None:
    made = leak(desk)
    desk.office.tickets.add_reporter(desk.cashier, made, Caller("楼下住户", "13900001234"))
    first, second = desk.office.ticket_pages.open(made).people
    assert (first.reporter.name, first.reporter.phone, first.role) == ("张建国", "138****5678", OccupancyRole.OWNER)
    assert (second.reporter.name, second.reporter.phone, second.role) == ("楼下住户", "139****1234", None)


def test_clocks_checklist_and_open_moves_stand_on_the_page(desk: TicketOffice) -> None:
    page = desk.office.ticket_pages.open(leak(desk))
    assert [one.name for one in page.clocks] == [ClockName.CONTACT, ClockName.CLOSE]
    assert [(one.text, one.done) for one in page.checklist] == [("拍照留存", False), ("复查", False)]
    assert State.CONTACTED in {move.to for move in page.moves}
    assert (page.closing, page.hint, page.arrears) == (None, None, None)


def test_hint_and_arrears_of_the_house_stand_beside(desk: TicketOffice) -> None:
    made = leak(desk)
    building = desk.office.estate.unit_page(desk.unit).building_id
    desk.office.building_hints.write(desk.cashier, building, "管井钥匙在中控")
    desk.builder.property_fee(desk.unit)
    desk.builder.billed_through(2026, 11)
    page = desk.office.ticket_pages.open(made)
    assert page.hint is not None
    assert page.hint.text == "管井钥匙在中控"
    assert page.arrears is not None
    assert page.arrears.charges == 4
    assert page.arrears.amount > Money.yuan(600)


def test_a_later_case_and_its_former_one_name_each_other(desk: TicketOffice) -> None:
    first = leak(desk)
    later = desk.reported("又漏了", follows_id=first)
    assert [one.id for one in desk.office.ticket_pages.open(first).linked.followed_by] == [later]
    follows = desk.office.ticket_pages.open(later).linked.follows
    assert follows is not None
    assert follows.number == "261120-001"


def test_a_ticket_that_is_not_there_is_refused(desk: TicketOffice) -> None:
    with pytest.raises(TicketUnknown):
        desk.office.ticket_pages.open(4711)
