"""What went to the printers since the window opened: where each paper is, and what can be done about it."""

from __future__ import annotations

from app.core.language import mark, tr
from app.paper.documents import DocumentKind
from ui.printing.print_job import JobState, PrintJob
from ui.printing.printer_choice import PrinterChoice
from ui.printing.printer_queue import PrintQueue
from ui.printing.setup_words import KINDS, printer_words
from ui.sentences import say
from ui.shell.action import Action
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.shell.questions import Questions
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind as ButtonKind
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_ROWS = 8
STATES = {
    JobState.WAITING: (mark("waiting"), "hourglass", Mood.MUTE),
    JobState.PRINTING: (mark("printing"), "printer", Mood.ACCENT),
    JobState.PRINTED: (mark("printed"), "check", Mood.OK),
    JobState.FAILED: (mark("not printed"), "triangle-alert", Mood.DANGER),
    JobState.DROPPED: (mark("taken back"), "ban", Mood.MUTE),
}


class QueuePanel(QuestionPanel[None]):
    """The newest paper first; below, why the chosen one was not printed."""

    def __init__(self, queue: PrintQueue, questions: Questions) -> None:
        super().__init__(tr("Papers on their way to the printer"), width=820)
        self._queue, self._questions = queue, questions
        self.table: TableView[PrintJob] = TableView(
            tr("Papers"),
            [
                Column(tr("Document"), lambda job: job.title, bold=True, stretch=True),
                Column(tr("Kind"), lambda job: kind_words(job.kind), tone=Tone.INK2),
                Column(tr("Printer"), lambda job: printer_words(job.printer), tone=Tone.INK2),
                Column(tr("State"), _state, Kind.STATE),
            ],
            lambda job: job.number,
        )
        self._why = body("", Tone.WARN).wrap()
        self._mending: list[Action] = []
        self._taking_back: Action | None = None
        self._lay_out()
        queue.job_changed.connect(self._on_changed)
        self.answered.connect(lambda _: queue.job_changed.disconnect(self._on_changed))
        self.table.current_changed.connect(lambda _: self._explain())
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        """What a failed paper can have, and Esc."""
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self._taking_back = self.add_button(actions, "off", tr("Take out of the queue"), "Del", self._on_off)
        out = self.add_button(actions, "out", tr("It came out"), "F8", self._on_out)
        other = self.add_button(actions, "other", tr("Another printer"), "F6", self._on_other)
        keys = ("Return", "Ctrl+P")
        again = self.add_button(actions, "again", tr("Send again"), keys, self._on_again, ButtonKind.PRIMARY)
        self._mending = [out, other, again]
        self._explain()

    @property
    def why(self) -> str:
        """Why the chosen paper was not printed."""
        return self._why.text()

    def _lay_out(self) -> None:
        hint = tr("What is printed from here on is listed until the window is closed.")
        pane = TablePane(self.table, EmptyState(tr("Nothing was printed yet"), hint))
        pane.setMinimumHeight(self.table.height_of_rows(_ROWS))
        self.body.addWidget(pane, 1)
        self.body.addWidget(self._why)
        self.setFocusProxy(self.table)

    def _show(self) -> None:
        self.table.show_rows(list(reversed(self._queue.jobs)))
        if self.table.current() is None and self._queue.jobs:
            self.table.choose(0)
        self._explain()

    def _on_changed(self, _job: object) -> None:
        self._show()

    def _explain(self) -> None:
        job = self.table.current()
        self._why.show_text(say(job.error) if job is not None and job.error is not None else "")
        failed = job is not None and job.state is JobState.FAILED
        for action in self._mending:
            _turn(action, on=failed, why=tr("Only a paper that was not printed can be sent again."))
        waits = job is not None and job.state in (JobState.WAITING, JobState.FAILED)
        if self._taking_back is not None:
            _turn(self._taking_back, on=waits, why=tr("This paper is printed, or is being printed right now."))

    def _on_again(self) -> None:
        self._queue.retry(self.table.current())

    def _on_other(self) -> None:
        printer = self._questions.ask(PrinterChoice(self._queue))
        if printer is not None:
            self._queue.retry(self.table.current(), printer)

    def _on_out(self) -> None:
        job = self.table.current()
        title = tr("Did the paper come out whole?")
        words = tr("{paper} counts as printed and is not sent again; a further one is a copy with its number.")
        if job is not None and self._questions.confirm(title, words.format(paper=job.title), tr("It came out")):
            self._queue.came_out(job)

    def _on_off(self) -> None:
        job = self.table.current()
        if job is not None and not self._queue.call_off(job):
            self._queue.drop(job)


def kind_words(kind: DocumentKind) -> str:
    """`Payment receipts`."""
    return tr(KINDS[kind])


def _state(job: PrintJob) -> State:
    words, icon, mood = STATES[job.state]
    return State(tr(words), icon, mood)


def _turn(action: Action, *, on: bool, why: str) -> None:
    if on:
        action.turn_on()
    else:
        action.turn_off(why)
