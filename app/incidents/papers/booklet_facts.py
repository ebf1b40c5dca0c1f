"""What stands in the booklet of all plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.estate.office_facts import OfficeFacts
from app.incidents.papers.list_facts import ListFacts, PhoneLine


@dataclass(frozen=True, slots=True)
class BookletContact:
    """A party of the call list, and when its number was last tried."""

    phone: PhoneLine
    confirmed_on: date | None = None


@dataclass(frozen=True, slots=True)
class BookletPost:
    """A post of the emergency organisation with its holder and deputy."""

    group: str
    post: str
    person: str
    phone: str
    deputy: str
    deputy_phone: str


@dataclass(frozen=True, slots=True)
class BookletFacts:
    """All plans in use as blank lists, the call list and the organisation; no resident stands in it."""

    office: OfficeFacts
    printed_at: datetime
    lists: tuple[ListFacts, ...]
    contacts: tuple[BookletContact, ...]
    posts: tuple[BookletPost, ...]
