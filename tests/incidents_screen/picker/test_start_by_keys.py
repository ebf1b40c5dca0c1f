"""I1–I4, G13: an incident runs after five keys and a place, wherever the person was."""

from __future__ import annotations

import pytest

from app.incidents.plans.plan import Severity
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
