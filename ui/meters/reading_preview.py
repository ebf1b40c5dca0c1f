"""A sheet of readings before it comes in, and whether readings far above the usual come in too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.meters.reading_plan import PlannedReading
from app.meters.sheet_results import ReadingPreview
from app.sheets.results import SheetPreview
from ui.meters.sheet_tables import ReadingLinesTable
from ui.meters.sheet_words import reading_facts, unusual_words
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sheet_preview import SheetPreviewPane


class ReadingPane(SheetPreviewPane):
    """`accepted` says whether readings of far more than the usual usage come in; every sheet begins without them."""

    accepted_changed = Signal()

    def __init__(self) -> None:
        self.accepted = False
        self.unusual = NoteStrip(folds=True)
        self._preview: ReadingPreview | None = None
        super().__init__(ReadingLinesTable(), reading_facts, [self.unusual])

    def show_preview(self, preview: SheetPreview[PlannedReading]) -> None:
        assert isinstance(preview, ReadingPreview)
        self._preview, self.accepted = preview, False
        super().show_preview(preview)
        self._say_unusual()

    def in_order(self, preview: SheetPreview[PlannedReading]) -> Sequence[PlannedReading]:
        return sorted(preview.lines, key=lambda one: one.unusual is None)

    def accept_or_not(self) -> None:
        """Let the unusual readings in, or leave them out again."""
        if self._preview is not None and self._preview.unusual:
            self.accepted = not self.accepted
            self._say_unusual()
            self.accepted_changed.emit()

    def coming(self, preview: ReadingPreview) -> int:
        """How many rows F9 brings in."""
        return len(preview.lines) - (0 if self.accepted else len(preview.unusual))

    def _say_unusual(self) -> None:
        assert self._preview is not None
        words = unusual_words(self._preview, accepted=self.accepted)
        self.unusual.say(words, Mood.WARN) if words else self.unusual.clear()
