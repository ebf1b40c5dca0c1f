"""A field whose text means a value: it is read by a parser and shown again in its proper form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from ui.sentences import say
from ui.widgets.line_field import LineField

T = TypeVar("T")


class TypedField(LineField, Generic[T]):
    """Text in, a value or a refusal's sentence out.

    The problem appears on leaving the field or on `check`, and goes as soon as the text is right. An empty field is
    nothing, unless `required`.
    """

    value_changed = Signal(object)

    def __init__(
        self,
        name: str,
        parse: Callable[[str], T],
        show: Callable[[T], str],
        *,
        required: bool = False,
        columns: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, columns=columns, parent=parent)
        self._parse = parse
        self._show = show
        self.required = required
        self.textChanged.connect(self._on_text_changed)
        self.left.connect(self._on_left)

    def value(self) -> T | None:
        """What the text means; None while it is empty or cannot be read."""
        return self._read()[0]

    def set_value(self, value: T | None) -> None:
        """Show a value in its proper form; None empties the field."""
        self.setText("" if value is None else self._show(value))
        self.show_problem("")

    def proper_text(self) -> str:
        """What stands there once the caret has left."""
        value, _ = self._read()
        return self.text() if value is None or self.isReadOnly() else self._show(value)

    def check(self) -> bool:
        """Show the problem now, if there is one; whether the text may be used."""
        problem = self._read()[1]
        self.show_problem(problem)
        return not problem

    def _read(self) -> tuple[T | None, str]:
        if not self.text().strip() and not self.required:
            return None, ""
        try:
            return self._parse(self.text()), ""
        except Refusal as refusal:
            return None, say(refusal)

    def _on_text_changed(self) -> None:
        value, problem = self._read()
        if self.problem and not problem:
            self.show_problem("")
        self.value_changed.emit(value)

    def _on_left(self) -> None:
        value, problem = self._read()
        self.show_problem(problem if self.text().strip() else "")
        if value is not None and not self.isReadOnly():
            self._put_in_form(self._show(value))

    def _put_in_form(self, text: str) -> None:
        if text != self.text():
            self.blockSignals(True)
            self.setText(text)
            self.blockSignals(False)
