"""What a note on a unit refuses."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class NoteEmpty(Refusal):
    """A note says something."""


@dataclass(eq=False)
class NoteEnded(Refusal):
    """The note was ended before."""
