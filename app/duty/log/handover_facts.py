"""What goes from one person on duty to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.duty.log.entry_rows import LogLine


class Left(StrEnum):
    """What is left over, in the order in which the next person must know it."""

    INCIDENT = "incident"
    EMERGENCY = "emergency"
    OVERDUE = "overdue"
    HAZARD = "hazard"
    ROUND = "round"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Leftover:
    """One thing that goes on: `number` as it is spoken (perhaps ""), `what` in the office's words.

    `details` say of a running incident what the next person must know, a line each.
    """

    kind: Left
    ref: int
    number: str
    what: str
    where: str = ""
    since: datetime | None = None
    details: tuple[str, ...] = ()

    def facts(self) -> dict[str, object]:
        """As it is kept."""
        since = None if self.since is None else self.since.isoformat()
        return {
            "kind": self.kind.value,
            "ref": self.ref,
            "number": self.number,
            "what": self.what,
            "where": self.where,
            "since": since,
            "details": list(self.details),
        }


def leftover_of(facts: Mapping[str, Any]) -> Leftover:
    """As it was kept."""
    since = None if facts["since"] is None else datetime.fromisoformat(facts["since"])
    details = tuple(facts.get("details", ()))
    return Leftover(Left(facts["kind"]), facts["ref"], facts["number"], facts["what"], facts["where"], since, details)


@dataclass(frozen=True, slots=True)
class HandoverPage:
    """What the person who goes looks at before handing over; `things` are keys and the like, as last handed on.

    `lines` were written since the last hand-over.
    """

    giver: str
    takers: tuple[str, ...]
    expected: str
    leftovers: tuple[Leftover, ...]
    things: tuple[str, ...]
    lines: tuple[LogLine, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """A hand-over as it was given; the taker signs it, or it is withdrawn with a reason."""

    id: int
    giver: str
    taker: str
    leftovers: tuple[Leftover, ...]
    things: tuple[str, ...]
    words: str
    at: datetime
    signed_at: datetime | None
    withdrawn: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the taker has still to sign."""
        return self.signed_at is None and not self.withdrawn
