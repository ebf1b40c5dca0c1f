"""A batch on its way: how far it is, what stopped it, and a key to stop it."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr, tr_n
from ui.printing.print_batch import BatchPaper, Made, PrintBatch
from ui.printing.print_job import PrintJob
from ui.sentences import say
from ui.shell.action import Action
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_button import Kind
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sizes import px
from ui.widgets.text_label import body

_WHY = 64


class BatchPanel(QuestionPanel[int]):
    """Answers how many papers were printed."""

    def __init__(self, title: str, batch: PrintBatch) -> None:
        super().__init__(title, width=560)
        self._batch = batch
        self._line = ProgressLine()
        self._why = body("", Tone.WARN).wrap()
        self._why.setMinimumHeight(px(_WHY))  # nothing jumps when the printer stops
        self._again: Action | None = None
        self.body.addWidget(self._line)
        self.body.addWidget(self._why)
        batch.progressed.connect(self._on_progress)
        batch.stopped.connect(self._on_stopped)
        batch.ended.connect(self._on_ended)
        self._line.begin(tr("Printing"))
        self._line.show_progress(0, batch.count, None)

    def add_actions(self, actions: ActionRegistry) -> None:
        """Esc stops after the paper that is being printed; Enter goes on after a trouble."""
        self.add_button(actions, "stop", tr("Stop"), "Esc", self._on_stop)
        self._again = self.add_button(actions, "again", tr("Send again"), "Return", self._on_again, Kind.PRIMARY)
        self._again.turn_off(tr("Nothing stopped the printing."))

    @property
    def words(self) -> str:
        """What stopped the batch; empty while it goes on."""
        return self._why.text()

    def _on_progress(self, done: int, count: int) -> None:
        self._line.show_progress(done, count, None)

    def _on_stopped(self, job: PrintJob) -> None:
        assert job.error is not None
        self._why.show_text(f"{job.title}: {say(job.error)}")
        if self._again is not None:
            self._again.turn_on()

    def _on_again(self) -> None:
        self._why.show_text("")
        if self._again is not None:
            self._again.turn_off(tr("Nothing stopped the printing."))
        self._batch.go_on()

    def _on_stop(self) -> None:
        self._why.show_text(tr("Stopping after this paper …"))
        self._batch.call_off()

    def _on_ended(self) -> None:
        self.answer(self._batch.done)


def print_batch(context: Context, title: str, papers: Sequence[BatchPaper | Made]) -> int:
    """Print papers one after the other, shown and stoppable; how many came out."""
    batch = PrintBatch(context.printing, papers)
    panel = BatchPanel(title, batch)
    batch.start()
    done = context.questions.ask(panel) or 0
    words = tr_n("{n} paper of {count} was printed", "{n} papers of {count} were printed", done)
    context.messages.done(words.format(n=done, count=len(papers)))
    return done
