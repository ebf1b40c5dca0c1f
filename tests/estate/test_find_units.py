"""One search box: every way of asking for a resident leads to the unit, in the order a cashier expects."""

from __future__ import annotations

from datetime import date

import pytest

from app.access.actor import Actor
from app.core.ids import UnitId
from app.estate.find_units import FindUnits
from app.estate.kinds import OccupancyRole, UnitKind
from app.estate.registry import Estate
from app.estate.search_terms import HitField
from app.estate.unit_facts import PersonFacts, UnitFacts


@pytest.fixture
def home(book: Estate, cashier: Actor) -> UnitId:
    unit_id = book.add_unit(cashier, UnitFacts(code="3-2-501"))
    who = PersonFacts("张建国", ("13812345678", "0571-88880000"))
    book.add_person(cashier, unit_id, who, OccupancyRole.OWNER)
    book.add_plate(cashier, unit_id, "浙A·0D7K2")
    return unit_id


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("3-2-501", HitField.CODE),
        ("3 2 501", HitField.CODE),
        ("３栋２单元５０１", HitField.CODE),
        ("32501", HitField.CODE),
        ("501", HitField.ROOM),
        ("50", HitField.ROOM),
        ("3-2-5", HitField.CODE),
        ("3栋", HitField.CODE),
        ("张建国", HitField.NAME),
        ("张", HitField.NAME),
        ("建国", HitField.NAME),
        ("zjg", HitField.INITIALS),
        ("z", HitField.INITIALS),
        ("ZJ", HitField.INITIALS),
        ("zhangjianguo", HitField.PINYIN),
        ("zhang jian", HitField.PINYIN),
        ("5678", HitField.PHONE),
        ("138 1234 5678", HitField.PHONE),
        ("88880000", HitField.PHONE),
        ("浙A0D7K2", HitField.PLATE),
        ("浙a·0", HitField.PLATE),
        ("0D7K2", HitField.PLATE),
        ("7k2", HitField.PLATE),
    ],
)
def test_c1_every_way_of_asking_leads_to_the_unit_and_says_which_field_fitted(
    finder: FindUnits, home: UnitId, typed: str, field: HitField
) -> None:
    [hit] = finder.find(typed)
    assert (hit.unit_id, hit.code, hit.person, hit.role) == (home, "3-2-501", "张建国", OccupancyRole.OWNER)
    assert hit.field is field


@pytest.mark.parametrize("typed", ["", "  ", "-", "678", "1381", "李", "502", "4-2-501", "%", "_", "zzz"])
def test_what_fits_nothing_finds_nothing(finder: FindUnits, home: UnitId, typed: str) -> None:
    assert finder.find(typed) == []


def test_telephones_stay_masked_in_the_list(finder: FindUnits, home: UnitId) -> None:
    assert finder.find("5678")[0].matched == "138****5678"


def test_c2_the_exact_room_stands_first_then_beginnings_then_the_rest(
    book: Estate, finder: FindUnits, cashier: Actor
) -> None:
    for code in ("10-1-501", "2-1-5011", "2-1-501", "5-1-101", "50-1-102"):
        book.add_unit(cashier, UnitFacts(code=code))
    other = book.add_unit(cashier, UnitFacts(code="1-1-101"))
    book.add_person(cashier, other, PersonFacts("李梅", ("13900000501",)), OccupancyRole.OWNER)
    assert [hit.code for hit in finder.find("501")] == ["2-1-501", "10-1-501", "2-1-5011", "50-1-102"]
    assert [hit.code for hit in finder.find("0501")] == ["1-1-101"]


@pytest.mark.parametrize("typed", ["3-1802", "3栋1802", "03-1802"])
def test_a_room_without_its_entrance_is_not_taken_for_another_room(
    book: Estate, finder: FindUnits, cashier: Actor, typed: str
) -> None:
    for code in ("3-1-802", "3-1-1802", "3-2-1802"):
        book.add_unit(cashier, UnitFacts(code))
    assert [hit.code for hit in finder.find(typed)][:2] == ["3-1-1802", "3-2-1802"]


@pytest.mark.parametrize("typed", ["3-2", "3-2-", "3 2"])
def test_c2_a_seam_that_was_typed_stands_before_a_number_that_has_none(
    book: Estate, finder: FindUnits, home: UnitId, cashier: Actor, typed: str
) -> None:
    for code in ("B1-032", "商铺32"):
        book.add_unit(cashier, UnitFacts(code=code, kind=UnitKind.PARKING))
    assert finder.find(typed)[0].unit_id == home
    assert finder.find("32")[0].code == "B1-032"


def test_c2_ties_stand_in_building_order_not_in_order_of_text(book: Estate, finder: FindUnits, cashier: Actor) -> None:
    for code in ("10-1-301", "2-1-301", "B-1-301", "1-2-301"):
        book.add_unit(cashier, UnitFacts(code=code))
    assert [hit.code for hit in finder.find("301")] == ["1-2-301", "2-1-301", "10-1-301", "B-1-301"]


@pytest.mark.parametrize("typed", ["zxx", "cxx", "zengx", "cengx", "曾小"])
def test_c3_a_surname_with_two_readings_is_found_by_both(
    book: Estate, finder: FindUnits, cashier: Actor, home: UnitId, typed: str
) -> None:
    book.add_person(cashier, home, PersonFacts("曾小贤"), OccupancyRole.TENANT)
    [hit] = finder.find(typed)
    assert (hit.person, hit.role) == ("曾小贤", OccupancyRole.TENANT)


def test_c3_edited_initials_take_the_place_of_the_computed_ones(
    book: Estate, finder: FindUnits, cashier: Actor, home: UnitId
) -> None:
    person_id = book.unit_page(home).people[0].person_id
    book.change_person(cashier, person_id, PersonFacts("张建国", ("13812345678",), initials="LZ lz2"))
    assert [hit.person for hit in finder.find("lz2")] == ["张建国"]
    assert finder.find("zjg") == []
    assert [hit.field for hit in finder.find("zhangjian")] == [HitField.PINYIN]


def test_a_changed_name_telephone_code_or_plate_is_found_at_once_and_the_old_one_no_more(
    book: Estate, finder: FindUnits, cashier: Actor, home: UnitId
) -> None:
    page = book.unit_page(home)
    book.change_person(cashier, page.people[0].person_id, PersonFacts("章建国", ("13900004321",)))
    book.change_unit(cashier, home, UnitFacts(code="4-1-601"))
    book.remove_plate(cashier, page.plates[0].id)
    for old in ("张建国", "5678", "501", "3-2-501", "7k2"):
        assert finder.find(old) == []
    for new in ("章建国", "4321", "41601"):
        assert [hit.unit_id for hit in finder.find(new)] == [home]


def test_one_row_a_unit_however_many_fields_fit(book: Estate, finder: FindUnits, cashier: Actor) -> None:
    unit_id = book.add_unit(cashier, UnitFacts(code="5-5-555"))
    for name in ("五五", "五五五"):
        book.add_person(cashier, unit_id, PersonFacts(name, ("13855555555",)), OccupancyRole.OWNER)
    assert len(finder.find("5")) == len(finder.find("5555")) == len(finder.find("五")) == 1


def test_somebody_who_left_is_found_and_shown_as_former(
    book: Estate, finder: FindUnits, cashier: Actor, home: UnitId
) -> None:
    span = (date(2017, 3, 2), date(2019, 6, 18))
    book.add_person(cashier, home, PersonFacts("陈立新"), OccupancyRole.OWNER, span)
    [hit] = finder.find("clx")
    assert (hit.person, hit.former) == ("陈立新", True)
    [hit] = finder.find("501")
    assert (hit.person, hit.former) == ("张建国", False)


def test_c1_a_shop_is_found_by_the_name_over_its_door(book: Estate, finder: FindUnits, cashier: Actor) -> None:
    shop = book.add_unit(cashier, UnitFacts(code="商铺07", kind=UnitKind.SHOP))
    book.add_person(cashier, shop, PersonFacts("阳光便利店"), OccupancyRole.TENANT)
    for typed in ("商铺07", "商铺7", "商铺", "07", "7", "便利店", "ygbld"):
        assert [hit.unit_id for hit in finder.find(typed)] == [shop], typed


def test_c2_no_more_rows_than_asked_for(book: Estate, finder: FindUnits, cashier: Actor) -> None:
    for room in range(101, 141):
        book.add_unit(cashier, UnitFacts(code=f"1-1-{room}"))
    assert len(finder.find("1")) == 30
    assert [hit.code for hit in finder.find("1", limit=2)] == ["1-1-101", "1-1-102"]
