"""Keys that mean something only while a bill is open."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.language import tr
from ui.shell.actions import Action


def turn_with_a_bill(actions: Iterable[Action], *, on: bool) -> None:
    """On while a bill is open; else each says what to do first."""
    for action in actions:
        if on:
            action.turn_on()
        else:
            action.turn_off(tr("Open a room first: type its number, a name or a phone."))
