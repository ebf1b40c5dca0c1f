"""What is refused of tickets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.errors import Refusal
from app.tickets.fields import Field
from app.tickets.kinds import State


class TicketUnknown(Refusal):
    """There is no such ticket."""

    ticket_id: int


class NothingReported(Refusal):
    """A ticket says what it is about, in words or by its category."""


class WhereMissing(Refusal):
    """A repair is somewhere."""


class UnitUnknown(Refusal):
    """The unit is not in the book."""


class PlaceUnknown(Refusal):
    """The public place is not in the book, or no longer used."""

    name: str


class TicketTextTooLong(Refusal):
    """A text has a length that can still be read."""

    length: int
    most: int


class TextMissing(Refusal):
    """A note says something."""


class TeamGone(Refusal):
    """A team that was dissolved gets no work."""

    name: str


class AssigneeGone(Refusal):
    """Only somebody who still signs in answers for a ticket."""

    name: str


class HappenedOutside(Refusal):
    """What is entered later happened after the report and not in the future."""

    earliest: datetime | None
    latest: datetime


class TicketMerged(Refusal):
    """A merged ticket is only read; what happens is written on the other one."""

    number: str
    other: str


class TicketOver(Refusal):
    """Nothing is done on a ticket that is over, unless it is reopened."""

    number: str
    state: State


class TicketNotOver(Refusal):
    """Only what is over is reopened."""

    number: str


@dataclass(frozen=True, slots=True)
class FieldClash:
    """A field that both windows changed; values as they are stored."""

    field: Field
    theirs: str
    mine: str


class ChangedElsewhere(Refusal):
    """Since it was shown another window changed the same of this ticket."""

    number: str
    clashes: tuple[FieldClash, ...]
    who: str
    at: datetime


class NothingAssigned(Refusal):
    """Giving out names a person or a team."""


class AppointmentPassed(Refusal):
    """An appointment lies ahead."""

    appointment: datetime


class ClosingIncomplete(Refusal):
    """Who closes says what was done, and in how many minutes."""

    minutes_wrong: bool


class MajorNeedsOwner(Refusal):
    """One person answers for a major complaint from its review on."""

    number: str


class NotAComplaint(Refusal):
    """The track of complaints is for complaints."""

    number: str


class NotADispute(Refusal):
    """Mediation is for fee disputes."""

    number: str


class NotAnsweredYet(Refusal):
    """Whether somebody is satisfied is asked after the answer."""

    number: str


class MergedWithItself(Refusal):
    """Two tickets are merged."""

    number: str


class MergedTooLongAgo(Refusal):
    """Tickets are parted within some days; later what was written since belongs to the other."""

    number: str
    days: int


class NotMerged(Refusal):
    """Only merged tickets are parted."""

    number: str


class EventNotMerged(Refusal):
    """A mass event with children is no double of a single ticket."""

    number: str


class EventTooSmall(Refusal):
    """A mass event is made of two tickets at least."""


class NotAnEvent(Refusal):
    """Only a mass event has children, and none is a child itself."""

    number: str


class InAnEvent(Refusal):
    """A ticket belongs to one mass event."""

    number: str
    event: str


class SayMissing(Refusal):
    """A mass event has words for those who call."""


class MacroNameMissing(Refusal):
    """A set of changes is found by its name."""


class MacroEmpty(Refusal):
    """A set of changes changes something."""


class NothingChanged(Refusal):
    """A save changes something."""


class FieldNotChanged(Refusal):
    """This is not changed by hand."""

    field: Field


class ValueUnusable(Refusal):
    """A field takes only what it knows."""

    field: Field


class UndoOverwritten(Refusal):
    """What was changed again since is not taken back with the older step."""

    number: str
    fields: tuple[Field, ...]


class UndoOnPaper(Refusal):
    """What was printed or charged since is not taken back."""

    number: str
