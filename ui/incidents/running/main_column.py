"""The main column of a running incident: head, what must never be done, the steps, and the acts on the current one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.core.clock import Clock
from app.core.language import tr
from app.incidents.plans.plan import Both
from app.incidents.running.view import IncidentView, RunningLine
from ui.incidents.contexts import Places
from ui.incidents.running.arranged import Arranged, Fold, Parts
from ui.incidents.running.button_row import Act, ButtonRow
from ui.incidents.running.current_step import CurrentStep
from ui.incidents.running.head import RunningHead
from ui.incidents.running.incident_tabs import IncidentTabs
from ui.incidents.running.never_line import NeverLine
from ui.incidents.running.offer_strip import OfferStrip
from ui.incidents.running.page_head import PageHead
from ui.incidents.running.page_lines import came_up, current_step, neighbour, offered, page_lines, to_undo
from ui.incidents.running.step_list import StepList
from ui.shell.actions import ActionRegistry
from ui.widgets.surface import Pane
from ui.widgets.touch_button import TouchButton


class Wish(StrEnum):
    """What may be done with a step beside completing it."""

    NOTE = "note"
    DEVIATION = "deviation"
    LEAVE_OUT = "leave-out"
    LATER = "later"
    UNDO = "undo"


class MainColumn(Pane):
    """Shows an IncidentView and tells what is wished; it talks to no service.

    `completed` with a step and the answers seen, `wished` with a Wish and a step,
    `child_wished` with the code of the plan to start beside, `incident_wished` with the id of another one,
    `clocks_wished` for the list of all clocks.
    """

    completed = Signal(str, object)
    wished = Signal(object, str)
    child_wished = Signal(str)
    incident_wished = Signal(int)
    clocks_wished = Signal()

    def __init__(
        self,
        actions: ActionRegistry,
        clock: Clock,
        name_of: Callable[[str], Both | None],
        places: Places = Places(),  # noqa: B008 - a frozen tuple
        prefix: str = "incidents",
    ) -> None:
        super().__init__("panel")
        self._actions, self._clock, self._name_of = actions, clock, name_of
        self.view: IncidentView | None = None
        self.chosen = ""
        self._make(places, prefix)
        self._lay_out()
        self._connect(places)

    def put_beside(self, side: QWidget, foot: QWidget) -> None:
        """What stands at the right of the steps, and what stands below it, level with the buttons of the step."""
        self.arranged.put_beside(side, foot)

    def show_view(self, view: IncidentView) -> None:
        """Show an incident as it is now; once the chosen step is another than it was, go on to what is next."""
        before = self.view
        same = before is not None and before.id == view.id
        if before is None or not same or _moved(before, view, self.chosen):
            self.chosen = current_step(view.progress)
        self.view = view
        self.head.show_view(view, self._clock.now())
        self.never.show_items(view.plan.never)
        self.offer.show_offers(offered(view.progress, view.entries), self._name_of)
        self._show_page()

    def show_running(self, lines: Sequence[RunningLine]) -> None:
        """Everything that runs."""
        self.tabs.show_running(lines, self.view.id if self.view else 0, self._clock.now())

    def choose(self, step_id: str, *, focus: bool = True) -> None:
        """Work another step."""
        self.current.keep()
        self.chosen = step_id
        self._show_page()
        if focus:
            self.focus_step()

    def focus_step(self) -> None:
        """Put the focus on the current step: into its first empty field, or on itself."""
        self.current.take_focus()

    def forget(self, step_id: str) -> None:
        """What was typed for a step is written."""
        if self.view is not None:
            self.current.forget(self.view.id, step_id)

    def look(self, now: datetime) -> None:
        """A second went by: clocks paint themselves, nothing is laid out anew."""
        self.head.look(now)
        self.tabs.look(now)
        self.current.look(now)

    def show_problem(self, text: str, ask_id: str = "") -> None:
        """Why an act was refused."""
        self.current.show_problem(text, ask_id)

    def fold(self, room: Fold) -> None:
        """Give up what is nice to have."""
        self.head.fold(low=room is not Fold.WHOLE, tight=room is Fold.TIGHT)
        self.page_head.fold(small=room in (Fold.NARROW, Fold.SMALL, Fold.TIGHT))
        self.current.fold_detail(folded=room in (Fold.LOW, Fold.SMALL, Fold.TIGHT))
        self.arranged.arrange(room)
        for button in self.findChildren(TouchButton):
            button.tighten(tight=room not in (Fold.WHOLE, Fold.LOW))
        self.buttons.fold(tight=room not in (Fold.WHOLE, Fold.LOW), apart=room is Fold.TIGHT)
        QTimer.singleShot(0, self, self._follow)

    def _make(self, places: Places, prefix: str) -> None:
        add = self._actions.add
        clocks = add(f"{prefix}.clocks", tr("Clocks"), "F8", self.clocks_wished.emit, context=places.running)
        following = add(
            f"{prefix}.following", tr("Next running incident"), "F6", lambda: self._turn(1), context=places.running
        )
        add(
            f"{prefix}.before",
            tr("Running incident before"),
            "Shift+F6",
            lambda: self._turn(-1),
            context=places.running,
        )
        child = add(
            f"{prefix}.child", tr("Start it beside"), "Alt+S", self._on_child, context=places.running, commits=True
        )
        self.tabs = IncidentTabs(following)
        self.head = RunningHead(clocks)
        self.never = NeverLine()
        self.page_head = PageHead()
        self.current = CurrentStep()
        self.steps = StepList(self.current)
        self.offer = OfferStrip(child)
        self.buttons = ButtonRow(self._actions, self._acts(), places, prefix)
        add(f"{prefix}.detail", tr("Detail of the step"), "F4", self.current.toggle_detail, context=places.running)
        add(f"{prefix}.leave_field", tr("Out of the field"), "Esc", self._on_step, context=places.fields)

    def _lay_out(self) -> None:
        parts = Parts(
            self.tabs, self.head, self.never, self.page_head, self.steps, self.offer, self.buttons, self.buttons.more
        )
        self.arranged = Arranged(parts)
        self.arranged.scroll.together = self.current
        self.setLayout(self.arranged.whole)

    def _acts(self) -> list[Act]:
        def wish(what: Wish) -> Callable[[], None]:
            return lambda: self._wish(what)

        return [
            Act(
                "complete",
                tr("Complete this step"),
                ("Space", "Return", "Enter"),
                ("Return", "Enter"),
                self._complete,
                "check",
            ),
            Act("note", tr("Note"), ("N",), ("Alt+N",), wish(Wish.NOTE)),
            Act("deviation", tr("Differently"), ("D",), ("Alt+D",), wish(Wish.DEVIATION)),
            Act("leave_out", tr("Not applicable"), ("K",), ("Alt+K",), wish(Wish.LEAVE_OUT)),
            Act("later", tr("Put off"), ("L",), ("Alt+L",), wish(Wish.LATER)),
            Act("undo", tr("Undo"), ("U",), ("Alt+U", "Ctrl+Z"), wish(Wish.UNDO)),
        ]

    def _connect(self, places: Places) -> None:
        self._actions.follow_focus(self.current.face, places.steps)
        self._actions.follow_focus(self.current.box, places.fields)
        self.current.stepped.connect(self._on_stepped)
        self.steps.chosen.connect(self.choose)
        self.steps.moved.connect(lambda: QTimer.singleShot(0, self, self._follow))
        self.tabs.chosen.connect(self.incident_wished)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _show_page(self) -> None:
        if self.view is None:
            return
        now_is, entries = self.view.progress, self.view.entries
        lines = page_lines(now_is, self.chosen)
        one = now_is.step(self.chosen)
        names = tuple(dict.fromkeys(name for name in self.view.roles.values() if name))
        self.current.show_step(self.view.id, one, names, came_up(one, entries))
        self.current.look(self._clock.now())
        self.page_head.show_page(lines, self.view.plan.kind)
        self.steps.show_lines(lines, self.chosen, self.view.plan.kind)

    def _complete(self) -> None:
        if self.view is None:
            return
        focused = QApplication.focusWidget()
        empty = self.current.first_empty(focused)
        if empty is not None and not (focused is not None and empty.isAncestorOf(focused)):
            empty.take_caret()
            return
        self.completed.emit(self.chosen, self.current.answers())

    def _wish(self, what: Wish) -> None:
        if self.view is None:
            return
        step = self.chosen
        if what is Wish.UNDO:
            step = to_undo(self.view.progress, self.view.entries, self.chosen)
        self.wished.emit(what, step)

    def _turn(self, by: int) -> None:
        ids = self.tabs.ids
        if self.view is not None and self.view.id in ids and len(ids) > 1:
            self.incident_wished.emit(ids[(ids.index(self.view.id) + by) % len(ids)])

    def _on_child(self) -> None:
        if self.offer.code:
            self.child_wished.emit(self.offer.code)

    def _on_stepped(self, by: int) -> None:
        if self.view is not None:
            self.choose(neighbour(self.view.progress, self.chosen, by))

    def _follow(self) -> None:
        self.arranged.scroll.show_whole(self.current)

    def _on_step(self) -> None:
        self.current.face.setFocus()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible():
            self.buttons.say_focus(on_step=now is self.current.face)


def _moved(before: IncidentView, now: IncidentView, step_id: str) -> bool:
    """Whether anything was done on a step since; a note or a call leaves it as it was."""
    return before.progress.step(step_id).state is not now.progress.step(step_id).state
