"""Where the keys of notices act."""

from __future__ import annotations

TAB = "notices"
"""Whatever the tab shows."""

BOARD = "notices.board"
"""While the list of notices is seen."""

LETTERS = "notices.letters"
"""While the focus is in the list or among the places: single letters."""

PLACES = "notices.places"
"""While the focus is among the places of the chosen notice."""

CHOOSING = "notices.choosing"
"""While a template is chosen by its digit."""

WRITING = "notices.writing"
"""While a notice is filled in."""

TEMPLATES = "notices.templates"
"""While a template is worded."""
