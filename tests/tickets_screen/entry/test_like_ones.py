"""The same lamp from four neighbours: what is open already is seen before it is saved a second time."""

from __future__ import annotations

import time

from tests.tickets_screen.entry.entry_desk import EntryDesk

WITHIN = 0.1


def report(desk: EntryDesk, room: str, category: str, text: str) -> None:
    begin(desk, room, category, text)
    desk.keys.press("Ctrl+Return")


def begin(desk: EntryDesk, where: str, category: str, text: str = "") -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type(where)
    desk.keys.press("Return")
    desk.keys.type(category)
    desk.keys.press("Return")
    desk.keys.commit(text)


def test_t4_open_tickets_of_the_room_stand_beside_the_form(desk: EntryDesk) -> None:
    report(desk, "32501", "sg", "厨房下水反水")
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    assert desk.similar() == ["261120-001"]


def test_t4_of_another_room_nothing_is_shown(desk: EntryDesk) -> None:
    report(desk, "32501", "sg", "厨房下水反水")
    begin(desk, "32502", "sg")
    assert desk.similar() == []
    assert desk.form.side.none.isVisible()


def test_t4_at_a_public_place_only_the_same_category_counts(desk: EntryDesk) -> None:
    report(desk, "zxhy", "ggzm", "花园灯不亮")
    begin(desk, "zxhy", "etjsss")
    assert desk.similar() == []
    desk.keys.press("Alt+X", "Ctrl+N")
    begin(desk, "zxhy", "ggzm")
    assert desk.similar() == ["261120-001"]


def test_t4_they_are_there_within_a_tenth_of_a_second(desk: EntryDesk) -> None:
    report(desk, "32501", "sg", "厨房下水反水")
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    began = time.perf_counter()
    desk.form.around.look()
    assert time.perf_counter() - began < WITHIN


def test_t4_alt_m_adds_this_report_to_the_marked_one(desk: EntryDesk) -> None:
    report(desk, "zxhy", "ggzm", "花园灯不亮")
    begin(desk, "zxhy", "ggzm", "又有人说花园灯不亮")
    desk.go_to(desk.form.fields.name)
    desk.keys.commit("李梅")
    desk.keys.press("Alt+M")
    assert [one.number for one in desk.tickets()] == ["261120-001"]
    ticket = desk.tickets()[0]
    assert [one.name for one in desk.reporters(ticket.id)] == ["李梅"]
    assert desk.page.joined == [ticket.id]
    assert "Added to 261120-001" in desk.said[-1]
    assert desk.form.state().is_empty


def test_t4_another_one_is_marked_without_leaving_the_text(desk: EntryDesk) -> None:
    report(desk, "32501", "sg", "第一件")
    report(desk, "32501", "sg", "第二件")
    begin(desk, "32501", "sg", "补充：水已关")
    assert desk.similar() == ["261120-002", "261120-001"]
    desk.keys.press("Ctrl+Down", "Alt+M")
    assert desk.page.joined == [desk.tickets()[-1].id]


def test_t4_without_an_open_ticket_alt_m_says_why_not(desk: EntryDesk) -> None:
    begin(desk, "32501", "sg", "第一件")
    desk.keys.press("Alt+M")
    assert desk.said[-1] == "No open ticket is marked"
    assert desk.form.fields.text.text() == "第一件"


def test_t4_nothing_asks_in_between(desk: EntryDesk) -> None:
    report(desk, "32501", "sg", "第一件")
    report(desk, "32501", "sg", "第二件")
    assert len(desk.tickets()) == 2
    assert desk.answers.asked == []


def test_t5_three_like_reports_in_an_hour_suggest_one_event(desk: EntryDesk) -> None:
    for room in ("32501", "32502", "32601"):
        report(desk, room, "hntd", "家里停电")
    assert "3 like tickets in" in desk.said[-1]
    begin(desk, "32501", "hntd")
    assert "3 like tickets" in desk.form.side.event_note.text()


def test_t8_the_hint_of_the_building_shows_beside_the_form(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32601")
    desk.keys.press("Return")
    assert "管井钥匙在中控室" in desk.form.side.hint.text()
