from tests.incidents_screen.night import built_estate, desk, desks, office, spoken, tab, today

__all__ = ["built_estate", "desk", "desks", "office", "spoken", "tab", "today"]
