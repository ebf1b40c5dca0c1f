"""The frame of what stands in the window before the tabs: a form in the middle, its head and its buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.colours import Tone
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sizes import dress, px
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import body, page_title

_WIDE = 720


class FrontPage(QWidget):
    """Head, words and `form`, which scroll where the text is large; `buttons` at the foot, always in view.

    The window forgets the actions of its `context` when the page goes.
    """

    def __init__(self, context: str, head: str, words: str) -> None:
        super().__init__()
        self.context = context
        self._widths: list[tuple[QWidget, int]] = []
        dress(self)  # so that it hears of every text scale
        self.form: QVBoxLayout = column(space=8)
        self.buttons = FlowLayout(space=8)
        inner = QWidget()
        inner.setProperty("bare", True)
        inner.setLayout(column(page_title(head).wrap(), body(words, Tone.INK2).wrap(), 12, self.form, None, space=8))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._in_the_middle(inner, (24, 32, 24, 16)))
        foot = QWidget()
        foot.setLayout(self.buttons)
        outer = column(scroll, Rule(), self._in_the_middle(foot, (24, 12, 24, 12)), space=0)
        outer.setStretch(0, 1)
        self.setLayout(outer)
        self._scroll = scroll
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def focus_search(self) -> None:
        """Put the caret where typing begins."""

    def keep_narrow(self, part: QWidget, most: int) -> None:
        """Let it grow no wider than so many pixels of 100 %, whatever the text scale is by then."""
        self._widths.append((part, most))
        part.setMaximumWidth(px(most))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for part, most in self._widths:
                part.setMaximumWidth(px(most))

    def bring_up(self, widget: QWidget) -> None:
        """Scroll to what was just said, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(widget, 0, px(8)))

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Where the text is large, the answer that the caret comes to scrolls into view."""
        if now is not None and self._scroll.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, px(24))

    def _in_the_middle(self, part: QWidget, margins: tuple[int, int, int, int]) -> QWidget:
        self.keep_narrow(part, _WIDE)
        line = row(None, part, None, margins=margins)
        line.setStretch(1, 100)
        middle = QWidget()
        middle.setProperty("bare", True)
        middle.setLayout(line)
        return middle
