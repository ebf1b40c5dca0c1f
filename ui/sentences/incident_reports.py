"""What a review refuses, in words."""

from __future__ import annotations

from app.core.language import tr
from app.incidents.reports import refusals
from ui.sentences import sentence


@sentence(refusals.ReviewIncomplete)
def review_incomplete(_refusal: refusals.ReviewIncomplete) -> str:
    """Who was there, and what was found."""
    return tr("The minutes need who took part, and what was found. Everything else may stay empty.")
