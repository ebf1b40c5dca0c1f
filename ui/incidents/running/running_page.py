"""The screen of what runs: the main column with the side beside it, and the only one who talks to the office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from app.core.language import mark, tr
from app.incidents.running.asked import Written
from app.incidents.running.view import IncidentView
from ui.incidents.asked.reasons import reasons_for
from ui.incidents.asked.words_panel import WordsPanel
from ui.incidents.contexts import FIELDS, RUNNING, STEPS
from ui.incidents.running.arranged import Fold
from ui.incidents.running.beside import Beside
from ui.incidents.running.clocks_panel import ClocksPanel
from ui.incidents.running.main_column import MainColumn, Wish
from ui.incidents.running.outage_mode import OutageMode
from ui.incidents.running.running_work import RunningWork
from ui.incidents.running.typed_draft import TypedDraft
from ui.sentences.incidents import said
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import column

if TYPE_CHECKING:
    from app.access.actor import Actor
    from app.incidents.running.incidents import Incidents

_SECOND, _LOW, _TIGHT = 1000, 560, 960
_WORDS = {
    Wish.NOTE: (mark("Note on this step"), mark("Note")),
    Wish.DEVIATION: (mark("Done differently"), mark("What was done instead")),
    Wish.LEAVE_OUT: (mark("Not applicable"), mark("Reason")),
}


class RunningPage(SubPage):
    """Shows one running incident and the tabs of the others.

    `emptied` when nothing runs any more, with the id of the incident that was seen last, if any was.
    """

    emptied = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, RUNNING, tr("Running incident"))
        context.actions.name_context(STEPS, tr("On the current step"))
        context.actions.name_context(FIELDS, tr("In a field of the step"))
        self.work = RunningWork(context, self)
        self.main = MainColumn(context.actions, context.clock, self.work.name_of)
        self.outage = OutageMode(context)
        self.main.current.proposed = self._proposed
        self._shown: int | None = None
        self._stale = False
        self.beside = Beside(self, self)
        self.main.put_beside(self.beside.pane, self.beside.keys)
        self.setLayout(column(self.main, space=0))
        self._draft = TypedDraft(context, self.main.current, self.beside.pane.box, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._connect()

    @property
    def view(self) -> IncidentView | None:
        """The incident that is shown."""
        return self.main.view

    def begin(self, incident_id: int | None = None) -> None:
        """Show this one, or the one that was seen last, or the newest; without any there is nothing to show."""
        running = self.work.running()
        ids = [line.id for line in running]
        if not ids:
            self.emptied.emit(self._shown)
            return
        self._stale = False
        wanted = incident_id if incident_id in ids else self._shown if self._shown in ids else ids[-1]
        assert wanted is not None
        self._shown = wanted
        view = self.work.view(wanted)
        self._show(view)
        self.main.show_running(running)
        if view.broken_at is not None:
            words = tr("Line {n} of this log was altered from outside. Go on, and have the books checked afterwards.")
            self.main.show_problem(words.format(n=view.broken_at))

    def keep_draft(self) -> None:
        """Save what is typed and not yet done."""
        self._draft.keep()

    def focus_search(self) -> None:
        """Put the focus on the current step."""
        self.main.focus_step()

    def act(self, do: Callable[[int], Written]) -> bool:
        """Do one thing with the shown incident, through the office; whether it was written."""
        shown = self._shown
        return shown is not None and self.work.act(shown, lambda: do(shown))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._on_second()
        if self._stale:
            QTimer.singleShot(0, self, self._look_again)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_second)
        self.main.completed.connect(self._on_completed)
        self.main.wished.connect(self._on_wished)
        self.main.child_wished.connect(self._on_child)
        self.main.incident_wished.connect(self._on_incident)
        self.main.clocks_wished.connect(self._on_clocks)
        self.work.changed.connect(self._show)
        self.work.refused.connect(self.main.show_problem)
        self.context.changes.changed.connect(self._on_changed)
        self.context.layout.changed.connect(self._fold)
        self.context.theme.changed.connect(self._fold)

    def _show(self, view: IncidentView) -> None:
        if view.id == self._shown:
            self.main.show_view(view)
            self.beside.pane.show_view(view)

    def _fold(self) -> None:
        small, low = self.context.layout.room is not Room.WIDE, self.height() < px(_LOW)
        if self.width() < px(_TIGHT):
            self.main.fold(Fold.TIGHT)
        elif low:
            self.main.fold(Fold.SMALL if small else Fold.LOW)
        else:
            self.main.fold(Fold.NARROW if small else Fold.WHOLE)

    def _on_second(self) -> None:
        now = self.context.clock.now()
        self.main.look(now)
        self.beside.pane.tell_time(now)

    def _on_completed(self, step: str, answers: dict[str, str]) -> None:
        if self.act(lambda of: self.context.office.incidents.tick(self.context.actor, of, step, answers)):
            self.main.forget(step)
            self.main.focus_step()
            if self.view is not None:
                self.outage.begin(self.view, step)

    def _proposed(self, ask_id: str) -> str:
        return "" if self.view is None else self.outage.number(self.view, ask_id)

    def _on_wished(self, what: Wish, step: str) -> None:
        view = self.view
        if view is None:
            return
        office, actor = self.context.office.incidents, self.context.actor
        if what is Wish.LATER:
            done = self.act(lambda of: office.put_off(actor, of, step))
        elif what is Wish.UNDO:
            done = self.act(lambda of: office.undo(actor, of, step))
            if done:
                self.main.choose(step)
        else:
            done = self._in_words(what, view, step)
        if done:
            self.main.focus_step()

    def _in_words(self, what: Wish, view: IncidentView, step: str) -> bool:
        """Ask for the words; the question stays open until the office has taken them."""
        office, by = self.context.office.incidents, self.context.actor
        write = {Wish.NOTE: _noted(office), Wish.DEVIATION: office.deviate, Wish.LEAVE_OUT: office.leave_out}[what]
        head, label = (tr(words) for words in _WORDS[what])

        def take(words: str, at: datetime | None) -> str:
            write(by, view.id, step, words, at)
            return tr("“{head}” stands in the log").format(head=head)

        reasons = [said(reason) for reason in reasons_for(view)] if what is Wish.LEAVE_OUT else []
        about = said(view.plan.step(step).text)
        panel = WordsPanel(self.context, head, about, label, take, reasons=reasons)
        return self.beside.desk.ask(view.id, panel, about=f"{what} {step}")

    def _on_child(self, code: str) -> None:
        view = self.view
        if view is not None:
            started = self.work.start_beside(view, code)
            if started is not None:
                self._on_incident(started)

    def _on_incident(self, incident_id: int) -> None:
        self.begin(incident_id)
        self.main.focus_step()

    def _on_clocks(self) -> None:
        view, clocks = self.view, self.main.head.clocks
        if view is None:
            return
        panel = ClocksPanel(clocks.timers, self.context.clock, sound=clocks.sound)
        timer = self.context.questions.ask(panel)
        clocks.sound = panel.sound
        if timer:
            self.act(lambda of: self.context.office.incidents.answer_timer(self.context.actor, of, timer))

    def _on_changed(self, change: Change) -> None:
        if not change.concerns("incidents"):
            return
        if change.by is not self.work:
            self.work.forget()
        if not self.isVisible():
            self._stale = True
            return
        running = self.work.running()
        if self._shown not in [line.id for line in running]:
            self.begin()
        elif change.by is not self.work:
            self._show(self.work.view(self._shown, anew=True))
        self.main.show_running(running)

    def _look_again(self) -> None:
        """Something was written while another page was seen."""
        if self._stale and self.isVisible():
            had_focus = self.main.isAncestorOf(QApplication.focusWidget() or self)
            self.begin()
            if had_focus and self.isVisible():
                self.main.focus_step()


def _noted(office: Incidents) -> Callable[[Actor, int, str, str, datetime | None], Written]:
    """A note takes its words first."""
    return lambda by, of, step, words, at: office.note(by, of, words, step, at)
