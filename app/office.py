"""Opens a data folder and holds the services of all rooms by name: the only place where they meet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from app.access.actor import Actor
from app.access.people import People
from app.core.clock import Clock
from app.core.errors import Refusal
from app.counter.bill import Bills
from app.counter.guards import people_on_payments
from app.counter.office_key import make_office_key
from app.counter.receipt_book import LAST, PREFIX, open_book
from app.counter.receipts import Receipts
from app.counter.shifts import Shifts
from app.counter.take_payment import Payments
from app.desk.drafts import Drafts
from app.desk.finder import Finder
from app.estate.find_units import FindUnits
from app.estate.office_facts import OfficeFacts, write_office_facts
from app.estate.registry import Estate
from app.fees.assignments import Assignments
from app.fees.billing import Billing
from app.fees.guards import units_in_use
from app.fees.handover import SETTING as HANDOVER_SETTING
from app.fees.handover import HandoverMonth
from app.fees.items import FeeItems, seed_items
from app.fees.one_off import OneOffCharges
from app.fees.tariffs import Tariffs
from app.ledger.head import compare_head
from app.store.folder import DataFolder
from app.store.opening import open_store
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from app.store.truths import Finding, Truth, check_truths

if TYPE_CHECKING:
    from app.estate.import_units import UnitImport

_DEMO = "office.demo"


def all_truths() -> tuple[Truth, ...]:
    """Every book-keeping truth, each brought by its room; read when somebody asks, not at the start of the day."""
    from app.counter import truths as of_counter  # noqa: PLC0415 - as said
    from app.estate import truths as of_estate  # noqa: PLC0415
    from app.fees import truths as of_fees  # noqa: PLC0415
    from app.ledger import truths as of_ledger  # noqa: PLC0415
    from app.store import file_truths as of_file  # noqa: PLC0415

    return (*of_file.TRUTHS, *of_ledger.TRUTHS, *of_estate.TRUTHS, *of_fees.TRUTHS, *of_counter.TRUTHS)


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
    """One office on one data folder; `close` it when done."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.people = People(store, clock)
        self.estate = Estate(store, clock)
        self.find_units = FindUnits(store, clock)
        self.fee_items = FeeItems(store, clock)
        self.tariffs = Tariffs(store, clock)
        self.assignments = Assignments(store, clock)
        self.billing = Billing(store, clock)
        self.one_offs = OneOffCharges(store, clock)
        self.shifts = Shifts(store, clock)
        self.payments = Payments(store, clock)
        self.receipts = Receipts(store, clock)
        self.bills = Bills(store, clock, self.estate)
        self.finder = Finder(store, clock, self.find_units, self.receipts)
        self.drafts = Drafts(store, clock)

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
    def unit_import(self) -> UnitImport:
        """The import of sheets; its libraries are read when the first sheet is, not at the start of every day."""
        from app.estate.import_units import UnitImport  # noqa: PLC0415 - as said

        made = UnitImport(self.store, self.clock)
        made.add_guard(units_in_use)
        made.add_people_guard(people_on_payments)
        return made

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
        with self.store.reading() as connection:
            return check_truths(connection, all_truths())

    def _write_facts(self, connection: Connection, answers: SetUp, first: Actor) -> None:
        now = self.clock.now()
        facts = OfficeFacts(
            company=answers.company.strip(),
            service_centre=answers.service_centre.strip(),
            estate=answers.estate.strip(),
            telephone=answers.telephone.strip(),
        )
        write_office_facts(connection, facts, now, first.id)
        write_setting(connection, HANDOVER_SETTING, answers.handover_month, now, first.id)
        write_setting(connection, _DEMO, answers.demo, now, first.id)
        make_office_key(connection, now)
        open_book(connection, PREFIX, 1, LAST, now, first.id)
        seed_items(connection, now, first.id)
