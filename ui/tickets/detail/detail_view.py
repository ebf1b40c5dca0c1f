"""One ticket whole: head with promises, timeline, the column of facts, and what can be done below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.tickets.detail.ticket_page import TicketPage
from ui.shell.context import Context
from ui.tickets.detail.detail_actions import DetailActions
from ui.tickets.detail.head import DetailHead
from ui.tickets.detail.side import SideFacts
from ui.tickets.detail.timeline import Timeline
from ui.tickets.detail.timeline_rows import Told
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.section_head import SectionHead
from ui.widgets.sizes import px
from ui.widgets.surface import Pane, Rule, column, row

_SIDE = 300


class DetailView(Pane):
    """`entry_opened` with an entry that is to be read whole; `dropped` with what may be photos."""

    entry_opened = Signal(object)
    dropped = Signal(object)

    def __init__(self, context: Context, actions: DetailActions, notice: QWidget) -> None:
        super().__init__("panel")
        self._context = context
        self.page: TicketPage | None = None
        self._folded, self._shows_facts = False, False
        self.head, self.timeline, self.side = DetailHead(), Timeline(), SideFacts(actions)
        self.timeline.opened.connect(self.entry_opened)
        self._lay_out(actions, notice)
        self.setAcceptDrops(True)

    def show_page(self, page: TicketPage) -> None:
        """Show this ticket."""
        self.page = page
        self.head.show_page(page)
        self.side.show_page(page)
        self.timeline.show_entries(page.timeline, self._context.clock.now().date())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if self.page is not None and (mime.hasUrls() or mime.hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def take_focus(self) -> None:
        """To the timeline, where the letters act as well."""
        if self._folded and self._shows_facts:
            self.turn()
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, *, folded: bool) -> None:
        """Let the column of facts give way."""
        self._folded = folded
        self.side.setFixedWidth(px(_SIDE)) if not folded else self.side.setMaximumWidth(16_777_215)
        self.side.setMinimumWidth(0 if folded else px(_SIDE))
        self.head.fold(folded=folded)
        self._settle()

    def turn(self) -> None:
        """Where there is no room for both, show the facts instead of the timeline, or the other way round."""
        self._shows_facts = not self._shows_facts
        self._settle()

    @property
    def is_folded(self) -> bool:
        """Whether timeline and facts take turns."""
        return self._folded

    def _settle(self) -> None:
        beside = not self._folded
        self.side.setVisible(beside or self._shows_facts)
        self._rule.setVisible(beside)
        self._left.setVisible(beside or not self._shows_facts)
        self._why.setVisible(beside)  # where there is little room its key has to do

    def _lay_out(self, actions: DetailActions, notice: QWidget) -> None:
        head = SectionHead(tr("What happened"), "", KeyButton(actions.note, Kind.QUIET, icon="message-square-plus"))
        self._left = Pane("panel")
        self._left.setLayout(column(row(head, margins=(16, 0, 0, 0)), self.timeline, space=4, margins=(8, 10, 12, 4)))
        self._rule = Rule(upright=True)
        middle = row(self._left, self._rule, self.side, space=0)
        middle.setStretch(0, 1)
        buttons = [
            KeyButton(action, Kind.PRIMARY if at == 0 else Kind.PLAIN, icon=icon, level=True)
            for at, (action, icon) in enumerate(actions.foot)
        ]
        below = Pane("panel")
        self._why = KeyButton(actions.why, Kind.QUIET, level=True)
        below.setLayout(FlowLayout(*buttons, self._why))
        whole = column(notice, self.head, Rule(), middle, Rule(), column(below, margins=(24, 8, 24, 8)), space=0)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def told(self) -> Told | None:
        """The entry under the bar."""
        return self.timeline.current()
