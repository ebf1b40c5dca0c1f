"""What the shift shows while no bill is open: its newest receipts, its sums, the rooms opened in it."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.counter.methods import Method
from app.counter.receipts.receipt_list import ReceiptRow
from app.counter.rules import CounterRules
from app.counter.settings import DefaultMethod
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.so_far import SoFar
from ui.counter.search.empty_counter import EmptyCounter
from ui.counter.search.search_pane import SearchPane
from ui.counter.shifts.shift_so_far import ShiftPane, ShownShift
from ui.shell.actions import Action
from ui.shell.context import Context

_NEWEST = 50  # of many receipts these are read after each payment; the list of all receipts shows the others


class ShiftView:
    """Reads the shift anew and shows it; remembers by which method this cashier was paid last."""

    def __init__(
        self, context: Context, empty: EmptyCounter, pane: ShiftPane, search: SearchPane, till: Action
    ) -> None:
        self._context = context
        self._empty, self._pane, self._search, self._till = empty, pane, search, till
        self.shift: OpenShift | None = None
        self.rows: Sequence[ReceiptRow] = ()
        self.method = Method.CASH

    def refresh(self) -> None:
        """Read and show everything."""
        office, actor = self._context.office, self._context.actor
        self.shift = office.shifts.current(actor)
        self.rows = office.receipts.of_shift(self.shift.id, _NEWEST) if self.shift else ()
        so_far = office.shifts.so_far(self.shift.id) if self.shift else SoFar()
        self._pane.show_shift(ShownShift(self.shift, so_far, self._held_up(), self._context.clock.now()))
        self._empty.show_receipts(self.rows, len(so_far.times))
        self._search.show_recent(office.bills.recent(actor))
        self._till.say(tr("Close the shift") if self.shift else tr("Open a shift"))
        self.method = self.rows[0].method if self.rows else Method.CASH

    def _held_up(self) -> Sequence[str]:
        """The papers that the status line counts."""
        held_up: Sequence[str] = ()
        if self._context.printing is not None:
            held_up = self._context.printing.held_up
        return held_up

    def method_for(self, rules: CounterRules) -> Method:
        """The method that a bill opens with."""
        return Method.CASH if rules.default_method is DefaultMethod.CASH else self.method

    def last_receipt(self) -> ReceiptRow | None:
        """The newest receipt of the shift that still stands."""
        return next((row for row in self.rows if not row.voided), None)
