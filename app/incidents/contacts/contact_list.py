"""The call list as the office keeps it: what is missing stands first, and why it matters is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.incidents.contacts.contact import Contact
from app.incidents.plans.plan import Plan


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A party with the plans that call it."""

    contact: Contact
    plans: tuple[Plan, ...]
    stale: bool

    @property
    def is_urgent(self) -> bool:
        """Whether a plan calls somebody whose number nobody has written."""
        return self.contact.is_missing and bool(self.plans)


@dataclass(frozen=True, slots=True)
class ContactCounts:
    """How the call list stands."""

    missing: int
    stale: int


def contact_lines(contacts: Iterable[Contact], plans: Sequence[Plan], today: date) -> tuple[ContactLine, ...]:
    """Missing numbers that plans need, those of most plans first; then numbers too long untried; then the rest."""
    callers = plans_by_contact(plans)
    lines = [ContactLine(one, tuple(callers.get(one.key, ())), one.is_stale(today)) for one in contacts]
    return tuple(sorted(lines, key=_place))


def plans_by_contact(plans: Sequence[Plan]) -> Mapping[str, list[Plan]]:
    """The plans that call each party."""
    callers: dict[str, list[Plan]] = {}
    for plan in plans:
        for key in dict.fromkeys(plan.contacts):
            callers.setdefault(key, []).append(plan)
    return callers


def count_lines(lines: Iterable[ContactLine]) -> ContactCounts:
    """How many numbers are missing that plans need, and how many were not tried for too long."""
    told = list(lines)
    return ContactCounts(sum(line.is_urgent for line in told), sum(line.stale for line in told))


def _place(line: ContactLine) -> tuple[int, int]:
    if line.is_urgent:
        return 0, -len(line.plans)
    if line.stale:
        return 1, 0
    if line.contact.is_missing:
        return 3, 0
    return (4 if line.contact.fixed else 2), 0
