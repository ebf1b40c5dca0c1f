"""Tiers of meters, expressions, one meter for several units, a public meter: typed and billed in the window by keys."""

from __future__ import annotations

from tests.keys import to_tab
from tests.stories.charging.steps import (
    asked,
    bill,
    explained,
    fill_in,
    lay,
    make_tariff,
    new_meter,
    open_at_counter,
    preview,
    read_round,
    type_tariff,
    type_tiers,
)
from tests.stories.first_day_window import Program

WATER_METER = {"Units served": "3-2-501", "Meter no.": "W1"}
YEAR_TIERS = ("216", "2.07", "300", "4.07", "", "6.07")


def amounts(rows: list[dict[str, str]]) -> dict[str, str]:
    """What each unit pays."""
    return {row["Unit"]: row["Amount"] for row in rows}


def save(program: Program, name: str) -> None:
    program.keys.press("F9")
    program.finish_work()
    assert f"Tariff “{name}” is saved" in program.screen()


def test_tiers_of_the_calendar_year_go_on_where_the_last_bill_ended(program: Program) -> None:
    new_meter(program, WATER_METER | {"In use since": "2025-12-31", "First reading": "0"})
    type_tariff(program, "阶梯水价", {"Fee item": "水费", "Formula": "by meter, tiers of the calendar year"})
    type_tiers(program, *YEAR_TIERS)
    save(program, "阶梯水价")
    lay(program, "2025-12-31", "3-2-501")
    read_round(program, "2026-08-31", "200")
    assert amounts(bill(program, "2026-10")) == {"3-2-501": "414.00"}
    read_round(program, "2026-10-31", "250")
    assert amounts(preview(program, "2026-10")) == {"3-2-501": "171.50"}  # 16 × 2.07 + 34 × 4.07
    reckoned = "200.00 m³ this year before: (16.00 m³ × 2.07 + 34.00 m³ × 4.07) yuan = 171.50"
    assert reckoned in explained(program, "3-2-501")
    assert amounts(bill(program, "2026-10")) == {"3-2-501": "171.50"}


def test_tiers_of_the_month_are_as_wide_as_the_months_that_were_read(program: Program) -> None:
    new_meter(program, WATER_METER | {"In use since": "2026-08-31", "First reading": "0"})
    type_tariff(program, "月阶梯", {"Fee item": "水费", "Formula": "by meter, tiers of each month"})
    type_tiers(program, "10", "2.00", "", "3.00")
    save(program, "月阶梯")
    lay(program, "2026-08-31", "3-2-501")
    read_round(program, "2026-10-31", "25")
    assert amounts(bill(program, "2026-10")) == {"3-2-501": "55.00"}  # two months: 20 × 2.00 + 5 × 3.00


def test_an_own_expression_is_billed_on_each_units_own_figures(program: Program) -> None:
    expression = {"Formula": "own expression", "Expression": "area * price + 2 * (floor - 1)", "Price": "0.50"}
    make_tariff(program, "电梯费", expression)
    lay(program, "2026-11-01", "3-2-")
    rows = preview(program, "2026-11")
    assert amounts(rows) == {"3-2-501": "52.68", "3-2-502": "58.60", "3-2-1001": "55.50"}
    assert "(area = 75.00, floor = 10, price = 0.50) = 55.50 yuan/month" in explained(program, "3-2-1001")
    assert amounts(bill(program, "2026-11")) == amounts(rows)


def test_one_meter_for_three_homes_is_shared_by_the_weights_that_were_typed(program: Program) -> None:
    new_meter(program, WATER_METER | {"In use since": "2026-09-30", "First reading": "100", "Multiplier": "10"})
    for unit, weight in (("3-2-502", "2"), ("3-2-1001", "0.5")):
        asked(program, "Ctrl+J", {"Unit": unit, "Weight": weight, "From": "2026-09-30"})
    assert [row["Weight"] for row in program.table("Units of the meter")] == ["1", "2", "0.5"]
    make_tariff(program, "合用水表", {"Fee item": "水费", "Formula": "by meter", "Price": "3.50"})
    lay(program, "2026-09-30", "3-2-")
    read_round(program, "2026-10-31", "107")
    rows = preview(program, "2026-10")
    # 7 × 10 of usage, 1 : 2 : 0.5 of 3.5
    assert amounts(rows) == {"3-2-501": "70.00", "3-2-502": "140.00", "3-2-1001": "35.00"}
    assert "(107.00 − 100.00) × 10.00 × 4/7 of a shared meter = 40.00" in explained(program, "3-2-502")
    assert amounts(bill(program, "2026-10")) == amounts(rows)


def test_a_public_meter_serves_no_unit_and_its_usage_is_shared_by_area(program: Program) -> None:
    public = {"Kind": "Electricity", "public": "ticked", "Name": "3栋照明", "Meter no.": "P1", "Multiplier": "40"}
    new_meter(program, public | {"In use since": "2026-09-30", "First reading": "100"})
    program.keys.press("Ctrl+J")
    assert "A public meter serves no unit; its usage is shared as a cost." in program.screen()
    read_round(program, "2026-10-31", "123")
    program.keys.press(to_tab("fees"), "Alt+3", "Ctrl+H")
    source = {"Cost from": "3栋照明", "Price": "0.6083"}
    fill_in(program, {"Title": "3栋公共照明", "Fee item": "公共能耗费", "Split": "by building area"} | source)
    program.keys.press("Ctrl+F")
    program.keys.type("3-2-")
    program.keys.press("Alt+A", "F9")
    program.keys.press("F9")
    program.finish_work()
    # 23 × 40 × 0.6083 = 559.636, over 89.35 + 101.20 + 75 ㎡
    shares = {row["Unit"]: row["Amount"] for row in program.table("Shares of the units")}
    assert shares == {"3-2-501": "188.30", "3-2-502": "213.28", "3-2-1001": "158.06"}
    lines = open_at_counter(program, "3-2-502")
    assert [line["Principal"] for line in lines] == ["213.28"]
