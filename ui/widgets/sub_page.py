"""A page inside a tab: its keys act exactly while it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QShowEvent

from ui.widgets.surface import Pane

if TYPE_CHECKING:
    from ui.shell.context import Context


class SubPage(Pane):
    """One of the pages that share the place beside a tab's list.

    `keys` is the context of its actions, `title` its head in the key list where its keys need one of their own.
    """

    def __init__(self, context: Context, keys: str, title: str = "") -> None:
        super().__init__("panel")
        self.context = context
        self.keys = keys
        if title:
            context.actions.name_context(keys, title)

    def back(self) -> bool:
        """Back out one level inside the page; False when there is none left."""
        return False

    def take_focus(self) -> None:
        """Put the focus where the work on this page begins."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.context.actions.enter(self.keys)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.context.actions.leave(self.keys)
