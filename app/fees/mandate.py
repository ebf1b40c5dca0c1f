"""The mandate by which the office may add something to money that it holds for others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Mandate:
    """The document or resolution with its number, in the office's words, and the day on which it was made."""

    words: str
    day: date

    def to_facts(self) -> dict[str, Any]:
        """A document with the day as text."""
        return {"words": self.words, "day": self.day.isoformat()}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The mandate that a document says."""
        return cls(facts["words"], date.fromisoformat(facts["day"]))


def mandate_in(facts: Mapping[str, Any]) -> Mandate | None:
    """The mandate among the facts of terms or of a late fee, if one was needed."""
    said = facts.get("mandate")
    return None if said is None else Mandate.from_facts(said)
