"""Questions to the words of tickets: every word that is typed must stand somewhere in one."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, select

from app.core.typed_text import searched
from app.tickets.tables import ticket_words
from app.tickets.word_index import searchable


def typed_words(text: str) -> list[str]:
    """What was typed, word by word, as the index keeps it."""
    return searchable(searched(text)).split()


def has_words(text: str, of_ticket: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """A condition for each word of a text; none for an empty one."""
    return [
        select(ticket_words.c.ticket_id).where(ticket_words.c.ticket_id == of_ticket, _has(word)).exists()
        for word in typed_words(text)
    ]


def tickets_with(text: str, most: int) -> Select[tuple[int]]:
    """The newest tickets with all these words, no more than `most`."""
    newest = select(ticket_words.c.ticket_id).where(*map(_has, typed_words(text)))
    return newest.order_by(ticket_words.c.ticket_id.desc()).limit(most)


def _has(word: str) -> ColumnElement[bool]:
    return ticket_words.c.words.contains(word, autoescape=True)
