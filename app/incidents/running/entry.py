"""One line of the log of an incident: what happened, when, and when it was written down; never changed afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING_MORE: Mapping[str, Any] = MappingProxyType({})


class EntryKind(StrEnum):
    """What a line tells; those of a step name it in `Entry.step`."""

    STARTED = "started"
    TICKED = "ticked"
    UNDONE = "undone"
    NOTED = "noted"
    DEVIATED = "deviated"
    NOT_APPLICABLE = "not-applicable"
    LATER = "later"
    OPENED_BY_RULE = "opened-by-rule"
    HIDDEN_BY_RULE = "hidden-by-rule"
    TIMER_ANSWERED = "timer-answered"
    WRITTEN = "written"
    CALLED = "called"
    ASSIGNED = "assigned"
    HANDED_OVER = "handed-over"
    NOTICE = "notice"
    TICKET = "ticket"
    PHOTO = "photo"
    PERSON = "person"
    LOSS = "loss"
    TAKEN_OFF = "taken-off"
    LINKED = "linked"
    SEVERITY = "severity"
    REPORTER = "reporter"
    PLACE = "place"
    GAP = "gap"
    CLOCK_MOVED = "clock-moved"
    JOINED = "joined"
    LOST = "lost"
    CLOSED = "closed"
    ADDED = "added"
    REVIEWED = "reviewed"


SETTLES_A_STEP = frozenset({EntryKind.TICKED, EntryKind.DEVIATED, EntryKind.NOT_APPLICABLE})
"""After these a step waits for nobody any more."""

MOVES_A_STEP = SETTLES_A_STEP | {EntryKind.UNDONE, EntryKind.LATER}
"""These change what a step is, and by rule what others are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`no` counts from 1 within the incident; `step` is empty where a line is about none.

    `facts` of a tick hold its `answers` by the ask's id, of a timer its `timer`, of a rule its `page` or `step`.
    `happened_at` is when it was done, `at` when it was written; `by` is a name and `by_id` whose, empty and none
    for what was ticked before anybody signed in and for what the program itself wrote.
    """

    no: int
    kind: EntryKind
    happened_at: datetime
    at: datetime
    by: str = ""
    step: str = ""
    text: str = ""
    facts: Mapping[str, Any] = field(default_factory=lambda: NOTHING_MORE)
    by_id: int | None = None

    @property
    def answers(self) -> Mapping[str, str]:
        """What was seen, by the ask's id."""
        answers: Mapping[str, str] = self.facts.get("answers", NOTHING_MORE)
        return answers

    @property
    def document(self) -> dict[str, Any]:
        """All of it as JSON holds it: the fingerprints of the chain are reckoned over these names and values."""
        return {
            "no": self.no,
            "kind": self.kind.value,
            "happened_at": self.happened_at.isoformat(),
            "at": self.at.isoformat(),
            "by": self.by,
            "by_id": self.by_id,
            "step": self.step,
            "text": self.text,
            "facts": dict(self.facts),
        }
