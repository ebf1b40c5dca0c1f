"""The left of a page that words a paper: a form that scrolls, below it what is wrong in words, and the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import Rule, column
from ui.widgets.tab_order import go_in_turn, stops_in


class FormSide(QWidget):
    """`head` scrolls with the form, `foot` stands still."""

    def __init__(self, head: QWidget, strip: NoteStrip, foot: QLayout) -> None:
        super().__init__()
        self._head = head
        self._form: QWidget | None = None
        self._place: QVBoxLayout = column(space=0)
        scrolling = Scrolling(column(head, self._place, None, space=4, margins=(24, 16, 20, 12)))
        below = column(space=0, margins=(24, 8, 20, 12))
        below.addLayout(foot)
        whole = column(scrolling, column(strip, space=0, margins=(16, 4, 16, 4)), Rule(), below, space=0)
        whole.setStretchFactor(scrolling, 1)
        self.setLayout(whole)

    def put(self, form: QWidget) -> None:
        """In the place of the one before; Tab goes through it between the head and the foot."""
        if self._form is not None:
            self._place.removeWidget(self._form)
            self._form.deleteLater()
        self._form = form
        self._place.addWidget(form)
        go_in_turn([*stops_in(self._head)[-1:], *stops_in(form)])
