"""Cash that hardly anybody hands over: more likely a digit too many, or a reference typed into the amount."""

from __future__ import annotations

from app.core.money import Money

MOST_ABOVE_DUE = Money.yuan(10_000)
USUAL_CHANGE = Money.yuan(1_000)
_TIMES = 10


def is_implausible(received: Money, due: Money) -> bool:
    """Whether so much cash for what is due should be looked at once more."""
    change = received - due
    return change > MOST_ABOVE_DUE or (change > USUAL_CHANGE and change.fen > _TIMES * due.fen)
