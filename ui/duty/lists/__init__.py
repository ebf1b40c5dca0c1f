"""Roster, inspections, hazards and the other lists."""
