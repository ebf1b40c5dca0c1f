"""What the list of parts says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.estate.office_facts import OfficeFacts
from app.tickets.materials.parts_used import PartsUsed


@dataclass(frozen=True, slots=True)
class PartsFacts:
    """The parts that were built in from the first to the last day, both with."""

    office: OfficeFacts
    first: date
    last: date
    used: PartsUsed
    printed_at: datetime
    printed_by: str
