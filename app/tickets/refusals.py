"""What is refused of tickets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import Refusal
from app.tickets.fields import Field
from app.tickets.kinds import State


@dataclass(eq=False)
class TicketUnknown(Refusal):
    """There is no such ticket."""

    ticket_id: int


@dataclass(eq=False)
class NothingReported(Refusal):
    """A ticket says what it is about, in words or by its category."""


@dataclass(eq=False)
class WhereMissing(Refusal):
    """A repair is somewhere."""


@dataclass(eq=False)
class UnitUnknown(Refusal):
    """The unit is not in the book."""


@dataclass(eq=False)
class PlaceUnknown(Refusal):
    """The public place is not in the book, or no longer used."""

    name: str


@dataclass(eq=False)
class TicketTextTooLong(Refusal):
    """A text has a length that can still be read."""

    length: int
    most: int


@dataclass(eq=False)
class TextMissing(Refusal):
    """A note says something."""


@dataclass(eq=False)
class TeamGone(Refusal):
    """A team that was dissolved gets no work."""

    name: str


@dataclass(eq=False)
class AssigneeGone(Refusal):
    """Only somebody who still signs in answers for a ticket."""

    name: str


@dataclass(eq=False)
class HappenedOutside(Refusal):
    """What is entered later happened after the report and not in the future."""

    earliest: datetime | None
    latest: datetime


@dataclass(eq=False)
class TicketMerged(Refusal):
    """A merged ticket is only read; what happens is written on the other one."""

    number: str
    other: str


@dataclass(eq=False)
class TicketOver(Refusal):
    """Nothing is done on a ticket that is over, unless it is reopened."""

    number: str
    state: State


@dataclass(eq=False)
class TicketNotOver(Refusal):
    """Only what is over is reopened."""

    number: str


@dataclass(frozen=True, slots=True)
class FieldClash:
    """A field that both windows changed; values as they are stored."""

    field: Field
    theirs: str
    mine: str


@dataclass(eq=False)
class ChangedElsewhere(Refusal):
    """Since it was shown another window changed the same of this ticket."""

    number: str
    clashes: tuple[FieldClash, ...]
    who: str
    at: datetime


@dataclass(eq=False)
class NothingAssigned(Refusal):
    """Giving out names a person or a team."""


@dataclass(eq=False)
class AppointmentPassed(Refusal):
    """An appointment lies ahead."""

    appointment: datetime


@dataclass(eq=False)
class ClosingIncomplete(Refusal):
    """Who closes says what was done, and in how many minutes."""

    minutes_wrong: bool


@dataclass(eq=False)
class MajorNeedsOwner(Refusal):
    """One person answers for a major complaint from its review on."""

    number: str


@dataclass(eq=False)
class NotAComplaint(Refusal):
    """The track of complaints is for complaints."""

    number: str


@dataclass(eq=False)
class NotADispute(Refusal):
    """Mediation is for fee disputes."""

    number: str


@dataclass(eq=False)
class NotAnsweredYet(Refusal):
    """Whether somebody is satisfied is asked after the answer."""

    number: str


@dataclass(eq=False)
class MergedWithItself(Refusal):
    """Two tickets are merged."""

    number: str


@dataclass(eq=False)
class MergedTooLongAgo(Refusal):
    """Tickets are parted within some days; later what was written since belongs to the other."""

    number: str
    days: int


@dataclass(eq=False)
class NotMerged(Refusal):
    """Only merged tickets are parted."""

    number: str


@dataclass(eq=False)
class EventNotMerged(Refusal):
    """A mass event with children is no double of a single ticket."""

    number: str


@dataclass(eq=False)
class EventTooSmall(Refusal):
    """A mass event is made of two tickets at least."""


@dataclass(eq=False)
class NotAnEvent(Refusal):
    """Only a mass event has children, and none is a child itself."""

    number: str


@dataclass(eq=False)
class InAnEvent(Refusal):
    """A ticket belongs to one mass event."""

    number: str
    event: str


@dataclass(eq=False)
class SayMissing(Refusal):
    """A mass event has words for those who call."""


@dataclass(eq=False)
class MacroNameMissing(Refusal):
    """A set of changes is found by its name."""


@dataclass(eq=False)
class MacroEmpty(Refusal):
    """A set of changes changes something."""


@dataclass(eq=False)
class NothingChanged(Refusal):
    """A save changes something."""


@dataclass(eq=False)
class FieldNotChanged(Refusal):
    """This is not changed by hand."""

    field: Field


@dataclass(eq=False)
class ValueUnusable(Refusal):
    """A field takes only what it knows."""

    field: Field


@dataclass(eq=False)
class UndoOverwritten(Refusal):
    """What was changed again since is not taken back with the older step."""

    number: str
    fields: tuple[Field, ...]


@dataclass(eq=False)
class UndoOnPaper(Refusal):
    """What was printed or charged since is not taken back."""

    number: str
