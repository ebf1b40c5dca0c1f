"""Previews and runs on the long-work thread; only the answer to the last question counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.language import tr
from app.fees.billing import RunPreview, RunRequest
from ui.fees.runs.preview_facts import PreviewFacts, preview_facts
from ui.fees.unit_book import UnitBook
from ui.shell.context import Context
from ui.shell.worker import Progress
from ui.widgets.one_work import OneWork


class RunWork(OneWork):
    """Asks for one preview or run at a time; a new preview calls the former off."""

    previewed = Signal(object)
    made = Signal(object)

    def __init__(self, context: Context, book: UnitBook, parent: QObject) -> None:
        super().__init__(context, parent)
        self._book = book
        self._writes = False

    @property
    def is_previewing(self) -> bool:
        """Whether a preview is on its way."""
        return self.is_busy and not self._writes

    @property
    def is_writing(self) -> bool:
        """Whether a run is being written."""
        return self.is_busy and self._writes

    def preview(self, request: RunRequest) -> None:
        """What a run would write; a preview under way is called off, a run under way is left alone."""
        if self.is_writing:
            return
        self._writes = False
        title = tr("Preview of the billing run")
        self._begin(title, lambda progress: self._preview(request, progress), self.previewed.emit)

    def run(self, title: str, request: RunRequest, shown: RunPreview) -> None:
        """Write what was shown, once."""
        if self.is_busy:
            return
        office, by = self._context.office, self._context.actor
        self._writes = True
        self._begin(title, lambda progress: office.billing.run(by, request, shown, progress), self.made.emit)

    def _preview(self, request: RunRequest, progress: Progress) -> PreviewFacts:
        office = self._context.office
        return preview_facts(office.billing.preview(request, progress), self._book.people())
