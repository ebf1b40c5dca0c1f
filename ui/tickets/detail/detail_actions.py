"""The actions whose buttons stand in the ticket."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.shell.actions import Action


@dataclass(frozen=True, slots=True)
class DetailActions:
    """`foot` are those below the ticket with their icons, the first of them the likely one; `why` stands at the end."""

    note: Action
    lines: Action
    photo: Action
    look: Action
    call_back: Action
    check: Action
    why: Action
    foot: Sequence[tuple[Action, str]]
