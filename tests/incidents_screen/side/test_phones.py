"""Calling: the right number stands large, one key says what became of the call, the deputy follows by itself."""

from datetime import timedelta

import pytest

from app.incidents.running.entry import EntryKind
from app.incidents.running.view import CallResult
from tests.incidents_screen.lift_at_night import MAINTAINER, NOW, SECOND
from tests.incidents_screen.night import OpenNight
from tests.incidents_screen.night_desk import NightDesk
from tests.office_builder import OfficeBuilder
from ui.widgets.sizes import Pt


def test_i16_the_number_of_the_current_step_stands_large_with_its_second_one(desk: NightDesk) -> None:
    assert desk.phones.number.text() == MAINTAINER
    assert Pt.PHONE.points >= 28
    assert SECOND in desk.phones.below.text()


def test_i16_no_answer_is_two_keys_and_moves_to_the_deputy(desk: NightDesk) -> None:
    desk.press("Alt+C", "2")
    (line,) = desk.lines(EntryKind.CALLED)
    assert (line.facts["contact"], line.facts["number"], line.facts["result"]) == (
        "lift-maintainer",
        MAINTAINER,
        CallResult.NO_ANSWER,
    )
    assert desk.phones.number.text() == SECOND
    desk.press("Alt+C", "1")
    assert desk.lines(EntryKind.CALLED)[-1].facts["number"] == SECOND
    assert "reached" in desk.phones.chip.text()


@pytest.mark.parametrize(
    ("key", "result"),
    [
        ("1", CallResult.REACHED),
        ("2", CallResult.NO_ANSWER),
        ("3", CallResult.ENGAGED),
        ("4", CallResult.MESSAGE),
    ],
)
def test_i16_each_result_has_one_key(desk: NightDesk, key: str, result: CallResult) -> None:
    desk.press("Alt+C", key)
    assert desk.lines(EntryKind.CALLED)[-1].facts["result"] == result


def test_i16_119_120_and_110_are_always_there_and_have_their_own_keys(desk: NightDesk) -> None:
    for key, number in (("Alt+1", "119"), ("Alt+2", "120"), ("Alt+3", "110")):
        desk.press(key, "1")
        assert desk.lines(EntryKind.CALLED)[-1].facts["number"] == number
    assert desk.phones.number.text() == MAINTAINER  # the step still asks for its own party


def test_the_line_has_the_time_at_which_the_number_was_dialled(desk: NightDesk) -> None:
    desk.press("Alt+C")
    dialled = desk.office.clock.now()
    desk.office.clock.advance(minutes=1)
    desk.press("1")
    (line,) = desk.lines(EntryKind.CALLED)
    assert abs(line.happened_at - dialled) < timedelta(seconds=1)
    assert line.at - line.happened_at >= timedelta(minutes=1)


def test_esc_takes_a_call_back_that_was_not_made_and_the_step_has_the_focus_again(desk: NightDesk) -> None:
    before = desk.window.window.focusWidget()
    desk.press("Alt+C", "Escape")
    assert desk.lines(EntryKind.CALLED) == []
    assert desk.window.window.focusWidget() is before


def test_asking_for_the_result_covers_nothing(desk: NightDesk) -> None:
    place = desk.phones.number.geometry()
    desk.press("Alt+C")
    assert desk.phones.results.isVisible()
    assert desk.phones.number.geometry() == place
    assert desk.page.main.current.isVisible()


def test_i16_the_whole_list_is_one_key_away_and_puts_another_party_large(desk: NightDesk) -> None:
    with desk.keys.when_asked("Down", "Return"):
        desk.keys.press("Alt+M")
    assert desk.phones.number.text() == "96333"
    assert desk.phones.confirmed.text() == "usual number, never tried here"


def test_i16_a_number_that_nobody_entered_says_so_and_where_to_enter_it(desk: NightDesk) -> None:
    with desk.keys.when_asked("Down", "Down", "Return"):
        desk.keys.press("Alt+M")
    assert desk.phones.number.text() == "no number yet"
    assert "Contacts" in desk.phones.below.text()
    desk.press("Alt+C")
    assert not desk.phones.results.isVisible()
    assert "Contacts" in desk.said[-1]


def test_i16_when_a_number_was_last_tried_is_said_and_over_ninety_days_in_words(
    office: OfficeBuilder, desks: OpenNight
) -> None:
    office.clock.set(NOW - timedelta(days=91))
    office.office.contacts.confirm(office.supervisor, "lift-maintainer")
    office.clock.set(NOW)
    assert desks(office).phones.confirmed.text() == "last tried 2026-08-21, over 90 days ago"


def test_a_number_tried_lately_only_says_the_day(office: OfficeBuilder, desks: OpenNight) -> None:
    office.clock.set(NOW - timedelta(days=90))
    office.office.contacts.confirm(office.supervisor, "lift-maintainer")
    office.clock.set(NOW)
    assert desks(office).phones.confirmed.text() == "tried on 2026-08-22"
