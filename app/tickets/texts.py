"""Texts as they are kept: what a keyboard or another program left in them that cannot be stored is taken out."""

from __future__ import annotations

from app.core.typed_text import tidied
from app.tickets.refusals import TextMissing, TicketTextTooLong

MOST_TEXT = 20_000
"""Signs in one text; more is a document, and belongs into a file."""


def tidy(text: str) -> str:
    """The text without blanks around it, half characters and zero bytes. Raises TicketTextTooLong."""
    clean = tidied(text)
    if len(clean) > MOST_TEXT:
        raise TicketTextTooLong(len(clean), MOST_TEXT)
    return clean


def tidy_required(text: str) -> str:
    """Likewise, and not empty. Raises TextMissing, TicketTextTooLong."""
    clean = tidy(text)
    if not clean:
        raise TextMissing
    return clean
