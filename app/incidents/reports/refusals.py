"""What a review refuses."""

from __future__ import annotations

from app.core.errors import Refusal


class ReviewIncomplete(Refusal):
    """Minutes say who was there, and what was found."""
