"""What is refused of papers of tickets."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class TicketPaperUnknown(Refusal):
    """There is no such paper."""

    number: int


@dataclass(eq=False)
class FindingsMissing(Refusal):
    """A report says what was found and what was done."""


@dataclass(eq=False)
class TicketOfCodeUnknown(Refusal):
    """A scanned code is not one of a ticket of this office."""

    number: str
