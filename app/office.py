"""Opens a data folder and holds the services of all rooms by name: the only place where they meet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

from app.core.errors import Refusal
from app.ledger.head import compare_head
from app.store.folder import DataFolder
from app.store.opening import open_store
from app.store.settings import read_setting, write_choice, write_setting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from app.access.actor import Actor
    from app.access.people import People
    from app.core.clock import Clock
    from app.counter.books.books import Books
    from app.counter.cash.cash_box import CashBox
    from app.counter.cash.cash_slips import CashSlips
    from app.counter.deposits.deposits import Deposits
    from app.counter.notes.unit_notes import UnitNotes
    from app.counter.outages.back_entries import BackEntries
    from app.counter.outages.online import OnlinePayment
    from app.counter.outages.power_cuts import PowerCuts
    from app.counter.papers.layouts import Layouts
    from app.counter.payments.bill import Bills
    from app.counter.payments.take_payment import Payments
    from app.counter.receipts.invoices import Invoices
    from app.counter.receipts.receipt_check import ReceiptCheck
    from app.counter.receipts.receipt_list import ReceiptRow
    from app.counter.receipts.receipts import Receipts
    from app.counter.refunds.refunds import Refunds
    from app.counter.refunds.reversals import Reversals
    from app.counter.shifts.shift_backup import ShiftBackup
    from app.counter.shifts.shift_counts import ShiftCounts
    from app.counter.shifts.shift_reports import ShiftReports
    from app.counter.shifts.shifts import Shifts
    from app.counter.theirs import AlsoTheirs
    from app.desk.day_board import DayBoard
    from app.desk.drafts import Drafts
    from app.desk.finder import Finder
    from app.desk.office_settings import OfficeSettings
    from app.desk.parked import ParkedBills
    from app.desk.print_setups import PrintSetups
    from app.estate.find_units import FindUnits
    from app.estate.import_units import UnitImport
    from app.estate.office_facts import OfficeFacts
    from app.estate.registry import Estate
    from app.fees.adjustments.correction_preview import CorrectionPreview
    from app.fees.adjustments.discount_rules import DiscountRules
    from app.fees.adjustments.late_fee_pauses import LateFeePauses
    from app.fees.adjustments.vacancies import Vacancies
    from app.fees.adjustments.waivers import Adjustments
    from app.fees.assignments import Assignments
    from app.fees.billing import Billing
    from app.fees.charges_of_meter import ChargesOfMeter
    from app.fees.disclosure.disclosures import Disclosures
    from app.fees.handover import HandoverMonth
    from app.fees.items import FeeItems
    from app.fees.one_off import OneOffCharges
    from app.fees.opening.arrears import OpeningArrears
    from app.fees.opening.assignment_sheet import AssignmentSheet
    from app.fees.run_charges import RunCharges
    from app.fees.shared.costs import SharedCosts
    from app.fees.tariff_moves import TariffMoves
    from app.fees.tariffs import Tariffs
    from app.fees.unit_fees import UnitFees
    from app.meters.import_meters import MeterImport
    from app.meters.import_readings import ReadingImport
    from app.meters.meters import Meters
    from app.meters.readings import Readings
    from app.meters.write_correction import Corrected
    from app.store.store import Store
    from app.store.truths import Finding, Truth

_DEMO = "office.demo"


def all_truths() -> tuple[Truth, ...]:
    """Every book-keeping truth, each brought by its room."""
    from app.counter import truths as of_counter
    from app.counter.books import truths as of_books
    from app.counter.deposits import truths as of_deposits
    from app.counter.outages import truths as of_outages
    from app.counter.refunds import truths as of_refunds
    from app.counter.shifts import truths as of_shifts
    from app.estate import truths as of_estate
    from app.fees import truths as of_fees
    from app.fees.adjustments import truths as of_adjustments
    from app.ledger import truths as of_ledger
    from app.meters import truths as of_meters
    from app.store import file_truths as of_file

    return (
        *of_file.TRUTHS,
        *of_ledger.TRUTHS,
        *of_estate.TRUTHS,
        *of_meters.TRUTHS,
        *of_fees.TRUTHS,
        *of_adjustments.TRUTHS,
        *of_counter.TRUTHS,
        *of_refunds.TRUTHS,
        *of_deposits.TRUTHS,
        *of_books.TRUTHS,
        *of_shifts.TRUTHS,
        *of_outages.TRUTHS,
    )


@dataclass(frozen=True, slots=True)
class SetUp:
    """The answers of the short set-up for an empty folder."""

    company: str
    service_centre: str
    estate: str
    telephone: str
    handover_month: HandoverMonth
    person: str
    password: str
    demo: bool = False


@dataclass(eq=False)
class OfficeFactsMissing(Refusal):
    """The set-up needs the names that stand on every paper."""

    missing: tuple[str, ...]


class Office:
    """One office on one data folder; `close` it when done.

    A service is read from the disk when somebody first asks for it, so that the day begins with what the search needs.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock

    @classmethod
    def open(cls, folder: Path, clock: Clock) -> Self:
        """Open or make the folder's database.

        Raises the troubles of `app.store.opening`, and JournalBehindHead where confirmed entries are missing.
        """
        store = open_store(DataFolder(folder), clock.now())
        try:
            with store.reading() as connection:
                compare_head(connection, store.folder.head)
        except BaseException:
            store.close()
            raise
        return cls(store, clock)

    def close(self) -> None:
        """Give the folder back."""
        self.store.close()

    @cached_property
    def people(self) -> People:
        """Who works here: sign-in, and a supervisor's yes."""
        from app.access.people import People

        return People(self.store, self.clock)

    @cached_property
    def estate(self) -> Estate:
        """The book of units and people."""
        from app.estate.registry import Estate

        return Estate(self.store, self.clock)

    @cached_property
    def find_units(self) -> FindUnits:
        """The search in that book."""
        from app.estate.find_units import FindUnits

        return FindUnits(self.store, self.clock)

    @cached_property
    def fee_items(self) -> FeeItems:
        """What fees are called."""
        from app.fees.items import FeeItems

        return FeeItems(self.store, self.clock)

    @cached_property
    def tariffs(self) -> Tariffs:
        """What fees cost."""
        from app.fees.tariffs import Tariffs

        return Tariffs(self.store, self.clock)

    @cached_property
    def assignments(self) -> Assignments:
        """Which unit pays by which tariff."""
        from app.fees.assignments import Assignments

        return Assignments(self.store, self.clock)

    @cached_property
    def meters(self) -> Meters:
        """Meters, their devices and whom they serve."""
        from app.meters.meters import Meters

        return Meters(self.store, self.clock, [self._follow_readings])

    @cached_property
    def readings(self) -> Readings:
        """What the meters show."""
        from app.meters.readings import Readings

        return Readings(self.store, self.clock, [self._follow_readings])

    @cached_property
    def meter_import(self) -> MeterImport:
        """The import of sheets of meters."""
        from app.fees.meters_in_use import meters_charged
        from app.meters.import_meters import MeterImport

        return MeterImport(self.store, self.clock, meters_charged)

    @cached_property
    def reading_import(self) -> ReadingImport:
        """The import of sheets of readings, and the sheet of the reader's round."""
        from app.fees.meters_in_use import billed_through
        from app.meters.import_readings import ReadingImport

        return ReadingImport(self.store, self.clock, [self._follow_readings], billed_through)

    @cached_property
    def charges_of_meter(self) -> ChargesOfMeter:
        """What was charged for the usage of a meter."""
        from app.fees.charges_of_meter import ChargesOfMeter

        return ChargesOfMeter(self.store)

    @cached_property
    def correction_preview(self) -> CorrectionPreview:
        """What a correction of a reading would adjust."""
        from app.fees.adjustments.correction_preview import CorrectionPreview

        return CorrectionPreview(self.store, self.clock, self._follow_readings)

    @cached_property
    def billing(self) -> Billing:
        """Billing runs."""
        from app.counter.payments.credit_at_billing import CreditAtBilling
        from app.fees.billing import Billing

        return Billing(self.store, self.clock, CreditAtBilling())

    @cached_property
    def run_charges(self) -> RunCharges:
        """What billing runs charged."""
        from app.fees.run_charges import RunCharges

        return RunCharges(self.store)

    @cached_property
    def unit_fees(self) -> UnitFees:
        """The fees of single units."""
        from app.fees.unit_fees import UnitFees

        return UnitFees(self.store, self.clock)

    @cached_property
    def one_offs(self) -> OneOffCharges:
        """Charges made by hand."""
        from app.fees.one_off import OneOffCharges

        return OneOffCharges(self.store, self.clock)

    @cached_property
    def disclosures(self) -> Disclosures:
        """The fee disclosure sheet."""
        from app.fees.disclosure.disclosures import Disclosures

        return Disclosures(self.store, self.clock)

    @cached_property
    def shared_costs(self) -> SharedCosts:
        """Common costs split over units."""
        from app.fees.shared.costs import SharedCosts

        return SharedCosts(self.store, self.clock)

    @cached_property
    def assignment_sheet(self) -> AssignmentSheet:
        """Which unit pays by which tariff, as a sheet."""
        from app.fees.opening.assignment_sheet import AssignmentSheet

        return AssignmentSheet(self.store, self.clock)

    @cached_property
    def tariff_moves(self) -> TariffMoves:
        """Units that go from one tariff to another."""
        from app.fees.tariff_moves import TariffMoves

        return TariffMoves(self.store, self.clock)

    @cached_property
    def opening_arrears(self) -> OpeningArrears:
        """What units owed when the office began with this book."""
        from app.fees.opening.arrears import OpeningArrears

        return OpeningArrears(self.store, self.clock)

    @cached_property
    def adjustments(self) -> Adjustments:
        """What is let go of, and the list of all that changed a charge."""
        from app.fees.adjustments.waivers import Adjustments

        return Adjustments(self.store, self.clock)

    @cached_property
    def late_fee_pauses(self) -> LateFeePauses:
        """Days that do not count for the late fee."""
        from app.fees.adjustments.late_fee_pauses import LateFeePauses

        return LateFeePauses(self.store, self.clock)

    @cached_property
    def discount_rules(self) -> DiscountRules:
        """What paying months at once earns."""
        from app.fees.adjustments.discount_rules import DiscountRules

        return DiscountRules(self.store, self.clock)

    @cached_property
    def vacancies(self) -> Vacancies:
        """Discounts for homes that stand empty."""
        from app.fees.adjustments.vacancies import Vacancies

        return Vacancies(self.store, self.clock)

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
    def shift_backup(self) -> ShiftBackup:
        """The backup after every close."""
        from app.counter.shifts.shift_backup import ShiftBackup

        return ShiftBackup(self.store, self.clock)

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
    def day_board(self) -> DayBoard:
        """What is unfinished today."""
        from app.desk.day_board import DayBoard

        return DayBoard(self.store, self.clock)

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
    def parked(self) -> ParkedBills:
        """Bills put aside at the counter."""
        from app.desk.parked import ParkedBills

        return ParkedBills(self.drafts, self.clock)

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

    @cached_property
    def finder(self) -> Finder:
        """The counter's one search."""
        from app.desk.finder import Finder

        return Finder(self.store, self.clock, self.find_units, self._find_receipts)

    @cached_property
    def drafts(self) -> Drafts:
        """What is typed and not yet committed."""
        from app.desk.drafts import Drafts

        return Drafts(self.store, self.clock)

    @cached_property
    def settings(self) -> OfficeSettings:
        """What the office chose, of all rooms."""
        from app.desk.office_settings import OfficeSettings

        return OfficeSettings(self.store, self.clock)

    @cached_property
    def unit_import(self) -> UnitImport:
        """The import of sheets, with the guards of the rooms that would miss a unit or a person."""
        from app.counter.guards import people_on_payments
        from app.estate.import_units import UnitImport
        from app.fees.guards import units_in_use
        from app.meters.guards import units_with_meters

        made = UnitImport(self.store, self.clock)
        made.add_guard(units_in_use)
        made.add_guard(units_with_meters)
        made.add_people_guard(people_on_payments)
        return made

    @cached_property
    def layouts(self) -> Layouts:
        """How receipts stand on their papers, the office's own files first."""
        from app.counter.papers.layouts import FOLDER, Layouts

        return Layouts(self.store.folder.path / FOLDER)

    @cached_property
    def print_setups(self) -> PrintSetups:
        """Which printer each kind of document goes to."""
        from app.desk.print_setups import PrintSetups

        return PrintSetups(self.store, self.clock)

    def read_ahead(self) -> None:
        """Make what the first payment of the day asks for, while nobody waits for it."""
        for name in ("bills", "payments", "receipts"):
            getattr(self, name)

    def facts(self) -> OfficeFacts:
        """What the office says of itself; empty texts before the set-up."""
        from app.estate.office_facts import read_office_facts

        with self.store.reading() as connection:
            return read_office_facts(connection)

    @property
    def is_set_up(self) -> bool:
        """Whether the set-up was answered."""
        return self.people.anyone()

    @property
    def is_demo(self) -> bool:
        """Whether this is the invented estate, which opens without a password."""
        with self.store.reading() as connection:
            return bool(read_setting(connection, _DEMO, False))

    def demo_actor(self) -> Actor:
        """Who is at the counter of the demo estate."""
        assert self.is_demo
        return self.people.first_supervisor()

    def set_up(self, answers: SetUp) -> Actor:
        """Write the office's facts, its first person (a supervisor), receipt book, key and fee items, all or nothing.

        Raises OfficeFactsMissing, NameMissing, PasswordTooShort, and NotPermitted once the office has people.
        """
        wanted = ("company", "service_centre", "estate")
        missing = tuple(name for name in wanted if not getattr(answers, name).strip())
        if missing:
            raise OfficeFactsMissing(missing)
        with self.store.transaction() as connection:
            first = self.people.add_first(answers.person, answers.password)
            self._write_facts(connection, answers, first)
            self.estate.add_estate(first, answers.estate)
            return first

    def verify(self) -> list[Finding]:
        """Check every book-keeping truth that the rooms know."""
        from app.store.truths import check_truths

        with self.store.reading() as connection:
            return check_truths(connection, all_truths())

    def _follow_readings(self, connection: Connection, by: Actor, corrected: Corrected) -> None:
        from app.fees.adjustments.reading_correction import ReadingCorrections

        ReadingCorrections(self.clock).follow(connection, by, corrected)

    def _find_receipts(self, text: str) -> Sequence[ReceiptRow]:
        return self.receipts.find(text)  # read with the first search that can mean a receipt

    def _write_facts(self, connection: Connection, answers: SetUp, first: Actor) -> None:
        from app.counter.receipts.office_key import make_office_key
        from app.counter.receipts.receipt_book import LAST, PREFIX, open_book
        from app.estate.office_facts import OfficeFacts, write_office_facts
        from app.fees.items import seed_items
        from app.fees.settings import HANDOVER_MONTH

        now = self.clock.now()
        facts = OfficeFacts(
            company=answers.company.strip(),
            service_centre=answers.service_centre.strip(),
            estate=answers.estate.strip(),
            telephone=answers.telephone.strip(),
        )
        write_office_facts(connection, facts, now, first.id)
        write_choice(connection, HANDOVER_MONTH, answers.handover_month, now, first.id)
        write_setting(connection, _DEMO, answers.demo, now, first.id)
        make_office_key(connection, now)
        open_book(connection, PREFIX, 1, LAST, now, first.id)
        seed_items(connection, now, first.id)
