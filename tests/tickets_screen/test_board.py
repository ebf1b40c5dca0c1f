"""The board by keys: found, filtered, counted, marked, and read whole beside."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.tickets.deadlines.due import Standing
from app.tickets.lists.filters import Group
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.desk import Desk
from ui.tickets.board.row_words import row_words


def test_what_is_due_first_stands_first_and_each_row_says_how_it_stands(desk: Desk) -> None:
    rows = desk.page.board.list.tickets.rows
    assert desk.listed()[0] == "1-2-1104"
    said = {row.where: row_words(row).standing for row in rows}
    assert said["1-2-1104"] == "overdue by 45 h 54 min"
    assert said["1-3-204"] == "2 min left, contact with the resident"
    assert said["6-1-1203"] == "waiting for parts"
    assert said["2-3-305"] == "46 min left, first review"


def test_a_row_is_read_out_with_all_its_words(desk: Desk) -> None:
    model = desk.page.board.list.tickets
    said = model.data(model.index(0))
    assert said == "261118-001, 1-2-1104, in work, 厨房下水反水，已漏到楼下, overdue by 45 h 54 min"


def test_chips_count_and_their_keys_show_their_list(desk: Desk) -> None:
    assert [desk.page.book.count(group) for group in (Group.OPEN, Group.TO_ASSIGN, Group.WAITING)] == [9, 4, 2]
    desk.press("Alt+4")
    assert sorted(desk.listed()) == ["4-2-903", "6-1-1203"]
    desk.press("Alt+6")
    assert {row.standing for row in desk.page.board.list.tickets.rows} == {Standing.OVERDUE}
    desk.press("Alt+8")
    assert desk.listed() == ["5-1-802"]


def test_any_word_finds_a_ticket_and_an_empty_list_says_where_it_is(desk: Desk) -> None:
    desk.finds("楼上 601")
    assert desk.listed() == ["3-2-501"]
    desk.finds("楼道灯")
    assert desk.listed() == []
    assert "Alt 0" in desk.page.board._empty._hint.text()
    desk.press("Alt+0")
    assert desk.listed() == ["5-1-802"]


def test_the_number_as_it_is_spoken_finds_its_ticket(desk: Desk) -> None:
    desk.finds("261120-005")
    assert desk.shown().row.where == "3-2-501"


def test_an_arrow_key_brings_the_next_ticket_beside(desk: Desk) -> None:
    desk.press("Return", "Down", "Down")
    assert desk.shown().row.id == desk.page.board.list.current_id()


def test_t17_the_filter_is_asked_for_by_a_slash_and_kept_for_the_next_start(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    desk = desks(office, panels=True)
    desk.press("Return")
    with desk.keys.when_asked("Tab", "Tab", "Tab", "Down", "Down", "Return"):  # the second kind is the complaint
        desk.press("/")
    assert desk.listed() == ["2-3-305"]
    desk.close()
    assert desks(office).listed() == ["2-3-305"]


def test_a_filter_can_be_saved_as_a_view_that_everybody_sees(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    desk.press("Return")
    with desk.keys.when_asked("Esc"):
        desk.press("/")
    office.office.ticket_views.save(office.supervisor, "投诉", desk.page.book.wanted)
    assert [view.name for view in office.office.ticket_views.all()] == ["投诉"]


def test_escape_goes_back_one_level_at_a_time(desk: Desk) -> None:
    desk.finds("渗水").press("Return")
    assert desk.page.detail.timeline.hasFocus()
    desk.press("Esc")
    assert desk.page.board.list.hasFocus()
    desk.press("Space", "Esc")
    assert desk.page.board.marked() == ()
    desk.press("Esc")
    assert desk.page.board.search.hasFocus()
    assert desk.page.board.search.text() == ""


def test_time_goes_on_while_nobody_presses_a_key(desk: Desk, office: OfficeBuilder) -> None:
    office.clock.set(office.clock.now() + timedelta(minutes=5))
    desk.page._look_at_clocks()
    said = {row.where: row_words(row).standing for row in desk.page.board.list.tickets.rows}
    assert said["1-3-204"].startswith("overdue by ")


@pytest.mark.parametrize("key", ["A", "S", "P", "C", "K"])
def test_t17_letters_type_while_the_caret_is_in_the_search_box(desk: Desk, key: str) -> None:
    desk.keys.type(key.lower())
    assert desk.page.board.search.text() == key.lower()
    assert desk.answers.asked == []


def test_t17_every_key_of_the_tab_is_in_the_list_of_keys(desk: Desk) -> None:
    desk.press("Return")
    keys = {key for action in desk.window.context.actions.active() for key in action.spec.keys}
    assert set("ASPNCRMKDTX/I") <= keys
    assert {"Return", "F4", "Ctrl+N", "Ctrl+Z", "Ctrl+B", "Ctrl+P", "Esc"} <= keys
