"""Everything of a unit while somebody of it is on the telephone."""

from __future__ import annotations

from app.tickets.changes.many import Seen
from app.tickets.entry.new_ticket import Caller, NewTicket, new_client_id
from app.tickets.events.mass_events import NewEvent
from app.tickets.kinds import ClockName, Confirmation, EntryKind
from app.tickets.moves.asked import Closing
from tests.tickets_screen.caller.caller_desk import CallerDesk
from ui.widgets.key_button import KeyButton

DONE = Closing("水泵检修", "切换备用泵", 60, confirmed=Confirmation.PHONE)


def report(desk: CallerDesk, text: str) -> int:
    unit_id = desk.office.office.estate.unit_named("3-2-501")
    asked = NewTicket(new_client_id(), text, unit_id=unit_id, caller=Caller(unit_id=unit_id))
    return desk.office.office.tickets.report(desk.office.cashier, asked).ticket_id


def test_one_screen_says_who_owes_what_is_open_and_what_to_know(desk: CallerDesk) -> None:
    report(desk, "卫生间顶棚渗水")
    desk.calls("3-2-501")
    facts = desk.panel.facts
    assert (desk.panel.who.text(), desk.panel.unit.text()) == ("张建国", "owner·3-2-501")
    assert facts.owed.text().endswith("682.52")
    assert "the earliest 2026-08-05" in facts.owed_words.text()
    assert facts.people.text() == "张建国 owner 138****5678 陈玉兰 family 139****0213"
    assert desk.open_tickets() == ["261120-001"]
    assert "管井钥匙在中控室" in facts.hint.text()
    assert "晚 6 点后方便接听" in facts.notes.text()
    assert "卫生间顶棚渗水" in facts.contacts.text()


def test_what_goes_on_in_the_building_is_said_first(desk: CallerDesk) -> None:
    tickets = tuple(Seen(report(desk, text)) for text in ("家里没水", "水压很小"))
    begun = NewEvent(new_client_id(), "低区停水", "水泵检修，12:30 前恢复", tickets)
    event = desk.office.office.mass_events.begin(desk.office.cashier, begun)
    desk.calls("3-2-601")
    assert desk.panel.facts.live.text() == "Say 低区停水：水泵检修，12:30 前恢复"
    desk.office.office.mass_events.close(desk.office.cashier, event.ticket_id, None, DONE)
    desk.calls("3-2-601")
    assert not desk.panel.facts.live.isVisible()


def test_the_keys_stand_beside_the_words_where_there_is_room(desk: CallerDesk) -> None:
    desk.calls("3-2-501")
    save = next(one for one in desk.panel.findChildren(KeyButton) if one.text().startswith("Keep this call"))
    assert save.y() > desk.panel.words.geometry().bottom()
    desk.window.window.resize(850, 620)
    desk.wait()
    assert save.x() > desk.panel.words.geometry().right()
    assert save.y() < desk.panel.words.geometry().bottom()


def test_a_unit_without_arrears_and_tickets_says_so_in_grey(desk: CallerDesk) -> None:
    desk.calls("3-2-601")
    facts = desk.panel.facts
    assert facts.owed_words.text() == "No arrears"
    assert not facts.owed.isVisible()
    assert facts.no_tickets.isVisible()


def test_the_call_is_kept_with_the_open_ticket_and_counts_as_contact(desk: CallerDesk) -> None:
    ticket_id = report(desk, "卫生间顶棚渗水")
    desk.calls("3-2-501")
    desk.keys.commit("问几点能修好；答 13:20 前答复")
    desk.keys.press("Ctrl+Return")
    page = desk.office.office.ticket_pages.open(ticket_id)
    kinds = [one.kind for one in page.timeline]
    assert EntryKind.CONTACT in kinds
    assert desk.said[-1] == "The call is kept with 261120-001"
    assert desk.panel.words.text() == ""
    contact = next(one for one in page.clocks if one.name is ClockName.CONTACT)
    assert contact.reckoned.standing.value == "met"
    assert "13:20" in desk.panel.facts.contacts.text()


def test_without_an_open_ticket_the_words_go_into_a_new_one(desk: CallerDesk) -> None:
    unit_id = desk.calls("3-2-601")
    desk.keys.commit("问装修押金何时退")
    desk.keys.press("Ctrl+Return")
    assert desk.page.wanted == [(unit_id, "问装修押金何时退")]


def test_nothing_said_is_not_kept(desk: CallerDesk) -> None:
    report(desk, "卫生间顶棚渗水")
    desk.calls("3-2-501")
    desk.keys.press("Ctrl+Return")
    assert desk.panel.problem.text() == "Write what was said first."
    assert desk.panel.words.hasFocus()


def test_f3_shows_the_telephones_and_the_look_is_kept(desk: CallerDesk) -> None:
    desk.calls("3-2-501")
    desk.keys.press("F3")
    assert "13800005678" in desk.panel.facts.people.text()
    desk.calls("3-2-601")
    assert "13800005678" not in desk.panel.facts.people.text()


def test_the_keys_lead_to_the_counter_to_a_new_ticket_and_back(desk: CallerDesk) -> None:
    unit_id = desk.calls("3-2-501")
    desk.keys.press("Alt+1", "Ctrl+N", "Esc")
    assert desk.page.wanted == [unit_id, (unit_id, ""), "left"]


def test_the_clock_counts_the_call(desk: CallerDesk) -> None:
    desk.calls("3-2-501")
    desk.office.clock.advance(seconds=136)
    desk.panel._show_talk()
    assert desk.panel.talk.text() == "02:16"
