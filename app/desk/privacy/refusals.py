"""What the care for personal data refuses."""

from __future__ import annotations

from app.core.errors import Refusal
from app.desk.privacy.person_facts import Duty


class StillNeeded(Refusal):
    """A duty stands against forgetting this person."""

    person: str
    duties: tuple[Duty, ...]


class PersonGone(Refusal):
    """This person was forgotten already, or was never there."""
