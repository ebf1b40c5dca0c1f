"""What runs, worked before anybody has signed in: the running screen over the small file beside the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.core.clock import Clock
from app.core.errors import Refusal, Trouble
from app.core.language import mark, tr
from app.incidents.plans.plan import Both
from app.incidents.running.asked import Call, Written, beside
from app.incidents.running.entry import Entry
from app.incidents.running.refusals import AnswerMissing, AnswerUnreadable
from app.incidents.running.view import IncidentView
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from ui.incidents.asked.entry_panel import EntryPanel
from ui.incidents.asked.numbers_panel import NumbersPanel
from ui.incidents.asked.reasons import reasons_for
from ui.incidents.asked.words_panel import WordsPanel
from ui.incidents.contexts import Places
from ui.incidents.running.arranged import Fold
from ui.incidents.running.clocks_panel import ClocksPanel
from ui.incidents.running.main_column import MainColumn, Wish
from ui.incidents.side.shown_call import CallMade
from ui.incidents.side.side_pane import SidePane
from ui.incidents.unsigned.typed_blind import TypedBlind
from ui.sentences import say
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.shell.questions import Questions
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import Pt, px
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import TextLabel, body

_SECOND, _LOW, _TIGHT, _WHOLE_SCREEN = 1000, 560, 960, 10_000
_WORDS = {
    Wish.NOTE: (mark("Note on this step"), mark("Note")),
    Wish.DEVIATION: (mark("Done differently"), mark("What was done instead")),
    Wish.LEAVE_OUT: (mark("Not applicable"), mark("Reason")),
}


class UnsignedPanel(QuestionPanel[None]):
    """Each act is one synced line of the file before it is shown; Esc goes back to where one signs in."""

    keeps_typed = False
    most = (_WHOLE_SCREEN, _WHOLE_SCREEN)
    covers = True

    def __init__(
        self,
        unsigned: UnsignedIncidents,
        clock: Clock,
        questions: Questions,
        actions: ActionRegistry,
        pick: Callable[[], int | None],
    ) -> None:
        super().__init__(tr("Incident before sign-in"), width=_WHOLE_SCREEN)
        self._unsigned, self.clock, self._questions = unsigned, clock, questions
        self._pick, self._shown = pick, 0
        name = self.context
        places = Places(name, f"{name}.steps", f"{name}.fields", letters=False)
        self.main = MainColumn(actions, clock, self._name_of, places, name)
        TypedBlind(self.main.current.face, actions[f"{name}.complete"], self.main.show_problem)
        self.side = SidePane(actions, clock, places, name)
        actions[f"{name}.more"].turn_off(tr("People, losses, photos and tickets are entered after sign-in."))
        self.side.more.hide()  # the foot says when it can be done
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_second)
        self._timer.start(_SECOND)
        self._connect()

    def frame(self) -> QVBoxLayout:
        """The running screen has a head of its own."""
        return column(space=0)

    def let_body_scroll(self) -> None:
        """The steps scroll already."""

    def add_actions(self, actions: ActionRegistry) -> None:
        """Esc, wherever no field has it."""
        back = actions.add(f"{self.context}.back", tr("Unlock or sign in"), "Esc", self.give_up, context=self.context)
        start = tr("Start an incident")
        actions.add(f"{self.context}.pick", start, "Ctrl+E", self._on_pick, context=self.context, commits=True)
        words = tr(
            "Not signed in: plans, duty numbers and the running list. All of it joins the log at the next sign-in."
        )
        strip = Pane("accent")
        told = body(words, Tone.INK2).wrap()
        line = row(IconLabel("lock", Tone.ACCENT), told, KeyButton(back, Kind.QUIET), margins=(24, 4, 16, 4))
        line.setStretch(1, 1)
        strip.setLayout(line)
        self._outer.addWidget(strip)
        self._outer.addWidget(Rule())
        self._outer.addWidget(self.main, 1)
        foot = Pane("canvas")
        sign_in = TextLabel(
            tr("Close, print, hand over, take down people and photos: after sign-in"), Pt.CAPTION, Tone.INK2
        ).wrap()
        foot.setLayout(column(sign_in, margins=(20, 8, 20, 8)))
        self.main.put_beside(self.side, foot)
        self.setFocusProxy(self.main.current.face)
        QTimer.singleShot(0, self, self.main.focus_step)

    def sizeHint(self) -> QSize:
        return QSize(px(_WHOLE_SCREEN), px(_WHOLE_SCREEN))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def show_incident(self, incident_id: int) -> None:
        """Show this one, and the tabs of the others."""
        self._shown = incident_id
        self._show(self._unsigned.view(incident_id))
        self.main.show_running(self._unsigned.running())

    def _connect(self) -> None:
        main, side = self.main, self.side
        main.completed.connect(self._on_completed)
        main.wished.connect(self._on_wished)
        main.child_wished.connect(self._on_child)
        main.incident_wished.connect(self._on_incident)
        main.clocks_wished.connect(self._on_clocks)
        side.called.connect(self._on_called)
        side.written.connect(self._on_written)
        side.opened.connect(self._on_opened)
        side.all_numbers.connect(self._on_all_numbers)
        side.left.connect(main.focus_step)

    def _show(self, view: IncidentView) -> None:
        self.main.show_view(view)
        self.side.show_view(view)

    def _fold(self) -> None:
        narrow, low = self.width() < px(1200), self.height() < px(_LOW)
        if self.width() < px(_TIGHT):
            self.main.fold(Fold.TIGHT)
        elif low:
            self.main.fold(Fold.SMALL if narrow else Fold.LOW)
        else:
            self.main.fold(Fold.NARROW if narrow else Fold.WHOLE)

    def _on_second(self) -> None:
        try:
            if self._unsigned.look_at_clock():
                self._show(self._unsigned.view(self._shown))
        except Trouble as error:
            self.main.show_problem(say(error))
        now = self.clock.now()
        self.main.look(now)
        self.side.tell_time(now)

    def _act(self, do: Callable[[int], Written]) -> bool:
        """Whether it was written; what was refused is said, and shown as it really stands."""
        try:
            do(self._shown)
        except (AnswerMissing, AnswerUnreadable) as refusal:
            self.main.show_problem(say(refusal), refusal.ask.id)
            return False
        except (Refusal, Trouble) as error:
            self._show(self._unsigned.view(self._shown))
            self.main.show_problem(say(error))
            return False
        self._show(self._unsigned.view(self._shown))
        return True

    def _on_completed(self, step: str, answers: dict[str, str]) -> None:
        if self._act(lambda of: self._unsigned.tick(of, step, answers)):
            self.main.forget(step)
            self.main.focus_step()

    def _on_wished(self, what: Wish, step: str) -> None:
        if what is Wish.LATER:
            self._act(lambda of: self._unsigned.put_off(of, step))
        elif what is Wish.UNDO:
            if self._act(lambda of: self._unsigned.undo(of, step)):
                self.main.choose(step)
        else:
            self._in_words(what, step)
        self.main.focus_step()

    def _in_words(self, what: Wish, step: str) -> None:
        unsigned, view = self._unsigned, self._unsigned.view(self._shown)
        head, label = (tr(words) for words in _WORDS[what])

        def take(words: str, at: datetime | None) -> str:
            if what is Wish.NOTE:
                unsigned.note(view.id, words, step, at)
            elif what is Wish.DEVIATION:
                unsigned.deviate(view.id, step, words, at)
            else:
                unsigned.leave_out(view.id, step, words, at)
            return head

        reasons = [said(reason) for reason in reasons_for(view)] if what is Wish.LEAVE_OUT else []
        about = said(view.plan.step(step).text)
        panel = WordsPanel(self, head, about, label, take, reasons=reasons)
        panel.keeps_typed = False  # behind the lock it would lie in the draft of whoever locked
        self._questions.ask(panel)
        self._show(unsigned.view(view.id))

    def _on_child(self, code: str) -> None:
        try:
            self._on_incident(self._unsigned.start(beside(self._unsigned.view(self._shown), code)))
        except (Refusal, Trouble) as error:
            self.main.show_problem(say(error))

    def _on_pick(self) -> None:
        chosen = self._pick()
        if chosen is not None:
            self._on_incident(chosen)

    def _on_incident(self, incident_id: int) -> None:
        self.show_incident(incident_id)
        self.main.focus_step()

    def _on_clocks(self) -> None:
        clocks = self.main.head.clocks
        panel = ClocksPanel(clocks.timers, self.clock, sound=clocks.sound)
        timer = self._questions.ask(panel)
        clocks.sound = panel.sound
        if timer:
            self._act(lambda of: self._unsigned.answer_timer(of, timer))

    def _on_called(self, made: CallMade) -> None:
        call = Call(made.line.key, made.result, made.to_deputy, made.number, happened_at=made.at)
        self._act(lambda of: self._unsigned.call(of, call))

    def _on_written(self, words: str, at: datetime | None) -> None:
        if not self._act(lambda of: self._unsigned.note(of, words, "", at)):
            self.side.box.keep(words)

    def _on_opened(self, entry: Entry) -> None:
        self._questions.ask(EntryPanel(entry, self._unsigned.view(self._shown).plan))

    def _on_all_numbers(self) -> None:
        key = self._questions.ask(NumbersPanel(self._unsigned.view(self._shown), self.clock.now().date()))
        if key:
            self.side.phones.pin(key)

    def _name_of(self, code: str) -> Both | None:
        return next((plan.name for plan in self._unsigned.plans() if plan.code == code), None)
