"""Texts and clock times as they are kept."""

from __future__ import annotations

import unicodedata
from datetime import datetime, time, timedelta

from app.core.typed_text import tidied
from app.duty.refusals import DutyInFuture, DutyTextMissing, DutyTextTooLong, DutyTooLongAgo, NotAClockTime

MOST_TEXT = 2_000
"""Signs in one line of the log."""
MOST_DAYS_BACK = 30
_MINUTE = timedelta(minutes=1)


def tidy(text: str) -> str:
    """The text without blanks around it, half characters and zero bytes. Raises DutyTextTooLong."""
    clean = tidied(text)
    if len(clean) > MOST_TEXT:
        raise DutyTextTooLong(len(clean), MOST_TEXT)
    return clean


def required(text: str) -> str:
    """Likewise, and not empty. Raises DutyTextMissing, DutyTextTooLong."""
    clean = tidy(text)
    if not clean:
        raise DutyTextMissing
    return clean


def clock_time(text: str) -> time:
    """`8:20`, `0820`, `8`, full-width signs too. Raises NotAClockTime."""
    typed = unicodedata.normalize("NFKC", text).strip()
    hours, colon, minutes = typed.partition(":")
    if not colon and len(typed) in (3, 4):
        hours, minutes = typed[:-2], typed[-2:]
    if not hours.isdecimal() or (minutes and not minutes.isdecimal()):
        raise NotAClockTime(text.strip())
    try:
        return time(int(hours), int(minutes or 0))
    except (ValueError, OverflowError):
        raise NotAClockTime(text.strip()) from None


def clock_text(at: time) -> str:
    """`08:20`, as it is kept and sorted."""
    return f"{at:%H:%M}"


def moment(happened_at: datetime | None, now: datetime) -> datetime:
    """When something happened that is written now. Raises DutyInFuture, DutyTooLongAgo."""
    if happened_at is None:
        return now
    if happened_at > now + _MINUTE:
        raise DutyInFuture(happened_at)
    if happened_at < now - timedelta(days=MOST_DAYS_BACK):
        raise DutyTooLongAgo(happened_at, MOST_DAYS_BACK)
    return happened_at
