"""The chips above the board with their keys; one that does not always show comes while its list does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.tickets.lists.filters import Group
from ui.shell.context import Context
from ui.tickets.board.group_chip import GroupChip
from ui.tickets.board.group_words import BOARD, GROUPS, KEYS
from ui.tickets.board.ticket_book import TicketBook
from ui.tickets.tab import TAB
from ui.widgets.flow_layout import FlowLayout


class GroupChips(QWidget):
    """`wanted` comes with the group of a key or a click."""

    wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._chips: dict[Group, GroupChip] = {}
        for group, key in KEYS.items():
            text = tr("List: {list}").format(list=tr(GROUPS[group]))
            action = context.actions.add(
                f"tickets.list.{group}", text, key, partial(self.wanted.emit, group), context=TAB
            )
            self._chips[group] = GroupChip(group, action)
        self._layout = FlowLayout(*self._chips.values(), space=2)
        self.setLayout(self._layout)
        self.setAccessibleName(tr("Which tickets"))

    def show_book(self, book: TicketBook) -> None:
        """Show the counts, and which list it is."""
        for group, chip in self._chips.items():
            chosen = group is book.wanted.group
            chip.show_count(book.count(group), chosen=chosen)
            chip.setVisible(group in BOARD or chosen)
        self._layout.invalidate()
        self.updateGeometry()
