"""The day of a cashier: shifts, the drawer, and days without power or online payment."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.counter import CounterServices

if TYPE_CHECKING:
    from app.counter.cash.cash_box import CashBox
    from app.counter.cash.cash_slips import CashSlips
    from app.counter.outages.back_entries import BackEntries
    from app.counter.outages.online import OnlinePayment
    from app.counter.outages.power_cuts import PowerCuts
    from app.counter.shifts.printed_ends import PrintedEnds
    from app.counter.shifts.shift_counts import ShiftCounts
    from app.counter.shifts.shift_reports import ShiftReports
    from app.counter.shifts.shifts import Shifts


class ShiftServices(CounterServices):
    """What a cashier answers for."""

    @cached_property
    def shifts(self) -> Shifts:
        """Shifts, from the counted float to the counted drawer."""
        from app.counter.shifts.shifts import Shifts

        return Shifts(self.store, self.clock)

    @cached_property
    def shift_counts(self) -> ShiftCounts:
        """The counts of open shifts."""
        from app.counter.shifts.shift_counts import ShiftCounts

        return ShiftCounts(self.store, self.clock)

    @cached_property
    def shift_reports(self) -> ShiftReports:
        """X and Z reports and their papers."""
        from app.counter.shifts.shift_reports import ShiftReports

        return ShiftReports(self.store, self.clock)

    @cached_property
    def printed_ends(self) -> PrintedEnds:
        """What a printed Z report proves of journal and audit trail."""
        from app.counter.shifts.printed_ends import PrintedEnds

        return PrintedEnds(self.store, self.clock)

    @cached_property
    def cash_box(self) -> CashBox:
        """Cash in and out of a drawer without a receipt."""
        from app.counter.cash.cash_box import CashBox

        return CashBox(self.store, self.clock)

    @cached_property
    def cash_slips(self) -> CashSlips:
        """The slips of cash in and out, printed once and then as marked copies."""
        from app.counter.cash.cash_slips import CashSlips

        return CashSlips(self.store, self.clock)

    @cached_property
    def power_cuts(self) -> PowerCuts:
        """Papers before a planned power cut, and what became of them."""
        from app.counter.outages.power_cuts import PowerCuts

        return PowerCuts(self.store, self.clock)

    @cached_property
    def online_payment(self) -> OnlinePayment:
        """The switch for days when online payment is down."""
        from app.counter.outages.online import OnlinePayment

        return OnlinePayment(self.store, self.clock)

    @cached_property
    def back_entries(self) -> BackEntries:
        """Receipts that were written by hand, entered afterwards."""
        from app.counter.outages.back_entries import BackEntries

        return BackEntries(self.store, self.clock, self.payments, self.estate)
