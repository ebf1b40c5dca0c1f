"""Duty: who is on, what was seen and handed over, the rounds that come again, hazards until they are gone."""
