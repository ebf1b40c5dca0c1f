"""What came of going over an incident with those who took part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Review:
    """The minutes: when, who was there, what was the cause, what went well or badly, what changes."""

    held_on: date
    present: str
    findings: str
    cause: str = ""
    improvements: str = ""

    @property
    def changes(self) -> tuple[str, ...]:
        """What changes, one by one."""
        return tuple(" ".join(line.split()) for line in self.improvements.splitlines() if line.strip())

    def facts(self) -> dict[str, Any]:
        """As the log keeps them."""
        return {
            "held_on": self.held_on.isoformat(),
            "present": self.present,
            "findings": self.findings,
            "cause": self.cause,
            "improvements": self.improvements,
        }


def review_of(facts: Mapping[str, Any]) -> Review:
    """What `facts` kept."""
    return Review(
        held_on=date.fromisoformat(facts["held_on"]),
        present=facts.get("present", ""),
        findings=facts.get("findings", ""),
        cause=facts.get("cause", ""),
        improvements=facts.get("improvements", ""),
    )
