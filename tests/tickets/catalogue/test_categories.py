"""Categories are found by letters, edited, moved, and never lost once a ticket names them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from app.access.refusals import NotPermitted
from app.tickets.catalogue.category_facts import CategoryFacts
from app.tickets.catalogue.category_rows import offered_category, with_those_below
from app.tickets.catalogue.refusals import (
    CategoryExists,
    CategoryInUse,
    CategoryNeedsName,
    CategoryNotOffered,
    CategoryUnderItself,
    LettersUnreadable,
)
from app.tickets.kinds import Priority, ServiceClass, TicketKind
from app.tickets.tables import ticket
from tests.office_builder import OfficeBuilder
from tests.tickets.deadlines.small_tickets import Desk


def named(house: OfficeBuilder, path: str) -> int:
    return next(one.id for one in house.office.ticket_categories.tree(retired=True) if one.path == path)


def used_once(house: OfficeBuilder, category_id: int) -> None:
    small = Desk(house.office.store).ticket("2026-11-20 09:12")
    with house.office.store.transaction() as connection:
        connection.execute(update(ticket).where(ticket.c.id == small.id).values(category_id=category_id))


def test_an_office_begins_with_a_tree_of_every_kind(house: OfficeBuilder) -> None:
    tree = house.office.ticket_categories.tree()
    assert {one.facts.kind for one in tree} == set(TicketKind)
    assert {one.depth for one in tree} == {0, 1}
    assert all(one.facts.initials and one.team for one in tree)
    assert len({one.path for one in tree}) == len(tree)


def test_the_tree_is_planted_once(house: OfficeBuilder) -> None:
    before = house.office.ticket_categories.tree(retired=True)
    house.office.ticket_categories.plant()
    assert house.office.ticket_categories.tree(retired=True) == before


def test_letters_find_a_category_as_people_type_it(house: OfficeBuilder) -> None:
    find = house.office.ticket_categories.find
    assert find("sg")[0].path == "给排水 / 水管"
    assert find("水管")[0].path == "给排水 / 水管"
    assert find("gps")[0].name == "给排水"
    assert find("dtkr")[0].facts.service_class is ServiceClass.EMERGENCY
    assert find("ＳＧ")[0].name == "水管"
    assert find("qqqq") == ()


def test_the_kind_that_was_chosen_comes_first(house: OfficeBuilder) -> None:
    find = house.office.ticket_categories.find
    assert find("bj", TicketKind.COMPLAINT)[0].path == "投诉服务 / 保洁质量"
    assert find("bj", TicketKind.REPAIR)[0].path == "环境绿化 / 楼道保洁"


def test_a_new_category_is_found_in_every_reading(house: OfficeBuilder) -> None:
    categories = house.office.ticket_categories
    parent = named(house, "电气照明")
    categories.add(house.supervisor, CategoryFacts("空调重装", checklist=(" 断电 ", "")), parent)
    found = categories.find("ktcz")[0]
    assert found.path == "电气照明 / 空调重装"
    assert found in categories.find("ktzz")
    assert found.facts.checklist == ("断电",)


def test_only_a_supervisor_edits_the_tree(house: OfficeBuilder) -> None:
    categories = house.office.ticket_categories
    chosen = categories.tree()[0].id
    for attempt in (
        lambda: categories.add(house.cashier, CategoryFacts("游泳池")),
        lambda: categories.change(house.cashier, chosen, CategoryFacts("游泳池")),
        lambda: categories.move(house.cashier, chosen, None, 0),
        lambda: categories.retire(house.cashier, chosen),
        lambda: categories.offer_again(house.cashier, chosen),
        lambda: categories.remove(house.cashier, chosen),
    ):
        with pytest.raises(NotPermitted):
            attempt()


def test_a_category_needs_a_name_of_its_own_at_its_place(house: OfficeBuilder) -> None:
    categories = house.office.ticket_categories
    with pytest.raises(CategoryNeedsName):
        categories.add(house.supervisor, CategoryFacts("　"))
    with pytest.raises(CategoryExists):
        categories.add(house.supervisor, CategoryFacts("水管"), named(house, "给排水"))
    with pytest.raises(LettersUnreadable):
        categories.add(house.supervisor, CategoryFacts("游泳池", initials="泳池"))
    categories.add(house.supervisor, CategoryFacts("水管"), named(house, "电梯"))


def test_what_a_category_means_can_be_changed_and_the_trail_keeps_it(house: OfficeBuilder) -> None:
    categories = house.office.ticket_categories
    chosen = named(house, "给排水 / 水管")
    facts = next(one.facts for one in categories.tree() if one.id == chosen)
    categories.change(house.supervisor, chosen, replace(facts, priority=Priority.HIGH, name="水管爆裂", initials=""))
    after = next(one for one in categories.tree() if one.id == chosen)
    assert (after.name, after.facts.priority) == ("水管爆裂", Priority.HIGH)
    assert "sgbl" in after.facts.initials.split()


def test_a_branch_moves_with_all_that_is_under_it(house: OfficeBuilder) -> None:
    categories = house.office.ticket_categories
    branch, other = named(house, "电梯"), named(house, "消防监控")
    categories.move(house.supervisor, branch, other, 1)
    tree = categories.tree()
    assert [one.name for one in tree if one.parent_id == other][:2] == ["火灾报警误报", "电梯"]
    assert named(house, "消防监控 / 电梯 / 电梯困人")
    with pytest.raises(CategoryUnderItself):
        categories.move(house.supervisor, other, named(house, "消防监控 / 电梯 / 电梯困人"), 0)


def test_a_category_in_use_is_not_removed_but_offered_no_longer(house: OfficeBuilder) -> None:
    categories = house.office.ticket_categories
    chosen = named(house, "给排水 / 水管")
    used_once(house, chosen)
    with pytest.raises(CategoryInUse) as refused:
        categories.remove(house.supervisor, chosen)
    assert (refused.value.name, refused.value.tickets) == ("水管", 1)
    categories.retire(house.supervisor, chosen)
    assert categories.find("sg") == ()
    with house.office.store.reading() as connection, pytest.raises(CategoryNotOffered):
        offered_category(connection, chosen)
    assert next(one for one in categories.tree(retired=True, counted=True) if one.id == chosen).tickets == 1


def test_a_branch_is_not_removed_before_its_leaves(house: OfficeBuilder) -> None:
    categories = house.office.ticket_categories
    with pytest.raises(CategoryInUse) as refused:
        categories.remove(house.supervisor, named(house, "电梯"))
    assert (refused.value.tickets, refused.value.below) == (0, 4)
    leaf = named(house, "电梯 / 电梯停运")
    categories.remove(house.supervisor, leaf)
    assert leaf not in {one.id for one in categories.tree(retired=True)}


def test_a_branch_is_retired_whole_and_a_leaf_comes_back_with_its_branch(house: OfficeBuilder) -> None:
    categories = house.office.ticket_categories
    categories.retire(house.supervisor, named(house, "电梯"))
    assert not [one for one in categories.tree() if one.path.startswith("电梯")]
    categories.offer_again(house.supervisor, named(house, "电梯 / 电梯困人"))
    assert [one.path for one in categories.tree() if one.path.startswith("电梯")] == ["电梯", "电梯 / 电梯困人"]


def test_a_chosen_branch_means_all_that_is_under_it(house: OfficeBuilder) -> None:
    tree = house.office.ticket_categories.tree()
    branch = named(house, "电梯")
    below = with_those_below(tree, {branch})
    assert below == {one.id for one in tree if one.path.startswith("电梯")}
