"""What stands on the paper that a person gets."""

from __future__ import annotations

from dataclasses import dataclass

from app.desk.privacy.person_facts import Held
from app.estate.office_facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class HeldFacts:
    """The office, who printed it, and what is held."""

    office: OfficeFacts
    printed_by: str
    held: Held
