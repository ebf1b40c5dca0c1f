"""The frame of what stands in the window before the tabs: a form in the middle, its head and its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.colours import Tone
from ui.widgets.sizes import px
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, page_title

_WIDE = 560


class FrontPage(QWidget):
    """Head, words, `form` to fill, `buttons` below; it scrolls where the text is large.

    The window forgets the actions of its `context` when the page goes.
    """

    def __init__(self, context: str, head: str, words: str) -> None:
        super().__init__()
        self.context = context
        self.form: QVBoxLayout = column(space=8)
        self.buttons: QHBoxLayout = row(space=8)
        inner = QWidget()
        inner.setProperty("bare", True)
        inner.setMaximumWidth(px(_WIDE))
        parts = column(page_title(head), body(words, Tone.INK2).wrap(), 12, self.form, 12, self.buttons, None, space=8)
        inner.setLayout(parts)
        middle = QWidget()
        middle.setProperty("bare", True)
        middle.setLayout(row(None, inner, None, margins=(24, 32, 24, 24)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        self.setLayout(column(scroll))

    def focus_search(self) -> None:
        """Put the caret where typing begins."""
