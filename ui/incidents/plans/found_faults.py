"""What is wrong with the plan that is edited: said above its panes, and gone through fault by fault."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.incidents.kept_plans.version import Assessed
from app.incidents.plans.plan import Plan
from app.incidents.plans.plan_checks import MOST_STEPS
from app.incidents.plans.refusals import PlanFault
from ui.incidents.plans.editor_panes import EditorPanes
from ui.incidents.plans.editor_rows import HEAD, What
from ui.incidents.plans.plan_words import counted_faults, fault_words
from ui.sentences.incident_kept_plans import what_is_lost
from ui.sentences.incidents import said
from ui.shell.action import Action
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip


class FoundFaults:
    """Says the one that was shown last, else the first; `split` is offered for a page that is too long."""

    def __init__(self, strip: NoteStrip, panes: EditorPanes, split: Action) -> None:
        self._strip, self._panes, self._split = strip, panes, split
        self._at = -1
        self._plan: Plan
        self._found: Assessed
        self._is_edited: bool

    def begin(self) -> None:
        """With another plan."""
        self._at = -1

    def tell(self, plan: Plan, found: Assessed, *, is_edited: bool) -> None:
        """The faults first, then what is lost of the shipped plan, else that all is well."""
        self._plan, self._found, self._is_edited = plan, found, is_edited
        self._say()

    def show_next(self) -> bool:
        """The next fault, after the last one the first; False where nothing is wrong."""
        count = len(self._found.faults)
        if count:
            self._show((self._at + 1) % count)
        return count > 0

    def show_hindering(self) -> PlanFault | None:
        """The first fault that keeps the plan from being saved."""
        faults = self._found.faults
        at = next((at for at, fault in enumerate(faults) if not fault.only_warns), None)
        if at is None:
            return None
        self._show(at)
        return faults[at]

    def _show(self, at: int) -> None:
        self._at = at
        fault = self._found.faults[at]
        if fault.step:
            self._panes.show_part(fault.page, What.STEP, fault.step)
        elif fault.page:
            self._panes.show_part(fault.page, What.PAGE, fault.page)
        else:
            self._panes.show_part(HEAD, What.HEAD, HEAD)
        self._panes.go_to_steps()
        self._say()

    def _say(self) -> None:
        faults, lost = self._found.faults, self._found.lost
        long = next((page for page in self._plan.pages if len(page.steps) > MOST_STEPS), None)
        if long is not None:
            words = tr("“{page}” has {n} steps; 9 are the most that are read in haste. Split it.")
            self._strip.say(words.format(page=said(long.title), n=len(long.steps)), Mood.DANGER)
            self._strip.offer(self._split)
        elif faults:
            hindering = sum(not fault.only_warns for fault in faults)
            words = counted_faults(hindering, len(faults) - hindering)
            mood = Mood.DANGER if hindering else Mood.WARN
            self._strip.say(fault_words(self._plan, faults[max(0, self._at) % len(faults)]), mood, word=words)
        elif lost:
            more = tr_n(
                "{n} thing is taken from the shipped safety", "{n} things are taken from the shipped safety", len(lost)
            )
            self._strip.say(what_is_lost(lost[0]), Mood.WARN, word=more.format(n=len(lost)))
        elif self._is_edited:
            self._strip.say(tr("Nothing is wrong with it. F9 keeps it as a version."), Mood.OK)
        else:
            self._strip.say(tr("Nothing is edited yet."), Mood.MUTE)
