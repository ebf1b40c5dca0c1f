"""What is promised: for each kind and class a chain of clocks, each with its limit and its own calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.core.typed_text import plain
from app.tickets.deadlines.refusals import ClockTwice, LimitOutOfBounds, LimitUnreadable, WorkdaysNeedTheirCalendar
from app.tickets.kinds import ClockName, ServiceClass, TicketKind


class CalendarName(StrEnum):
    """In which hours a clock runs."""

    CLOCK = "clock"  # round the clock, holidays included
    STAFFED = "staffed"  # while somebody is at the counter
    WORKDAYS = "workdays"  # office hours of workdays


class LimitUnit(StrEnum):
    """What a limit counts."""

    MINUTES = "min"
    HOURS = "h"
    WORKDAYS = "wd"


_MOST = {LimitUnit.MINUTES: 10_080, LimitUnit.HOURS: 2_160, LimitUnit.WORKDAYS: 120}


@dataclass(frozen=True, slots=True)
class Limit:
    """So many minutes, hours or workdays; as text `30min`, `24h`, `7wd`."""

    count: int
    unit: LimitUnit

    @property
    def minutes(self) -> int:
        """In minutes; workdays have none of their own."""
        assert self.unit is not LimitUnit.WORKDAYS
        return self.count * (60 if self.unit is LimitUnit.HOURS else 1)

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


@dataclass(frozen=True, slots=True)
class ClockRule:
    """One promise of a chain."""

    name: ClockName
    limit: Limit
    calendar: CalendarName


def parse_limit(text: str) -> Limit:
    """A limit from text. Raises LimitUnreadable, LimitOutOfBounds."""
    found = re.fullmatch(r"(\d{1,6})(min|h|wd)", plain(text).lower())
    if found is None:
        raise LimitUnreadable(text.strip())
    limit = Limit(int(found[1]), LimitUnit(found[2]))
    if not 1 <= limit.count <= _MOST[limit.unit]:
        raise LimitOutOfBounds(str(limit), _MOST[limit.unit])
    return limit


@lru_cache(maxsize=256)  # every clock of a list is read from its text
def clock_rule(name: ClockName, limit: str, calendar: CalendarName) -> ClockRule:
    """A promise from its text. Raises LimitUnreadable, LimitOutOfBounds, WorkdaysNeedTheirCalendar."""
    parsed = parse_limit(limit)
    if parsed.unit is LimitUnit.WORKDAYS and calendar is not CalendarName.WORKDAYS:
        raise WorkdaysNeedTheirCalendar(str(parsed))
    return ClockRule(name, parsed, calendar)


def check_chain(clocks: tuple[ClockRule, ...]) -> None:
    """A chain times each step once. Raises ClockTwice and what `clock_rule` raises."""
    names = [clock.name for clock in clocks]
    for clock in clocks:
        if names.count(clock.name) > 1:
            raise ClockTwice(clock.name)
        clock_rule(clock.name, str(clock.limit), clock.calendar)


_REVIEW = clock_rule(ClockName.REVIEW, "1h", CalendarName.STAFFED)
_CONTACT = clock_rule(ClockName.CONTACT, "24h", CalendarName.CLOCK)
_ANSWER = clock_rule(ClockName.ANSWER, "48h", CalendarName.CLOCK)
_CLOSE = clock_rule(ClockName.CLOSE, "7wd", CalendarName.WORKDAYS)
_VISIT = clock_rule(ClockName.CONTACT, "30min", CalendarName.CLOCK)
_REPLY = clock_rule(ClockName.ANSWER, "24h", CalendarName.CLOCK)

_SHIPPED = {
    TicketKind.REPAIR: (_VISIT, _CLOSE),
    TicketKind.COMPLAINT: (_REVIEW, _CONTACT, _ANSWER, _CLOSE),
    TicketKind.SUGGESTION: (_REVIEW, _CONTACT, _ANSWER, _CLOSE),
    TicketKind.ENQUIRY: (_REPLY, _CLOSE),
    TicketKind.TASK: (_CLOSE,),
    TicketKind.FEE_DISPUTE: (_CONTACT, _CLOSE),
}
_AT_ONCE = (_VISIT, clock_rule(ClockName.CLOSE, "4h", CalendarName.CLOCK))


def shipped_chain(kind: TicketKind, service_class: ServiceClass) -> tuple[ClockRule, ...]:
    """The chain of a kind and class before the office changes it: the stricter rule where its rule books differ.

    An emergency runs round the clock throughout.
    """
    if service_class is not ServiceClass.EMERGENCY:
        return _SHIPPED[kind]
    return _AT_ONCE if kind in (TicketKind.REPAIR, TicketKind.TASK) else tuple(map(_round_the_clock, _SHIPPED[kind]))


def _round_the_clock(clock: ClockRule) -> ClockRule:
    """The same promise day and night; workdays become whole days."""
    if clock.limit.unit is not LimitUnit.WORKDAYS:
        return ClockRule(clock.name, clock.limit, CalendarName.CLOCK)
    return ClockRule(clock.name, Limit(clock.limit.count * 24, LimitUnit.HOURS), CalendarName.CLOCK)
