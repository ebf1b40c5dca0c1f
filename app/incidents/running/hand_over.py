"""What the next shift has to know of an incident that runs, on one page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.incidents.running.entry import Entry
from app.incidents.running.progress import StepNow, StepState
from app.incidents.running.timers import RunningTimer, running_timers
from app.incidents.running.view import IncidentView

LINES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class HandOverPage:
    """The steps that wait for somebody in the order of action, the clocks that run, the newest lines, oldest first."""

    open_steps: tuple[StepNow, ...]
    timers: tuple[RunningTimer, ...]
    last_lines: tuple[Entry, ...]


def hand_over_page(view: IncidentView, now: datetime) -> HandOverPage:
    """The page that both read and confirm."""
    waiting = (StepState.OPEN, StepState.LATER)
    return HandOverPage(
        tuple(one for one in view.progress.steps if one.state in waiting),
        running_timers(view.progress, view.entries, now),
        view.entries[-LINES_SHOWN:],
    )
