"""The invented estate that a newcomer looks around in, built beside the empty office it leaves alone."""

from __future__ import annotations

from pathlib import Path

from app.core.clock import Clock
from app.demo.build import build_demo
from app.demo.plan import DemoPlan
from app.store.folder import DataFolder
from ui.shell.worker import Progress


def build_demo_in(folder: Path, clock: Clock, progress: Progress) -> None:
    """Build the demo estate, unless it stands there already. Raises Cancelled."""
    if not DataFolder(folder).holds_office:
        build_demo(folder, usual_plan(clock), progress)


def usual_plan(clock: Clock) -> DemoPlan:
    """An estate of 300 units with a year of history."""
    return DemoPlan(units=300, months=12, seed=1, now=clock.now())
