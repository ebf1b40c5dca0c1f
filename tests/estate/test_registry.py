"""The estate's book: units, people, who was where when, and what is kept of every change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.access.actor import Actor
from app.access.refusals import NotPermitted
from app.access.tables import audit
from app.core.clock import SetClock
from app.core.ids import UnitId
from app.estate.kinds import OccupancyRole, UnitKind, UnitState
from app.estate.office_facts import OfficeFacts
from app.estate.refusals import (
    AlreadyEnded,
    EndsBeforeItBegins,
    EstateExists,
    NameNeeded,
    NoEstate,
    NotAPhone,
    NotInitials,
    UnitExists,
    UnknownUnit,
)
from app.estate.registry import Estate
from app.estate.unit_facts import PersonFacts, UnitFacts, UnitFilter
from app.store.store import Store

HOME = UnitFacts(code="3栋2单元501", building_area=Decimal("89.50"), floor=5, state=UnitState.OCCUPIED)


def acts(store: Store) -> list[tuple[str, str]]:
    with store.reading() as connection:
        rows = connection.execute(select(audit.c.action, audit.c.subject).order_by(audit.c.id))
        return [(row.action, row.subject) for row in rows]


def test_a_unit_is_kept_under_one_code_whatever_was_typed(book: Estate, cashier: Actor) -> None:
    unit_id = book.add_unit(cashier, HOME)
    page = book.unit_page(unit_id)
    assert (page.code, page.building, page.entrance, page.room) == ("3-2-501", "3栋", "2", "501")
    assert page.facts == replace(HOME, code="3-2-501")
    assert book.unit_named("3 2 501") == unit_id


def test_the_same_unit_in_another_spelling_is_refused(book: Estate, cashier: Actor) -> None:
    book.add_unit(cashier, UnitFacts(code="B1-073", kind=UnitKind.PARKING))
    with pytest.raises(UnitExists) as refused:
        book.add_unit(cashier, UnitFacts(code="B1-73", kind=UnitKind.PARKING))
    assert refused.value.code == "B1-73"


def test_the_tree_stands_in_building_order_with_counts(book: Estate, cashier: Actor) -> None:
    for code in ("10-1-101", "2-2-101", "2-1-101", "2-1-102", "商铺07"):
        book.add_unit(cashier, UnitFacts(code=code))
    tree = book.tree()
    assert [(node.name, node.units) for node in tree] == [("2栋", 3), ("10栋", 1), ("商铺", 1)]
    assert [(entrance.name, entrance.units) for entrance in tree[0].entrances] == [("1", 2), ("2", 1)]
    assert [row.code for row in book.units()] == ["2-1-101", "2-1-102", "2-2-101", "10-1-101", "商铺07"]


def test_a_page_shows_people_now_and_before_with_masked_telephones(
    book: Estate, cashier: Actor, clock: SetClock
) -> None:
    unit_id = book.add_unit(cashier, HOME)
    owned = (date(2017, 3, 2), date(2019, 6, 18))
    book.add_person(cashier, unit_id, PersonFacts("陈立新"), OccupancyRole.OWNER, owned)
    book.add_person(
        cashier, unit_id, PersonFacts("张建国", ("138 1234 5678",)), OccupancyRole.OWNER, (date(2019, 6, 18), None)
    )
    page = book.unit_page(unit_id)
    assert [(one.name, one.former) for one in page.people] == [("张建国", False), ("陈立新", True)]
    assert page.people[0].phones == ("138****5678",)
    assert page.owner == page.people[0]


def test_looking_at_a_telephone_is_kept(book: Estate, cashier: Actor, store: Store) -> None:
    unit_id = book.add_unit(cashier, HOME)
    person_id = book.add_person(cashier, unit_id, PersonFacts("张建国", ("13812345678",)), OccupancyRole.OWNER)
    assert book.person(cashier, person_id).phones == ("13812345678",)
    assert acts(store) == [("unmask_phone", "张建国")]


def test_a_change_keeps_what_was_there_before(book: Estate, cashier: Actor, store: Store) -> None:
    unit_id = book.add_unit(cashier, HOME)
    book.change_unit(cashier, unit_id, replace(HOME, building_area=Decimal("90.12")))
    book.change_unit(cashier, unit_id, replace(HOME, building_area=Decimal("90.12")))
    with store.reading() as connection:
        facts = connection.execute(select(audit.c.facts)).scalars().all()
    assert facts == [{"building_area": ["89.5000", "90.12"]}]


def test_a_recoded_unit_moves_to_its_new_building(book: Estate, cashier: Actor) -> None:
    unit_id = book.add_unit(cashier, HOME)
    book.add_unit(cashier, UnitFacts(code="3-2-502"))
    book.change_unit(cashier, unit_id, replace(HOME, code="4-1-501"))
    assert book.unit_named("4-1-501") == unit_id
    assert book.unit_page(unit_id).building == "4栋"
    with pytest.raises(UnitExists):
        book.change_unit(cashier, unit_id, replace(HOME, code="3-2-502"))


def test_a_role_ends_once_and_after_it_began(book: Estate, cashier: Actor) -> None:
    unit_id = book.add_unit(cashier, HOME)
    tenancy = (date(2026, 1, 1), None)
    book.add_person(cashier, unit_id, PersonFacts("李梅"), OccupancyRole.TENANT, tenancy)
    occupancy_id = book.unit_page(unit_id).people[0].id
    with pytest.raises(EndsBeforeItBegins):
        book.end_occupancy(cashier, occupancy_id, date(2026, 1, 1))
    book.end_occupancy(cashier, occupancy_id, date(2026, 11, 1))
    assert book.unit_page(unit_id).people[0].former
    with pytest.raises(AlreadyEnded):
        book.end_occupancy(cashier, occupancy_id, date(2026, 12, 1))


def test_a_list_names_the_owner_before_the_tenant(book: Estate, cashier: Actor) -> None:
    unit_id = book.add_unit(cashier, HOME)
    book.add_person(cashier, unit_id, PersonFacts("李梅"), OccupancyRole.TENANT)
    book.add_person(cashier, unit_id, PersonFacts("张建国"), OccupancyRole.OWNER)
    book.add_unit(cashier, UnitFacts(code="商铺07", kind=UnitKind.SHOP))
    [row] = book.units(UnitFilter(kinds=frozenset({UnitKind.HOME})))
    assert (row.person, row.people) == ("张建国", 2)
    assert [row.code for row in book.units(UnitFilter(text="李"))] == ["3-2-501"]
    assert [row.code for row in book.units(UnitFilter(text="商铺"))] == ["商铺07"]


def test_plates_are_kept_once_and_taken_off_with_a_trace(book: Estate, cashier: Actor, store: Store) -> None:
    unit_id = book.add_unit(cashier, HOME)
    book.add_plate(cashier, unit_id, "浙a0d7k2")
    book.add_plate(cashier, unit_id, "浙A·0D7K2")
    [row] = book.unit_page(unit_id).plates
    assert row.number == "浙A·0D7K2"
    book.remove_plate(cashier, row.id)
    assert book.unit_page(unit_id).plates == ()
    assert acts(store) == [("remove_plate", "浙A·0D7K2")]


def test_a_name_a_telephone_and_initials_must_make_sense(book: Estate, cashier: Actor) -> None:
    unit_id = book.add_unit(cashier, HOME)
    for nobody in (" ", "？？"):
        with pytest.raises(NameNeeded):
            book.add_person(cashier, unit_id, PersonFacts(nobody), OccupancyRole.OWNER)
    with pytest.raises(NotAPhone):
        book.add_person(cashier, unit_id, PersonFacts("张建国", ("123",)), OccupancyRole.OWNER)
    with pytest.raises(NotInitials):
        book.add_person(cashier, unit_id, PersonFacts("张建国", initials="张"), OccupancyRole.OWNER)
    assert book.unit_page(unit_id).people == ()


def test_the_same_name_and_telephone_is_the_same_person(book: Estate, cashier: Actor) -> None:
    home, place = book.add_unit(cashier, HOME), book.add_unit(cashier, UnitFacts("B1-1", kind=UnitKind.PARKING))
    who = PersonFacts("张建国", ("13812345678",))
    first = book.add_person(cashier, home, who, OccupancyRole.OWNER)
    assert book.add_person(cashier, place, who, OccupancyRole.OWNER) == first
    assert book.add_person(cashier, place, PersonFacts("张建国"), OccupancyRole.OWNER) != first


def test_nothing_is_found_under_a_code_that_is_not_in_the_book(book: Estate) -> None:
    with pytest.raises(UnknownUnit):
        book.unit_named("9-9-999")
    with pytest.raises(UnknownUnit):
        book.unit_page(UnitId(404))


def test_an_estate_has_one_name_and_a_unit_needs_an_estate(store: Store, clock: SetClock, supervisor: Actor) -> None:
    book = Estate(store, clock)
    with pytest.raises(NoEstate):
        book.add_unit(supervisor, HOME)
    book.add_estate(supervisor, "阳光花园")
    with pytest.raises(EstateExists):
        book.add_estate(supervisor, " 阳光花园 ")
    with pytest.raises(NameNeeded):
        book.add_estate(supervisor, " ")
    assert [one.name for one in book.estates()] == ["阳光花园"]


def test_office_facts_are_changed_by_a_supervisor_only(book: Estate, supervisor: Actor, cashier: Actor) -> None:
    facts = OfficeFacts(company="晴川物业有限公司", service_centre="阳光花园服务中心", estate="阳光花园")
    with pytest.raises(NotPermitted):
        book.set_office_facts(cashier, facts)
    assert book.office_facts() == OfficeFacts()
    book.set_office_facts(supervisor, facts)
    assert book.office_facts() == facts
