"""The right column whole: phones above, the record below them, the line to write at the foot."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.core.clock import Clock
from app.core.language import tr
from app.incidents.running.view import IncidentView
from ui.incidents.contexts import Places
from ui.incidents.side.phones import Phones
from ui.incidents.side.record import Record
from ui.incidents.side.write_box import WriteBox
from ui.shell.actions import ActionRegistry
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.photo_source import is_for_photos
from ui.widgets.section_head import SectionHead
from ui.widgets.sizes import px
from ui.widgets.surface import Pane, Rule, column

WIDTH = 452


class SidePane(Pane):
    """Shows an IncidentView and tells what was done; it talks to no service.

    `called` with a CallMade, `written` with words and a moment (None for now), `opened` with an Entry that is to be
    read whole, `all_numbers` when the whole call list is wanted, `more_wanted` when people, losses, photos or tickets
    are to be put to it, `dropped` with the mime of photos that were dragged here, `left` when the focus may go back.
    """

    called = Signal(object)
    written = Signal(str, object)
    opened = Signal(object)
    all_numbers = Signal()
    more_wanted = Signal()
    dropped = Signal(object)
    left = Signal()

    def __init__(
        self,
        actions: ActionRegistry,
        clock: Clock,
        places: Places = Places(),  # noqa: B008 - a frozen tuple
        prefix: str = "incidents",
    ) -> None:
        super().__init__("canvas")
        self._clock = clock
        self.phones = Phones(actions, clock, places, prefix)
        self.record = Record()
        self.box = WriteBox(actions, clock, places, prefix)
        words = tr("People, losses, photos, tickets …")
        more = actions.add(f"{prefix}.more", words, "Alt+O", self.more_wanted.emit, context=places.running)
        self.more = KeyButton(more, Kind.QUIET, small=True)
        head = SectionHead(tr("Record"), "", self.more)
        self.setAcceptDrops(True)
        margins = (20, 12, 20, 8)
        self.setLayout(column(self.phones, 4, Rule(), head, self.record, self.box, space=4, margins=margins))
        self._connect()

    def show_view(self, view: IncidentView) -> None:
        """Show this incident as it is now."""
        self.phones.show_view(view)
        self.record.show_view(view)
        self.box.begin(view.id, view.started_at)
        self.tell_time(self._clock.now())

    def tell_time(self, now: datetime) -> None:
        """What the clock says now."""
        self.box.tell_time(now)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_photos(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), super().sizeHint().height())

    def _connect(self) -> None:
        self.phones.called.connect(self.called)
        self.phones.left.connect(self.left)
        self.phones.all_wanted.connect(self.all_numbers)
        self.record.opened.connect(self.opened)
        self.box.written.connect(self.written)
        self.box.left.connect(self.left)
