"""A running incident as one screen shows it, and what of it the call list and the roles say; all from plan and log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.core.ids import BuildingId, UnitId
from app.incidents.contacts.contact import Contact
from app.incidents.plans.contacts import FIXED
from app.incidents.plans.plan import Both, Plan, PlanRole, Severity
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.progress import Progress
from app.incidents.running.timers import on_the_clock_of_now

_FIXED_KEYS = frozenset(contact.key for contact in FIXED)


class CallResult(StrEnum):
    """What became of a call; `facts["result"]` of a CALLED line."""

    REACHED = "reached"
    NO_ANSWER = "no-answer"
    ENGAGED = "engaged"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class CallLine:
    """One party of the call list: `name` as plans call it, `called` as the office does (perhaps "").

    `number` is "" where nobody knows one; `proposed`: the number is usual in the country, not confirmed by the office;
    `retired`: the office took the party out since the incident began. `results` are the CALLED lines of this party,
    oldest first, with the facts `contact`, `name`, `number`, `deputy`, `result`.
    """

    key: str
    name: Both
    number: str
    deputy: str
    deputy_number: str
    private: bool
    confirmed_on: date | None
    results: tuple[Entry, ...]
    called: str = ""
    proposed: bool = False
    retired: bool = False

    @property
    def is_fixed(self) -> bool:
        """119, 120 and 110: the same everywhere."""
        return self.key in _FIXED_KEYS

    @property
    def is_reached(self) -> bool:
        """Whether somebody there was spoken to."""
        return any(line.facts.get("result") == CallResult.REACHED for line in self.results)

    @property
    def deputy_is_next(self) -> bool:
        """Whether the deputy is to be called now: the last call to the first number brought nobody."""
        if not self.deputy_number or not self.results:
            return False
        last = self.results[-1].facts
        return not last.get("deputy") and last.get("result") in (CallResult.NO_ANSWER, CallResult.ENGAGED)

    @property
    def next_number(self) -> str:
        """The number that is to be called now."""
        return self.deputy_number if self.deputy_is_next else self.number


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident that runs or ran; `entries` are all lines, the oldest first.

    `closed_at` is when it was closed, `parent_id` the incident whose answer started this one; `broken_at` is the first
    line of a log that somebody altered with another program, none where the chain holds.
    """

    id: int
    number: str
    plan: Plan
    place: str
    building_id: BuildingId | None
    unit_id: UnitId | None
    is_drill: bool
    severity: Severity
    reporter: str
    started_at: datetime
    closed_at: datetime | None
    parent_id: int | None
    progress: Progress
    entries: tuple[Entry, ...]
    roles: Mapping[PlanRole, str]
    calls: tuple[CallLine, ...]
    broken_at: int | None = None

    @property
    def running_since(self) -> datetime:
        """When it began, as the clock of now would have shown it: a clock that was moved changes no length of time."""
        return on_the_clock_of_now(self.entries)[0].happened_at if self.entries else self.started_at

    @property
    def lead_is_on_site(self) -> bool:
        """One person leads and is at the place; said as a hint, for at night there is only one."""
        lead = self.roles.get(PlanRole.LEAD, "")
        return bool(lead) and lead == self.roles.get(PlanRole.SITE)


@dataclass(frozen=True, slots=True)
class RunningLine:
    """One incident that runs, as a tab and the top bar name it; `moved` is how far the clock was set since."""

    id: int
    number: str
    code: str
    name: Both
    place: str
    started_at: datetime
    is_drill: bool
    moved: timedelta = timedelta()

    @property
    def running_since(self) -> datetime:
        """When it began, as the clock of now would have shown it."""
        return self.started_at + self.moved


_NAME_ROLES = frozenset({EntryKind.ASSIGNED, EntryKind.HANDED_OVER})
_TELL_ROLES = _NAME_ROLES | {EntryKind.STARTED, EntryKind.JOINED}


def roles_now(entries: Sequence[Entry]) -> dict[PlanRole, str]:
    """Who holds which role: whoever started it leads and keeps the record until somebody else is named.

    Of one that began before sign-in it is whoever signed in then.

    Facts of an ASSIGNED or HANDED_OVER line: `roles` by the role's name, each the name of the person.
    """
    roles = dict[PlanRole, str]()
    for entry in (one for one in entries if one.kind in _TELL_ROLES):
        if entry.by and (entry.kind is EntryKind.STARTED or (entry.kind is EntryKind.JOINED and not roles)):
            roles |= {PlanRole.LEAD: entry.by, PlanRole.RECORDER: entry.by}
        elif entry.kind in _NAME_ROLES:
            roles |= {PlanRole(role): name for role, name in entry.facts.get("roles", {}).items()}
    return roles


def call_lines(contacts: Iterable[Contact], entries: Sequence[Entry]) -> tuple[CallLine, ...]:
    """The parties in the order in which they come, with what became of the calls to each.

    A party that was called and is no more among them stays, before the numbers of the country.
    """
    calls = [entry for entry in entries if entry.kind is EntryKind.CALLED]
    listed = {contact.key: contact for contact in contacts}
    gone = {call.facts["contact"]: _as_called(call) for call in calls if call.facts["contact"] not in listed}
    ordered = sorted((listed | gone).values(), key=lambda contact: contact.fixed)
    return tuple(_line(contact, calls) for contact in ordered)


def _line(contact: Contact, calls: Sequence[Entry]) -> CallLine:
    return CallLine(
        key=contact.key,
        name=contact.title,
        number=contact.to_call,
        deputy=contact.deputy,
        deputy_number=contact.deputy_number,
        private=contact.private,
        confirmed_on=contact.confirmed_on,
        results=tuple(entry for entry in calls if entry.facts["contact"] == contact.key),
        called=contact.name,
        proposed=contact.is_missing and bool(contact.proposed),
        retired=contact.retired,
    )


def _as_called(call: Entry) -> Contact:
    """A party as the log knows it, where nothing else does."""
    name = str(call.facts.get("name") or call.facts["contact"])
    return Contact(call.facts["contact"], Both(name, name), number=str(call.facts.get("number", "")), retired=True)
