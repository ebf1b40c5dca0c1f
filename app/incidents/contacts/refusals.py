"""What the call list refuses."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class ContactIsFixed(Refusal):
    """110, 119 and 120 are the same in the whole country."""

    key: str


@dataclass(eq=False)
class ContactNeedsName(Refusal):
    """A party that no plan knows has only its name."""


@dataclass(eq=False)
class ContactNeedsNumber(Refusal):
    """A party is written with a number to call."""

    name: str


@dataclass(eq=False)
class CallNumberUnreadable(Refusal):
    """Nothing that a telephone could dial."""

    text: str


@dataclass(eq=False)
class ContactChangedMeanwhile(Refusal):
    """Somebody else has written this number since the list was read."""

    key: str


@dataclass(eq=False)
class ContactUnwritten(Refusal):
    """There is no number of the office that could be confirmed or taken off the list."""

    key: str
