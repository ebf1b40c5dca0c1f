"""Over which days figures are counted: a usual span, or any first and last day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import mark, tr
from app.tickets.statistics.spans import Days, Span, days_of, moved, span_of
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.date_field import DateField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.surface import row
from ui.widgets.text_label import body

SPANS: dict[Span, str] = {
    Span.THIS_MONTH: mark("this month"),
    Span.LAST_MONTH: mark("last month"),
    Span.THIS_QUARTER: mark("this quarter"),
    Span.LAST_QUARTER: mark("last quarter"),
    Span.THIS_YEAR: mark("this year"),
    Span.LAST_YEAR: mark("last year"),
    Span.TWELVE_MONTHS: mark("the last twelve months"),
}


class PeriodRow(QWidget):
    """`changed` comes with other days, typed ones once their field is left; `entered` with Enter in the last day."""

    changed = Signal()
    entered = Signal()

    def __init__(self, context: Context, keys: str) -> None:
        super().__init__()
        self._today = context.clock.now().date
        self.days: Days = days_of(Span.THIS_MONTH, self._today())
        offered = [*((tr(words), span) for span, words in SPANS.items()), (tr("other days"), None)]
        self.span: ChoiceField[Span | None] = ChoiceField(tr("Days counted"), offered)
        self.first = DateField(tr("Counted from"), self._today, required=True)
        self.last = DateField(tr("Counted until"), self._today, required=True)
        add = context.actions.add
        pick = add(f"{keys}.period", tr("Days counted"), "Alt+P", self.span.setFocus, context=keys)
        earlier = add(f"{keys}.earlier", tr("Earlier days"), "Alt+Left", lambda: self._move(-1), context=keys)
        later = add(f"{keys}.later", tr("Later days"), "Alt+Right", lambda: self._move(1), context=keys)
        label, *steps = (KeyButton(one, Kind.QUIET, small=True) for one in (pick, earlier, later))
        days = (self.first, body("–", Tone.INK2), self.last)
        self.setLayout(FlowLayout(_group(label, self.span), _group(*days), _group(*steps)))
        self._show()
        self.span.chosen.connect(self._on_span)
        self.first.left.connect(self._on_typed)
        self.last.left.connect(self._on_typed)
        self.first.returnPressed.connect(self.last.take_caret)
        self.last.returnPressed.connect(self._on_entered)

    def take_caret(self) -> None:
        """To the choice of the span."""
        self.span.setFocus()

    def _show(self) -> None:
        for field in (self.span, self.first, self.last):
            field.blockSignals(True)
        self.span.set_value(span_of(self.days, self._today()))
        self.first.set_value(self.days[0])
        self.last.set_value(self.days[1] - timedelta(days=1))
        for field in (self.span, self.first, self.last):
            field.blockSignals(False)

    def _on_span(self, span: Span | None) -> None:
        if span is not None:
            self._take(days_of(span, self._today()))

    def _move(self, by: int) -> None:
        self._take(moved(self.days, by))

    def _on_typed(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            return
        if last < first:
            self.last.show_problem(tr("The last day lies before the first."))
            return
        days = (first, _day_after(last))
        if days != self.days:
            self.days = days
            self.span.blockSignals(True)
            self.span.set_value(span_of(days, self._today()))
            self.span.blockSignals(False)
            self.changed.emit()

    def _on_entered(self) -> None:
        self._on_typed()
        if not self.last.problem:
            self.entered.emit()

    def _take(self, days: Days) -> None:
        self.days = days
        self._show()
        self.changed.emit()


def _group(*parts: QWidget) -> QWidget:
    group = QWidget()
    group.setLayout(row(*parts, space=6))
    return group


def _day_after(day: date) -> date:
    return day + timedelta(days=1)
