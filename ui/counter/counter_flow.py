"""How the counter goes from one thing to the next: found, opened, taken, printed, put aside, restored."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.core.errors import Refusal, Trouble
from app.core.ids import ReceiptId, UnitId
from app.core.language import tr
from app.counter.payments.asked import Taken
from app.counter.recent_units import RecentUnit
from app.desk.finder import Hit
from ui.counter.bill.bill_actions import TAB
from ui.counter.bill.bill_desk import BillDesk
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.stray_digits import StrayDigits
from ui.counter.clock_notice import ClockNotice
from ui.counter.deposits.deposit_desk import DepositDesk
from ui.counter.just_taken import JustTaken
from ui.counter.notes.note_words import notes_words
from ui.counter.notices import Notice, Notices, Press, show_notice
from ui.counter.outages.outage_desk import OutageDesk
from ui.counter.parked.parking import Parking
from ui.counter.put_aside import PutAside
from ui.counter.receipts.method_correction import MethodCorrection
from ui.counter.receipts.receipt_desk import ReceiptDesk
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.counter.receipts.records import Records
from ui.counter.receipts.unprinted import Unprinted
from ui.counter.refunds.refund_desk import RefundDesk
from ui.counter.search.empty_counter import EmptyCounter
from ui.counter.search.scan_watch import ScanWatch, Ticks
from ui.counter.search.search_pane import SearchPane
from ui.counter.shifts.open_loose import OpenLoose
from ui.counter.shifts.shift_desk import ShiftDesk
from ui.counter.shifts.shift_so_far import ShiftPane
from ui.counter.shifts.shift_view import ShiftView
from ui.sentences import say
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.widgets.chip import Mood

REFRESHED_WITHIN_MS = 200
PARKED = "parked"


class CounterFlow(QObject):
    """Holds the parts of the page beside its `search`; `turned` comes when a bill was opened or left."""

    turned = Signal()

    def __init__(self, context: Context, page: QWidget, search: SearchPane, ticks: Ticks) -> None:
        super().__init__(page)
        self._context = context
        self._bind()
        self.search = search
        self.printing = ReceiptPrinting(context, self)
        self.desk = BillDesk(context, self.printing, self)
        self.empty = EmptyCounter(self._reprint)
        self.shift_pane = ShiftPane(self.till)
        self.shift = ShiftView(context, self.empty, self.shift_pane, self.search, self.till)
        self.notices = Notices(self)
        self._aside = PutAside(context, self.desk, search, self.notices, self._open, self)
        self._receipts = ReceiptDesk(context, self.printing, self._paper, self._on_voided, self.open_unit)
        self.records = Records(context, page, self._receipts)
        self._receipts.methods = MethodCorrection(context, self._on_money_back)
        self._receipts.refunds = self.refunds = RefundDesk(context, self._on_money_back, self.open_unit, self)
        self.deposits = DepositDesk(context, self.refunds, self._open_room, self._on_money_back)
        loose = OpenLoose(context, self._receipts.show, self.restore, self._recall_of, search.search_for)
        self._shifts = ShiftDesk(context, self._on_shift_changed, loose.open, self)
        papers = (self.printing, self.refunds.printing, self._shifts.printing)
        self._unprinted = Unprinted(context, self.printing, papers[1:], self.notices, self)
        self._taken = JustTaken(self.notices, self.empty, self.desk.panel.last, self._unprinted, self.printing, self)
        for printing in papers:
            printing.changed.connect(self._on_printing_changed)
        if context.printing is not None:
            context.printing.papers_changed.connect(self._on_printing_changed)
        self._clock = ClockNotice(context, self.notices, self)
        self.parking = Parking(context, self.desk, self._aside.recall, self)
        self._outages = OutageDesk(context, partial(self.notices.say, Press.ONLINE_DOWN), self._after_change, self)
        self._strays = StrayDigits(page, lambda digit: not self.records.is_shown and self.desk.take_digit(digit))
        self._scans = ScanWatch(page, ticks)
        self._refresh_timer = QTimer(self)  # papers come out at any time; nobody waits to see them counted
        self._refresh_timer.setSingleShot(True)
        self._connect()
        self.shift.refresh()
        self._unprinted.look()
        self._clock.look()

    @property
    def is_open(self) -> bool:
        """Whether a bill is open."""
        return self.desk.hand is not None

    @property
    def may_restore(self) -> bool:
        """Whether something was put aside."""
        return self._aside.is_kept

    def restore_after_kill(self) -> None:
        """Open again what an earlier run left, and say so."""
        self._aside.restore_after_kill(self.parking.holds)

    def open_found(self, what: object) -> None:
        """Open what was chosen in the list beside: the bill of a room, or a receipt."""
        if isinstance(what, Hit) and what.receipt is not None:
            if not self._receipts.check(self.search.box.text()):
                self._receipts.show(what.receipt)
        elif isinstance(what, Hit | RecentUnit):
            self.open_unit(what.unit_id)

    def enter_back(self) -> None:
        """Papers that were written by hand, or lost with damaged data, are entered."""
        self._outages.enter_back()

    def open_unit(self, unit_id: UnitId) -> None:
        """Open the bill of a unit; what was typed on another one is put aside."""
        self.records.leave()
        try:
            bill = self._context.office.bills.open(unit_id)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return
        self._say_put_aside(self.desk.hand)
        self._aside.put()
        self._open(BillInHand(bill, self.shift.method_for(bill.rules)))
        QTimer.singleShot(0, self, partial(self._note_opened, unit_id))

    def back(self) -> None:
        """One level back: to the amount, out of the bill, out of the search text."""
        focused = QApplication.focusWidget()
        if self.is_open and focused is self.search.box and self.search.box.text() and self.search.hits:
            self.search.clear()
        elif self.is_open and not self.desk.backs_out(focused):
            self._leave()
        elif not self.is_open and focused is not self.search.box:
            self.search.box.take_caret()
        elif not self.is_open:
            self.search.clear()

    def restore(self) -> None:
        """Bring back what was put aside last."""
        self._aside.bring_back()

    def keep_draft(self) -> None:
        """Make everything typed durable now."""
        self.desk.keeper.flush()

    def _bind(self) -> None:
        add = self._context.actions.add
        self.till = add("counter.till", tr("Open a shift"), "F12", self._on_till, context=TAB, commits=True)
        self._reprint = add(
            "counter.reprint",
            tr("Print again"),
            "Ctrl+R",
            self._on_reprint,
            context=TAB,
            commits=True,
            help=tr("Print the last receipt again"),
        )
        add("counter.back", tr("Back"), "Esc", self.back, context=TAB)
        self._restore = add(
            "counter.restore",
            tr("Bring back"),
            "Ctrl+Z",
            self.restore,
            context=TAB,
            commits=True,
            help=tr("Bring back the bill that Esc put aside"),
        )

    def _connect(self) -> None:
        self.search.missed.connect(self._receipts.check)
        self.desk.taken.connect(self._on_taken)
        self.desk.keeper.failed.connect(self._on_draft_failed)
        self.empty.opened.connect(self._receipts.show)
        self.desk.sheet.past.opened.connect(self._receipts.show)
        self.notices.changed.connect(self._show_notices)
        self._scans.scanned.connect(self._on_scanned)
        self.parking.parked.connect(self._on_parked)
        self.parking.changed.connect(lambda: self._context.changes.announce(PARKED, by=self))
        self.desk.notes_changed.connect(self._show_notes)
        self._refresh_timer.timeout.connect(self.shift.refresh)
        self._context.changes.changed.connect(self._on_changed)

    def _open(self, hand: BillInHand) -> None:
        self.desk.search = self.search.box.text()
        self.desk.show(hand)
        self.turned.emit()
        self.desk.go_to_amount()

    def _recall_of(self, code: str) -> None:
        self.parking.recall_of(code)

    def _on_parked(self) -> None:
        """The bill is in the list: the counter is free for the next person."""
        self.desk.close()
        self.desk.keeper.drop()
        self.notices.say(Press.RESTORED, None)
        self.search.clear()
        self.turned.emit()
        self.search.box.take_caret()

    def _show_notes(self) -> None:
        """What must be seen about the room: notes for the counter, else the note of the registry."""
        hand = self.desk.hand
        if hand is None:
            return
        note = hand.bill.unit.facts.note.strip()
        shown: Notice | None = None
        if hand.notes:
            shown = Notice(notes_words(hand.notes), Mood.WARN, "flag", tr("Counter note"))
        elif note:
            shown = Notice(note, Mood.WARN, "flag", tr("Note on the room"))
        self.notices.say(Press.UNIT_NOTE, shown)

    def _leave(self) -> None:
        """Esc: the bill closes, what was typed stays within reach of Ctrl+Z."""
        self._say_put_aside(self.desk.hand)
        self._aside.put()
        self.turned.emit()
        self.search.box.take_caret()

    def _say_put_aside(self, hand: BillInHand | None) -> None:
        if hand is not None and hand.is_touched:
            words = tr("{code} is put aside; Ctrl+Z brings it back").format(code=hand.bill.unit.code)
            self._context.messages.hint(words)

    def _on_scanned(self, code: str) -> None:
        if not self.records.is_shown:
            self.search.search_for(code)
        self._receipts.check(code)

    def _on_taken(self, taken: Taken, print_wanted: bool) -> None:  # noqa: FBT001 - a signal's own signature
        self._context.messages.clear()
        self.notices.say(Press.RESTORED, None)
        self._taken.show(taken, print_wanted=print_wanted)
        self.search.clear()
        self.shift.refresh()
        self.turned.emit()
        self.search.box.take_caret()
        QTimer.singleShot(0, self, partial(self._after_taking, taken.unit_code))

    def _after_taking(self, code: str) -> None:
        """What nobody waits for: a draft of a payment that is durable is never restored, and goes now.

        So does what Esc put aside of the same room: its bill was paid another way.
        """
        self._aside.forget_room(code)
        if not self.is_open:
            self.desk.keeper.drop()
        self._context.changes.announce(TAB, by=self)
        self.records.warn_of_books()

    def _after_change(self) -> None:
        self.shift.refresh()
        self._context.changes.announce(TAB, by=self)

    def _on_voided(self, receipt_id: ReceiptId) -> None:
        self._taken.forget(receipt_id)
        self._after_change()
        self.search.find_again()
        self.desk.read_anew()

    def _open_room(self) -> tuple[UnitId, str] | None:
        hand = self.desk.hand
        return None if hand is None else (hand.bill.unit.id, hand.bill.unit.code)

    def _on_money_back(self) -> None:
        self._after_change()
        self.search.find_again()
        self.desk.read_anew()

    def _on_shift_changed(self) -> None:
        self.desk.panel.say("")
        self._after_change()

    def _on_changed(self, change: Change) -> None:
        if change.by is not self and change.concerns("counter", "estate", "fees"):
            self.shift.refresh()
            self.search.find_again()
            self.desk.read_anew()

    def _on_till(self) -> None:
        self.keep_draft()
        self._shifts.turn()

    def _on_reprint(self) -> None:
        last = self.shift.last_receipt()
        if last is None:
            self._context.messages.hint(tr("No receipt in this shift yet."))
        else:
            self._receipts.print_again(last)

    def _on_printing_changed(self) -> None:
        self._unprinted.look()
        self._refresh_timer.start(REFRESHED_WITHIN_MS)

    def _show_notices(self) -> None:
        show_notice(self.desk.sheet.note, self.notices.first(Press.UNIT_NOTE))
        show_notice(
            self.desk.sheet.bar,
            self.notices.first(Press.UNPRINTED, Press.RESTORED, Press.TAKEN, Press.CLOCK, Press.ONLINE_DOWN),
        )
        asleep = self.notices.first(Press.UNPRINTED, Press.RESTORED, Press.CLOCK, Press.ONLINE_DOWN)
        show_notice(self.empty.note, asleep)
        self.desk.sheet.place()
        self.empty.place()

    def _note_opened(self, unit_id: UnitId) -> None:
        try:
            self._context.office.bills.note_opened(self._context.actor, unit_id)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        self.search.show_recent(self._context.office.bills.recent(self._context.actor))

    def _on_draft_failed(self, error: Refusal | Trouble) -> None:
        self._context.messages.wrong(say(error))

    def _paper(self) -> str:
        return self._context.office.receipts.paper()
