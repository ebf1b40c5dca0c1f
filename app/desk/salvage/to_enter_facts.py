"""What stands on the list of what is to be entered again, as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.desk.salvage.newer import Newer
from app.estate.office_facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class ToEnterFacts:
    """The list as it stands: `made_at` of the backup, `done` the names of what is entered again already."""

    office: OfficeFacts
    newer: Newer
    done: frozenset[str]
    made_at: datetime | None
    printed_at: datetime
    printed_by: str
