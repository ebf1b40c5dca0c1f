"""What a number of the call list may be: a telephone number, or one of the short ones of a town or of a house."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from app.estate.phones import parse_phone
from app.estate.refusals import NotAPhone
from app.incidents.contacts.contact import Contact
from app.incidents.contacts.refusals import CallNumberUnreadable, ContactNeedsName, ContactNeedsNumber
from app.incidents.plans.contacts import KNOWN_CONTACTS

SHORTEST, LONGEST_SHORT = 3, 6


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What the office writes about a party; `name` is who it is here, and may be "" for one that plans know."""

    name: str
    number: str
    deputy: str = ""
    deputy_number: str = ""
    private: bool = False


def parse_call_number(text: str) -> str:
    """The number as it is dialled and shown: `96333`, `8001`, `0571-5550100`. Raises CallNumberUnreadable."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if plain.isascii() and plain.isdigit() and SHORTEST <= len(plain) <= LONGEST_SHORT:
        return plain
    try:
        return parse_phone(text)
    except NotAPhone as fault:
        raise CallNumberUnreadable(text.strip()) from fault


def checked_facts(key: str, facts: ContactFacts) -> ContactFacts:
    """The facts with tidy names and numbers as they are dialled.

    Raises ContactNeedsName, ContactNeedsNumber, CallNumberUnreadable.
    """
    name, deputy = " ".join(facts.name.split()), " ".join(facts.deputy.split())
    if not name and key not in KNOWN_CONTACTS:
        raise ContactNeedsName
    if not facts.number.strip():
        raise ContactNeedsNumber(name)
    second = parse_call_number(facts.deputy_number) if facts.deputy_number.strip() else ""
    number = parse_call_number(facts.number)
    return replace(facts, name=name, number=number, deputy=deputy, deputy_number=second)


def keeps_its_confirmation(before: Contact, facts: ContactFacts) -> bool:
    """Whether the same numbers are still to be dialled, so that they need not be tried again."""
    return (before.number, before.deputy_number) == (facts.number, facts.deputy_number)
