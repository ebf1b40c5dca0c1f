"""Many papers one after the other, each queued when the last one is printed: a receipt never waits for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.paper.documents import DocumentKind
from ui.printing.print_job import Draw, JobState, PrintJob
from ui.printing.printer_queue import PrintQueue

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile


@dataclass(frozen=True, slots=True)
class BatchPaper:
    """One paper of a batch, as `PrintQueue.submit` takes it."""

    title: str
    paper: PaperProfile
    draw: Draw
    tag: object = None
    kind: DocumentKind = DocumentKind.NOTICE
    own_letters: Draw | None = None


Made = Callable[[], BatchPaper]
"""Makes a paper when its turn comes, so that a batch that is called off leaves no copies that nobody got."""


class PrintBatch(QObject):
    """`progressed` gives how many of how many are printed, `stopped` the job that was not; `ended` comes once."""

    progressed = Signal(int, int)
    stopped = Signal(object)
    ended = Signal()

    def __init__(self, queue: PrintQueue, papers: Sequence[BatchPaper | Made], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._papers = list(papers)
        self._job: PrintJob | None = None
        self.done = 0
        self.called_off = False
        queue.job_changed.connect(self._on_changed)

    @property
    def count(self) -> int:
        """How many papers there are."""
        return len(self._papers)

    def start(self) -> None:
        """Print the first one; without any, end."""
        self._next()

    def go_on(self) -> bool:
        """Send the one again that was not printed; the rest follows. False where nothing has failed."""
        return self._job is not None and self._queue.retry(self._job)

    def call_off(self) -> None:
        """Print no further one: what is being printed is finished, what failed is dropped."""
        self.called_off = True
        if self._job is not None and not self._queue.call_off(self._job):
            self._queue.drop(self._job)

    def _next(self) -> None:
        if self.called_off or self.done == self.count:
            self._end()
            return
        paper = self._papers[self.done]
        if not isinstance(paper, BatchPaper):
            paper = self._papers[self.done] = paper()
        self._job = self._queue.submit(
            paper.title, paper.paper, paper.draw, paper.tag, kind=paper.kind, own_letters=paper.own_letters
        )

    def _on_changed(self, job: PrintJob) -> None:
        if self._job is None or job.number != self._job.number:
            return
        if job.state is JobState.PRINTED:
            self.done += 1
            self.progressed.emit(self.done, self.count)
            self._next()
        elif job.state is JobState.FAILED:
            self.stopped.emit(job)
            if self.called_off:
                self._queue.drop(job)
        elif job.state is JobState.DROPPED:
            self._end()

    def _end(self) -> None:
        self._job = None
        self._queue.job_changed.disconnect(self._on_changed)
        self.ended.emit()
