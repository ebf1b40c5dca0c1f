"""What the clocks of an incident say: lengths of time in figures that keep their places."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.core.language import tr
from app.core.show import show_date
from app.incidents.running.timers import RunningTimer, TimerState

_HOUR, _MINUTE, _DAY = 3600, 60, 86400
NOT_BEFORE = timedelta(0)


def since(began: datetime, now: datetime) -> str:
    """`00:12:40`; a clock that was set back never shows less than nothing."""
    seconds = _seconds(now - began)
    return f"{seconds // _HOUR:02}:{seconds // _MINUTE % _MINUTE:02}:{seconds % _MINUTE:02}"


def left_words(one: RunningTimer, now: datetime) -> str:
    """How long is left, or how long it is over."""
    words = tr("{time} over") if one.state is TimerState.DUE else tr("{time} left")
    return words.format(time=_figures(abs(one.due_at - now)))


def limit_words(one: RunningTimer, now: datetime) -> str:
    """How long it runs and at what time of day it is due."""
    words = tr("every {n} min, {time}") if one.timer.repeats else tr("within {n} min, {time}")
    return words.format(n=one.timer.minutes, time=moment(one.due_at, now))


def moment(at: datetime, now: datetime) -> str:
    """A time of day to the second; with its date where it is not today."""
    return f"{at:%H:%M:%S}" if at.date() == now.date() else f"{show_date(at.date())[5:]} {at:%H:%M}"


def used_percent(one: RunningTimer, now: datetime) -> int:
    """How much of its time is used, at most all of it."""
    whole = max(1, int((one.due_at - one.began).total_seconds()))
    return max(0, min(100, int((now - one.began).total_seconds()) * 100 // whole))


def target_words(minutes: int, began: datetime, now: datetime) -> str:
    """A step's target and what of it is used."""
    seconds = _seconds(now - began)
    words = tr("Target {n} min, over by {time}") if seconds > minutes * _MINUTE else tr("Target {n} min, {time} used")
    beyond = seconds - minutes * _MINUTE if seconds > minutes * _MINUTE else seconds
    return words.format(n=minutes, time=_figures(timedelta(seconds=beyond)))


def is_over(minutes: int, began: datetime, now: datetime) -> bool:
    """Whether a step took longer than its target."""
    return _seconds(now - began) > minutes * _MINUTE


def _figures(length: timedelta) -> str:
    seconds = _seconds(length)
    if seconds >= _DAY:
        return tr("{d} d {h} h").format(d=seconds // _DAY, h=seconds % _DAY // _HOUR)
    if seconds >= _HOUR:
        return f"{seconds // _HOUR}:{seconds // _MINUTE % _MINUTE:02}:{seconds % _MINUTE:02}"
    return f"{seconds // _MINUTE:02}:{seconds % _MINUTE:02}"


def _seconds(length: timedelta) -> int:
    return int(max(length, NOT_BEFORE).total_seconds())
