"""Duty: roster, log and hand-over, day list, rounds and hazards."""

from __future__ import annotations

from app.services.incidents import IncidentServices


class DutyServices(IncidentServices):
    """Who is on duty, and what they see to."""
