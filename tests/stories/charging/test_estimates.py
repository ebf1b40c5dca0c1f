"""A month that nobody could read is estimated by a key, billed, and trued up by the next real reading."""

from __future__ import annotations

from tests.keys import to_tab
from tests.stories.charging.steps import (
    adjustments,
    bill,
    explained,
    lay,
    make_tariff,
    new_meter,
    open_at_counter,
    preview,
    read_round,
    to_the_round,
)
from tests.stories.first_day_window import Program


def estimated_in_october(program: Program) -> None:
    """10 m³ read in September; as many taken for October, at 3.50 yuan."""
    new_meter(
        program, {"Units served": "3-2-501", "Meter no.": "W1", "In use since": "2026-08-31", "First reading": "100"}
    )
    make_tariff(program, "居民用水", {"Fee item": "水费", "Formula": "by meter", "Price": "3.50"})
    lay(program, "2026-08-31", "3-2-501")
    read_round(program, "2026-09-30", "110")
    to_the_round(program)
    program.keys.press("F8", "Ctrl+A")
    program.write("2026-10-31")
    program.keys.press("Return", "F6")
    (line,) = program.table("Meters of the round")
    assert (line["Reading"], line["Usage"], line["State"]) == ("120", "10", "not entered, estimated")
    program.keys.press("Return")
    rows = bill(program, "2026-10")
    assert [(row["Period"], row["Amount"]) for row in rows] == [
        ("2026-08-31 – 2026-09-29", "35.00"),
        ("2026-09-30 – 2026-10-30", "35.00"),
    ]


def test_an_estimate_that_was_too_low_is_made_good_by_the_next_bill(program: Program) -> None:
    estimated_in_october(program)
    read_round(program, "2026-11-20", "134")
    (row,) = preview(program, "2026-11")
    assert (row["Period"], row["Amount"]) == ("2026-10-31 – 2026-11-19", "49.00")  # (134 − 120) × 3.50
    assert "134.00 − 120.00 = 14.00" in explained(program, "3-2-501")
    bill(program, "2026-11")
    lines = open_at_counter(program, "3-2-501")
    assert [line["Principal"] for line in lines] == ["35.00", "35.00", "49.00"]
    assert adjustments(program) == []


def test_an_estimate_that_was_too_high_is_lowered_where_it_was_billed(program: Program) -> None:
    """115 where 120 was estimated: October gets 5 m³ less, and November nothing."""
    estimated_in_october(program)
    read_round(program, "2026-11-20", "115")
    program.keys.press(to_tab("meters"), "F4")
    readings = [(row["Reading"], row["How"], row["Reason"]) for row in program.table("Readings")]
    assert readings[:3] == [
        ("115", "read", ""),
        ("115", "estimated, correction", "lowered to the next real reading"),
        ("120", "corrected", ""),
    ]
    assert [row["Billed"] for row in program.table("Usage")] == ["not billed", "adjusted, open", "billed, open"]
    assert preview(program, "2026-11") == []
    lines = open_at_counter(program, "3-2-501")
    assert [line["Principal"] for line in lines] == ["35.00", "17.50"]
    assert adjustments(program) == [("reading corrected", "−17.50", "lowered to the next real reading")]
