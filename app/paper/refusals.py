"""What a paper refuses to print."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class TextDoesNotFit(Refusal):
    """A text is too long for its place even at the smallest size; the layout is refused, not the text."""

    text: str
