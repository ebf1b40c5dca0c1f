"""From where a person acts: the page of the window, or a command; told once by whoever asks, kept with every act."""

from __future__ import annotations

from contextvars import ContextVar

_ACTING: ContextVar[str] = ContextVar("acting_window", default="")


def acting_window() -> str:
    """Where the person acts from now: `counter`, `estate`, `command`; empty where nobody said."""
    return _ACTING.get()


def act_from(window: str) -> None:
    """From now on, acts of this thread come from there."""
    _ACTING.set(window)
