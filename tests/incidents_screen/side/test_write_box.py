"""Writing a line: typing starts at once, the time may stand first, Enter saves, and the box stays for the next one."""

from datetime import datetime

import pytest

from app.incidents.running.entry import EntryKind
from tests.incidents_screen.lift_at_night import NOW, STARTED
from tests.incidents_screen.night_desk import NightDesk
from ui.incidents.side.written import NotYet, read_line


def test_i13_enter_saves_and_the_box_stays_for_the_next_line(desk: NightDesk) -> None:
    desk.press("Alt+T")
    desk.keys.type("guard on the floor")
    desk.press("Return")
    desk.keys.type("barrier set")
    desk.press("Return")
    assert [line.text for line in desk.lines(EntryKind.WRITTEN)] == ["guard on the floor", "barrier set"]
    assert desk.box.field.text() == ""
    assert desk.box.field.hasFocus()


def test_i13_the_time_of_the_event_may_stand_first(desk: NightDesk) -> None:
    desk.press("Alt+T")
    desk.keys.type("19:42 fire brigade in")
    desk.press("Return")
    (line,) = desk.lines(EntryKind.WRITTEN)
    assert line.text == "fire brigade in"
    assert line.happened_at == datetime(2026, 11, 20, 19, 42)
    assert line.at >= NOW


def test_i13_without_a_time_the_line_happened_now(desk: NightDesk) -> None:
    desk.press("Alt+T")
    desk.keys.type("two people")
    desk.press("Return")
    (line,) = desk.lines(EntryKind.WRITTEN)
    assert line.happened_at == line.at


def test_g8_enter_while_an_input_method_composes_saves_nothing(desk: NightDesk) -> None:
    desk.press("Alt+T")
    desk.keys.compose("xiaofang")
    desk.press("Return")
    assert desk.lines(EntryKind.WRITTEN) == []
    desk.keys.commit("消防到场")
    desk.press("Return")
    assert [line.text for line in desk.lines(EntryKind.WRITTEN)] == ["消防到场"]


def test_an_empty_line_is_not_written(desk: NightDesk) -> None:
    desk.press("Alt+T", "Return")
    desk.keys.type("   ")
    desk.press("Return")
    assert desk.lines(EntryKind.WRITTEN) == []


def test_a_time_alone_asks_what_happened_then(desk: NightDesk) -> None:
    desk.press("Alt+T")
    desk.keys.type("19:42")
    desk.press("Return")
    assert desk.lines(EntryKind.WRITTEN) == []
    assert desk.box.problem.text() == "Write after the time what happened."
    assert desk.box.field.text() == "19:42"


def test_a_time_still_to_come_is_refused_and_what_was_typed_stays(desk: NightDesk) -> None:
    desk.press("Alt+T")
    desk.keys.type("19:59 water is off")
    desk.press("Return")
    assert desk.lines(EntryKind.WRITTEN) == []
    assert "19:59 is still to come" in desk.box.problem.text()
    assert desk.box.field.text() == "19:59 water is off"


def test_esc_goes_back_to_the_step_and_what_was_typed_stays(desk: NightDesk) -> None:
    desk.press("Alt+T")
    desk.keys.type("half a li")
    desk.press("Escape")
    assert not desk.box.field.hasFocus()
    assert desk.box.field.text() == "half a li"


@pytest.mark.parametrize(
    ("text", "when", "words"),
    [
        ("19:42 in", datetime(2026, 11, 20, 19, 42), "in"),
        ("19：42消防到场", datetime(2026, 11, 20, 19, 42), "消防到场"),
        ("9:05，水停了", datetime(2026, 11, 20, 9, 5), "水停了"),
        ("1942 房漏水", None, "1942 房漏水"),
        ("25:70 no time", None, "25:70 no time"),
        ("ratio 3:05", None, "ratio 3:05"),
    ],
)
def test_a_line_is_read_with_its_time(text: str, when: datetime | None, words: str) -> None:
    assert read_line(text, NOW, STARTED) == (when, words)


def test_after_midnight_a_late_hour_is_of_yesterday() -> None:
    started, now = datetime(2026, 11, 20, 23, 50), datetime(2026, 11, 21, 0, 10)
    assert read_line("23:55 still dark", now, started)[0] == datetime(2026, 11, 20, 23, 55)
    with pytest.raises(NotYet):
        read_line("22:00 before it began", datetime(2026, 11, 21, 0, 10), started)
