"""One party with its number at this office, and when that number was last tried."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.incidents.plans.contacts import FIXED, KNOWN_CONTACTS
from app.incidents.plans.plan import Both

DAYS_CONFIRMED = 90
"""After so many days a number counts as not confirmed."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A party that plans call (`title`), who it is at this office (`name`, perhaps ""), and the numbers.

    `number` is "" where the office has written none; `proposed` is the number usual in the country, which no office
    has confirmed. `fixed` is one of 110, 119, 120. `retired`: the office calls it no more, a running incident may.
    """

    key: str
    title: Both
    name: str = ""
    number: str = ""
    deputy: str = ""
    deputy_number: str = ""
    private: bool = False
    confirmed_on: date | None = None
    fixed: bool = False
    proposed: str = ""
    retired: bool = False
    id: int | None = None

    @property
    def to_call(self) -> str:
        """The number to dial: the office's own, else the usual one, else ""."""
        return self.number or self.proposed

    @property
    def is_missing(self) -> bool:
        """Whether the office has still to write a number, be it only to confirm the usual one."""
        return not self.number

    def days_since_confirmed(self, today: date) -> int | None:
        """Whole days since the number was tried; none where it never was, or is fixed."""
        return None if self.fixed or self.confirmed_on is None else (today - self.confirmed_on).days

    def is_stale(self, today: date) -> bool:
        """Whether a number that the office wrote was never confirmed, or too long ago (I16: over 90 days)."""
        if self.fixed or not self.number:
            return False
        days = self.days_since_confirmed(today)
        return days is None or days > DAYS_CONFIRMED


def unwritten(key: str) -> Contact:
    """The party of a key for which the office has written nothing; an unknown key is its own title."""
    known = KNOWN_CONTACTS.get(key)
    if known is None:
        return Contact(key, Both(key, key))
    return Contact(key, known.name, number=known.fixed, fixed=bool(known.fixed), proposed=known.usual)


def call_order(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys in a plan's order, then those of the country that it does not name: 119, 120, 110."""
    return tuple(dict.fromkeys((*keys, *(contact.key for contact in FIXED))))
