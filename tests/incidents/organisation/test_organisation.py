"""Command group, teams and reporting line as the office keeps them."""

import pytest

from app.access.refusals import NotPermitted
from app.incidents.contacts.refusals import CallNumberUnreadable
from app.incidents.organisation.post import PostFacts, PostGroup
from app.incidents.organisation.refusals import OrganisationWritten, PostChangedMeanwhile, PostNeedsName
from tests.office_builder import OfficeBuilder

CHIEF = PostFacts(PostGroup.COMMAND, "总指挥", "周可", "0571-5550101", "林岚", "0571-5550102")


def posts(house: OfficeBuilder, group: PostGroup) -> list[str]:
    return [post.facts.post for post in house.office.organisation.posts() if post.facts.group is group]


def test_the_usual_posts_begin_it_and_say_that_nobody_holds_them(house: OfficeBuilder) -> None:
    house.office.organisation.begin_with_the_usual(house.supervisor)
    held = house.office.organisation.posts()
    leading = ["领导小组组长（总经理）", "领导小组成员（各部门负责人）"]
    assert posts(house, PostGroup.COMMAND) == [*leading, "总指挥", "副总指挥"]
    assert posts(house, PostGroup.TEAM)[-4:] == ["技术抢修组", "客户服务组", "财务组", "信息报送组"]
    assert posts(house, PostGroup.REPORTING) == ["当班人员", "秩序班长", "项目经理", "公司值班领导"]
    assert all(post.is_vacant and post.has_no_deputy for post in held)
    with pytest.raises(OrganisationWritten):
        house.office.organisation.begin_with_the_usual(house.supervisor)


def test_a_changed_post_stays_where_it_stood(house: OfficeBuilder) -> None:
    organisation, by = house.office.organisation, house.supervisor
    organisation.begin_with_the_usual(by)
    first = organisation.posts()[0]
    organisation.change(by, first.id, CHIEF)
    assert organisation.posts()[0].facts == CHIEF
    with pytest.raises(PostChangedMeanwhile):
        organisation.change(by, first.id, CHIEF)


def test_a_post_moves_within_its_group_and_no_further(house: OfficeBuilder) -> None:
    organisation, by = house.office.organisation, house.supervisor
    organisation.begin_with_the_usual(by)
    second = organisation.posts()[1].id
    organisation.move(by, second, -1)
    organisation.move(by, second, -1)
    assert posts(house, PostGroup.COMMAND)[:2] == ["领导小组成员（各部门负责人）", "领导小组组长（总经理）"]


def test_a_post_that_was_taken_off_is_gone(house: OfficeBuilder) -> None:
    organisation, by = house.office.organisation, house.supervisor
    post = organisation.add(by, CHIEF)
    organisation.take_off(by, post)
    assert organisation.posts() == ()
    with pytest.raises(PostChangedMeanwhile):
        organisation.move(by, post, 1)


def test_a_post_needs_a_name_and_its_numbers_can_be_dialled(house: OfficeBuilder) -> None:
    organisation, by = house.office.organisation, house.supervisor
    with pytest.raises(PostNeedsName):
        organisation.add(by, PostFacts(PostGroup.TEAM, "  "))
    with pytest.raises(CallNumberUnreadable):
        organisation.add(by, PostFacts(PostGroup.TEAM, "救护组", "张建国", "没有"))


def test_only_who_keeps_the_plans_arranges_the_organisation(house: OfficeBuilder) -> None:
    organisation, by = house.office.organisation, house.cashier
    for act in (
        lambda: organisation.begin_with_the_usual(by),
        lambda: organisation.add(by, CHIEF),
        lambda: organisation.change(by, 1, CHIEF),
        lambda: organisation.take_off(by, 1),
        lambda: organisation.move(by, 1, 1),
    ):
        with pytest.raises(NotPermitted):
            act()
