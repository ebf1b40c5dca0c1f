"""One bill after the other: a room's bill is opened, left, put aside, brought back, and the next person comes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.core.errors import Refusal, Trouble
from app.core.ids import UnitId
from app.core.language import tr
from ui.counter.bill.bill_desk import BillDesk
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.notices import Notices, Press
from ui.counter.put_aside import PutAside
from ui.counter.search.search_pane import SearchPane
from ui.counter.shifts.shift_view import ShiftView
from ui.sentences import say
from ui.shell.context import Context


class BillsInTurn(QObject):
    """`asked` comes before a room's bill is opened, `turned` when a bill was opened or left."""

    asked = Signal()
    turned = Signal()

    def __init__(
        self, context: Context, desk: BillDesk, search: SearchPane, shift: ShiftView, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._desk, self._search = context, desk, search
        self._shift, self._notices = shift, notices
        self.aside = PutAside(context, desk, search, notices, self._show, self)

    @property
    def is_open(self) -> bool:
        """Whether a bill is open."""
        return self._desk.hand is not None

    def room(self) -> tuple[UnitId, str] | None:
        """The unit of the open bill with its code."""
        hand = self._desk.hand
        return None if hand is None else (hand.bill.unit.id, hand.bill.unit.code)

    def open_unit(self, unit_id: UnitId) -> None:
        """Open the bill of a unit; what was typed on another one is put aside."""
        self.asked.emit()
        try:
            bill = self._context.office.bills.open(unit_id)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return
        self._put_aside()
        self._show(BillInHand(bill, self._shift.method_for(bill.rules)))
        QTimer.singleShot(0, self, partial(self._note_opened, unit_id))

    def back(self) -> None:
        """One level back: to the amount, out of the bill, out of the search text."""
        focused, search = QApplication.focusWidget(), self._search
        if self.is_open and focused is search.box and search.box.text() and search.hits:
            search.clear()
        elif self.is_open and not self._desk.backs_out(focused):
            self._leave()
        elif not self.is_open and focused is not search.box:
            search.box.take_caret()
        elif not self.is_open:
            search.clear()

    def park(self) -> None:
        """The bill is in the list of those that wait."""
        self._desk.close()
        self._desk.keeper.drop()
        self.go_on()

    def go_on(self) -> None:
        """The counter is free for the next person."""
        self._notices.say(Press.RESTORED, None)
        self._search.clear()
        self.turned.emit()
        self._search.box.take_caret()

    def _show(self, hand: BillInHand) -> None:
        self._desk.search = self._search.box.text()
        self._desk.show(hand)
        self.turned.emit()
        self._desk.go_to_amount()

    def _leave(self) -> None:
        """Esc: the bill closes, what was typed stays within reach of Ctrl+Z."""
        self._put_aside()
        self.turned.emit()
        self._search.box.take_caret()

    def _put_aside(self) -> None:
        hand = self._desk.hand
        if hand is not None and hand.is_touched:
            words = tr("{code} is put aside; Ctrl+Z brings it back").format(code=hand.bill.unit.code)
            self._context.messages.hint(words)
        self.aside.put()

    def _note_opened(self, unit_id: UnitId) -> None:
        try:
            self._context.office.bills.note_opened(self._context.actor, unit_id)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        self._search.show_recent(self._context.office.bills.recent(self._context.actor))
