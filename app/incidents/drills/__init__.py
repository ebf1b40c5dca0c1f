"""Drills: how often each plan is played, what is planned, what was found, who took part."""
