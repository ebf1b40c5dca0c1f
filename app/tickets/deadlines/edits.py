"""What an office edits of its deadlines, before it is decided whether open tickets follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.open_hours import WeekHours
from app.core.workdays import HolidayYear
from app.tickets.deadlines.refusals import ChainWithoutClose, ClockRunsAlways
from app.tickets.deadlines.rule import CalendarName, ClockRule, check_chain
from app.tickets.kinds import ClockName, ServiceClass, TicketKind


@dataclass(frozen=True, slots=True)
class ChainEdit:
    """Another chain for a kind and class."""

    kind: TicketKind
    service_class: ServiceClass
    chain: tuple[ClockRule, ...]


@dataclass(frozen=True, slots=True)
class HoursEdit:
    """Other hours for a calendar."""

    calendar: CalendarName
    week: WeekHours


@dataclass(frozen=True, slots=True)
class YearEdit:
    """A notice that was missing or wrong."""

    year: HolidayYear


@dataclass(frozen=True, slots=True)
class NothingNew:
    """No edit: open tickets are only brought to what counts already, as after a new version of the program."""


Edit = ChainEdit | HoursEdit | YearEdit | NothingNew


@dataclass(frozen=True, slots=True)
class DueChange:
    """What an edit does to a clock of an open ticket: from no due time, it is new; to none, it is no longer owed."""

    ticket_id: int
    number: str
    where: str
    clock: ClockName
    before: datetime | None
    after: datetime | None


def check_edit(edit: Edit) -> None:
    """Refuse what cannot be promised. Raises ClockTwice, ChainWithoutClose, ClockRunsAlways and limits' refusals."""
    if isinstance(edit, ChainEdit):
        check_chain(edit.chain)
        if ClockName.CLOSE not in {rule.name for rule in edit.chain}:
            raise ChainWithoutClose
    if isinstance(edit, HoursEdit) and edit.calendar is CalendarName.CLOCK:
        raise ClockRunsAlways
