"""What an import would do, before it does anything: counts, columns, wrong rows, good rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.language import tr
from app.meters.sheet_results import ReadingPreview
from ui.meters.sheet_kinds import Preview, rows_words
from ui.meters.sheet_tables import BadRowsTable, MeterLinesTable, ReadingLinesTable, bad_words
from ui.meters.sheet_words import columns_words, preview_words, unusual_words
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import body, caption, section

_MOST_LINES = 500
_WRONG_SEEN, _LEAST_SEEN = 4, 5


class SheetPreview(QWidget):
    """Shows one preview of readings or meters."""

    def __init__(self) -> None:
        super().__init__()
        self._counts, self._columns = body("").wrap(), caption("", Tone.INK2).wrap()
        self.unusual = NoteStrip(folds=True)
        self.bad, self.readings, self.meters = BadRowsTable(), ReadingLinesTable(), MeterLinesTable()
        self._why = body("", Tone.DANGER).wrap()
        self._bad_head, self._lines_head = section(), section()
        self._lines = QStackedWidget()
        for table in (self.readings, self.meters):
            self._lines.addWidget(table)
        self._lay_out()
        self.bad.current_changed.connect(lambda bad: self._why.show_text("" if bad is None else bad_words(bad)))

    def show_preview(self, preview: Preview, *, accepted: bool) -> None:
        """Show what was read; `accepted` whether unusual readings come in."""
        self._counts.show_text(preview_words(preview))
        self._columns.show_text(columns_words(preview))
        words = unusual_words(preview, accepted=accepted)
        self.unusual.say(words, Mood.WARN) if words else self.unusual.clear()
        self._bad_head.show_text(tr("{rows} cannot come in").format(rows=rows_words(len(preview.bad))))
        self.bad.show_rows(preview.bad)
        self.bad.choose(0)
        for part in (self._bad_head, self.bad, self._why):
            part.setVisible(bool(preview.bad))
        self.bad.setFixedHeight(self.bad.height_of_rows(min(len(preview.bad), _WRONG_SEEN)) + 1)
        self._show_lines(preview)

    def take_focus(self) -> None:
        """To the rows that are wrong, else to those that come in."""
        place = self.bad if self.bad.isVisible() else self._lines.currentWidget()
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, preview: Preview) -> None:
        lines = preview.lines[:_MOST_LINES]
        more = len(preview.lines) - len(lines)
        words = tr("{rows} come in").format(rows=rows_words(len(preview.lines)))
        shown = tr("; the first {n} are shown").format(n=len(lines)) if more else ""
        self._lines_head.show_text(words + shown)
        if isinstance(preview, ReadingPreview):
            self.readings.show_rows(sorted(preview.lines, key=lambda one: one.unusual is None)[:_MOST_LINES])
            self._lines.setCurrentWidget(self.readings)
        else:
            self.meters.show_rows(preview.lines[:_MOST_LINES])
            self._lines.setCurrentWidget(self.meters)
        self._lines.setMinimumHeight(self.readings.height_of_rows(min(len(lines), _LEAST_SEEN) or 2) + 1)

    def _lay_out(self) -> None:
        top = column(self._counts, self._columns, self.unusual, space=6, margins=(24, 12, 24, 8))
        tables = column(
            row(self._bad_head, margins=(8, 0, 0, 0)),
            self.bad,
            row(self._why, margins=(8, 4, 8, 0)),
            row(self._lines_head, margins=(8, 6, 0, 0)),
            self._lines,
            space=2,
            margins=(16, 10, 16, 0),
        )
        tables.setStretchFactor(self._lines, 1)
        whole = column(top, Rule(), tables, space=0)
        whole.setStretchFactor(tables, 1)
        self.setLayout(column(Scrolling(whole), space=0))
