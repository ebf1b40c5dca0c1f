"""What is typed wrong while charging is told at its place, in a sentence with the cure, and nothing typed is lost."""

from __future__ import annotations

from tests.counter_screen.answering import answering
from tests.keys import to_tab
from tests.stories.charging.steps import (
    bill,
    fill_in,
    lay,
    make_tariff,
    new_meter,
    preview,
    read_round,
    type_tariff,
    type_tiers,
)
from tests.stories.first_day_screen import focused
from tests.stories.first_day_window import Program


def standing(program: Program, *fields: str) -> list[str]:
    """What these fields say."""
    said = []
    for field in fields:
        program.tab_to(field)
        said.append(str(focused().property("text")))
    return said


def test_an_expression_that_fails_on_one_unit_bills_the_others_and_names_that_one(program: Program) -> None:
    make_tariff(program, "分摊", {"Formula": "own expression", "Expression": "1000 / (10 - floor)"})
    lay(program, "2026-11-01", "3-2-")
    rows = preview(program, "2026-11")
    assert [(row["Unit"], row["Amount"]) for row in rows] == [("3-2-501", "200.00"), ("3-2-502", "200.00")]
    program.keys.press("F6")
    (skipped,) = program.table("Skipped")
    assert (skipped["Unit"], skipped["Reason"]) == ("3-2-1001", "the formula fails")
    assert skipped["What to do"] == "complete the unit's facts, or mend the formula (÷ 0)"
    assert len(bill(program, "2026-11")) == 2
    assert "2 charges · 2 units" in program.screen()


def test_a_negative_area_is_refused_at_its_field(program: Program) -> None:
    program.keys.press(to_tab("estate"), "Ctrl+N")
    fill_in(program, {"Unit code": "9 1 101", "Building area ㎡": "-5", "Note": "样板间"})
    program.keys.press("F9")
    assert "“-5” must be more than zero. Check the number." in program.screen()
    assert focused().accessibleName() == "Building area ㎡"
    assert standing(program, "Unit code", "Building area ㎡", "Note") == ["9-1-101", "-5", "样板间"]
    fill_in(program, {"Building area ㎡": "85"})
    program.keys.press("F9")
    assert "9-1-101 is entered" in program.screen()


def test_a_price_with_seven_decimals_is_refused_at_its_field(program: Program) -> None:
    type_tariff(program, "水", {"Formula": "by building area", "Price": "1.2345678", "Basis": "合同第八条"})
    program.keys.press("F9")
    assert "“1.2345678” has more than 6 decimals. Shorten the number." in program.screen()
    assert focused().accessibleName() == "Price"
    assert standing(program, "Name", "Basis", "Price") == ["水", "合同第八条", "1.2345678"]


def test_a_table_of_tiers_with_a_hole_names_the_tier(program: Program) -> None:
    type_tariff(program, "阶梯", {"Formula": "tiers of building area"})
    type_tiers(program, "90", "1.50", "80", "1.80", "", "2.20")
    program.keys.press("F9")
    assert "Tier 2: It must end above 90, where the tier before ends." in program.screen()
    assert focused().accessibleName() == "Tier 2 up to"
    cells = ("Tier 1 up to", "Price of tier 1", "Tier 2 up to", "Price of tier 2", "Price of tier 3")
    assert standing(program, *cells) == ["90", "1.50", "80", "1.80", "2.20"]


def test_a_tier_without_a_price_is_a_hole(program: Program) -> None:
    type_tariff(program, "阶梯", {"Formula": "tiers of building area"})
    type_tiers(program, "90", "", "144", "1.80", "", "2.20")
    program.keys.press("F9")
    assert "Tier 1: Type its price." in program.screen()
    assert focused().accessibleName() == "Price of tier 1"
    assert standing(program, "Tier 1 up to", "Tier 2 up to", "Price of tier 3") == ["90", "144", "2.20"]


def test_reversed_days_of_a_discount_are_refused_at_the_last_one(program: Program) -> None:
    wanted = {"Name on the receipt": "年缴", "How much": "5", "Valid from": "2026-12-01", "Last day": "2026-11-30"}
    told: list[str] = []

    def reversed_days() -> None:
        fill_in(program, wanted)
        program.keys.press("F9")
        told.extend([focused().accessibleName(), program.screen(), *standing(program, *wanted)])
        fill_in(program, {"Last day": "2026-12-31"})
        program.keys.press("F9")

    program.keys.press(to_tab("fees"), "Ctrl+G")
    with answering(reversed_days):
        program.keys.press("F8")
    field, said, *left = told
    assert "The end 2026-11-30 lies before the beginning 2026-12-01. Check both dates." in said
    assert field == "Last day"
    assert left == list(wanted.values())
    assert "“年缴” is saved" in program.screen()


def test_a_reading_in_the_future_is_refused_and_stays_typed(program: Program) -> None:
    new_meter(
        program, {"Units served": "3-2-501", "Meter no.": "W1", "In use since": "2026-09-30", "First reading": "100"}
    )
    read_round(program, "2026-11-21", "142")
    (line,) = program.table("Meters of the round")
    assert (line["Reading"], line["State"]) == ("142", "refused")
    assert "2026-11-21 has not come yet; today is 2026-11-20. Check the day of “3-2-501 Water”." in program.screen()
    program.keys.press("F8", "Ctrl+A")
    program.write("2026-11-20")
    program.keys.press("Return", "Return")
    (line,) = program.table("Meters of the round")
    assert (line["Reading"], line["State"]) == ("142", "read")
