"""Whom the demo estate calls, and who commands there: numbers that no exchange gives out, people who do not exist."""

from __future__ import annotations

from app.access.actor import Actor
from app.incidents.contacts.contact_rule import ContactFacts
from app.incidents.organisation.post import PostFacts
from app.office import Office

_NUMBERS = {
    "manager": ContactFacts("周可", "13800000101", "沈若兰", "13800000102", private=True),
    "company": ContactFacts("禾木里物业值班室", "0571-5550110"),
    "engineer": ContactFacts("梁工", "13800000103", "孟工", "13800000104", private=True),
    "electrician": ContactFacts("值班电工", "0571-5550104", "孟工", "13800000104"),
    "guard-leader": ContactFacts("消控室班长", "0571-5550105", "东门岗", "0571-5550106"),
    "fire-team": ContactFacts("微型消防站（消控室）", "0571-5550105"),
    "finance": ContactFacts("公司财务", "0571-5550111"),
    "service-desk": ContactFacts("客服前台", "0571-5550100"),
    "lift-maintainer": ContactFacts("平顺电梯维保（示例）", "0571-5550180", "夜间值班", "0571-5550181"),
    "gas-company": ContactFacts("燃气抢修（示例）", "0571-5550120"),
    "water-company": ContactFacts("自来水抢修（示例）", "0571-5550121"),
    "police-station": ContactFacts("派出所（示例）", "0571-5550130"),
    "residents-committee": ContactFacts("居委会（示例）", "0571-5550131"),
    "owners-committee": ContactFacts("业委会 何主任", "13800000107", private=True),
    "computer-support": ContactFacts("电脑维护（示例）", "0571-5550140"),
}
"""The numbers of the town that a demo cannot know are left open, so that the list shows what is missing."""

_NOT_TRIED_LATELY = ("gas-company", "residents-committee")
_PEOPLE = {
    "领导小组组长（总经理）": ("周可", "13800000101", "沈若兰", "13800000102"),
    "领导小组成员（各部门负责人）": ("沈若兰", "13800000102", "梁工", "13800000103"),
    "总指挥": ("周可", "13800000101", "沈若兰", "13800000102"),
    "副总指挥": ("沈若兰", "13800000102", "梁工", "13800000103"),
    "抢险救援组": ("梁工", "13800000103", "孟工", "13800000104"),
    "疏散引导组": ("消控室班长", "0571-5550105", "东门岗", "0571-5550106"),
    "安全警戒组": ("东门岗", "0571-5550106", "", ""),
    "医疗救护组": ("客服前台", "0571-5550100", "", ""),
    "通讯联络组": ("客服前台", "0571-5550100", "沈若兰", "13800000102"),
    "技术抢修组": ("梁工", "13800000103", "孟工", "13800000104"),
    "客户服务组": ("客服前台", "0571-5550100", "沈若兰", "13800000102"),
    "信息报送组": ("沈若兰", "13800000102", "", ""),
    "秩序班长": ("消控室班长", "0571-5550105", "东门岗", "0571-5550106"),
    "项目经理": ("周可", "13800000101", "沈若兰", "13800000102"),
    "公司值班领导": ("禾木里物业值班室", "0571-5550110", "", ""),
}


def write_contacts(office: Office, by: Actor) -> None:
    """The numbers, each tried on the day it was written, and the organisation."""
    for key, facts in _NUMBERS.items():
        office.contacts.write(by, key, facts)
        office.contacts.confirm(by, key)
    office.organisation.begin_with_the_usual(by)
    for post in office.organisation.posts():
        if post.facts.post in _PEOPLE:
            office.organisation.change(
                by, post.id, PostFacts(post.facts.group, post.facts.post, *_PEOPLE[post.facts.post])
            )


def try_most(office: Office, by: Actor) -> None:
    """Most numbers were tried again lately; the others show what that looks like."""
    for key in _NUMBERS:
        if key not in _NOT_TRIED_LATELY:
            office.contacts.confirm(by, key)
