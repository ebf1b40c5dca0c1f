"""Asking after the work: the list of calls, good, bad with its reason, sent back; and the check by staff."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.access.permissions import ROLES, Permission
from app.tickets.kinds import EntryKind, State
from app.tickets.ratings.rating_rows import RatingRow
from app.tickets.ratings.rating_rule import BadReason, Rating, RatingKind, RatingResult
from app.tickets.steps import Step
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.desk import Desk
from ui.tickets.asked.phones_panel import PhonesPanel
from ui.tickets.asked.rating_panel import RatingPanel
from ui.tickets.doing.done import Done
from ui.widgets.text_label import TextLabel

Ids = dict[str, int]


def said(desk: Desk, ticket: int) -> RatingRow:
    return desk.office.office.ticket_ratings.of(ticket)[-1]


def calls(desk: Desk) -> None:
    """The list of whom to call, the first of them beside."""
    desk.press("Alt+E", "Return")
    desk.shown()


def test_t23_the_list_of_calls_holds_who_was_not_asked_and_lets_go_of_who_was(panels: Desk, tickets: Ids) -> None:
    calls(panels)
    assert panels.listed() == ["5-1-802"]
    with panels.keys.when_asked("F9"):
        panels.press("E")
    assert said(panels, tickets["closed"]).rating.result is RatingResult.GOOD
    assert panels.listed() == []
    assert panels.said[-1] == "261119-003: content"


def test_t23_bad_asks_for_a_reason_from_the_list_and_stands_beside_the_ticket(panels: Desk, tickets: Ids) -> None:
    calls(panels)
    with panels.keys.when_asked("Down", "F9", "Down", "Tab", "Tab", "Down", "F9"):
        panels.press("E")
    rating = said(panels, tickets["closed"]).rating
    assert (rating.result, rating.reason, rating.quality) == (RatingResult.BAD, BadReason.LATE, 5)
    panels.page.show_ticket(tickets["closed"])
    panels.shown()
    assert "not content, came late, quality 5 of 5" in panels.page.detail.side.asked.text()
    assert panels.told()[0] == "call-back by 王敏: not content, came late"


def test_t23_sent_back_reopens_the_ticket_with_the_words_of_the_resident(panels: Desk, tickets: Ids) -> None:
    calls(panels)
    with panels.keys.when_asked("Down", "Down", "F9", *"still dark", "F9"):
        panels.press("E")
    row = panels.row(tickets["closed"])
    assert (row.state, row.reopened) == (State.ASSIGNED, 1)
    assert panels.shown().row.id == tickets["closed"]


def test_who_was_not_reached_stays_on_the_list(panels: Desk, tickets: Ids) -> None:
    calls(panels)
    with panels.keys.when_asked("End", "F9"):
        panels.press("E")
    assert panels.listed() == ["5-1-802"]
    assert panels.said[-1].endswith("it stays on the list of calls")


def test_the_telephone_stays_masked_where_the_call_is_made(desk: Desk) -> None:
    calls(desk)
    seen: list[str] = []
    desk.answers.will_answer(RatingPanel, lambda panel: _reads(panel, seen))
    desk.press("E")
    assert "周敏 138****5678" in seen


def looks(desk: Desk) -> list[tuple[str, object]]:
    rows = desk.office.office.trail.newest(desk.office.supervisor)
    return [(row.subject, row.facts["ticket"]) for row in rows if row.action == "unmask_phone"]


def test_f3_shows_the_telephone_for_the_call_and_is_logged_until_the_page_is_left(panels: Desk) -> None:
    seen: list[str] = []

    def read() -> None:
        (panel,) = panels.window.window.findChildren(RatingPanel)
        seen.append(panel.whom.text())

    calls(panels)
    QTimer.singleShot(0, lambda: _in_turn(panels, read))
    panels.press("E")
    assert seen == ["周敏 138****5678", "周敏 13800005678", "周敏 138****5678"]
    assert looks(panels) == [("周敏", "261119-003")]


def _in_turn(desk: Desk, read: Callable[[], None]) -> None:
    read()
    desk.keys.press("F3")
    read()
    desk.window.context.changes.covered.emit()
    read()
    desk.keys.press("Esc")


def test_f3_on_a_ticket_reads_who_reported_it_whole_and_is_logged(desk: Desk) -> None:
    calls(desk)
    read: list[str] = []

    def take_in(panel: PhonesPanel) -> bool:
        read.extend(_words(panel))
        return True

    desk.answers.will_answer(PhonesPanel, take_in)
    desk.press("F3")
    assert desk.answers.asked[-1] == "Who reported 261119-003"
    assert "周敏 13800005678" in read
    assert looks(desk) == [("周敏", "261119-003")]


def test_numbers_of_people_in_what_was_written_are_hidden_until_f3_and_the_look_is_logged(
    panels: Desk, tickets: Ids, office: OfficeBuilder
) -> None:
    calls(panels)
    note = "家属 139-0000-1111，证件 11010119900101123X，水表 202311050017"
    office.office.ticket_notes.note(office.cashier, tickets["closed"], note)
    panels.window.context.changes.announce("tickets", by=None)
    panels.wait()
    read: list[str] = []

    def look() -> None:
        (panel,) = panels.window.window.findChildren(PhonesPanel)
        read.extend(_words(panel))
        panels.keys.press("Esc")

    hidden = "家属 139****1111，证件 110101********123X，水表 202311050017"
    assert panels.page.detail.timeline.rows.told[0].text == hidden
    QTimer.singleShot(0, look)
    panels.press("F3")
    assert any(note in words for words in read)
    assert looks(panels) == [("261119-003", "261119-003"), ("周敏", "261119-003")]


def test_whoever_may_not_see_telephones_is_told_and_nothing_is_shown(panels: Desk, office: OfficeBuilder) -> None:
    panels.close()
    nobody = replace(office.cashier, permissions=ROLES[office.cashier.role] - {Permission.UNMASK_PHONE})
    desk = Desk(office, nobody)
    calls(desk)
    desk.press("F3")
    assert "see whole phone numbers" in desk.said[-1]
    desk.close()


def _words(panel: QWidget) -> list[str]:
    return [label.text() for label in panel.findChildren(TextLabel)]


def _reads(panel: RatingPanel, seen: list[str]) -> Done:
    seen.extend(_words(panel))
    return Done(Step(EntryKind.RATING, ()), "")


def test_q_is_a_check_of_its_own_that_asks_no_resident(panels: Desk, tickets: Ids) -> None:
    calls(panels)
    with panels.keys.when_asked("F9"):
        panels.press("Q")
    assert said(panels, tickets["closed"]).kind is RatingKind.QUALITY_CHECK
    assert panels.listed() == ["5-1-802"]


def test_work_that_is_not_done_is_not_asked_about(desk: Desk) -> None:
    desk.finds("渗水").shown()
    desk.press("E")
    assert desk.said[-1] == "261120-005 is “in work”: only work that is done is asked about."


def test_t27_what_the_other_window_asked_meanwhile_is_told_and_not_written_twice(
    panels: Desk, office: OfficeBuilder, tickets: Ids
) -> None:
    calls(panels)
    ratings, closed = office.office.ticket_ratings, tickets["closed"]
    ratings.call_back(office.supervisor, closed, Rating(RatingResult.GOOD))
    with panels.keys.when_asked("F9", "Esc"):
        panels.press("E")
    assert len(ratings.of(closed)) == 1


def test_words_that_escape_closed_stand_there_again_with_the_result(panels: Desk, tickets: Ids) -> None:
    calls(panels)
    with panels.keys.when_asked("Down", "Down", "Tab", "Tab", "Tab", *"still dark", "Esc"):
        panels.press("E")
    with panels.keys.when_asked("F9"):
        panels.press("E")
    rating = said(panels, tickets["closed"]).rating
    assert (rating.result, rating.words) == (RatingResult.SENT_BACK, "still dark")
