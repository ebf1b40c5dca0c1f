"""The real window over a small estate in the evening."""

from tests.incidents_screen.evening import built_estate, office, open_window, real, today

__all__ = ["built_estate", "office", "open_window", "real", "today"]
