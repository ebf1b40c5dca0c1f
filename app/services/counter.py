"""Money in and money out, and the papers of both."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.fees import FeesServices

if TYPE_CHECKING:
    from app.counter.books.books import Books
    from app.counter.deposits.deposits import Deposits
    from app.counter.notes.unit_notes import UnitNotes
    from app.counter.papers.layouts import Layouts
    from app.counter.payments.bill import Bills
    from app.counter.payments.take_payment import Payments
    from app.counter.receipts.invoices import Invoices
    from app.counter.receipts.receipt_check import ReceiptCheck
    from app.counter.receipts.receipts import Receipts
    from app.counter.refunds.refunds import Refunds
    from app.counter.refunds.reversals import Reversals
    from app.counter.theirs import AlsoTheirs
    from app.estate.import_units import UnitImport


class CounterServices(FeesServices):
    """What a cashier does with one resident."""

    @cached_property
    def payments(self) -> Payments:
        """The taking of money."""
        from app.counter.payments.take_payment import Payments

        return Payments(self.store, self.clock)

    @cached_property
    def receipts(self) -> Receipts:
        """Receipts after the payment."""
        from app.counter.receipts.receipts import Receipts

        return Receipts(self.store, self.clock)

    @cached_property
    def books(self) -> Books:
        """Receipt books and their numbers."""
        from app.counter.books.books import Books

        return Books(self.store, self.clock)

    @cached_property
    def invoices(self) -> Invoices:
        """Tax invoices that were made out elsewhere."""
        from app.counter.receipts.invoices import Invoices

        return Invoices(self.store, self.clock)

    @cached_property
    def receipt_check(self) -> ReceiptCheck:
        """Whether a paper is ours and says what it said."""
        from app.counter.receipts.receipt_check import ReceiptCheck

        return ReceiptCheck(self.store)

    @cached_property
    def bills(self) -> Bills:
        """Accounts as the counter opens them."""
        from app.counter.payments.bill import Bills

        return Bills(self.store, self.clock, self.estate)

    @cached_property
    def theirs(self) -> AlsoTheirs:
        """What else the people of a unit have."""
        from app.counter.theirs import AlsoTheirs

        return AlsoTheirs(self.store, self.clock)

    @cached_property
    def unit_notes(self) -> UnitNotes:
        """Notes on units that the counter must see."""
        from app.counter.notes.unit_notes import UnitNotes

        return UnitNotes(self.store, self.clock)

    @cached_property
    def refunds(self) -> Refunds:
        """Money given back against a receipt."""
        from app.counter.refunds.refunds import Refunds

        return Refunds(self.store, self.clock)

    @cached_property
    def reversals(self) -> Reversals:
        """Payments that never arrived."""
        from app.counter.refunds.reversals import Reversals

        return Reversals(self.store, self.clock)

    @cached_property
    def deposits(self) -> Deposits:
        """Deposits that the office holds."""
        from app.counter.deposits.deposits import Deposits

        return Deposits(self.store, self.clock)

    @cached_property
    def layouts(self) -> Layouts:
        """How receipts stand on their papers, the office's own files first."""
        from app.counter.papers.layouts import FOLDER, Layouts

        return Layouts(self.store.folder.path / FOLDER)

    @cached_property
    def unit_import(self) -> UnitImport:
        """The import of sheets, with the guards of the rooms that would miss what a unit was."""
        from app.estate.import_units import UnitImport
        from app.fees.guards import units_in_use
        from app.meters.guards import units_with_meters

        made = UnitImport(self.store, self.clock)
        made.add_guard(units_in_use)
        made.add_guard(units_with_meters)
        return made
