"""Public places by name and letters, and hints of buildings of which the newest counts."""

from __future__ import annotations

import pytest

from app.core.ids import BuildingId
from app.estate.refusals import NotInitials, PlaceExists, PlaceNameNeeded
from app.estate.words_pinyin import begins_with, word_initials
from tests.office_builder import OfficeBuilder


@pytest.fixture
def house(builder: OfficeBuilder) -> OfficeBuilder:
    builder.unit("1-1-101")
    builder.unit("3-2-501", phone="13800005679")
    return builder


def building(house: OfficeBuilder, code: str) -> BuildingId:
    return next(node.id for node in house.office.estate.tree() if node.code == code)


def test_estate_and_buildings_begin_with_the_usual_places(house: OfficeBuilder) -> None:
    places = house.office.places.all()
    assert places[0].building_id is None
    assert {one.name for one in places if one.building_id == building(house, "3")} >= {"大堂", "电梯", "天台"}


def test_a_building_that_came_later_gets_its_places(house: OfficeBuilder) -> None:
    assert house.office.places.all()
    house.unit("12-1-101", phone="13800005680")
    house.office.places.plant()
    assert [one for one in house.office.places.all() if one.building_id == building(house, "12")]
    before = house.office.places.all()
    house.office.places.plant()
    assert house.office.places.all() == before


@pytest.mark.parametrize("typed", ["3 dt", "dt3", "3栋大堂", "大堂 3", "３ＤＴ"])
def test_a_place_is_found_by_building_and_name_or_letters_in_any_order(house: OfficeBuilder, typed: str) -> None:
    found = house.office.places.find(typed)
    assert (found[0].building_id, found[0].name) == (building(house, "3"), "大堂")


def test_letters_alone_find_the_place_of_every_building(house: OfficeBuilder) -> None:
    assert [one.name for one in house.office.places.find("xfkzs")] == ["消防控制室"]
    assert {one.building_id for one in house.office.places.find("dating")} == set()
    assert len([one for one in house.office.places.find("dt") if one.name == "大堂"]) == 2


def test_a_place_is_entered_renamed_and_offered_no_longer(house: OfficeBuilder) -> None:
    places = house.office.places
    pool = places.add(house.cashier, "游泳池", initials="yyc")
    with pytest.raises(PlaceExists):
        places.add(house.cashier, " 游泳池 ")
    with pytest.raises(PlaceNameNeeded):
        places.add(house.cashier, "")
    with pytest.raises(NotInitials):
        places.add(house.cashier, "喷泉", initials="喷")
    places.rename(house.cashier, pool, "泳池")
    assert places.find("yc")[0].id == pool
    places.retire(house.cashier, pool)
    assert pool not in {one.id for one in places.all()}
    assert pool in {one.id for one in places.all(retired=True)}
    places.offer_again(house.cashier, pool)
    assert places.find("泳池")[0].id == pool


def test_the_newest_hint_counts_and_an_empty_one_takes_it_away(house: OfficeBuilder) -> None:
    hints, third = house.office.building_hints, building(house, "3")
    assert hints.of(third) is None
    hints.write(house.cashier, third, "管井钥匙在中控")
    hints.write(house.supervisor, third, "管井钥匙在门岗")
    hints.write(house.supervisor, third, "管井钥匙在门岗")
    found = hints.of(third)
    assert found is not None
    assert (found.text, found.by) == ("管井钥匙在门岗", "沈若兰")
    hints.write(house.cashier, third, " ")
    assert hints.of(third) is None
    assert [one.text for one in hints.history(third)] == ["", "管井钥匙在门岗", "管井钥匙在中控"]


def test_every_reading_of_a_word_gives_its_letters() -> None:
    assert begins_with(word_initials("空调"), "kt")
    assert begins_with(word_initials("重装"), "cz")
    assert begins_with(word_initials("重装"), "zz")
    assert word_initials("B1 车库").split()[0] == "b1ck"
    assert word_initials("😀") == ""
