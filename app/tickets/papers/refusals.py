"""What is refused of papers of tickets."""

from __future__ import annotations

from app.core.errors import Refusal


class TicketPaperUnknown(Refusal):
    """There is no such paper."""

    number: int


class FindingsMissing(Refusal):
    """A report says what was found and what was done."""


class TicketOfCodeUnknown(Refusal):
    """A scanned code is not one of a ticket of this office."""

    number: str
