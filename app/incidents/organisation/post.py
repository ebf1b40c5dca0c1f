"""A post of the emergency organisation, its holder and the deputy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.incidents.contacts.contact_rule import parse_call_number
from app.incidents.organisation.refusals import PostNeedsName


class PostGroup(StrEnum):
    """The three parts of the organisation; the order of the reporting line is that of its posts."""

    COMMAND = "command"
    TEAM = "team"
    REPORTING = "reporting"


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A post as the office writes it; `person` is "" where nobody holds it yet."""

    group: PostGroup
    post: str
    person: str = ""
    phone: str = ""
    deputy: str = ""
    deputy_phone: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A post in use."""

    id: int
    facts: PostFacts

    @property
    def is_vacant(self) -> bool:
        """Whether nobody holds it."""
        return not self.facts.person

    @property
    def has_no_deputy(self) -> bool:
        """Whether nobody stands in when the holder cannot be reached."""
        return not self.facts.deputy


USUAL_POSTS = (
    PostFacts(PostGroup.COMMAND, "领导小组组长（总经理）"),
    PostFacts(PostGroup.COMMAND, "领导小组成员（各部门负责人）"),
    PostFacts(PostGroup.COMMAND, "总指挥"),
    PostFacts(PostGroup.COMMAND, "副总指挥"),
    PostFacts(PostGroup.TEAM, "抢险救援组"),
    PostFacts(PostGroup.TEAM, "疏散引导组"),
    PostFacts(PostGroup.TEAM, "安全警戒组"),
    PostFacts(PostGroup.TEAM, "医疗救护组"),
    PostFacts(PostGroup.TEAM, "通讯联络组"),
    PostFacts(PostGroup.TEAM, "后勤保障组"),
    PostFacts(PostGroup.TEAM, "技术抢修组"),
    PostFacts(PostGroup.TEAM, "客户服务组"),
    PostFacts(PostGroup.TEAM, "财务组"),
    PostFacts(PostGroup.TEAM, "信息报送组"),
    PostFacts(PostGroup.REPORTING, "当班人员"),
    PostFacts(PostGroup.REPORTING, "秩序班长"),
    PostFacts(PostGroup.REPORTING, "项目经理"),
    PostFacts(PostGroup.REPORTING, "公司值班领导"),
)
"""What an office begins with; every post is its own to rename."""


def checked_post(facts: PostFacts) -> PostFacts:
    """The facts tidy, numbers as they are dialled. Raises PostNeedsName, CallNumberUnreadable."""
    post, person, deputy = (" ".join(text.split()) for text in (facts.post, facts.person, facts.deputy))
    if not post:
        raise PostNeedsName
    phone, second = (parse_call_number(text) if text.strip() else "" for text in (facts.phone, facts.deputy_phone))
    return replace(facts, post=post, person=person, phone=phone, deputy=deputy, deputy_phone=second)
