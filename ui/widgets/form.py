"""Rows of a form: a label that knows its field, the field, and the place for its problem."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.line_field import LineField
from ui.widgets.sizes import gap
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel, body
from ui.widgets.typed_field import TypedField


class Form(QWidget):
    """Labels on the left, fields in one column, problems to the right or, where it is narrow, below."""

    def __init__(self, *, problems_beside: bool = False) -> None:
        super().__init__()
        self._beside = problems_beside
        self._fields: list[QWidget] = []
        self._labels: dict[QWidget, TextLabel] = {}
        self._lines: dict[QWidget, ErrorLine] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(12))
        self._grid.setVerticalSpacing(gap(2 if not problems_beside else 8))
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2 if problems_beside else 0)

    def add(self, label: str, field: QWidget, *, hint: str = "", button: QWidget | None = None) -> ErrorLine:
        """Put a field under the others; `hint` stands where its problem would, a `button` of its own at its end."""
        words = body(label, Tone.INK2)
        words.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        line = ErrorLine(field if isinstance(field, LineField) else None, hint=hint)
        at = self._grid.rowCount()
        self._grid.addWidget(words, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if button is None:
            self._grid.addWidget(field, at, 1)
        else:
            self._grid.addLayout(row(field, button, space=8), at, 1)
        self._grid.addWidget(line, *((at, 2) if self._beside else (at + 1, 1)))
        self._fields.append(field)
        self._labels[field], self._lines[field] = words, line
        if isinstance(field, ChoiceField):
            field.chosen.connect(lambda _value: self.show_problem(field, ""))
        elif isinstance(field, LineField) and not isinstance(field, TypedField):
            field.textEdited.connect(lambda _text: field.show_problem(""))
        return line

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show or hide a field with its label and its problem."""
        for part in (field, self._labels[field], self._lines[field]):
            part.setVisible(shown)

    def show_problem(self, field: QWidget, text: str) -> None:
        """Say what is wrong with one field."""
        if isinstance(field, LineField):
            field.show_problem(text)
        else:
            field.setAccessibleDescription(text)
            self._lines[field].show_problem(text)

    def check(self) -> bool:
        """Show every problem there is; the focus goes to the first bad field. Whether all may be used."""
        bad = [field for field in self._fields if isinstance(field, TypedField) and self._shown(field)]
        bad = [field for field in bad if not field.check()]
        if bad:
            bad[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not bad

    def _shown(self, field: QWidget) -> bool:
        return not field.isHidden()
