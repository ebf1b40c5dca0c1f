"""The place between list and ticket into which a form slides, so that the list stays in view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.surface import Rule, row


class EntrySlot(QWidget):
    """Empty and hidden until a form is shown; `changed` when one comes or goes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form: QWidget | None = None
        self._row = row(Rule(upright=True), space=0)
        self.setLayout(self._row)
        self.hide()

    @property
    def form(self) -> QWidget | None:
        """What is shown now."""
        return self._form

    def show_form(self, form: QWidget) -> None:
        """Show a form; one that was shown before makes room for it, and stays its owner's."""
        if self._form is not None and self._form is not form:
            self._let_go(self._form)
        self._form = form
        self.changed.emit()  # what stood there makes room first, else the window would have to grow
        self._row.insertWidget(0, form, 1)
        form.show()
        self.show()

    def put_away(self) -> None:
        """Show nothing; the form stays its owner's."""
        if self._form is None:
            return
        form, self._form = self._form, None
        self._let_go(form)
        self.hide()
        self.changed.emit()

    def _let_go(self, form: QWidget) -> None:
        form.hide()
        self._row.removeWidget(form)
        form.setParent(self)
