"""One thing that many report, by keys: hinted above the list, made one, told, joined, parted and closed together."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.tickets.catalogue.category_facts import CategoryFacts
from app.tickets.changes.many import Seen
from app.tickets.entry.new_ticket import Caller, NewTicket, new_client_id
from app.tickets.events.mass_events import NewEvent
from app.tickets.kinds import State, TicketKind
from app.tickets.moves.asked import GiveOut
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.desk import Desk
from ui.tickets.board.row_words import row_words
from ui.tickets.events.event_panel import EventPanel

EVENT = "Ctrl+G"
SAY = "3栋停水，泵房抢修中，18点来水"


class House:
    """Neighbours of one building without water."""

    def __init__(self, office: OfficeBuilder, entrance: str = "3-2", category: str = "整楼停水") -> None:
        self.office = office
        self.category = office.office.ticket_categories.add(office.supervisor, CategoryFacts(category))
        self.homes = [office.unit(f"{entrance}-60{room}", f"业主{room}") for room in range(1, 6)]

    def calls(self, room: int) -> int:
        self.office.clock.advance(minutes=1)
        asked = NewTicket(
            new_client_id(),
            f"{room + 1}家没水",
            kind=TicketKind.REPAIR,
            unit_id=self.homes[room],
            category_id=self.category,
            caller=Caller(f"业主{room}"),
        )
        return self.office.office.tickets.report(self.office.cashier, asked).ticket_id

    def parent_of(self, ticket_id: int) -> int | None:
        (row,) = self.office.office.ticket_lists.rows([ticket_id])
        return row.parent_id

    def state_of(self, ticket_id: int) -> State:
        (row,) = self.office.office.ticket_lists.rows([ticket_id])
        return row.state


@pytest.fixture
def house(office: OfficeBuilder) -> House:
    return House(office)


@pytest.fixture
def calls(house: House) -> list[int]:
    return [house.calls(room) for room in range(3)]


def make_event(desk: Desk) -> int:
    """Ctrl+G, the words for callers, F9; the event that came of it."""
    with desk.keys.when_asked(*"no water till 18", "F9"):
        desk.press(EVENT)
    return desk.shown().row.id


def test_like_tickets_of_an_hour_are_hinted_above_the_list_and_nothing_else_happens(desk: Desk, house: House) -> None:
    house.calls(0)
    house.calls(1)
    desk.press("F5")
    assert desk.page.board.hint.text() == ""
    house.calls(2)
    desk.press("F5")
    assert desk.page.board.hint.text() == "3 like tickets in 3栋, 整楼停水: one event?"
    assert desk.answers.asked == []
    assert house.office.office.mass_events.live() == ()


def test_ctrl_g_makes_one_event_with_the_words_for_callers(panels: Desk, house: House, calls: list[int]) -> None:
    panels.press("F5")
    event = make_event(panels)
    (live,) = house.office.office.mass_events.live()
    assert (live.ticket_id, live.text, live.say, live.children) == (event, "整楼停水", "no water till 18", 3)
    assert [house.parent_of(one) for one in calls] == [event] * 3
    assert panels.page.board.hint.text() == ""
    assert "261120" in panels.page.detail.side.linked.text()
    assert "no water till 18" in panels.page.detail.side.handling.text()
    panels.press("Ctrl+Z")
    assert house.office.office.mass_events.live() == ()
    assert [house.parent_of(one) for one in calls] == [None] * 3


def test_an_event_without_words_for_callers_is_refused_in_its_place(
    panels: Desk, house: House, calls: list[int]
) -> None:
    panels.press("F5")
    with panels.keys.when_asked("F9", "Esc"):
        panels.press(EVENT)
    assert house.office.office.mass_events.live() == ()
    assert house.parent_of(calls[0]) is None


def test_marked_tickets_become_an_event_without_a_hint(panels: Desk, house: House) -> None:
    panels.press("Return", "Space", "Space")
    marked = panels.page.board.marked()
    event = make_event(panels)
    assert [one.id for one in house.office.office.mass_events.children(event)] == sorted(marked)


def test_a_later_caller_joins_after_a_yes(panels: Desk, house: House, calls: list[int]) -> None:
    panels.press("F5")
    event = make_event(panels)
    late = house.calls(3)
    panels.press("F5")
    assert panels.page.board.hint.text() == "1 ticket in 3栋, 整楼停水, belongs to the event there?"
    panels.finds("4家没水").shown()
    with panels.keys.when_asked("Y"):
        panels.press(EVENT)
    assert house.parent_of(late) == event
    assert panels.said[-1].startswith("1 ticket joins ")
    assert len(calls) == 3


def test_a_marked_event_takes_in_what_is_marked_with_it(desk: Desk, house: House, calls: list[int]) -> None:
    desk.press("F5")
    other = house.calls(4)
    event = begun(house, calls[:2])
    desk.page.board.list.tickets.marked = {event, other, calls[2]}
    desk.press("F5")
    desk.answers.will_confirm(yes=True)
    desk.press(EVENT)
    assert {house.parent_of(one) for one in (other, calls[2])} == {event}


def test_a_no_lets_it_run_free(desk: Desk, house: House, calls: list[int]) -> None:
    begun(house, calls)
    late = house.calls(3)
    desk.press("F5")
    desk.answers.will_confirm(yes=False)
    desk.press(EVENT)
    assert house.parent_of(late) is None


def test_a_ticket_of_an_event_goes_its_own_way_and_is_taken_back(panels: Desk, house: House, calls: list[int]) -> None:
    event = begun(house, calls)
    panels.press("F5")
    panels.finds("2家没水").shown()
    with panels.keys.when_asked("Ctrl+D", "Esc"):
        panels.press(EVENT)
    assert [house.parent_of(one) for one in calls] == [event, None, event]
    assert panels.said[-1].endswith(" goes its own way again")
    panels.press("Ctrl+Z")
    assert house.parent_of(calls[1]) == event


def test_the_words_for_callers_are_changed_for_everybody(panels: Desk, house: House, calls: list[int]) -> None:
    begun(house, calls)
    panels.press("F5")
    panels.finds("2家没水").shown()
    with panels.keys.when_asked("Shift+Tab", "Ctrl+A", *"water is back", "F9"):
        panels.press(EVENT)
    assert house.office.office.mass_events.live()[0].say == "water is back"
    assert panels.shown().say == "water is back"


def test_the_words_of_another_window_are_named_before_they_are_overwritten(
    desk: Desk, house: House, calls: list[int]
) -> None:
    event = begun(house, calls)
    desk.press("F5")
    desk.finds("1家没水").shown()
    said: list[str] = []

    def change(panel: EventPanel) -> Any:
        house.office.office.mass_events.tell(house.office.supervisor, event, None, "22点来水")
        panel.say.set_text("20点来水")
        panel.add_actions(desk.window.context.actions)
        save = desk.window.context.actions[f"{panel.context}.say"]
        save.trigger()
        said.append(panel.problem())
        save.trigger()

    desk.answers.will_answer(EventPanel, change)
    desk.press(EVENT)
    assert "沈若兰" in said[0]
    assert house.office.office.mass_events.live()[0].say == "20点来水"


def test_a_child_leads_to_its_event_and_back(panels: Desk, house: House, calls: list[int]) -> None:
    event = begun(house, calls)
    panels.press("F5")
    panels.finds("2家没水").shown()
    with panels.keys.when_asked("Up", "F3"):
        panels.press(EVENT)
    assert panels.shown().row.id == calls[0]
    assert panels.finds("泵房抢修").shown().row.id == event  # what callers are told is found as well


def test_event_and_children_say_so_in_their_rows(desk: Desk, house: House, calls: list[int]) -> None:
    event = begun(house, calls)
    desk.press("F5")
    said = {row.id: row_words(row).text for row in desk.page.board.list.tickets.rows}
    assert said[event] == "event of 3 tickets: 整楼停水"
    assert said[calls[0]] == "1家没水 (in an event)"


def test_children_close_with_their_event_by_one_key(panels: Desk, house: House, calls: list[int]) -> None:
    event = begun(house, calls)
    given = GiveOut(assignee_id=house.office.supervisor.id)
    for one in (event, *calls):
        house.office.office.ticket_moves.give_out(house.office.cashier, one, None, given)
    panels.press("F5")
    panels.page.show_ticket(event)
    panels.page.board.list.setFocus()
    panels.wait_for_ticket()
    with panels.keys.when_asked(*"pump", "Tab", *"changed", "Tab", *"45", "F9"):
        panels.press("C")
    assert {house.state_of(one) for one in (event, *calls)} == {State.CLOSED}
    panels.press("Ctrl+Z")
    assert {house.state_of(one) for one in (event, *calls)} == {State.ASSIGNED}


def test_where_nothing_is_like_it_is_said_what_to_do(desk: Desk) -> None:
    desk.press("Return", EVENT)
    assert desk.said[-1] == "Mark like tickets with Space; Ctrl G then makes one event of them."


def test_of_several_hints_the_first_is_spelled_out_and_the_one_of_the_chosen_ticket_is_followed(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    houses = [House(office, "3-2", "停水"), House(office, "4-1", "停电")]
    for house in houses:
        for room in range(3):
            house.calls(room)
    desk = desks(office, panels=True)
    assert desk.page.board.hint.text() == "3 like tickets in 3栋, 停水: one event? 1 more such hint."
    desk.finds("4-1-602").shown()
    make_event(desk)
    assert [event.category for event in office.office.mass_events.live()] == ["停电"]
    desk.press("Esc", "Esc", "Return", "End")
    make_event(desk)
    assert {event.category for event in office.office.mass_events.live()} == {"停水", "停电"}


def test_hints_are_read_while_time_goes_on(desk: Desk, house: House) -> None:
    for room in range(3):
        house.calls(room)
    office = house.office
    desk.page._look_at_clocks()
    assert desk.page.board.hint.text() != ""
    office.clock.set(office.clock.now() + timedelta(days=2))
    desk.page._look_at_clocks()
    assert desk.page.board.hint.text() == ""
    assert office.clock.now() > datetime(2026, 11, 22)


def begun(house: House, tickets: list[int]) -> int:
    """An event that runs already."""
    asked = NewEvent(new_client_id(), "整楼停水", SAY, tuple(Seen(one) for one in tickets))
    return house.office.office.mass_events.begin(house.office.cashier, asked).ticket_id
