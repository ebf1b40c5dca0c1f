"""What a note on a unit refuses."""

from __future__ import annotations

from app.core.errors import Refusal


class NoteEmpty(Refusal):
    """A note says something."""


class NoteEnded(Refusal):
    """The note was ended before."""
