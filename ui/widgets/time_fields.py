"""Fields for minutes of work and for a time of the day."""

from __future__ import annotations

import unicodedata
from datetime import time

from app.core.errors import Refusal
from app.core.language import tr
from ui.sentences import sentence
from ui.widgets.typed_field import TypedField

_LONGEST_MINUTES = 12


class NotMinutes(Refusal):
    """The text is no whole number of minutes."""

    text: str


def parse_minutes(text: str) -> int:
    """Whole minutes, or `1:30` for hours and minutes. Raises NotMinutes."""
    typed = unicodedata.normalize("NFKC", text).strip()
    hours, colon, minutes = typed.partition(":")
    if not hours.isdecimal() or (colon and not minutes.isdecimal()) or len(typed) > _LONGEST_MINUTES:
        raise NotMinutes(text.strip())
    return int(hours) * 60 + int(minutes) if colon else int(hours)


class MinutesField(TypedField[int]):
    """Minutes, empty or required."""

    def __init__(self, name: str, *, required: bool = False) -> None:
        super().__init__(name, parse_minutes, str, required=required, columns=6)


@sentence(NotMinutes)
def _not_minutes(error: NotMinutes) -> str:
    return tr("“{text}” is no number of minutes. Type it like 45 or 1:30.").format(text=error.text)


class NotATime(Refusal):
    """The text is no time of a day."""

    text: str


def parse_clock(text: str) -> time:
    """`9:30`, `0930`, `9`, full-width signs too. Raises NotATime."""
    typed = unicodedata.normalize("NFKC", text).strip()
    hours, colon, minutes = typed.partition(":")
    if not colon and len(typed) in (3, 4):
        hours, minutes = typed[:-2], typed[-2:]
    try:
        return time(int(hours), int(minutes or 0))
    except (ValueError, OverflowError):
        raise NotATime(text.strip()) from None


class TimeField(TypedField[time]):
    """A time of the day."""

    def __init__(self, name: str, *, required: bool = False) -> None:
        super().__init__(name, parse_clock, lambda at: f"{at:%H:%M}", required=required, columns=6)


@sentence(NotATime)
def _not_a_time(error: NotATime) -> str:
    return tr("“{text}” is no time of the day. Type it like 10:30 or 1030.").format(text=error.text)
