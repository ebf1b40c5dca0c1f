"""The tab of tickets: the board, the chosen ticket beside it, a form between them while one is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.language import tr
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.lists.rows import TicketRow
from app.tickets.refusals import TicketUnknown
from ui.shell.actions import Action
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.tickets.arrangement import arranged
from ui.tickets.board.board_pane import BoardPane
from ui.tickets.board.filter_panel import FilterPanel
from ui.tickets.board.ticket_book import TicketBook
from ui.tickets.detail.detail_actions import DetailActions
from ui.tickets.detail.detail_view import DetailView
from ui.tickets.detail.timeline_rows import Told
from ui.tickets.doing.ticket_desk import TicketDesk
from ui.tickets.doing.ticket_keys import TicketKeys
from ui.tickets.entry_slot import EntrySlot
from ui.tickets.events.event_desk import EventDesk
from ui.tickets.tab import LETTERS, TAB
from ui.tickets.taking_down import TakingDown
from ui.widgets.empty_state import EmptyState
from ui.widgets.surface import Rule, row

_EVERY = 30_000  # milliseconds after which the bars are looked at again
_FOR_READING, _WHILE_TYPING = 60, 120  # milliseconds; a held arrow key, or the next letter, reads no ticket on its way


class TicketsPage(QWidget):
    """Esc goes back one level: from the ticket to the list, from marks and filter to the search.

    `new_ticket_wanted` comes with Ctrl+N; `entry` takes the form that is then shown.
    """

    new_ticket_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stale, self._reads_ticket = True, False
        self.book = TicketBook(context, self)
        self.desk = TicketDesk(context, self, self._meant, lambda: self.detail.page)
        self.keys = TicketKeys(context, self.desk)
        self._make_actions()
        self.board = BoardPane(context, self.book, self._new, self._foot())
        self.events = EventDesk(context, self.board, self.desk.asking, self)
        self.entry = EntrySlot()
        self.detail = DetailView(context, self._beside(), self.desk.work.papers.notice)
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self.taking = TakingDown(context, self, self)

    def keep_draft(self) -> None:
        """Save the report that is not taken down yet."""
        self.taking.keep_draft()

    def focus_search(self) -> None:
        """Put the caret in the search box."""
        if self.board.isHidden():
            self._look_at_list()
        self.board.search.take_caret()

    def show_ticket(self, ticket_id: int) -> None:
        """Go on with a ticket, whatever the list holds now."""
        if not self.board.list.choose(ticket_id):
            self.board.search.blockSignals(True)
            self.board.search.clear()
            self.board.search.blockSignals(False)
            self.book.ask_for(TicketFilter(Group.ALL))
            if not self.board.list.choose(ticket_id):
                (found,) = self._context.office.ticket_lists.rows([ticket_id])
                self.board.search.setText(found.number)
        self._read_ticket()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        if self._stale:
            self._read_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_actions(self) -> None:
        add = self._context.actions.add
        self._new = add("tickets.new", tr("New ticket"), "Ctrl+N", self.new_ticket_wanted.emit, context=TAB)
        add("tickets.filter", tr("Filter the list"), "/", self._on_filter, context=LETTERS)
        add("tickets.open", tr("Open the ticket, or read an entry whole"), "Return", self._on_open, context=LETTERS)
        add("tickets.facts", tr("Facts instead of the timeline, and back"), "I", self._on_facts, context=LETTERS)
        add("tickets.mark_all", tr("Mark all shown"), "Ctrl+A", self._on_mark_all, context=LETTERS)
        add("tickets.look", tr("Read the list anew"), "F5", self._read_again, context=TAB)
        add("tickets.back", tr("Back one step"), "Esc", self._on_back, context=TAB)

    def _foot(self) -> list[Action]:
        keys = self.keys
        return [keys.assign, keys.state, keys.priority, keys.note, keys.merge, keys.reopen]

    def _beside(self) -> DetailActions:
        keys = self.keys
        foot = ((keys.close, "check"), (keys.order, "printer"), (keys.charge, "coins"), (keys.papers, "file-text"))
        asked = (keys.call_back, keys.check)
        return DetailActions(keys.note, keys.lines, keys.photo, keys.look, *asked, keys.why, foot)

    def _lay_out(self) -> None:
        hint = tr("↑ ↓ choose a ticket, Enter opens it; Ctrl N takes down what is reported.")
        self._nothing = EmptyState(tr("No ticket is chosen"), hint)
        for part in (self._nothing, self.detail):
            self._right.addWidget(part)
        self._rule = Rule(upright=True)
        whole = row(self.board, self._rule, self.entry, self._right, space=0)
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._waits = QTimer(self, singleShot=True)
        self._waits.timeout.connect(self._read_ticket)
        self._looks = QTimer(self, interval=_EVERY)
        self._looks.timeout.connect(self._look_at_clocks)
        self._looks.start()
        self.board.list.current_changed.connect(self._wait_for_reading)
        self.board.entered.connect(self._on_open)
        self.board.search.entered.connect(self._read_if_waiting)
        self.detail.entry_opened.connect(self._on_entry)
        self.detail.dropped.connect(self.desk.work.photos.take)
        self.detail.side.photos.pictures.opened.connect(self.desk.work.photos.look)
        self.entry.changed.connect(self._arrange)
        self.desk.asking.changed.connect(self._on_done)
        self._context.changes.changed.connect(self._on_changed)
        self._context.theme.changed.connect(self._arrange)
        for part in (self.board.list, self.detail.timeline, self.detail.side.photos.pictures):
            self._context.actions.follow_focus(part, LETTERS)

    def _meant(self) -> Sequence[TicketRow]:
        """What the next key is for: what is marked, else the chosen ticket, each as it was last shown."""
        marked = self.board.marked()
        if marked:
            return [one for one in self.board.list.tickets.rows if one.id in marked]
        self._read_if_waiting()
        row = self.board.list.current_row()
        page = self.detail.page
        if page is not None and row is not None and page.row.id == row.id:
            return [page.row]
        return [] if row is None else [row]

    def _read_again(self) -> None:
        first, self._stale = self.book.read is None, False
        if first:
            self.book.begin()
        else:
            self.book.load(len(self.board.list.tickets.rows))
        self._read_ticket()

    def _look_at_clocks(self) -> None:
        """Time goes on while nobody presses a key."""
        if self.isVisible() and self.book.read is not None:
            self._read_again()

    def _wait_for_reading(self, _ticket_id: object) -> None:
        self._waits.start(_WHILE_TYPING if self.board.search.hasFocus() else _FOR_READING)

    def _read_if_waiting(self) -> None:
        if self._waits.isActive():
            self._read_ticket()

    def _read_ticket(self) -> None:
        self._waits.stop()
        page = self._page_of(self.board.list.current_id())
        if page is None:
            self._right.setCurrentWidget(self._nothing)
            self.detail.page = None
            return
        self.detail.show_page(page)
        self._right.setCurrentWidget(self.detail)

    def _page_of(self, ticket_id: int | None) -> TicketPage | None:
        if ticket_id is None:
            return None
        try:
            return self._context.office.ticket_pages.open(ticket_id)
        except TicketUnknown:
            return None

    def _on_open(self) -> None:
        pictures = self.detail.side.photos.pictures
        if pictures.hasFocus():
            self.desk.work.photos.look(pictures.currentRow())
            return
        if self.detail.timeline.hasFocus():
            told = self.detail.told()
            if told is not None:
                self._on_entry(told)
            return
        self._read_if_waiting()
        if self.detail.page is not None:
            self._reads_ticket = True
            self._arrange()
            self.detail.take_focus()

    def _on_entry(self, told: Told) -> None:
        self._context.questions.tell(f"{told.when}  {told.head}", told.text or told.head)

    def _on_facts(self) -> None:
        if self.detail.is_folded:
            self.detail.turn()

    def _on_filter(self) -> None:
        wanted = self._context.questions.ask(FilterPanel(self._context, self.book.wanted))
        if wanted is not None:
            self.book.ask_for(wanted)
            self.board.take_focus()

    def _on_mark_all(self) -> None:
        self.board.mark_all()

    def _on_back(self) -> None:
        if self.detail.isAncestorOf(self.focusWidget()):
            self._look_at_list()
        elif not self.board.unmark():
            self._leave_search()

    def _leave_search(self) -> None:
        """First what was typed goes, then what was filtered; then the caret is back in the search box."""
        narrow = replace(self.book.wanted, text="").is_narrow
        if not self.board.clear_search() and narrow and self.board.search.hasFocus():
            self.book.ask_for(TicketFilter(self.book.wanted.group))
        self.focus_search()

    def _look_at_list(self) -> None:
        self._reads_ticket = False
        self._arrange()
        self.board.take_focus()

    def _on_done(self, choose: int | None) -> None:
        self.board.unmark()
        self._read_again()
        if choose is not None and choose != self.board.list.current_id():
            self.show_ticket(choose)
        self._context.changes.announce("tickets", by=self)

    def _on_changed(self, change: Change) -> None:
        if change.by is self or not change.concerns("tickets", "estate", "counter"):
            return
        self._stale = True
        if self.isVisible():
            self._read_again()

    def _arrange(self) -> None:
        how = arranged(self.width())
        form = self.entry.form is not None
        self.board.setVisible(how.beside or not (self._reads_ticket or form))
        self._rule.setVisible(how.beside)
        self.board.setMinimumWidth(how.list_width if how.beside else 0)
        self.board.setMaximumWidth(how.list_width)
        self._right.setVisible(not form and (how.beside or self._reads_ticket))
        self.detail.fold(folded=not how.facts)
