"""I1, G13: each of the kinds runs after five keys and a place, with its own first step on the screen."""

from __future__ import annotations

import pytest

from app.incidents.plans.shipped_plans import shipped_plans
from tests.incidents_screen.kinds import BY_DIGIT, BY_LETTERS, FIRST_STEP
from tests.incidents_screen.real_window import RealWindow
from tests.keys import to_tab
from ui.incidents.running.running_page import RunningPage


def test_i1_the_table_of_the_kinds_is_whole() -> None:
    assert len(BY_LETTERS) == 23
    assert sorted(BY_DIGIT) == list("123456789")


@pytest.mark.parametrize("table", [BY_LETTERS, BY_DIGIT], ids=["letters", "digits"])
def test_i1_g13_each_kind_starts_over_the_counter_within_five_keys(real: RealWindow, table: dict[str, str]) -> None:
    for typed, code in table.items():
        real.keys.press(to_tab("counter"))
        before = real.keys.count
        with real.keys.when_asked(*typed, "3", "Return"):
            real.keys.press("Ctrl+E")
        assert real.keys.count - before - len("3") <= 5, code
        main = real.find(RunningPage).main
        assert main.view is not None
        assert (main.view.plan.code, main.view.place) == (code, "3栋")
        assert main.current.step_id == FIRST_STEP[code]
    assert [line.name for line in real.running()] == [shipped_plans()[code].name for code in table.values()]
