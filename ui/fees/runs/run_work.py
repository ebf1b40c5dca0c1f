"""Previews and runs on the long-work thread; only the answer to the last question counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.fees.billing import RunPreview, RunRequest
from ui.fees.runs.preview_facts import PreviewFacts, preview_facts
from ui.fees.unit_book import UnitBook
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.worker import Progress, Task


class RunWork(QObject):
    """Asks for one preview or run at a time; a new preview calls the former off."""

    previewed = Signal(object)
    made = Signal(object)
    refused = Signal(str)
    busy_changed = Signal()

    def __init__(self, context: Context, book: UnitBook, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._book = book
        self._task: Task | None = None
        self._writes = False

    @property
    def is_previewing(self) -> bool:
        """Whether a preview is on its way."""
        return self._task is not None and not self._writes

    @property
    def is_writing(self) -> bool:
        """Whether a run is being written."""
        return self._task is not None and self._writes

    def preview(self, request: RunRequest) -> None:
        """What a run would write; a preview under way is called off, a run under way is left alone."""
        if self.is_writing:
            return
        if self._task is not None:
            self._task.cancel()
        title = tr("Preview of the billing run")
        self._begin(
            self._context.worker.run(
                title, lambda progress: self._preview(request, progress), self.previewed.emit, self._on_failed
            ),
            writes=False,
        )

    def run(self, title: str, request: RunRequest, shown: RunPreview) -> None:
        """Write what was shown, once."""
        if self._task is not None:
            return
        office, by = self._context.office, self._context.actor
        self._begin(
            self._context.worker.run(
                title,
                lambda progress: office.billing.run(by, request, shown, progress),
                self.made.emit,
                self._on_failed,
            ),
            writes=True,
        )

    def _preview(self, request: RunRequest, progress: Progress) -> PreviewFacts:
        office = self._context.office
        return preview_facts(office.billing.preview(request, progress), self._book.people())

    def _begin(self, task: Task, *, writes: bool) -> None:
        self._task, self._writes = task, writes
        task.ended.connect(lambda: self._on_ended(task))
        self.busy_changed.emit()

    def _on_ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.busy_changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Trouble):
            self.refused.emit(say(error))
        else:
            self._context.worker.failed.emit(error)
