"""What one money event writes: balanced postings, chained to the entry before. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.core.ids import EntryNo, UnitId, UserId
from app.core.money import NOTHING, Money

FIRST_LINK = "0" * 64


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of an entry; debits are positive, credits negative."""

    account: str
    amount: Money
    unit_id: UnitId | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A money event before it has a number."""

    day: date
    kind: str
    subject: str
    postings: Sequence[Posting]
    at: datetime
    by: UserId | None
    reverses: EntryNo | None = None


class Unbalanced(ValueError):  # noqa: N818 - the ledger's word
    """A bug: debits and credits of an entry differ, or an entry moves nothing."""


def must_balance(entry: Entry) -> None:
    """Raise Unbalanced unless the postings sum to nothing and there are at least two."""
    if len(entry.postings) < 2 or sum(posting.amount.fen for posting in entry.postings) != NOTHING.fen:
        raise Unbalanced(entry)


def link(previous: str, number: int, entry: Entry) -> str:
    """SHA-256 over the hash before and everything the entry says: 64 hex digits."""
    lines = [
        previous,
        f"{number}|{entry.day}|{entry.kind}|{entry.subject}|{entry.at}|{entry.by}|{entry.reverses}",
        *(f"{posting.account}|{posting.unit_id}|{posting.amount.fen}" for posting in entry.postings),
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def reversal(original: Entry, number: EntryNo, kind: str, day: date, at: datetime, by: UserId | None) -> Entry:
    """The entry that takes another back: the same postings with the other sign, pointing back."""
    turned = [Posting(posting.account, -posting.amount, posting.unit_id) for posting in original.postings]
    return Entry(day, kind, original.subject, turned, at, by, number)
