"""What the call list refuses."""

from __future__ import annotations

from app.core.errors import Refusal


class ContactIsFixed(Refusal):
    """110, 119 and 120 are the same in the whole country."""

    key: str


class ContactNeedsName(Refusal):
    """A party that no plan knows has only its name."""


class ContactNeedsNumber(Refusal):
    """A party is written with a number to call."""

    name: str


class CallNumberUnreadable(Refusal):
    """Nothing that a telephone could dial."""

    text: str


class ContactChangedMeanwhile(Refusal):
    """Somebody else has written this number since the list was read."""

    key: str


class ContactUnwritten(Refusal):
    """There is no number of the office that could be confirmed or taken off the list."""

    key: str
