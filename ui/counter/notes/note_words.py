"""What the strip above the lines says of the notes on a room."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.show import show_date
from app.counter.notes.unit_notes import UnitNote


def notes_words(notes: Sequence[UnitNote]) -> str:
    """All of them, the newest first, each with who wrote it when; the room only where it is not the first one's."""
    return "；".join(_one(note, notes[0]) for note in notes)


def unread_words(notes: Sequence[UnitNote]) -> str:
    """What is said at the first F9 of the day."""
    text = "；".join(note.text for note in notes)
    return tr("Read this first: “{note}”. F9 again takes the payment.").format(note=text)


def _one(note: UnitNote, first: UnitNote) -> str:
    room = f"{note.unit_code}：" if note.unit_id != first.unit_id else ""
    return f"{room}{note.text}（{note.by} {show_date(note.at.date())}）"
