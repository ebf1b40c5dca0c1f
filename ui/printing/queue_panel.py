"""What went to the printers since the window opened, and what never came out before: what can be done about each."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Refusal, Trouble
from app.core.language import mark, tr
from app.paper.documents import DocumentKind
from ui.printing.left_paper import LeftPaper
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


Paper = PrintJob | LeftPaper


class QueuePanel(QuestionPanel[None]):
    """The newest paper first, those of earlier runs last; below, why the chosen one was not printed."""

    def __init__(self, queue: PrintQueue, questions: Questions) -> None:
        super().__init__(tr("Papers on their way to the printer"), width=820)
        self._queue, self._questions = queue, questions
        self.table: TableView[Paper] = TableView(
            tr("Papers"),
            [
                Column(tr("Document"), lambda paper: paper.title, bold=True, stretch=True),
                Column(tr("Kind"), lambda paper: kind_words(paper.kind), tone=Tone.INK2),
                Column(tr("Printer"), _printer, tone=Tone.INK2),
                Column(tr("State"), _state, Kind.STATE),
            ],
            lambda paper: paper.number if isinstance(paper, PrintJob) else paper.key,
        )
        self._why = body("", Tone.WARN).wrap()
        self._mending: list[Action] = []
        self._taking_back: Action | None = None
        self._lay_out()
        queue.job_changed.connect(self._on_changed)
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
        papers: list[Paper] = [*reversed(self._queue.jobs), *self._queue.left_over]
        self.table.show_rows(papers)
        if self.table.current() is None and papers:
            self.table.choose(0)
        self._explain()

    def _on_changed(self, _job: object) -> None:
        self._show()

    def _explain(self) -> None:
        paper = self.table.current()
        is_left = isinstance(paper, LeftPaper)
        state = paper.state if isinstance(paper, PrintJob) else None
        words = _why(paper)
        self._why.show_text(words)
        failed = is_left or state is JobState.FAILED
        for action in self._mending:
            _turn(action, on=failed, why=tr("Only a paper that was not printed can be sent again."))
        if is_left and self._mending:
            self._mending[1].turn_off(tr("Send it first; then it can go to another printer."))
        waits = is_left or state in (JobState.WAITING, JobState.FAILED)
        if self._taking_back is not None:
            _turn(self._taking_back, on=waits, why=tr("This paper is printed, or is being printed right now."))

    def _on_again(self) -> None:
        paper = self.table.current()
        if isinstance(paper, PrintJob):
            self._queue.retry(paper)
        elif paper is not None:
            self._do(paper.send)

    def _on_other(self) -> None:
        paper = self.table.current()
        printer = self._questions.ask(PrinterChoice(self._queue))
        if printer is not None and isinstance(paper, PrintJob):
            self._queue.retry(paper, printer)

    def _on_out(self) -> None:
        paper = self.table.current()
        title = tr("Did the paper come out whole?")
        words = tr("{paper} counts as printed and is not sent again; a further one is a copy with its number.")
        if paper is None or not self._questions.confirm(title, words.format(paper=paper.title), tr("It came out")):
            return
        if isinstance(paper, PrintJob):
            self._queue.came_out(paper)
        else:
            self._do(paper.came_out)

    def _on_off(self) -> None:
        paper = self.table.current()
        if isinstance(paper, LeftPaper):
            self._do(paper.let_go)
        elif paper is not None and not self._queue.call_off(paper):
            self._queue.drop(paper)

    def _do(self, what: Callable[[], None]) -> None:
        """Do something about a paper of an earlier run; a refusal stands where the reason stands."""
        try:
            what()
        except (Refusal, Trouble) as error:
            self._why.show_text(say(error))
            return
        self._show()
        self._queue.papers_changed.emit()


def kind_words(kind: DocumentKind) -> str:
    """`Payment receipts`."""
    return tr(KINDS[kind])


def _state(paper: Paper) -> State:
    if isinstance(paper, LeftPaper):
        return State(tr("never came out"), "triangle-alert", Mood.DANGER)
    words, icon, mood = STATES[paper.state]
    return State(tr(words), icon, mood)


def _printer(paper: Paper) -> str:
    return printer_words(paper.printer) if isinstance(paper, PrintJob) else ""


def _why(paper: Paper | None) -> str:
    if isinstance(paper, LeftPaper):
        return tr("The program ended before this paper came out. Look for it in the printer before you send it again.")
    return say(paper.error) if paper is not None and paper.error is not None else ""


def _turn(action: Action, *, on: bool, why: str) -> None:
    if on:
        action.turn_on()
    else:
        action.turn_off(why)
