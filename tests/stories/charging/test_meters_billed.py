"""Readings become money in the window: the round, the run, the correction, the new device; every step by keys."""

from __future__ import annotations

from datetime import datetime

from tests.keys import to_tab
from tests.stories.charging.conftest import OpenProgram
from tests.stories.charging.steps import (
    adjustments,
    asked,
    bill,
    explained,
    lay,
    make_tariff,
    new_meter,
    open_at_counter,
    open_the_shift,
    pay,
    preview,
    read_round,
)
from tests.stories.first_day_window import Program

WATER = {"Fee item": "水费", "Formula": "by meter", "Price": "3.50"}


def water_of_501(program: Program) -> None:
    """A water meter that showed 100 at the end of September, and 3.50 yuan for a cubic metre."""
    new_meter(
        program, {"Units served": "3-2-501", "Meter no.": "W1", "In use since": "2026-09-30", "First reading": "100"}
    )
    make_tariff(program, "居民用水", WATER)
    lay(program, "2026-09-30", "3-2-501")


def test_wrong_reading_corrected_after_billing(program: Program) -> None:
    water_of_501(program)
    read_round(program, "2026-10-31", "142")
    (charge,) = bill(program, "2026-10")
    assert (charge["Unit"], charge["Period"], charge["Amount"]) == ("3-2-501", "2026-09-30 – 2026-10-30", "147.00")
    (line,) = open_at_counter(program, "3-2-501")
    assert (line["Principal"], line["Left"]) == ("147.00", "settled")
    assert "Tariff\n3.50 yuan/m³" in program.screen()

    program.keys.press(to_tab("meters"), "F4")
    asked(program, "F7", {"Right value": "132", "Reason": "misread"})
    assert [row["Reading"] for row in program.table("Readings")] == ["132", "142", "100"]
    (used,) = program.table("Usage")
    assert (used["Usage"], used["Billed"], used["Amount"]) == ("32", "adjusted, open", "112.00")

    program.keys.press(to_tab("fees"))
    (charged,) = program.table("Charges of this run")
    assert (charged["State"], charged["Amount"]) == ("adjusted, open", "147.00")

    (line,) = open_at_counter(program, "3-2-501")
    assert line["Principal"] == "112.00"
    assert "142.00 − 100.00 = 42.00；42.00 m³ × 3.50 yuan/m³ = 147.00；−35.00 by adjustments" in program.screen()
    assert adjustments(program) == [("reading corrected", "−35.00", "misread")]

    open_the_shift(program)
    open_at_counter(program, "3-2-501")
    paper = pay(program)
    assert paper.says("代收水费 2026-09-30 – 2026-10-30 应收 147.00，调减 35.00 3.50 元/m³ 112.00")
    assert not paper.says("部分付款")


def test_meter_replaced(open_program: OpenProgram) -> None:
    """Billed before the replacement and after it: what both devices counted is one usage, explained device by device."""
    program = open_program(datetime(2026, 12, 1, 9))
    water_of_501(program)
    read_round(program, "2026-10-31", "130")
    (charge,) = bill(program, "2026-10")
    assert charge["Amount"] == "105.00"

    program.keys.press(to_tab("meters"), "F4")
    new_device = {"New meter no.": "W9", "New device shows": "2"}
    asked(program, "Ctrl+R", {"Replaced on": "2026-11-10", "Old device showed last": "138"} | new_device)
    assert [row["Meter no."] for row in program.table("Devices")] == ["W1", "W9"]
    read_round(program, "2026-11-30", "14")

    (charge,) = preview(program, "2026-11")
    assert (charge["Period"], charge["Last time"], charge["Amount"]) == ("2026-10-31 – 2026-11-29", "105.00", "70.00")
    both = "138.00 − 130.00 (device W1) + 14.00 − 2.00 (device W9) = 20.00"
    assert both in explained(program, "3-2-501")
    program.keys.press("F9")
    program.finish_work()
    assert "Billed through 2026-11: 1 charge, 70.00 yuan" in program.screen()
    lines = open_at_counter(program, "3-2-501")
    assert [line["Principal"] for line in lines] == ["105.00", "70.00"]
    program.keys.press("Up", "Down")
    assert both in program.screen()
