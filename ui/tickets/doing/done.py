"""What a panel did, so that the page can say it and take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.tickets.changes.many import Planned
from app.tickets.steps import Step
from app.tickets.two_windows import Elsewhere


@dataclass(frozen=True, slots=True)
class Done:
    """`words` for the status line; `elsewhere` what another window changed meanwhile; `refused` what stayed as it was.

    `choose` is the ticket to go on with, where it is another one.
    """

    step: Step
    words: str
    elsewhere: Sequence[Elsewhere] = ()
    refused: Sequence[Planned] = ()
    choose: int | None = None
