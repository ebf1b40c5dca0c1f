"""A round of readings, typed by keys only."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.core.clock import SetClock
from app.meters.reading_rule import TypedReading
from tests.keys import stop_typing
from tests.meters_screen.conftest import OpenDesk
from tests.meters_screen.desk import Desk, column
from tests.meters_screen.scene import TODAY
from tests.office_builder import OfficeBuilder


def _states(desk: Desk) -> list[str]:
    return column(desk.page.round.table, "State")


def test_a_round_of_readings(desk: Desk) -> None:
    desk.press("Return")
    desk.types("133", "153")
    assert desk.in_hand() == "W0003"
    assert _states(desk)[:3] == ["read", "read", "not read"]
    assert column(desk.page.round.table, "Usage")[:3] == ["9", "9", "—"]
    assert desk.listed()[:3] == [("1-1-101", "read"), ("1-1-102", "read"), ("1-1-201", "not read")]
    assert desk.page.book.read == 2


def test_each_row_is_durable_when_enter_is_pressed(desk: Desk, office: OfficeBuilder, tmp_path: Path) -> None:
    desk.press("Return")
    desk.types("133")
    desk.keys.type("15")
    killed = Path(shutil.copytree(tmp_path / "data", tmp_path / "after the kill"))
    again = OfficeBuilder(killed, SetClock(TODAY))
    lines = again.office.readings.round().lines
    assert [line.typed is not None for line in lines[:2]] == [True, False]
    again.office.close()


def test_usage_is_shown_while_the_value_is_typed(desk: Desk) -> None:
    desk.press("Return")
    desk.keys.type("136")
    assert column(desk.page.round.table, "Usage")[0] == "12"
    assert _states(desk)[0] == "not entered"


def test_more_than_three_times_the_usual_is_asked_once_in_words(desk: Desk) -> None:
    desk.press("Return")
    desk.types("190")
    assert desk.noted.startswith("This would be 66, more than 3 times the usual 8.")
    assert desk.in_hand() == "W0001"
    assert desk.page.book.read == 0
    desk.press("Return")
    assert desk.in_hand() == "W0002"
    assert _states(desk)[0] == "over 3 × usual"
    assert desk.listed()[0] == ("1-1-101", "over 3 × usual")


def test_another_value_after_the_question_is_asked_about_again(desk: Desk) -> None:
    desk.press("Return")
    desk.types("190", "191")
    assert desk.noted.startswith("This would be 67")
    desk.types("132")
    assert _states(desk)[0] == "read"


def test_a_value_below_the_last_stays_typed_and_is_offered_as_rolled_over(desk: Desk) -> None:
    desk.keys.type("E0001")
    desk.press("Return")
    desk.types("80")
    assert "F7 if the device began anew at zero" in desk.noted
    assert "say so" not in desk.noted
    assert desk.page.round.table.field.text() == "80"
    desk.press("F7")
    assert column(desk.page.round.table, "Usage")[12] == "120"
    desk.press("Return")
    assert _states(desk)[12] == "read, rolled over"


def test_nothing_typed_is_lost_by_going_up_and_down(desk: Desk) -> None:
    desk.press("Return")
    desk.keys.type("13")
    desk.press("Down", "Down", "Up", "Up")
    assert desk.page.round.table.field.text() == "13"
    desk.keys.press("End")
    desk.keys.type("1")
    desk.press("Return")
    assert _states(desk)[0] == "read"


def test_what_is_typed_and_not_entered_comes_back_after_the_window_was_closed(
    desk: Desk, office: OfficeBuilder, desks: OpenDesk
) -> None:
    desk.press("Return", "Down")
    desk.keys.type("15")
    desk.page.keep_draft()
    desk.close()
    again = desks(office)
    assert column(again.page.round.table, "Reading")[:2] == ["", "15"]
    assert _states(again)[1] == "not entered"


def test_what_is_typed_comes_back_after_the_program_ended_in_the_middle_of_the_round(
    desk: Desk, office: OfficeBuilder, desks: OpenDesk
) -> None:
    desk.press("Return", "Down")
    desk.keys.type("15")
    stop_typing()
    again = desks(office)
    assert column(again.page.round.table, "Reading")[:2] == ["", "15"]


def test_one_key_makes_an_estimate_of_the_usual_usage(desk: Desk) -> None:
    desk.press("Return", "F6")
    assert desk.page.round.table.field.text() == "132"
    desk.press("Return")
    assert _states(desk)[0] == "estimated"
    assert desk.listed()[0] == ("1-1-101", "estimated")


def test_nonsense_is_refused_beside_the_row(desk: Desk) -> None:
    desk.press("Return")
    desk.types("12a")
    assert desk.noted
    assert _states(desk)[0] == "refused"
    desk.press("Down")
    assert _states(desk)[0] == "refused"
    assert desk.page.book.read == 0


def test_enter_on_an_empty_row_goes_on_without_a_word(desk: Desk) -> None:
    desk.press("Return", "Return", "Return")
    assert desk.in_hand() == "W0003"
    assert desk.page.book.read == 0


def test_the_date_of_the_round_is_given_once(desk: Desk, office: OfficeBuilder) -> None:
    desk.press("Return", "F8")
    desk.keys.commit("2026-11-18")
    desk.press("Return")
    desk.types("133", "152")
    assert [str(line.typed.day) for line in desk.page.book.lines[:2] if line.typed] == ["2026-11-18", "2026-11-18"]


def test_a_day_to_come_is_refused(desk: Desk) -> None:
    desk.press("Return", "F8")
    desk.keys.commit("2026-11-28")
    desk.press("Return")
    desk.types("133")
    assert "2026-11-28" in desk.noted


def test_the_search_finds_a_meter_by_its_number_and_enter_goes_to_its_row(desk: Desk) -> None:
    desk.keys.type("W0007")
    desk.press("Return")
    assert desk.in_hand() == "W0007"
    desk.types("240")
    assert _states(desk)[6] == "read"
    desk.press("Esc")
    desk.keys.type("2-1-101")
    assert [head for head, _ in desk.listed()] == ["2-1-101", "2-1-101"]


def test_f3_shows_first_and_then_only_what_is_not_read(desk: Desk) -> None:
    desk.press("Return")
    desk.types("133")
    desk.press("F3")
    assert [state for _, state in desk.listed()][-1] == "read"
    desk.press("F3")
    assert len(desk.listed()) == 24
    desk.press("F3")
    assert desk.listed()[0] == ("1-1-101", "read")


def test_the_filter_keeps_one_kind(desk: Desk) -> None:
    desk.press("Tab")
    desk.press("Down")
    assert {line.meter.kind.value for line in desk.page.book.lines} == {"water"}


def test_a_cashier_reads_but_may_not_make_meters(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    desk.press("Return")
    desk.types("133")
    assert _states(desk)[0] == "read"
    desk.press("Ctrl+N")
    assert desk.said[-1]
    assert desk.page.round.isVisible()


def test_an_office_without_meters_is_told_what_to_do(new_office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(new_office)
    assert desk.page.round.pane.empty.isVisible()
    desk.press("Ctrl+N")
    assert desk.page.form.isVisible()


def test_the_tab_opens_on_the_first_unread_meter_with_others_before_and_after_it(
    office: OfficeBuilder, desks: OpenDesk
) -> None:
    """Nine of twelve water meters were read yesterday; in a low window the tenth stands in the middle, on both sides."""
    lines = office.office.readings.round().lines[:9]
    for line in lines:
        assert line.last is not None
        typed = TypedReading(line.meter.id, TODAY.date(), line.last.value + 9)
        office.office.readings.enter(office.supervisor, typed, accepted=True)
    desk = desks(office, size=(1366, 420))
    assert desk.in_hand() == "W0010"
    for shown in (desk.page.round.table, desk.page.side.rows):
        place = shown.visualRect(shown.currentIndex())
        assert place.top() >= place.height()
        assert place.bottom() + place.height() <= shown.viewport().height()
