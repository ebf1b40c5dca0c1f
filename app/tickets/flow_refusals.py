"""What the state machine refuses."""

from __future__ import annotations

from app.core.errors import Refusal
from app.tickets.kinds import State, TicketKind


class MoveImpossible(Refusal):
    """From this state that one is not reached."""

    state: State
    to: State
    kind: TicketKind


class ReasonMissing(Refusal):
    """This step is taken with a reason only."""

    state: State
    to: State
