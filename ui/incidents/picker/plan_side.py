"""Beside the list: the plan that is marked, where, since when, how bad, and its first three steps."""

from __future__ import annotations

from functools import partial

from app.core.clock import Clock
from app.core.language import mark, tr
from app.incidents.plans.plan import Plan, PlanKind, Severity
from app.incidents.running.asked import NewIncident
from app.incidents.running.view import RunningLine
from ui.incidents.picker.place_rows import PickedPlace, PlacesToPick
from ui.incidents.picker.started_at import FoundAtField
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.widgets.check_box import CheckBox
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton
from ui.widgets.key_cap import KeyCap
from ui.widgets.letter_pick import LetterPick
from ui.widgets.scrolling import Scrolling
from ui.widgets.segments import Segments
from ui.widgets.sizes import Pt
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import TextLabel, body, caption, section

_KINDS = {PlanKind.READ_DO: mark("Read, then do"), PlanKind.DO_CONFIRM: mark("Do, then confirm")}
SEVERITIES = {Severity.HIGH: mark("High"), Severity.NORMAL: mark("Middle"), Severity.LOW: mark("Low")}
_STEPS = 3


class PlanSide(Pane):
    """Tells what would be started; the panel asks it for the whole of that."""

    def __init__(self, places: PlacesToPick, clock: Clock) -> None:
        super().__init__("canvas")
        self._places = places
        self._plan: Plan | None = None
        self._running: RunningLine | None = None
        self._severity: Severity | None = None
        self._segments: Segments[Severity] | None = None
        self.name = TextLabel("", Pt.PAGE, bold=True).wrap()
        self.facts = caption("", Tone.INK2).wrap()
        self.place = LetterPick(tr("Where it is"), tr("Building, lift, floor, room"), places.find, self, unmarked=True)
        self.found_at = FoundAtField(tr("Found at"), clock.now)
        self.drill = CheckBox(tr("This is a drill"))
        self.steps = [(body("", Tone.INK2, bold=True), body().wrap()) for _ in range(_STEPS)]
        self.problem = ErrorLine()
        self.place.picked.connect(self._on_place)
        self.found_at.problem_changed.connect(self.problem.show_problem)
        self._fields = Pane("canvas", self)
        self.other = body(
            tr("Enter goes back to it. A digit or letters start another one beside it."), Tone.INK2
        ).wrap()

    @property
    def has_place(self) -> bool:
        """Whether anything stands in the field of the place."""
        return bool(self.place.text().strip())

    def add_actions(self, actions: ActionRegistry, context: str, start: KeyButton) -> None:
        """Severity by the Tab key or a click, the drill by its own key; the button stands at the foot."""
        choices = [
            (
                severity,
                actions.add(f"{context}.{severity}", tr(word), (), partial(self._choose, severity), context=context),
                "",
            )
            for severity, word in SEVERITIES.items()
        ]
        self._segments = Segments(tr("Severity"), choices, columns=len(choices))
        drill = actions.add(f"{context}.drill", tr("This is a drill"), "Alt+Y", self.drill.toggle, context=context)
        self._lay_out(start, KeyCap(drill.cap))
        self.show_choice(self._running or self._plan)

    def show_choice(self, what: RunningLine | Plan | None) -> None:
        """What is marked in the list."""
        self._plan = what if isinstance(what, Plan) else None
        self._running = what if isinstance(what, RunningLine) else None
        self._fields.setVisible(self._plan is not None)
        if self.other.parent() is not None:
            self.other.setVisible(self._running is not None)
        if self._plan is not None:
            self._show_plan(self._plan)
        elif self._running is not None:
            self.name.show_text(said(self._running.name))
            words = tr("{place} · running since {time}").format(
                place=self._running.place or tr("no place"), time=f"{self._running.started_at:%H:%M}"
            )
            self.facts.show_text(words)

    def start_words(self) -> str:
        """What Enter does now, on its button."""
        if self._running is not None:
            return tr("Go to {name}").format(name=said(self._running.name))
        return tr("Start: {name}").format(name=said(self._plan.name)) if self._plan is not None else tr("Start")

    def take_place(self, begun: str) -> None:
        """The caret goes to the place, behind what was already typed of it."""
        self.place.take_caret()
        if begun:
            self.place.setText(begun)
            self.place.textEdited.emit(begun)

    def takes_marked_place(self) -> bool:
        """Take the place that is marked below the field, if one is."""
        return self.place.hasFocus() and self.place.take_marked()

    def fold_places(self) -> bool:
        """Hide what hangs below the place; False where nothing does."""
        return self.place.fold()

    def asked(self, client_id: str, plan: Plan) -> NewIncident | None:
        """All of it; None while the time cannot be read, which is said."""
        if not self.found_at.check():
            self.found_at.take_caret()
            return None
        picked = self.place.value() or self._places.meant(self.place.text())
        return NewIncident(
            client_id=client_id,
            code=plan.code,
            place=picked.label,
            building_id=picked.building_id,
            unit_id=picked.unit_id,
            place_id=picked.place_id,
            is_drill=self.drill.isChecked(),
            severity=self._severity,
            minutes_ago=self.found_at.minutes_ago(),
        )

    def show_problem(self, text: str) -> None:
        """Why it was not started."""
        self.problem.show_problem(text)

    def _show_plan(self, plan: Plan) -> None:
        self.name.show_text(said(plan.name))
        steps = sum(len(page.steps) for page in plan.pages)
        facts = tr("{kind} · {pages} pages, {steps} steps · plan v{version}")
        self.facts.show_text(
            facts.format(kind=tr(_KINDS[plan.kind]), pages=len(plan.pages), steps=steps, version=plan.version)
        )
        for at, (number, words) in enumerate(self.steps):
            step = next(iter(list(plan.steps())[at : at + 1]), None)
            number.show_text("" if step is None else str(at + 1))
            words.show_text("" if step is None else said(step.text))
        self._choose(plan.severity)
        self._severity = None

    def _choose(self, severity: Severity) -> None:
        self._severity = severity
        if self._segments is not None:
            self._segments.choose(severity)

    def _on_place(self, what: PickedPlace | None) -> None:
        if what is not None:
            self.place.set_value(what, what.label)
            self.place.setCursorPosition(len(what.label))

    def _lay_out(self, start: KeyButton, drill_cap: KeyCap) -> None:
        assert self._segments is not None
        when = column(section(tr("Found at")), self.found_at, space=4)
        bad = column(section(tr("Severity")), self._segments, space=4)
        both = row(when, bad, space=12)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        hint = caption(tr("Found earlier? -5 is five minutes ago. Unsure how bad? Choose high.")).wrap()
        first = column(section(tr("First three steps")), space=6)
        for number, words in self.steps:
            line = row(number, words, space=12)
            line.setStretch(1, 1)
            first.addLayout(line)
        parts = (column(section(tr("Where it is")), self.place, space=4), both, hint, row(self.drill, drill_cap, None))
        self._fields.setLayout(column(*parts, Rule(), first, space=10))
        scroll = Scrolling(
            column(self.name, self.facts, 4, self.other, self._fields, None, space=4, margins=(24, 16, 24, 8))
        )
        foot = column(self.problem, start, space=4, margins=(24, 0, 24, 16))
        whole = column(scroll, foot, space=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
