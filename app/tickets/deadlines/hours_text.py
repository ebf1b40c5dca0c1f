"""Hours as people write them, `8:30-12:00, 13:30-17:30`, and read back; an empty text is a closed day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.core.open_hours import WeekHours, Window, Windows
from app.tickets.deadlines.promise_facts import clock_text, minute_of
from app.tickets.deadlines.refusals import NeverOpen, WindowsOverlap, WindowUnreadable

_PLAIN = str.maketrans("０１２３４５６７８９：－–—～~至，、；;", "0123456789:------,,,,")


def windows_text(windows: Windows) -> str:
    """`08:30–12:00, 13:30–17:30`; nothing for a closed day."""
    return ", ".join(f"{clock_text(one.opens)}–{clock_text(one.closes)}" for one in windows)


def parse_windows(text: str) -> Windows:
    """The windows of a day, in order. Raises WindowUnreadable, WindowsOverlap."""
    typed = re.sub(r" ?- ?", "-", " ".join(text.translate(_PLAIN).split()))
    windows = tuple(sorted(_window(part) for part in re.split(r"[, ]+", typed) if part))
    if any(later.opens < earlier.closes for earlier, later in pairwise(windows)):
        raise WindowsOverlap(text.strip())
    return windows


def parse_week(weekdays: Sequence[str], holiday: str, makeup: str) -> WeekHours:
    """The hours of a calendar from nine texts. Raises NeverOpen and what `parse_windows` raises."""
    days = tuple(map(parse_windows, weekdays))
    if not any(days):
        raise NeverOpen
    return WeekHours(days, parse_windows(holiday), parse_windows(makeup))


def _window(text: str) -> Window:
    opens, _, closes = text.partition("-")
    try:
        return Window(minute_of(opens), minute_of(closes))
    except ValueError as error:
        raise WindowUnreadable(text) from error
