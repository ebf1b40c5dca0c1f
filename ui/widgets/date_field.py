"""The field for a day: typed, read tolerantly, shown as 2026-11-22; ↑ ↓ move it by a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_date
from ui.sentences import sentence
from ui.widgets.date_text import NotADate, parse_date
from ui.widgets.typed_field import TypedField

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateField(TypedField[date]):
    """A day, empty or required; `today` fills in the year of `11-22`."""

    def __init__(
        self, name: str, today: Callable[[], date], *, required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            name, lambda text: parse_date(text, today()), show_date, required=required, columns=11, parent=parent
        )
        self._today = today
        self.setPlaceholderText(tr("year-month-day"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.composing or self.isReadOnly():
            super().keyPressEvent(event)
            return
        value = self.value()
        self.set_value(self._today() if value is None else value + timedelta(days=step))


@sentence(NotADate)
def _not_a_date(error: NotADate) -> str:
    if not error.text:
        return tr("No date is typed. Type it like 2026-11-22 or 11-22.")
    return tr("“{text}” is not a date. Type it like 2026-11-22 or 11-22.").format(text=error.text)
