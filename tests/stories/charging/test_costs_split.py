"""A common cost split in the window, by keys: per unit, by the people who live there, by what their meters show."""

from __future__ import annotations

from dataclasses import replace

from tests.keys import to_tab
from tests.stories.charging.steps import fill_in, new_meter, open_at_counter, read_round
from tests.stories.first_day_paper import PrintedPaper
from tests.stories.first_day_window import Program

HOMES = ("3-2-501", "3-2-502", "3-2-1001")


def begin(program: Program, title: str, total: str, split: str, *filters: str) -> None:
    """The fields of a cost, and the units that are shown by these filters, chosen."""
    program.keys.press(to_tab("fees"), "Alt+3", "Ctrl+H")
    fill_in(program, {"Title": title, "Split": split, "Total (yuan)": total})
    for words in filters:
        program.keys.press("Ctrl+F", "Ctrl+A")
        program.keys.type(words)
        program.keys.press("Alt+A")


def lives(program: Program, room: str, people: int) -> None:
    """The book says how many people live there."""
    estate, by = program.office.estate, program.context.actor
    unit_id = estate.unit_named(room)
    estate.change_unit(by, unit_id, replace(estate.unit_page(unit_id).facts, headcount=people))
    program.context.changes.announce("estate", by=program)


def look(program: Program) -> list[dict[str, str]]:
    """The shares as they would be."""
    program.keys.press("F9")
    program.finish_work()
    return program.table("Shares of the units")


def charge(program: Program, title: str, total: str, units: int) -> None:
    program.keys.press("F9")
    program.finish_work()
    assert f"“{title}” is charged: {total} yuan to {units} units" in program.screen()


def amounts(rows: list[dict[str, str]]) -> dict[str, str]:
    return {row["Unit"]: row["Amount"] for row in rows}


def printed(program: Program, key: str) -> PrintedPaper:
    """What comes out of the printer after the preview of this key."""
    before = len(program.papers)
    with program.keys.when_asked("Return"):
        program.keys.press(key)
    program.wait_until(lambda: len(program.papers) > before)
    return PrintedPaper(*program.papers[-1])


def test_every_household_pays_the_same_and_every_fen_is_kept(program: Program) -> None:
    begin(program, "水箱清洗", "1000", "by unit", "3-2-")
    assert amounts(look(program)) == {"3-2-501": "333.34", "3-2-502": "333.33", "3-2-1001": "333.33"}
    charge(program, "水箱清洗", "1,000.00", 3)
    (owed,) = open_at_counter(program, "3-2-502")
    assert owed["Principal"] == "333.33"


def test_people_share_and_a_home_of_which_none_are_known_is_left_out(program: Program) -> None:
    lives(program, "3-2-501", 3)
    lives(program, "3-2-502", 1)
    begin(program, "垃圾清运", "100", "by headcount", "3-2-")
    rows = look(program)
    assert {row["Unit"]: (row["Counts as"], row["Amount"]) for row in rows[1:]} == {
        "3-2-501": ("3 people", "75.00"),
        "3-2-502": ("1 person", "25.00"),
    }
    assert (rows[0]["Unit"], rows[0]["Remark"], rows[0]["Amount"]) == ("3-2-1001", "no headcount", "—")
    program.keys.press("F9")
    assert "Leave out the units" in program.screen()
    program.keys.press("Alt+L")
    charge(program, "垃圾清运", "100.00", 2)


def test_what_the_meters_show_shares_and_a_later_look_says_by_what(program: Program) -> None:
    for room, number in (("3-2-501", "W1"), ("3-2-502", "W2")):
        meter = {"Units served": room, "Meter no.": number, "In use since": "2026-09-30", "First reading": "0"}
        new_meter(program, meter)
    read_round(program, "2026-10-31", "30", "10")
    begin(program, "二次供水电费", "88.88", "by the units' water meters", "3-2-501", "3-2-502")
    rows = look(program)
    assert {row["Unit"]: (row["Counts as"], row["Amount"]) for row in rows} == {
        "3-2-501": ("30 m³", "66.66"),
        "3-2-502": ("10 m³", "22.22"),
    }
    charge(program, "二次供水电费", "88.88", 2)
    assert "by the units' water meters" in program.screen()


def test_a_cost_of_two_buildings_is_posted_and_its_desk_sheet_names_every_unit(program: Program) -> None:
    begin(program, "外墙清洗", "1500", "by unit", "3-2-", "4-1-")
    assert set(amounts(look(program)).values()) == {"100.00"}
    charge(program, "外墙清洗", "1,500.00", 15)
    assert [(row["Building"], row["Units"], row["Amount"]) for row in program.table("Sums by building")] == [
        ("3栋", "3", "300.00"),
        ("4栋", "12", "1,200.00"),
    ]
    posted = printed(program, "F7")
    assert posted.title == "公共费用分摊公示 外墙清洗"
    for words in ("1,500.00", "100.00元/户", "300.00", "1,200.00", "合计15"):
        assert posted.says(words), words
    assert not any(posted.says(room) for room in (*HOMES, "4-1-101", "张建国"))
    inside = printed(program, "F8")
    assert inside.title == "公共费用分摊明细 外墙清洗"
    assert inside.says("内部使用 不得张贴")
    assert all(inside.says(room) for room in (*HOMES, *(f"4-1-{floor}01" for floor in range(1, 13))))
    assert not inside.says("张建国")
