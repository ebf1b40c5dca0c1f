"""Whoever answers the telephone sees people, arrears, open tickets, hint, notes and last contacts of a unit at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from app.core.clock import SetClock
from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.desk.caller import ContactKind
from app.estate.refusals import UnknownUnit
from app.store.folder import DataFolder
from app.tickets.entry.new_ticket import Caller
from app.tickets.kinds import ContactWay
from app.tickets.moves.asked import Contact
from tests.tickets.flow.ticket_office import TicketOffice


@pytest.fixture
def desk(office_folder: DataFolder, clock: SetClock) -> Iterator[TicketOffice]:
    opened = TicketOffice(office_folder, clock)
    yield opened
    opened.office.close()


def test_a_unit_of_which_nothing_is_known_has_an_empty_panel(desk: TicketOffice) -> None:
    panel = desk.office.caller.panel(desk.cashier, desk.unit)
    assert panel.unit.owner is not None
    assert panel.unit.owner.name == "张建国"
    assert (panel.owed.amount, panel.owed.charges, panel.owed.earliest) == (NOTHING, 0, None)
    assert (panel.tickets, panel.hint, panel.notes, panel.contacts) == ((), None, (), ())


def test_money_tickets_hint_and_notes_stand_together(desk: TicketOffice) -> None:
    desk.builder.property_fee(desk.unit)
    desk.builder.billed_through(2026, 11)
    calm = desk.at("2026-11-20T08:00").reported(
        "快递柜旁照明", place="南门", unit_id=None, caller=Caller("张", unit_id=desk.unit)
    )
    leak = desk.at("2026-11-20T08:30").reported("卫生间顶棚渗水")
    desk.closes(desk.reported("对讲无声"))
    building = desk.office.estate.unit_page(desk.unit).building_id
    desk.office.building_hints.write(desk.cashier, building, "管井钥匙在中控")
    desk.office.unit_notes.add(desk.supervisor, desk.unit, "晚 6 点后方便接听")
    panel = desk.office.caller.panel(desk.cashier, desk.unit)
    assert (panel.owed.charges, panel.owed.earliest) == (4, date(2026, 8, 5))
    assert panel.owed.amount > Money.yuan(600)
    assert [row.id for row in panel.tickets] == [calm, leak]
    assert panel.hint is not None
    assert panel.hint.text == "管井钥匙在中控"
    assert [note.text for note in panel.notes] == ["晚 6 点后方便接听"]


def test_reports_talks_and_payments_are_the_last_contacts(desk: TicketOffice) -> None:
    desk.builder.property_fee(desk.unit)
    desk.builder.billed_through(2026, 11)
    desk.at("2026-11-20T09:00").builder.open_shift()
    desk.builder.pays(desk.unit)
    leak = desk.at("2026-11-20T09:12").reported("卫生间顶棚渗水")
    desk.at("2026-11-20T09:23")
    talk = Contact(ContactWay.PHONE, "张建国", reached=True, text="约定 10:30 上门")
    desk.office.ticket_notes.contact(desk.cashier, leak, talk)
    talked, reported, paid = desk.office.caller.panel(desk.cashier, desk.unit).contacts
    assert (talked.kind, talked.text, talked.label) == (ContactKind.TALK, "约定 10:30 上门", "261120-001")
    assert (reported.kind, reported.text, reported.ticket_id) == (ContactKind.REPORT, "卫生间顶棚渗水", leak)
    assert paid.kind is ContactKind.PAYMENT
    assert paid.amount > Money.yuan(600)


def test_a_unit_that_is_not_there_is_refused(desk: TicketOffice) -> None:
    with pytest.raises(UnknownUnit):
        desk.office.caller.panel(desk.cashier, UnitId(4711))
