"""A page that covers the whole counter for a while: what is typed below stays, and its keys do not act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.counter.bill.bill_actions import TAB
from ui.widgets.surface import Pane

if TYPE_CHECKING:
    from ui.shell.context import Context


class Cover(Pane):
    """`keys` is the context of its actions, which stand in the place of the counter's; Tab stays inside."""

    def __init__(self, context: Context, page: QWidget, keys: str, title: str) -> None:
        super().__init__("panel", page)
        self.context, self.keys = context, keys
        self._page = page
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        context.actions.name_context(keys, title)
        page.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Cover the counter and take the focus."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        for beside in self._page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if beside is not self:
                beside.installEventFilter(self)  # the counter raises parts of itself; none of them above the cover
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        self.take_focus()

    def leave(self) -> None:
        """Back to the counter, with the focus where it was."""
        if self.isHidden():
            return
        self.hide()
        self.context.actions.show_tab(TAB, (self.keys,))
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the focus where the work on this page begins."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        elif event.type() == QEvent.Type.ZOrderChange and watched is not self._page and not isinstance(watched, Cover):
            self.raise_()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        stops = self._stops()
        if stops:
            now = QApplication.focusWidget()
            at = stops.index(now) if now in stops else -1
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.context.actions.show_tab(self.keys, (TAB, self.keys))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.context.actions.leave(self.keys)

    def _stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
            if takes and self.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found
