"""Unit codes: every spelling an office uses comes to one code, and codes stand in building order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.estate.refusals import NotAUnitCode
from app.estate.unit_code import UnitCode, natural, parse_unit_code, unit_code_of


@pytest.mark.parametrize(
    "spelling",
    [
        "3-2-501",
        "3 2 501",
        "3栋2单元501",
        "03#2-501",
        "3号楼2单元501室",
        "３－２－５０１",
        "三栋二单元501",
        "3幢2单元-501",
        "3-2-0501",
        " 3/2/501 ",
        "3—2—501",
        "3#楼2单元501号",
    ],
)
def test_every_spelling_of_a_home_comes_to_one_code(spelling: str) -> None:
    assert parse_unit_code(spelling) == UnitCode("3", "2", "501")


@pytest.mark.parametrize(
    ("spelling", "kept"),
    [
        ("商铺07", "商铺07"),
        ("商铺-07", "商铺07"),
        ("商铺 7号", "商铺7"),
        ("B1-073", "B1-073"),
        ("b1层073号车位", "B1-073"),
        ("A座101", "A-101"),
        ("a101", "A-101"),
        ("十二幢501", "12-501"),
        ("二期3栋1单元501", "2期3-1-501"),
        ("二期-3-1-501", "2期3-1-501"),
        ("3-2-501-1", "3-2-501-1"),
        ("1号楼商铺03", "1-商铺03"),
        ("3-0-501", "3-501"),
    ],
)
def test_shops_parking_and_phases_keep_their_look(spelling: str, kept: str) -> None:
    assert parse_unit_code(spelling).canonical == kept


@pytest.mark.parametrize("nothing", ["", "501", "合计", "会所", "1-2-3-4-5", "-", "业主大会办公室", "3-" + "1" * 60])
def test_a_text_without_building_and_number_is_refused(nothing: str) -> None:
    with pytest.raises(NotAUnitCode):
        parse_unit_code(nothing)


def test_three_cells_make_the_same_code_as_one() -> None:
    assert unit_code_of("3栋", "2单元", "501室") == parse_unit_code("3-2-501")
    assert unit_code_of("3", "2", "3-2-501") == parse_unit_code("3-2-501")
    assert unit_code_of("3栋2单元", "", "501") == parse_unit_code("3-2-501")
    assert unit_code_of("商铺", "0", "07").canonical == "商铺07"


def test_codes_that_differ_only_in_zeros_are_one_unit() -> None:
    assert parse_unit_code("B1-73").sort_key == parse_unit_code("B1-073").sort_key
    assert parse_unit_code("3-2-501").squashed == "32501"
    assert parse_unit_code("B1-073").squashed == "b1073"


places = some.from_regex(r"[1-9][0-9]?|[A-H]|B[1-3]|商铺|地库|[1-3]期[1-9]", fullmatch=True)
entrances = some.sampled_from(["", "1", "2", "3", "10"])
rooms = some.from_regex(r"[1-9][0-9]{0,3}|0[1-9]{1,2}|[1-9][0-9]{2}[A-D]", fullmatch=True)


@given(places, entrances, rooms)
def test_a_kept_code_reads_back_as_itself(place: str, entrance: str, room: str) -> None:
    code = unit_code_of(place, entrance, room)
    assert parse_unit_code(code.canonical) == code


@given(some.text(max_size=30))
def test_any_text_is_read_to_a_stable_code_or_refused(text: str) -> None:
    try:
        code = parse_unit_code(text)
    except NotAUnitCode:
        return
    again = parse_unit_code(code.canonical)
    assert again.canonical == code.canonical
    assert code.room


@given(some.integers(0, 10**12), some.integers(0, 10**12))
def test_text_order_of_natural_keys_is_the_order_of_numbers(one: int, other: int) -> None:
    assert (natural(f"{one}") < natural(f"{other}")) == (one < other)


@given(some.lists(some.tuples(some.integers(1, 40), some.integers(1, 12), some.integers(101, 3512)), max_size=12))
def test_units_stand_in_building_order(units: list[tuple[int, int, int]]) -> None:
    codes = [parse_unit_code(f"{building}-{entrance}-{room}") for building, entrance, room in units]
    in_order = sorted(codes, key=lambda code: code.sort_key)
    assert [code.canonical for code in in_order] == ["-".join(map(str, unit)) for unit in sorted(units)]
