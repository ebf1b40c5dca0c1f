"""Which of the two sheets of this tab is meant: readings or meters; Alt+1 and Alt+2 go from one page to the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.core.language import tr
from ui.shell.context import Context
from ui.widgets.segments import Segments

READINGS, METERS = "meters.reading_sheets", "meters.meter_sheets"
"""The pages by the context of their keys."""


def sheet_choice(context: Context, here: str, show: Callable[[str], None]) -> Segments[str]:
    """The choice as it stands on the page `here`; `show` opens the page of that name."""
    pages = ((READINGS, tr("Readings")), (METERS, tr("List of meters")))
    segments = Segments(
        tr("Which sheet"),
        [
            (page, context.actions.add(f"{here}.to_{at}", words, f"Alt+{at}", partial(show, page), context=here), "")
            for at, (page, words) in enumerate(pages, 1)
        ],
        columns=2,
    )
    segments.choose(here)
    return segments
