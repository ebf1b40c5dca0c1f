"""Opens a data folder for the services of all rooms, sets up a new office, and asks every room for its truths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from app.core.errors import Refusal
from app.ledger.head import compare_head, head_finding
from app.ledger.sealed_transactions import seal_transactions
from app.services.desk import DeskServices
from app.store.folder import DataFolder
from app.store.log_file import log_kept
from app.store.opening import open_store
from app.store.settings import read_setting, write_choice, write_setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from app.access.actor import Actor
    from app.core.clock import Clock
    from app.estate.office_facts import OfficeFacts
    from app.fees.handover import HandoverMonth
    from app.store.truths import Finding, Truth

_DEMO = "office.demo"
_BACKUP_FOLDERS = "backup.folders"
_PLANTED = ("roster", "day_list", "inspections", "plans", "notice_templates", "ticket_categories", "places")
"""Services that write what the program brings along when they are first asked for."""


def all_truths() -> tuple[Truth, ...]:
    """Every book-keeping truth, each brought by its room."""
    from app.services.all_truths import ALL_TRUTHS

    return ALL_TRUTHS


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
    backup_folder: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """The first person of a new office, and the code of its recovery sheet, which is nowhere else."""

    first: Actor
    recovery_code: str


class OfficeFactsMissing(Refusal):
    """The set-up needs the names that stand on every paper."""

    missing: tuple[str, ...]


class Office(DeskServices):
    """One office on one data folder; `close` it when done."""

    @classmethod
    def open(cls, folder: Path, clock: Clock, key: str | None = None) -> Self:
        """Open or make the folder's database; a folder whose key is wrapped needs the `key` (64 hex digits).

        Raises KeyLocked and the troubles of `app.store.opening`, JournalBehindHead where confirmed entries are missing.
        """
        store = open_store(DataFolder(folder), clock.now(), key)
        try:
            with store.reading() as connection:
                compare_head(connection, store.folder.head)
            seal_transactions(store, clock)
        except BaseException:
            with log_kept(store.folder):  # what was confirmed may stand behind its damaged place
                store.close()
            raise
        return cls(store, clock)

    @classmethod
    def view(cls, file: Path, place: Path, clock: Clock, key: str, progress: Callable[[int, int], None]) -> Self:
        """A backup laid out in an empty private place, to be looked at: every act in it is refused.

        Raises NoBackupFile, BackupIsNewer, BackupOfAnotherOffice, BackupEndsEarly.
        """
        from app.desk.backups.looking import lay_out, must_be_of

        must_be_of(file, key)
        lay_out(file, place, key, progress)
        office = cls.open(place, clock, key)
        for name in _PLANTED:
            getattr(office, name)
        office.store.is_looked_at = True
        return office

    def close(self) -> None:
        """Give the folder back."""
        self.store.close()

    def read_ahead(self) -> None:
        """Make what the first payment of the day asks for, while nobody waits for it."""
        for name in ("bills", "payments", "receipts"):
            getattr(self, name)
        self.store.read_ahead()

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
        self._check(answers)
        with self.store.transaction() as connection:
            first = self.people.add_first(answers.person, answers.password)
            self._write_facts(connection, answers, first)
            self.estate.add_estate(first, answers.estate)
            return first

    @classmethod
    def found(cls, folder: Path, clock: Clock, answers: SetUp) -> tuple[Self, Founded]:
        """Make an office whose data opens by its people's passwords and its recovery sheet alone.

        Raises what `open` and `begin_work` raise; what a power cut leaves can be answered anew.
        """
        office = cls.open(folder, clock)
        try:
            return office, office.begin_work(answers)
        except BaseException:
            office.close()
            raise

    @classmethod
    def enter(cls, folder: Path, clock: Clock, name: str, password: str) -> tuple[Self, Actor]:
        """Open the data and sign in, both by name and password.

        Raises WrongPassword, WaitAfterWrongPasswords, DatabaseMissing and what `open` raises.
        """
        from app.access.early_door import is_locked, key_of

        place = DataFolder(folder)
        key = key_of(place, name, password, clock.now(), clock.ran()) if is_locked(place) else None
        office = cls.open(folder, clock, key)
        try:
            return office, office.sign_in(name, password)
        except BaseException:
            office.close()
            raise

    @classmethod
    def open_by_code(cls, folder: Path, clock: Clock, code: str) -> Self:
        """Open the data by the recovery sheet.

        Raises CodeOfWrongLength, CodeMistyped, CodeOfAnotherSheet, WaitAfterWrongCodes, DatabaseMissing and what `open`
        raises.
        """
        from app.access.early_door import is_locked, key_by_code

        place = DataFolder(folder)
        is_locked(place)
        return cls.open(folder, clock, key_by_code(place, code, clock.now(), clock.ran()))

    def sign_in(self, name: str, password: str) -> Actor:
        """Who this is; their password opens the data from now on. Raises what `people.sign_in` raises."""
        self.keys.join_tries()
        person = self.people.sign_in(name, password)
        if not self.is_demo:
            self.keys.welcome(person, password)
        return person

    def recovery_sheet(self, code: str, by: Actor) -> bytes:
        """The paper that this code is kept on, as a PDF that nobody keeps."""
        from app.access.recovery_paper import draw_recovery_sheet

        facts = self.facts()
        return draw_recovery_sheet(facts.company, facts.service_centre, code, self.clock.now(), by.name)

    def begin_work(self, answers: SetUp) -> Founded:
        """The set-up of an office of real people: the key is wrapped first, and lies open until all is written.

        Raises what `set_up` raises.
        """
        from app.store.keyring import Keyring

        self._check(answers)
        ring = Keyring.read(self.store.folder)
        code = ring.new_recovery(self.store.key)
        ring.write(self.store.folder)
        first = self.set_up(answers)
        self.keys.close()
        return Founded(first, code)

    def verify(self) -> list[Finding]:
        """Check every book-keeping truth that the rooms know."""
        from app.store.truths import check_truths

        with self.store.reading() as connection:
            return [head_finding(connection, self.store.folder.head), *check_truths(connection, all_truths())]

    def _check(self, answers: SetUp) -> None:
        from app.access.people import LEAST_PASSWORD
        from app.access.refusals import NameMissing, PasswordTooShort

        wanted = ("company", "service_centre", "estate")
        missing = tuple(name for name in wanted if not getattr(answers, name).strip())
        if missing:
            raise OfficeFactsMissing(missing)
        if not answers.person.strip():
            raise NameMissing
        if len(answers.password) < LEAST_PASSWORD:
            raise PasswordTooShort(LEAST_PASSWORD)

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
        if answers.backup_folder.strip():
            write_setting(connection, _BACKUP_FOLDERS, answers.backup_folder.strip(), now, first.id)
        make_office_key(connection, now)
        open_book(connection, PREFIX, 1, LAST, now, first.id)
        seed_items(connection, now, first.id)
