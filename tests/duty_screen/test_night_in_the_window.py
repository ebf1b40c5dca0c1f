"""The same night with every question as it comes up in the real window, each answered by keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.duty.hazards.flow import State
from tests.duty_screen.desk import NIGHT_PASSWORD, NIGHT_WATCH, Desk
from tests.office_builder import OfficeBuilder

Opens = Callable[..., Desk]


@pytest.fixture
def night(office: OfficeBuilder, desks: Opens) -> Desk:
    """The person of the night at the keyboard, questions as in the real window."""
    desk = desks(office, by=office.office.people.named(NIGHT_WATCH), panels=True)
    assert isinstance(desk, Desk)
    return desk


def answered(desk: Desk, press: str, *steps: str) -> None:
    """Presses a key that asks something, and answers by these keys; a step that begins with a quote is typed."""
    with desk.keys.when_asked(*steps):
        desk.keys.press(press)
    desk.wait()


def test_a_hazard_without_words_is_not_written_down(night: Desk, office: OfficeBuilder) -> None:
    before = len(office.office.hazards.listed())
    answered(night, "Ctrl+N", "F9", "Esc")
    assert len(office.office.hazards.listed()) == before


def test_a_hazard_is_written_down_by_keys_alone(night: Desk, office: OfficeBuilder) -> None:
    answered(night, "Ctrl+N", *"B1", "Tab", "Tab", *"B1", "F9")
    (found,) = [one for one in office.office.hazards.listed() if one.what == "b1"]
    assert (found.place, found.found_by) == ("b1", NIGHT_WATCH)


def test_i18_whoever_takes_over_types_the_password_where_the_caret_is(office: OfficeBuilder, desks: Opens) -> None:
    desk = desks(office, panels=True)
    desk.press("F9")
    answered(desk, "F9", *NIGHT_PASSWORD.upper(), "Return")
    assert office.office.duty_log.unsigned() == ()
    assert office.office.duty_log.handovers()[0].signed_at is not None
    assert desk.keys.asked == ["Take over, sign"]


def test_i18_a_wrong_password_is_said_and_the_hand_over_waits(office: OfficeBuilder, desks: Opens) -> None:
    desk = desks(office, panels=True)
    desk.press("F9")
    answered(desk, "F9", *"WRONG", "Return", "Esc")
    (waits,) = office.office.duty_log.unsigned()
    assert waits.taker == NIGHT_WATCH
    assert any(NIGHT_WATCH in row for row in desk.due())


def test_a_round_is_walked_with_two_keys_a_point(night: Desk, office: OfficeBuilder) -> None:
    night.press("Alt+2", "Return")
    page = night.page.rounds
    assert page is not None
    before = night.keys.count
    for row in list(page.table.rows_model.rows):
        night.keys.type("20" if row.point.limits else "1")
        night.press("Return")
    night.press("F9")
    assert night.keys.count - before == 2 * 10 + 1 + 1
    (walked,) = office.office.inspections.rounds()
    assert walked.ended_at is not None
    assert walked.not_good == ()


def test_a_hazard_becomes_a_ticket_and_the_tickets_know_where_it_came_from(night: Desk, office: OfficeBuilder) -> None:
    night.press("Ctrl+Shift+U", "Alt+2", "T")
    raised = [one for one in office.office.hazards.listed(closed=True) if one.state is State.RAISED]
    assert len(raised) == 1
    (ticket,) = office.office.ticket_lists.rows([raised[0].ticket_id or 0])
    assert raised[0].number in ticket.text
