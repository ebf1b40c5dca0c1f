"""Where the keys of incidents act; each screen adds its own actions to one of these."""

from __future__ import annotations

from typing import NamedTuple

TAB = "incidents"
"""Whatever the tab shows."""

RUNNING = "incidents.running"
"""While the running screen is seen: Alt with a letter, also while a caret stands in a field."""

STEPS = "incidents.steps"
"""While the focus is on the current step and in no field: Space, Enter and single letters."""

FIELDS = "incidents.fields"
"""While a caret stands in a field of the current step: Enter goes on, and completes the step after the last one."""


class Places(NamedTuple):
    """The three contexts of one running screen; before anybody signed in it has others of its own.

    There `letters` is false: what looks like a letter for the step may be the first one of a password.
    """

    running: str = RUNNING
    steps: str = STEPS
    fields: str = FIELDS
    letters: bool = True
