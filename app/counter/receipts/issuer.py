"""Who issues a receipt: what the office says of itself on it, and the key that seals its code."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from app.counter.receipts.office_key import SETTING, office_key_in
from app.counter.rules import COUNTER_RULES, CounterRules, rules_in
from app.estate.office_facts import OFFICE_FACTS, OfficeFacts, office_facts_in
from app.store.settings import read_chosen


@dataclass(frozen=True, slots=True)
class Issuer:
    """The office as its receipts name it, and its secret key (32 bytes)."""

    office: OfficeFacts
    key: bytes


def read_rules_and_issuer(connection: Connection) -> tuple[CounterRules, Issuer]:
    """All that a payment asks the settings for, in one reading."""
    chosen = read_chosen(connection, (*COUNTER_RULES, *OFFICE_FACTS), (SETTING,))
    return rules_in(chosen), Issuer(office_facts_in(chosen), office_key_in(chosen))
