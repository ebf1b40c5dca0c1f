"""The pane on the left: search, chips, the tickets, and the keys that act on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from app.core.language import tr, tr_n
from app.tickets.lists.filters import Group, TicketFilter
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.tickets.board.group_chips import GroupChips
from ui.tickets.board.list_keys import ListKeys
from ui.tickets.board.ticket_book import TicketBook
from ui.tickets.board.ticket_list import TicketList
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.search_box import SearchBox
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import caption


class BoardPane(Pane):
    """`entered` when the ticket beside is to take the focus; `read_anew` whenever no words are looked for."""

    entered = Signal()
    read_anew = Signal()

    def __init__(self, context: Context, book: TicketBook, new: Action, foot: Sequence[Action]) -> None:
        super().__init__("panel")
        self._context, self._book = context, book
        self.search = SearchBox(tr("Find a ticket"), tr("Number, room, name, or any word"), "F2")
        self.chips = GroupChips(context)
        self.list = TicketList()
        self.list.tickets.more = book.further
        self.hint = NoteStrip(folds=True)
        self.keys = ListKeys(context, book, self)
        self._said = caption("", Tone.INK2).wrap()
        self._empty = EmptyState("")
        self._lay_out(new, foot)
        self._connect()

    def marked(self) -> tuple[int, ...]:
        """The ids that are marked, in the order of the list."""
        return tuple(row.id for row in self.list.tickets.rows if row.id in self.list.tickets.marked)

    def mark_all(self) -> None:
        """Mark every ticket that was read."""
        self.list.tickets.mark_all()
        self._say()

    def unmark(self) -> bool:
        """Take all marks away; whether there were any."""
        had = bool(self.list.tickets.marked)
        self.list.tickets.unmark()
        self._say()
        return had

    def clear_search(self) -> bool:
        """Empty the search box; whether anything stood there."""
        had = bool(self.search.text())
        self.search.clear()
        return had

    def offer(self, action: Action) -> None:
        """Show something that is done with the list as a whole; where the window is small its key alone does it."""
        self._buttons.addWidget(KeyButton(action, Kind.QUIET, small=True))

    def is_seen(self) -> bool:
        """Whether the list or its ticket shows, and no other page over both."""
        page = self.parentWidget()
        return page is not None and page.isVisible()

    def show_filter(self, wanted: TicketFilter) -> None:
        """Show another list, the words that it asks for in the search box."""
        self.search.blockSignals(True)
        self.search.setText(wanted.text)
        self.search.blockSignals(False)
        self._book.ask_for(wanted)
        self.take_focus()

    def take_focus(self) -> None:
        """To the list; to the search box where it is empty."""
        if self.list.tickets.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.take_caret()

    def _lay_out(self, new: Action, foot: Sequence[Action]) -> None:
        top = row(self.search, KeyButton(new, icon="plus"), space=8)
        top.setStretch(0, 1)
        self._buttons = FlowLayout(space=0)
        self._whole_list = Pane("panel")
        self._whole_list.setLayout(self._buttons)
        for action in (self.keys.views, self.keys.print, self.keys.save):
            self.offer(action)
        head = column(top, self.chips, self._whole_list, self._said, self.hint, space=8, margins=(16, 12, 16, 6))
        keys = Pane("panel")
        keys.setLayout(FlowLayout(*(KeyButton(action, Kind.QUIET) for action in foot), space=0))
        below = column(keys, margins=(6, 4, 6, 4))
        whole = column(head, Rule(), self.list, self._empty, Rule(), below, space=0)
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._empty.hide()

    def _connect(self) -> None:
        self.search.typed.connect(self._on_typed)
        self.search.moved.connect(self.list.step)
        self.search.entered.connect(self.take_focus)
        self.chips.wanted.connect(self._on_group)
        self.list.opened.connect(lambda _: self.entered.emit())
        self.list.marked_changed.connect(self._say)
        self._book.loaded.connect(self._show)
        self._context.layout.changed.connect(self._on_room)
        self._on_room(self._context.layout.room)

    def _on_room(self, room: Room) -> None:
        self._whole_list.setVisible(room is not Room.SMALL)

    def _on_typed(self, text: str) -> None:
        self._book.ask_for(replace(self._book.wanted, text=text))

    def _on_group(self, group: Group) -> None:
        self._book.ask_for(replace(self._book.wanted, group=group))

    def _show(self) -> None:
        read = self._book.read
        assert read is not None
        self.list.show_rows(read.rows, read.total)
        self.chips.show_book(self._book)
        self.list.setVisible(bool(read.rows))
        self._empty.setVisible(not read.rows)
        if not read.rows:
            self._empty.show_text(*self._nothing())
        self._say()
        if not self._book.wanted.text:
            self.read_anew.emit()

    def _nothing(self) -> tuple[str, str]:
        wanted, elsewhere = self._book.wanted, self._book.count(Group.ALL)
        if wanted.text or wanted.is_narrow:
            hint = tr_n(
                "Alt 0 shows the {count} that fits among all tickets.",
                "Alt 0 shows the {count} that fit among all tickets.",
                elsewhere,
            ).format(count=elsewhere)
            return tr("No such ticket in this list"), hint if elsewhere else tr(
                "Esc clears what was typed or filtered."
            )
        return tr("Nothing to do in this list"), tr("Ctrl N takes down what is reported.")

    def _say(self) -> None:
        marked = len(self.list.tickets.marked)
        parts = []
        if marked:
            said = tr_n(
                "{count} ticket marked: letters act on it", "{count} tickets marked: letters act on all", marked
            )
            parts.append(said.format(count=marked))
        if self._book.view:
            parts.append(tr("View “{name}”").format(name=self._book.view))
        if replace(self._book.wanted, text="").is_narrow:
            parts.append(tr("Filtered: / changes it, Esc takes it away"))
        self._said.show_text("; ".join(parts))
        self._said.setVisible(bool(parts))
