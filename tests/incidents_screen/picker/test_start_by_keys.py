"""I1–I4, G13: an incident runs after five keys and a place, wherever the person was."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.core.language import tr
from app.incidents.plans.plan import Plan, Severity
from app.incidents.running.entry import EntryKind
from tests.incidents_screen.real_window import RealWindow


def start(real: RealWindow, *chords: str) -> None:
    """Ctrl+E, and these keys in the picker."""
    with real.keys.when_asked(*chords):
        real.keys.press("Ctrl+E")


def test_i1_a_digit_a_place_and_enter_start_a_plan_within_five_keys(real: RealWindow) -> None:
    start(real, "1", "3", "Return")
    assert real.keys.count - len("3") <= 5
    view = real.view()
    assert (view.plan.code, view.place, view.is_drill) == ("lift-entrapment", "3栋", False)
    assert view.building_id is not None
    assert real.desk.pages.shown == "incidents"


def test_i1_letters_and_a_place_take_five_keys_too(real: RealWindow) -> None:
    start(real, "d", "t", "3", "Return")
    assert real.keys.count - len("3") <= 5
    assert real.view().place == "3栋"
    assert real.view().plan.code == "lift-entrapment"


@pytest.mark.parametrize(("typed", "code"), [("hz", "fire"), ("kt", "lift-entrapment"), ("zf", "payment-system-down")])
def test_i1_initials_of_what_people_say_find_a_plan_too(real: RealWindow, typed: str, code: str) -> None:
    start(real, *typed, "Return", "Return")
    assert real.view().plan.code == code


def test_i2_nothing_but_the_plan_is_required(real: RealWindow) -> None:
    start(real, "2", "Return")
    assert real.view().place == ""
    assert real.view().severity is Severity.HIGH


def test_i1_digits_and_letters_stay_with_their_plan_when_the_list_is_filtered(real: RealWindow) -> None:
    seen: list[list[tuple[int | None, str]]] = []

    def see() -> None:
        for letters in ("", "s", "sh"):
            real.picker().box.setText(letters)
            rows = [row for row in real.picker().list.rows.rows if isinstance(row, Plan)]
            seen.append(sorted((row.digit, row.letters) for row in rows if row.digit is not None))

    real.while_open(real.look(see, "Esc"), "Ctrl+E")
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]) == 9


def test_i3_found_five_minutes_ago_or_at_a_time_of_the_evening(real: RealWindow) -> None:
    start(real, "1", "3", "Tab", "-", "5", "Return")
    assert f"{real.view().started_at:%H:%M}" == "19:36"
    assert f"{real.view().entries[0].at:%H:%M}" == "19:41"
    start(real, "5", *"B2", "Tab", *"19", ":", *"02", "Return")
    assert [f"{line.started_at:%H:%M}" for line in real.running()] == ["19:36", "19:02"]


def test_i3_a_time_that_has_not_come_is_said_and_nothing_starts(real: RealWindow) -> None:
    said: list[str] = []

    def see() -> None:
        real.keys.press("1", "3", "Tab", *"20", ":", *"30", "Return")
        said.append(real.picker().side.problem.text())

    real.while_open(real.look(see, "Esc"), "Ctrl+E")
    assert said[0]
    assert real.running() == ()


def test_i4_alt_y_makes_it_a_drill_and_the_head_says_so(real: RealWindow) -> None:
    start(real, "1", "Alt+Y", "3", "Return")
    assert real.view().is_drill
    assert tr("Drill {n} · {name}").format(n=1, name="People trapped in a lift") == real.window.top_bar.live.text()


def test_two_hasty_enters_start_one_incident_and_tick_nothing(real: RealWindow) -> None:
    start(real, "2", *"9F", "Return")
    real.keys.press("Return")
    assert len(real.running()) == 1
    assert [entry.kind for entry in real.view().entries] == [EntryKind.STARTED]


def test_a_place_below_the_field_is_taken_only_after_the_arrow(real: RealWindow) -> None:
    start(real, "1", *"3", "Down", "Down", "Return", "Return")
    assert real.view().place == "3栋 大堂"
    start(real, "5", *"9F", "Return")
    assert [line.place for line in real.running()] == ["3栋 大堂", "9f"]


def test_severity_is_the_plans_own_until_somebody_chooses_another(real: RealWindow) -> None:
    start(real, "9", "Tab", "Tab", "Space", "Return")
    assert real.view().severity is Severity.HIGH


def test_esc_leaves_everything_as_it_was(real: RealWindow) -> None:
    before = QApplication.focusWidget()
    real.keys.type("3-2")
    start(real, "d", "t", "Esc")
    assert real.running() == ()
    assert QApplication.focusWidget() is before
    real.keys.type("-501")
    assert isinstance(before, QLineEdit)
    assert before.text() == "3-2-501"
