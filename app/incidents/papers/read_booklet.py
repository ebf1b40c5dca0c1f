"""Reads what stands in the booklet: plans in use, the call list, the organisation; nothing about residents."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from app.estate.office_facts import read_office_facts
from app.incidents.contacts.read_contacts import read_contacts
from app.incidents.organisation.organisation import read_posts
from app.incidents.organisation.post import Post
from app.incidents.papers.booklet_facts import BookletContact, BookletFacts, BookletPost
from app.incidents.papers.list_facts import FIXED_NUMBERS
from app.incidents.papers.list_words import POST_GROUPS
from app.incidents.papers.read_list import blank_lists, phone_line
from app.incidents.papers.settings import PRIVATE_NUMBERS
from app.store.settings import read_choice


def read_booklet(connection: Connection, now: datetime) -> BookletFacts:
    """As it stands now; private numbers only where the office chose so."""
    private = read_choice(connection, PRIVATE_NUMBERS)
    contacts = [one for key, one in read_contacts(connection).items() if key not in FIXED_NUMBERS and not one.retired]
    return BookletFacts(
        office=read_office_facts(connection),
        printed_at=now,
        lists=blank_lists(connection, private=private),
        contacts=tuple(BookletContact(phone_line(one, private=private), one.confirmed_on) for one in contacts),
        posts=tuple(_post(post, private=private) for post in read_posts(connection)),
    )


def _post(post: Post, *, private: bool) -> BookletPost:
    facts = post.facts
    return BookletPost(
        POST_GROUPS[facts.group],
        facts.post,
        facts.person,
        facts.phone if private else "",
        facts.deputy,
        facts.deputy_phone if private else "",
    )
