"""Moments and spans in the words of a Chinese notice, and as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_WEEKDAYS = "一二三四五六日"
_HOUR = 60


def kept_moment(moment: datetime) -> str:
    """As a field holds it: `2026-11-26T08:30`."""
    return moment.isoformat(timespec="minutes")


def read_moment(values: Mapping[str, str], name: str) -> datetime | None:
    """The moment of a field; None where it is empty. Raises ValueError for what is none."""
    text = values.get(name, "").strip()
    return datetime.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None) if text else None


def day_words(day: date) -> str:
    """`11 月 26 日  星期四`."""
    return f"{day.month} 月 {day.day} 日  星期{_WEEKDAYS[day.weekday()]}"


def clock_words(moment: datetime) -> str:
    """`08:30`."""
    return f"{moment:%H:%M}"


def moment_words(moment: datetime) -> str:
    """`11 月 26 日 08:30`."""
    return f"{moment.month} 月 {moment.day} 日 {clock_words(moment)}"


def short_words(moment: datetime, day: date) -> str:
    """The hour alone on the day itself, else with its date."""
    return clock_words(moment) if moment.date() == day else moment_words(moment)


def length_words(begins: datetime | None, ends: datetime | None) -> str:
    """`约 9 小时`, `约 40 分钟`, `约 3 天`; empty where an end is unknown."""
    if begins is None or ends is None or ends <= begins:
        return ""
    minutes = (ends - begins) // timedelta(minutes=1)
    if minutes < _HOUR:
        return f"约 {minutes} 分钟"
    half_hours = (minutes + 15) // 30
    if half_hours < 96:
        return f"约 {half_hours // 2}{'.5' if half_hours % 2 else ''} 小时"
    return f"约 {(minutes + 12 * _HOUR) // (24 * _HOUR)} 天"


def when_lines(begins: datetime, ends: datetime | None) -> tuple[tuple[str, ...], str]:
    """The lines that stand largest on a poster, and how long it is."""
    if ends is None:
        return (day_words(begins), f"{clock_words(begins)} 起"), ""
    length = length_words(begins, ends)
    if begins.date() == ends.date():
        return (day_words(begins), f"{clock_words(begins)} – {clock_words(ends)}"), length
    return (f"{moment_words(begins)} 起", f"{moment_words(ends)} 止"), length
