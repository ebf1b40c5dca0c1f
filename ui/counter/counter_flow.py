"""How the counter goes from one thing to the next: found, opened, taken, printed, put aside, restored."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from app.core.ids import ReceiptId
from app.core.language import tr
from app.counter.payments.asked import Taken
from app.counter.recent_units import RecentUnit
from app.desk.finder import Hit
from ui.counter.bill.bill_actions import TAB
from ui.counter.bill.bill_desk import BillDesk
from ui.counter.bill.stray_digits import StrayDigits
from ui.counter.bills_in_turn import BillsInTurn
from ui.counter.clock_notice import ClockNotice
from ui.counter.deposits.deposit_desk import DepositDesk
from ui.counter.just_taken import JustTaken
from ui.counter.notices import Notices, Press
from ui.counter.outages.outage_desk import OutageDesk
from ui.counter.parked.parking import Parking
from ui.counter.read_anew import ReadAnew
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
from ui.counter.shown_notices import ShownNotices
from ui.sentences import say
from ui.shell.context import Context

PARKED = "parked"


class CounterFlow(QObject):
    """Holds the parts of the page beside its `search`; `bills` turns from one to the next."""

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
        ShownNotices(self.notices, self.desk, self.empty)
        self.bills = BillsInTurn(context, self.desk, search, self.shift, self.notices, self)
        self._anew = ReadAnew(context, self.shift, search, self.desk, self)
        paper, back = context.office.receipts.paper, self._anew.after_money_back
        self._receipts = ReceiptDesk(context, self.printing, paper, self._on_voided, self.bills.open_unit)
        self.records = Records(context, page, self._receipts)
        self._receipts.methods = MethodCorrection(context, back)
        self._receipts.refunds = self.refunds = RefundDesk(context, back, self.bills.open_unit, self)
        self.deposits = DepositDesk(context, self.refunds, self.bills.room, back)
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
        self.parking = Parking(context, self.desk, self.bills.aside.recall, self)
        online_down = partial(self.notices.say, Press.ONLINE_DOWN)
        self._outages = OutageDesk(context, online_down, self._anew.after_shift, self)
        self._strays = StrayDigits(page, lambda digit: not self.records.is_shown and self.desk.take_digit(digit))
        self._scans = ScanWatch(page, ticks)
        self._connect()
        self.shift.refresh()
        self._unprinted.look()
        self._clock.look()

    @property
    def is_open(self) -> bool:
        """Whether a bill is open."""
        return self.bills.is_open

    @property
    def may_restore(self) -> bool:
        """Whether something was put aside."""
        return self.bills.aside.is_kept

    def restore_after_kill(self) -> None:
        """Open again what an earlier run left, and say so."""
        self.bills.aside.restore_after_kill(self.parking.holds)

    def open_found(self, what: object) -> None:
        """Open what was chosen in the list beside: the bill of a room, or a receipt."""
        if isinstance(what, Hit) and what.receipt is not None:
            if not self._receipts.check(self.search.box.text()):
                self._receipts.show(what.receipt)
        elif isinstance(what, Hit | RecentUnit):
            self.bills.open_unit(what.unit_id)

    def enter_back(self) -> None:
        """Papers that were written by hand, or lost with damaged data, are entered."""
        self._outages.enter_back()

    def restore(self) -> None:
        """Bring back what was put aside last."""
        self.bills.aside.bring_back()

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
        add("counter.back", tr("Back"), "Esc", self._on_back, context=TAB)
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
        self.bills.asked.connect(self.records.leave)
        self.desk.taken.connect(self._on_taken)
        self.desk.keeper.failed.connect(self._on_draft_failed)
        self.empty.opened.connect(self._receipts.show)
        self.desk.sheet.past.opened.connect(self._receipts.show)
        self._scans.scanned.connect(self._on_scanned)
        self.parking.parked.connect(self.bills.park)
        self.parking.changed.connect(lambda: self._context.changes.announce(PARKED, by=self))

    def _recall_of(self, code: str) -> None:
        self.parking.recall_of(code)

    def _on_back(self) -> None:
        self.bills.back()

    def _on_scanned(self, code: str) -> None:
        if not self.records.is_shown:
            self.search.search_for(code)
        self._receipts.check(code)

    def _on_taken(self, taken: Taken, print_wanted: bool) -> None:  # noqa: FBT001 - a signal's own signature
        self._context.messages.clear()
        self._taken.show(taken, print_wanted=print_wanted)
        self.shift.refresh()
        self.bills.go_on()
        QTimer.singleShot(0, self, partial(self._after_taking, taken.unit_code))

    def _after_taking(self, code: str) -> None:
        """What nobody waits for: a draft of a payment that is durable is never restored, and goes now.

        So does what Esc put aside of the same room: its bill was paid another way.
        """
        self.bills.aside.forget_room(code)
        if not self.is_open:
            self.desk.keeper.drop()
        self._anew.announce()
        self.records.warn_of_books()

    def _on_voided(self, receipt_id: ReceiptId) -> None:
        self._taken.forget(receipt_id)
        self._anew.after_money_back()

    def _on_shift_changed(self) -> None:
        self.desk.panel.say("")
        self._anew.after_shift()

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
        self._anew.shift_soon()

    def _on_draft_failed(self, error: Refusal | Trouble) -> None:
        self._context.messages.wrong(say(error))
