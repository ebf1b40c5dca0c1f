"""What an import would do, before it does anything: counts, columns, wrong rows, and the rows that come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.sheets.results import SheetPreview
from ui.widgets.bad_rows_table import BadRowsTable, reasons
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_line import Fact, FactLine
from ui.widgets.scrolling import Scrolling
from ui.widgets.sheet_words import MOST_LINES, columns_words, lines_words, rows_words
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, caption, section

_LEAST_ROWS = 4


class SheetPreviewPane(QWidget):
    """Shows one preview; `lines` is the table of good rows, `counts_of` what is counted, `notes` what stands below.

    The reason of the wrong row under the bar is said in full below the wrong rows.
    """

    def __init__(
        self, lines: TableView[Any], counts_of: Callable[[Any], Sequence[Fact]], notes: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self._counts_of = counts_of
        self.counts, self._columns = FactLine(), caption("", Tone.INK2).wrap()
        self.bad, self.lines = BadRowsTable(), lines
        self._bad_head, self._lines_head = section(), section()
        self._bad_pane = TablePane(self.bad, EmptyState(tr("Every row can come in")))
        self.why = body("", Tone.DANGER).wrap()
        self._lines_pane = TablePane(lines, EmptyState(tr("No row can come in")))
        self._lay_out(notes)
        self.bad.current_changed.connect(lambda bad: self.why.show_text("" if bad is None else reasons(bad)))

    def show_preview(self, preview: SheetPreview[Any]) -> None:
        """Show what was read."""
        self.counts.show_facts(self._counts_of(preview))
        self._columns.show_text(columns_words(preview))
        self._bad_head.show_text(tr("{rows} cannot come in").format(rows=rows_words(len(preview.bad))))
        self.bad.show_rows(preview.bad)
        self.bad.choose(0)
        for part in (self._bad_head, self._bad_pane, self.why):
            part.setVisible(bool(preview.bad))
        self._bad_pane.setFixedHeight(self.bad.height_of_rows(min(len(preview.bad), _LEAST_ROWS)) + 1)
        self.lines.show_rows(self.in_order(preview)[:MOST_LINES])
        least = min(len(preview.lines), _LEAST_ROWS) or 3
        self._lines_pane.setMinimumHeight(self.lines.height_of_rows(least) + 1)
        self._lines_head.show_text(lines_words(preview))
        self._lines_head.setVisible(bool(preview.lines))

    def in_order(self, preview: SheetPreview[Any]) -> Sequence[Any]:
        """The good rows, those to look at first."""
        return preview.lines

    def take_focus(self) -> None:
        """To the rows that are wrong, else to those that come in."""
        (self.bad if self.bad.isVisible() else self.lines).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, notes: Sequence[QWidget]) -> None:
        top = column(self.counts, self._columns, *notes, space=6, margins=(24, 12, 24, 8))
        tables = column(
            row(self._bad_head, margins=(8, 0, 0, 0)),
            self._bad_pane,
            row(self.why, margins=(8, 4, 8, 0)),
            row(self._lines_head, margins=(8, 6, 0, 0)),
            self._lines_pane,
            space=2,
            margins=(16, 10, 16, 0),
        )
        tables.setStretchFactor(self._lines_pane, 1)
        whole = column(top, Rule(), tables, space=0)
        whole.setStretchFactor(tables, 1)
        self.setLayout(column(Scrolling(whole), space=0))
