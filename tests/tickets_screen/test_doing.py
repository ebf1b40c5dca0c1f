"""Single letters on the chosen ticket: given out, moved, noted, closed, reopened, merged, taken back."""

from __future__ import annotations

from app.tickets.kinds import Confirmation, Priority, State
from app.tickets.moves.asked import MoveTo
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.desk import Desk

Ids = dict[str, int]


def test_t17_a_gives_a_ticket_to_a_worker_whose_load_is_shown(panels: Desk, tickets: Ids) -> None:
    panels.finds("客厅灯").shown()
    with panels.keys.when_asked("Down", "F9"):
        panels.press("A")
    row = panels.row(tickets["1-3-204"])
    assert (row.state, row.worker, row.team) == (State.ASSIGNED, "赵师傅", "工程部")
    assert panels.said[-1] == "261120-003 is given out"
    assert panels.told()[0] == "given out by 王敏"


def test_t17_s_offers_only_open_moves_and_asks_for_a_reason_where_one_is_needed(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked("End", "Return", *"late", "Return"):
        panels.press("S")
    assert panels.row(tickets["3-2-501"]).state is State.CANCELLED


def test_t17_p_and_a_digit_set_the_priority(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked("4"):
        panels.press("P")
    assert panels.row(tickets["3-2-501"]).priority is Priority.URGENT


def test_t17_n_keeps_a_note_of_several_lines(panels: Desk) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*"one", "Return", *"two", "F9"):
        panels.press("N")
    assert panels.shown().timeline[0].text == "one\ntwo"


def test_a_long_note_that_escape_closed_stands_there_again(panels: Desk) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*"abcdefghijkl", "Esc"):
        panels.press("N")
    with panels.keys.when_asked("F9"):
        panels.press("N")
    assert panels.shown().timeline[0].text == "abcdefghijkl"


def test_k_logs_whom_somebody_reached_and_keeps_the_promise(panels: Desk, tickets: Ids) -> None:
    panels.finds("客厅灯").shown()
    with panels.keys.when_asked("F9"):
        panels.press("K")
    assert panels.row(tickets["1-3-204"]).state is State.CONTACTED
    assert panels.told()[0] == "reached 刘洋 by telephone"


def test_t17_t20_c_asks_what_was_done_and_in_how_many_minutes(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*"worn", "Tab", *"changed", "Tab", *"1:30", "Tab", "Tab", "Home", "F9"):
        panels.press("C")
    page = panels.office.office.ticket_pages.open(tickets["3-2-501"])
    assert page.row.state is State.CLOSED
    assert page.closing is not None
    assert (page.closing["cause"], page.closing["minutes"]) == ("worn", 90)
    assert page.closing["confirmed"] == Confirmation.SIGNED


def test_t20_closing_without_minutes_is_refused_in_its_place(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*"worn", "Tab", *"changed", "F9", "Esc"):
        panels.press("C")
    assert panels.row(tickets["3-2-501"]).state is State.IN_WORK


def test_t17_t21_r_reopens_a_closed_ticket_with_its_reason(panels: Desk, tickets: Ids) -> None:
    panels.press("Alt+8", "Return")
    panels.shown()
    with panels.keys.when_asked(*"dark again", "Return"):
        panels.press("R")
    row = panels.row(tickets["closed"])
    assert (row.state, row.reopened) == (State.ASSIGNED, 1)
    assert panels.shown().row.id == tickets["closed"]


def test_a_closed_ticket_says_that_r_reopens_it(desk: Desk) -> None:
    desk.press("Alt+8", "Return")
    desk.shown()
    desk.press("A")
    assert desk.said[-1] == "261119-003 is “case closed”: R reopens it."


def test_t17_t22_doubles_become_one_and_are_parted_again(panels: Desk, tickets: Ids) -> None:
    panels.press("Return", "Space", "Space")
    first, second = panels.page.board.marked()
    before = panels.row(second)
    with panels.keys.when_asked("Return"):
        panels.press("M")
    assert panels.row(second).merged_into == first
    assert panels.shown().row.id == first
    panels.press("Alt+9", "Return")
    panels.shown()
    with panels.keys.when_asked("Y"):
        panels.press("M")
    after = panels.row(second)
    assert (after.state, after.worker, after.merged_into) == (before.state, before.worker, None)


def test_t26_many_are_shown_first_and_taken_back_in_one(panels: Desk, office: OfficeBuilder) -> None:
    panels.press("Return", "Ctrl+A")
    with panels.keys.when_asked("4", "F9"):
        panels.press("P")
    lists = office.office.ticket_lists
    assert {row.priority for row in lists.read(panels.page.book.wanted).rows} == {Priority.URGENT}
    panels.press("Ctrl+Z")
    assert Priority.NORMAL in {row.priority for row in lists.read(panels.page.book.wanted).rows}
    assert panels.said[-1] == "The last step is taken back; the timeline tells both"


def test_of_many_the_ones_that_cannot_stay_with_their_reason(panels: Desk, tickets: Ids) -> None:
    panels.press("Return", "Ctrl+A")
    with panels.keys.when_asked("Down", "F9", "F9"):
        panels.press("A")
    complaint, light = panels.row(tickets["2-3-305"]), panels.row(tickets["1-3-204"])
    assert complaint.state is State.REPORTED
    assert panels.said[-1].startswith("1 stays as it is: 261120-002: ")
    assert light.state is State.ASSIGNED


def test_t26_ctrl_z_takes_back_step_by_step_and_says_when_none_is_left(panels: Desk, tickets: Ids) -> None:
    panels.finds("渗水").shown()
    for digit in "41":
        with panels.keys.when_asked(digit):
            panels.press("P")
    panels.press("Ctrl+Z")
    assert panels.row(tickets["3-2-501"]).priority is Priority.URGENT
    panels.press("Ctrl+Z")
    assert panels.row(tickets["3-2-501"]).priority is Priority.NORMAL
    panels.press("Ctrl+Z")
    assert panels.said[-1] == "Nothing was done here yet that could be taken back."


def test_t27_the_other_window_is_named_by_field_and_nothing_is_overwritten_silently(
    panels: Desk, office: OfficeBuilder, tickets: Ids
) -> None:
    panels.finds("客厅灯").shown()
    ticket = tickets["1-3-204"]
    office.office.ticket_moves.move(office.supervisor, ticket, None, MoveTo(State.IN_WORK))
    with panels.keys.when_asked("Return", "Esc"):
        panels.press("S")
    assert panels.row(ticket).state is State.IN_WORK


def test_t27_what_another_window_changed_besides_is_told(panels: Desk, office: OfficeBuilder, tickets: Ids) -> None:
    panels.finds("客厅灯").shown()
    ticket = tickets["1-3-204"]
    office.office.ticket_moves.move(office.supervisor, ticket, None, MoveTo(State.IN_WORK))
    with panels.keys.when_asked("3"):
        panels.press("P")
    assert panels.row(ticket).priority is Priority.HIGH
    assert panels.said[-1] == "沈若兰 changed it meanwhile: ticket state is now in work"


def test_a_complaint_goes_its_track(panels: Desk, tickets: Ids) -> None:
    panels.finds("噪声").shown()
    with panels.keys.when_asked("Tab", "Tab", "Tab", "Tab", *"looked at", "F9"):
        panels.press("T")
    assert panels.row(tickets["2-3-305"]).state is State.REVIEWED
    with panels.keys.when_asked("Tab", "Tab", "Tab", *"told so", "F9"):
        panels.press("T")
    assert panels.row(tickets["2-3-305"]).state is State.DONE
    assert "Answer told so" in panels.page.detail.side.complaint.text()


def test_a_repair_has_no_track(desk: Desk) -> None:
    desk.finds("渗水").shown()
    desk.press("T")
    assert desk.said[-1] == "Only complaints, suggestions and fee disputes have these steps."
