"""What one screen needs of many rooms."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.duty import DutyServices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.access.trail import Trail
    from app.counter.receipts.receipt_list import ReceiptRow
    from app.desk.backups.backups import Backups
    from app.desk.backups.looking import BackupLooks
    from app.desk.caller import Caller
    from app.desk.day_board import DayBoard
    from app.desk.drafts import Drafts
    from app.desk.finder import Finder
    from app.desk.office_settings import OfficeSettings
    from app.desk.parked import ParkedBills
    from app.desk.print_setups import PrintSetups
    from app.desk.privacy.personal_data import PersonalData
    from app.desk.salvage.to_enter import ToEnter


class DeskServices(DutyServices):
    """Search, drafts, the day board, settings."""

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
    def parked(self) -> ParkedBills:
        """Bills put aside at the counter."""
        from app.desk.parked import ParkedBills

        return ParkedBills(self.drafts, self.clock)

    @cached_property
    def settings(self) -> OfficeSettings:
        """What the office chose, of all rooms."""
        from app.desk.office_settings import OfficeSettings

        return OfficeSettings(self.store, self.clock)

    @cached_property
    def trail(self) -> Trail:
        """Who did or looked at what."""
        from app.access.trail import Trail

        return Trail(self.store, self.clock)

    @cached_property
    def print_setups(self) -> PrintSetups:
        """Which printer each kind of document goes to."""
        from app.desk.print_setups import PrintSetups

        return PrintSetups(self.store, self.clock)

    @cached_property
    def backups(self) -> Backups:
        """Copies of the whole office."""
        from app.desk.backups.backups import Backups

        return Backups(self.store, self.clock)

    @cached_property
    def backup_looks(self) -> BackupLooks:
        """What a copy holds, proven anew, and putting one back."""
        from app.desk.backups.looking import BackupLooks

        return BackupLooks(self.store, self.clock)

    @property
    def has_to_enter(self) -> bool:
        """Whether something is still to be entered again after a damage."""
        from app.desk.salvage.list_place import stored

        with self.store.reading() as connection:
            return stored(connection) is not None

    @cached_property
    def to_enter(self) -> ToEnter:
        """What is still to be entered again after a backup was put in the place of damaged data."""
        from app.desk.salvage.to_enter import ToEnter

        return ToEnter(self.store, self.clock)

    @cached_property
    def personal_data(self) -> PersonalData:
        """What the office holds of a person, and their right to see, correct and remove it."""
        from app.desk.privacy.personal_data import PersonalData

        return PersonalData(self.store, self.clock, self.estate)

    @cached_property
    def day_board(self) -> DayBoard:
        """What is unfinished today."""
        from app.desk.day_board import DayBoard

        return DayBoard(self.store, self.clock)

    @cached_property
    def caller(self) -> Caller:
        """What whoever answers the telephone should see of a unit."""
        from app.desk.caller import Caller

        return Caller(self.store, self.clock, self.unit_notes)

    def _find_receipts(self, text: str) -> Sequence[ReceiptRow]:
        return self.receipts.find(text)  # read with the first search that can mean a receipt
