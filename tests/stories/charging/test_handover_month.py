"""Who pays the month in which the keys are taken: each rule chosen in the settings, a new flat typed, its first bill."""

from __future__ import annotations

import pytest

from tests.keys import to_tab
from tests.stories.charging.steps import bill, choose, fill_in, lay, make_tariff, preview
from tests.stories.first_day_window import Program

FLAT = "9-1-101"


def choose_rule(program: Program, rule: str) -> None:
    program.keys.press("Ctrl+,", "F2")
    program.keys.type("Handover month")
    program.keys.press("Return")
    choose(program, "Handover month", rule)
    program.keys.press("F9", "Esc")


def enter_the_flat(program: Program, handed_over: str) -> None:
    program.keys.press(to_tab("estate"), "Ctrl+N")
    fill_in(program, {"Unit code": "9 1 101", "Building area ㎡": "100", "Handover": handed_over})
    program.keys.press("F9")
    assert f"{FLAT} is entered" in program.screen()


@pytest.mark.parametrize(
    ("rule", "handed_over", "november", "december"),
    [
        ("The owner pays from the day of handover", "2026-11-18", ("2026-11-18 – 2026-11-30", "130.00"), "300.00"),
        ("The owner pays from the next month", "2026-11-18", None, "300.00"),
        ("The owner pays from the next month", "2026-11-01", None, "300.00"),
        ("The owner pays the whole month", "2026-11-18", ("2026-11", "300.00"), "300.00"),
        ("The owner pays the whole month", "2026-11-30", ("2026-11", "300.00"), "300.00"),
    ],
)
def test_the_first_bill_of_a_new_flat(
    program: Program, rule: str, handed_over: str, november: tuple[str, str] | None, december: str
) -> None:
    choose_rule(program, rule)
    enter_the_flat(program, handed_over)
    make_tariff(program, "新房物业费", {"Formula": "by building area", "Price": "3.00"})
    lay(program, "2026-11-01", FLAT)
    rows = preview(program, "2026-11")
    assert [(row["Period"], row["Amount"]) for row in rows] == ([november] if november else [])
    if november:
        bill(program, "2026-11")
    else:
        program.keys.press("F6")
        (skipped,) = program.table("Skipped")
        assert (skipped["Unit"], skipped["Reason"]) == (FLAT, "not begun")
    rows = bill(program, "2026-12")
    assert [(row["Period"], row["Amount"]) for row in rows] == [("2026-12", december)]
