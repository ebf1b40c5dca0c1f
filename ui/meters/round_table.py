"""The table of the round: one row a meter in route order, the value typed in the row itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from app.core.language import tr
from app.meters.reading_round import RoundLine
from ui.meters.meter_words import KINDS, figures, place_words, state_of, usage_words, usual_words
from ui.meters.round_book import RoundBook
from ui.meters.round_entry import Hitch
from ui.meters.row_note import RowNote
from ui.meters.value_field import ValueField
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.sizes import px
from ui.widgets.table_view import TableView

_FIGURES = 10


class RoundTable(TableView[RoundLine]):
    """The field stands in the current row and takes the focus of the table; `entered` comes with Enter."""

    entered = Signal(object)

    def __init__(self, book: RoundBook) -> None:
        self._book = book
        self._shown: Sequence[RoundLine] = ()
        super().__init__(
            tr("Meters of the round"),
            [
                Column(tr("No."), lambda line: str(line.meter.facts.route), Kind.NUMBER, tone=Tone.INK3),
                Column(tr("Unit"), lambda line: place_words(line.meter), bold=True, least=8, stretch=True),
                Column(tr("Kind"), lambda line: tr(KINDS[line.meter.kind]), tone=Tone.INK2),
                Column(tr("Meter no."), lambda line: line.meter.number, tone=Tone.INK2, least=8),
                Column(tr("Last"), _last, Kind.NUMBER, dash=True),
                Column(tr("Read on"), lambda line: line.last and line.last.day, Kind.DATE, tone=Tone.INK2, dash=True),
                Column(tr("Last usage"), lambda line: usage_words(line.last_usage), Kind.NUMBER, dash=True),
                Column(tr("Reading"), self._text, Kind.NUMBER, bold=True, least=_FIGURES),
                Column(tr("Usage"), self._usage, Kind.NUMBER, bold=True, least=6, dash=True),
                Column(tr("Usual"), lambda line: usual_words(line.usual), Kind.NUMBER, tone=Tone.INK2, dash=True),
                Column(tr("State"), self._state, Kind.STATE),
            ],
            key=lambda line: line.meter.id,
            row_height=36,
        )
        self._value_at = next(at for at, one in enumerate(self.rows_model.columns) if one.title == tr("Reading"))
        self.field, self.note = ValueField(self.viewport()), RowNote(self.viewport())
        self.setFocusProxy(self.field)
        self._connect()

    def show_book(self) -> None:
        """Show the book's lines; the current meter stays current, else the first without a reading is."""
        self._show_lines()
        if self.current() is None:
            unread = (at for at, line in enumerate(self.rows_model.rows) if line.typed is None)
            self.choose(next(unread, 0))
            self.show_around()
        self._settle()

    def show_around(self) -> None:
        """Bring the current row into the middle, with those before and after it."""
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def step(self, by: int) -> None:
        """Go to another row."""
        now, last = self.currentIndex().row(), self.rows_model.rowCount() - 1
        self.choose(max(0, min(last, now + by)))

    def take_caret(self) -> None:
        """Put the caret in the current row's field."""
        self._place()
        if self.field.isVisible():
            self.field.take_caret()

    def read_entry(self) -> None:
        """Show what the book has for the current row."""
        line = self.current()
        if line is None:
            return
        entry = self._book.entry(line)
        if self.field.text() != entry.text:
            self.field.blockSignals(True)
            self.field.setText(entry.text)
            self.field.blockSignals(False)
        self.field.setAccessibleName(tr("This reading of {meter}").format(meter=place_words(line.meter)))
        self.field.show_problem(entry.words if entry.hitch is Hitch.REFUSED else "")
        self.note.say(entry.words, Mood.DANGER if entry.hitch is Hitch.REFUSED else Mood.WARN)
        self._place()
        self.viewport().update()

    def fold(self, *, narrow: bool, small: bool, one_kind: bool) -> None:
        """Leave out what the person can do without where there is little room."""
        self.hide_column(tr("Kind"), hidden=one_kind or small)
        for title in (tr("No."), tr("Last usage")):
            self.hide_column(title, hidden=narrow)
        for title in (tr("Read on"), tr("Meter no."), tr("Usual")):
            self.hide_column(title, hidden=small)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.take_caret()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_caret()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place()

    def _show_lines(self) -> None:
        self._shown = self._book.lines
        self.show_rows(self._shown)

    def _connect(self) -> None:
        self.field.moved.connect(self.step)
        self.field.entered.connect(lambda: self.entered.emit(self.current()))
        self.field.textEdited.connect(self._on_edited)
        self.resized_columns.connect(self._place)
        self.current_changed.connect(lambda _: self._settle())
        self._book.changed.connect(self._on_changed)

    def _settle(self) -> None:
        line = self.current()
        self.field.setVisible(line is not None)
        if line is None:
            self.note.say("", Mood.WARN)
            return
        self.read_entry()
        if self.field.hasFocus():
            self.field.selectAll()

    def _place(self) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        cell = self.visualRect(self.rows_model.index(index.row(), self._value_at))
        self.field.setGeometry(cell.adjusted(px(2), 2, -px(2), -3))
        if self.note.text():
            self.note.point_at(cell, self.viewport().rect())

    def _on_edited(self, text: str) -> None:
        line = self.current()
        if line is not None:
            self._book.type(line, text)

    def _on_changed(self, meter_id: object) -> None:
        if self._book.lines is not self._shown:
            self._show_lines()
        line = self.current()
        if line is not None and line.meter.id == meter_id:
            self.read_entry()
        self.viewport().update()

    def _text(self, line: RoundLine) -> str:
        return self._book.entry(line).text

    def _usage(self, line: RoundLine) -> str | None:
        return usage_words(self._book.entry(line).usage)

    def _state(self, line: RoundLine) -> State:
        if not self._book.is_typed(line):
            return state_of(line)
        entry = self._book.entry(line)
        if entry.hitch is Hitch.REFUSED:
            return State(tr("refused"), "circle-alert", Mood.DANGER)
        if entry.hitch is Hitch.BELOW:
            return State(tr("below the last"), "triangle-alert", Mood.WARN)
        if entry.unusual:
            return State(tr("over 3 × usual"), "triangle-alert", Mood.WARN)
        flagged = [tr("estimated")] if entry.estimated else []
        flagged += [tr("rolled over")] if entry.rolled_over else []
        return State(tr(", ").join([tr("not entered"), *flagged]), "pencil", Mood.ACCENT)


def _last(line: RoundLine) -> str | None:
    return None if line.last is None else figures(line.last.value)
