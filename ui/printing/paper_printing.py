"""What every kind of paper that is kept has in common on its way to the printer."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QObject, Signal

from ui.printing.left_paper import LeftPaper
from ui.printing.print_job import JobState, PrintJob
from ui.shell.context import Context


class PaperPrinting(QObject):
    """`changed` comes whenever a paper of this kind was printed or could not be."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._failed: dict[int, PrintJob] = {}
        if context.printing is not None:
            context.printing.printed.connect(self._on_printed)
            context.printing.failed.connect(self._on_failed)
            context.printing.job_changed.connect(self._on_dropped)

    @property
    def failed(self) -> Sequence[PrintJob]:
        """The jobs that the printer did not take, oldest first."""
        return tuple(self._failed.values())

    def left_over(self) -> list[LeftPaper]:
        """Papers of earlier runs that wait and are not in this session's queue, oldest first."""
        raise NotImplementedError

    def retry(self) -> bool:
        """Send again what failed; whether there was anything."""
        again = self.failed
        self._failed.clear()
        for job in again:
            self._context.printing.retry(job)
        return bool(again)

    def paper_of(self, job: PrintJob) -> Hashable:
        """Which paper a job prints; None where it is of another kind."""
        raise NotImplementedError

    def note(self, job: PrintJob) -> None:
        """Keep that the paper of a job came out."""
        raise NotImplementedError

    def is_moving(self, paper: Hashable) -> bool:
        """Whether the paper is on its way to a printer."""
        return any(job.is_moving and self.paper_of(job) == paper for job in self._context.printing.jobs)

    def forget(self, paper: Hashable) -> None:
        """Let go of what failed of a paper: it is drawn anew, or nobody needs it any more."""
        for job in [job for job in self.failed if self.paper_of(job) == paper]:
            self._context.printing.drop(job)

    def in_hand(self) -> set[Hashable]:
        """What is on its way or failed in this session."""
        return {self.paper_of(job) for job in self._context.printing.unprinted} - {None}

    def _on_printed(self, job: PrintJob) -> None:
        if self.paper_of(job) is not None:
            self._failed.pop(job.number, None)
            self.note(job)
            self.changed.emit()

    def _on_failed(self, job: PrintJob) -> None:
        if self.paper_of(job) is not None:
            self._failed[job.number] = job
            self.changed.emit()

    def _on_dropped(self, job: PrintJob) -> None:
        sent_again = job.state in (JobState.DROPPED, JobState.WAITING)
        if sent_again and self._failed.pop(job.number, None) is not None:
            self.changed.emit()
