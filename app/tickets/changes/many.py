"""One set of changes for one ticket or many, and what becomes of it on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.core.errors import Refusal
from app.tickets.fields import Field
from app.tickets.kinds import State
from app.tickets.moves.asked import Closing
from app.tickets.steps import Step


@dataclass(frozen=True, slots=True)
class Seen:
    """A ticket as a window showed it."""

    ticket_id: int
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Fields to be set, a move with its reason, a closing, words for the timeline: as much of it as is wanted."""

    values: Mapping[Field, Any] = field(default_factory=dict)
    to: State | None = None
    text: str = ""
    closing: Closing | None = None
    macro: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field was and would be, as they are stored."""

    field: Field
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Planned:
    """What would become of one ticket: its changes, or why it stays as it is."""

    ticket_id: int
    number: str
    changes: tuple[FieldChange, ...] = ()
    refused: Refusal | None = None


@dataclass(frozen=True, slots=True)
class DoneOnMany:
    """What was done, as one step, and which tickets stayed as they were, each with the reason."""

    step: Step
    refused: tuple[Planned, ...] = ()


@dataclass(frozen=True, slots=True)
class Macro:
    """A named set of changes."""

    id: int
    name: str
    changes: Changes
    at: datetime
