"""What the state machine refuses."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal
from app.tickets.kinds import State, TicketKind


@dataclass(eq=False)
class MoveImpossible(Refusal):
    """From this state that one is not reached."""

    state: State
    to: State
    kind: TicketKind


@dataclass(eq=False)
class ReasonMissing(Refusal):
    """This step is taken with a reason only."""

    state: State
    to: State
