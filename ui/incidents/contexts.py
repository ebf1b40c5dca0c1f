"""Where the keys of incidents act; each screen adds its own actions to one of these."""

from __future__ import annotations

TAB = "incidents"
"""Whatever the tab shows."""

RUNNING = "incidents.running"
"""While the running screen is seen: Alt with a letter, also while a caret stands in a field."""

STEPS = "incidents.steps"
"""While the focus is on the current step and in no field: Space, Enter and single letters."""
