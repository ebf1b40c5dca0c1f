"""Drills: what is due, what is planned, what was played, who was trained."""
