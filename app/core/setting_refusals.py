"""What is refused when a setting is changed; apart from the rest, since settings are read at every start."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.money import Money


class SettingAmountOutOfBounds(Refusal):
    """A setting takes amounts from `least` to `most` only."""

    name: str
    least: Money
    most: Money


class SettingNumberOutOfBounds(Refusal):
    """A setting takes whole numbers from `least` to `most` only."""

    name: str
    least: int
    most: int


class SettingNotOffered(Refusal):
    """A setting takes only what it offers."""

    name: str


class SettingTextMissing(Refusal):
    """A setting whose text may not be empty."""

    name: str


class SettingTextTooLong(Refusal):
    """A setting takes texts of at most `longest` characters."""

    name: str
    longest: int
