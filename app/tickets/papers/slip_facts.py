"""What a resident takes home after reporting, copied when it is issued: no name and no telephone of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """Texts as printed; `contact_by` and `finish_by` are empty where nothing is promised."""

    service_centre: str
    telephone: str
    number: str
    kind: str
    where: str
    problem: str
    reported: str
    contact_by: str
    finish_by: str
    code: str

    def to_facts(self) -> dict[str, Any]:
        """A document for the database."""
        return asdict(self)

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """As it was stored."""
        return cls(**facts)
