"""What a review refuses."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal


@dataclass(eq=False)
class ReviewIncomplete(Refusal):
    """Minutes say who was there, and what was found."""
