"""Reckons by when a promise is due: its limit in its own calendar, moved by the open minutes of its pauses.

Moments count as the minute in which they lie: what is due at 09:42 is in time until 09:42:59.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.core.open_hours import OpenHours, to_minute
from app.tickets.deadlines.calendars import Calendars
from app.tickets.deadlines.rule import ClockRule, LimitUnit


class Standing(StrEnum):
    """How a promise stands."""

    DUE = "due"
    SOON = "soon"
    OVERDUE = "overdue"
    PAUSED = "paused"
    MET = "met"
    MISSED = "missed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """A span in which nobody of the office is awaited; open while it has no end."""

    began: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class CountedPause:
    """A pause by the minute, joined with those that touch it, and the open minutes by which it moved the due time.

    What began after the due time had passed moves nothing: `minutes` is 0, and `late` says why.
    """

    began: datetime
    ended: datetime
    is_open: bool
    minutes: int
    late: bool


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Where a promise stands: minutes left are open minutes of its calendar, minutes over are by the wall clock.

    `left_workdays` only where the limit counts workdays. `used_percent` is 0 to 100 of the promised time.
    """

    due_at: datetime
    soon_at: datetime
    standing: Standing
    left_minutes: int
    left_workdays: int | None
    over_minutes: int
    used_percent: int
    pauses: tuple[CountedPause, ...]


def reckon(
    rule: ClockRule,
    started: datetime,
    pauses: Sequence[Pause],
    calendars: Calendars,
    now: datetime,
    *,
    met_at: datetime | None = None,
    dropped_at: datetime | None = None,
    waits: bool = False,
) -> Reckoned:
    """Where a promise stands at `now`, or where it stood when it was met or dropped.

    It `waits` while its ticket waits for the resident: then a pause that ends later is a date that has not come.
    """
    hours = calendars.of(rule.calendar)
    stopped = met_at or dropped_at
    looked_at = to_minute(stopped or now)
    base = due_without_pauses(rule, started, calendars)
    counted = count_pauses(base, pauses, hours, looked_at)
    due = counted[-1].due if counted else base
    promised = hours.minutes(started, base)
    total = promised if due == base else hours.minutes(started, due)
    soon = hours.after(started, max(total - soon_span(promised), 0))
    until = _paused_until(counted, looked_at) if waits and stopped is None else None
    standing = _standing(counted, due, soon, looked_at) if until is None else Standing.PAUSED
    if stopped is not None:
        standing = Standing.DROPPED if met_at is None else Standing.MISSED if looked_at > due else Standing.MET
    looked_at = until or looked_at  # what is left begins when the pause ends
    left = max(hours.minutes(looked_at, due), 0) if looked_at < due else 0
    return Reckoned(
        due,
        soon,
        standing,
        min(left, promised),
        _workdays_left(rule, hours, looked_at, due),
        max(int((looked_at - due).total_seconds()) // 60, 0),
        _percent(promised - left, promised),
        tuple(one.pause for one in counted),
    )


def due_with_pauses(
    rule: ClockRule, started: datetime, pauses: Sequence[Pause], calendars: Calendars, now: datetime
) -> datetime:
    """When it is due, and nothing else of what `reckon` says."""
    base = due_without_pauses(rule, started, calendars)
    counted = count_pauses(base, pauses, calendars.of(rule.calendar), to_minute(now)) if pauses else ()
    return counted[-1].due if counted else base


def due_without_pauses(rule: ClockRule, started: datetime, calendars: Calendars) -> datetime:
    """When it would be due had nothing stopped it.

    Of workdays the day of the start is not counted, and it is due at the end of business.
    """
    hours = calendars.of(rule.calendar)
    if rule.limit.unit is LimitUnit.WORKDAYS:
        return hours.closing(hours.holidays.workdays_after(started.date(), rule.limit.count))
    return hours.after(started, rule.limit.minutes)


def soon_span(promised: int) -> int:
    """The last minutes of a promise that count as soon: a fifth or 30, whichever is more, but never over a half."""
    return max(promised // 5, min(30, promised // 2))


@dataclass(frozen=True, slots=True)
class _Moved:
    pause: CountedPause
    due: datetime


def count_pauses(base: datetime, pauses: Iterable[Pause], hours: OpenHours, now: datetime) -> list[_Moved]:
    """Every pause in the order of time, with the due time that it leads to."""
    due, found = base, []
    for pause in joined(pauses, now):
        late = pause.began >= due
        ended = pause.ended or now
        minutes = 0 if late else hours.minutes(pause.began, ended)
        due = hours.after(due, minutes)
        found.append(_Moved(CountedPause(pause.began, ended, pause.ended is None, minutes, late), due))
    return found


def joined(pauses: Iterable[Pause], now: datetime) -> list[Pause]:
    """The pauses by the minute, in order, those that overlap or touch made one; an open one lasts until now.

    A pause that ends before it began, as after a computer's clock was set, lasts no time.
    """
    found: list[Pause] = []
    for pause in sorted((_by_minute(one) for one in pauses), key=lambda one: (one.began, one.ended or now)):
        if found and (found[-1].ended is None or pause.began <= found[-1].ended):
            ends = (found[-1].ended, pause.ended)
            found[-1] = replace(found[-1], ended=None if None in ends else max(one for one in ends if one is not None))
        else:
            found.append(pause)
    return [one if one.ended or one.began <= now else Pause(now) for one in found]


def _by_minute(pause: Pause) -> Pause:
    began = to_minute(pause.began)
    return Pause(began, None if pause.ended is None else max(began, to_minute(pause.ended)))


def _paused_until(counted: Sequence[_Moved], now: datetime) -> datetime | None:
    """The date that is waited for, while it has not come."""
    pauses = (one.pause for one in counted if not one.pause.late)
    return next((one.ended for one in pauses if one.began <= now < one.ended), None)


def _standing(counted: Sequence[_Moved], due: datetime, soon: datetime, now: datetime) -> Standing:
    if counted and counted[-1].pause.is_open and not counted[-1].pause.late:
        return Standing.PAUSED
    if now > due:
        return Standing.OVERDUE
    return Standing.SOON if now >= soon else Standing.DUE


def _workdays_left(rule: ClockRule, hours: OpenHours, now: datetime, due: datetime) -> int | None:
    if rule.limit.unit is not LimitUnit.WORKDAYS:
        return None
    return hours.holidays.workdays_between(now.date(), due.date())


def _percent(used: int, promised: int) -> int:
    return 100 if promised <= 0 else min(max(100 * used // promised, 0), 100)
