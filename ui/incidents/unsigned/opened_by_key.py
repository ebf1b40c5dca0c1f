"""What Ctrl+E brings up where nobody has signed in: the picker without the estate, then the running screen."""

from __future__ import annotations

from app.core.clock import Clock
from app.core.language import tr
from app.incidents.running.view import RunningLine
from app.incidents.running.watched_clock import WatchedClock
from app.incidents.unsigned.unsigned_incidents import OfficeRuns, UnsignedIncidents
from app.store.folder import DataFolder
from ui.incidents.picker.pick_rows import Offered
from ui.incidents.picker.picker_panel import PickerPanel, PickFrom
from ui.incidents.picker.place_rows import TypedPlaces
from ui.incidents.unsigned.unsigned_panel import UnsignedPanel
from ui.shell.actions import ActionRegistry
from ui.shell.questions import Questions


def work_unsigned(
    folder: DataFolder,
    clock: Clock,
    office: OfficeRuns | None,
    watched: WatchedClock,
    questions: Questions,
    actions: ActionRegistry,
) -> tuple[RunningLine, ...]:
    """Ask which incident and work it; what runs afterwards."""
    unsigned = UnsignedIncidents(folder, clock, office, watched)

    def pick() -> int | None:
        offered = Offered(unsigned.running(), unsigned.plans())
        kept = tr("Without a password: plans and duty numbers only")
        chosen = questions.ask(PickerPanel(PickFrom(offered, TypedPlaces(), unsigned.start, clock, kept)))
        return chosen if isinstance(chosen, int) else None

    first = pick()
    if first is not None:
        panel = UnsignedPanel(unsigned, clock, questions, actions, pick)
        panel.show_incident(first)
        questions.ask(panel)
        _forget(actions, panel.context)
    return unsigned.running()


def running_unsigned(folder: DataFolder, clock: Clock, office: OfficeRuns | None) -> tuple[RunningLine, ...]:
    """What runs, for the head of the window."""
    return UnsignedIncidents(folder, clock, office).running()


def _forget(actions: ActionRegistry, prefix: str) -> None:
    """The screen has contexts of its own beside that of its question."""
    for context in {one.spec.context for one in actions if one.spec.name.startswith(f"{prefix}.")}:
        actions.remove_context(context)
