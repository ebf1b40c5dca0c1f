"""Why nothing is charged, as a state with its icon, beside its words."""

from __future__ import annotations

from app.fees.skip_reason import SkipReason
from app.fees.words.skip_words import cure_words, needs_mending, reason_words
from ui.widgets.chip import Mood
from ui.widgets.columns import State

__all__ = ["cure_words", "needs_mending", "reason_state", "reason_words"]


def reason_state(reason: SkipReason) -> State:
    """The reason as a state: amber where a fact is missing, grey where all is well."""
    if needs_mending(reason):
        return State(reason_words(reason), "triangle-alert", Mood.WARN)
    return State(reason_words(reason), "info", Mood.MUTE)
