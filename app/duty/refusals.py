"""What the duty desk refuses."""

from __future__ import annotations

from datetime import date, datetime

from app.core.errors import Refusal
from app.duty.hazards.flow import State, Step


class DutyTextMissing(Refusal):
    """A line, a reason or a name without words."""


class DutyTextTooLong(Refusal):
    """More signs than a line of the log may hold."""

    length: int
    most: int


class NotAClockTime(Refusal):
    """The text is no time of a day."""

    text: str


class DutyInFuture(Refusal):
    """What is written into the log has happened."""

    happened_at: datetime


class DutyTooLongAgo(Refusal):
    """A line can be entered later, but not so much later."""

    happened_at: datetime
    days: int


class PostExists(Refusal):
    """Two posts of one name."""

    name: str


class PostGone(Refusal):
    """No turns are written at a post that is no longer kept."""

    name: str


class TurnBackwards(Refusal):
    """A turn ends after it begins."""

    begins: datetime
    ends: datetime


class TurnTooLong(Refusal):
    """Nobody is on duty for so long in one turn."""

    hours: int
    most: int


class TurnTakenOff(Refusal):
    """Somebody else took the turn off, or wrote it again."""

    person: str
    begins: datetime


class SwapWithItself(Refusal):
    """A swap needs turns of two people."""

    person: str


class PatternEmpty(Refusal):
    """No day of the span falls on a weekday of the pattern."""

    first: date
    last: date


class PatternTooLong(Refusal):
    """A roster is written for so many days at once at most."""

    days: int
    most: int


class WeekEmpty(Refusal):
    """There is no turn to copy on."""

    monday: date


class TakerIsGiver(Refusal):
    """Nobody hands over to himself."""

    name: str


class TakerUnknown(Refusal):
    """Who takes over signs with a password, and so must be among the people of the office."""

    name: str


class TakerOther(Refusal):
    """Somebody else signs than the hand-over names."""

    taker: str
    signed: str


class HandoverSigned(Refusal):
    """A hand-over is signed once."""

    taker: str
    signed_at: datetime


class HandoverWithdrawn(Refusal):
    """The hand-over was taken back."""

    taker: str


class DayTaskExists(Refusal):
    """Two entries of one name at one time."""

    name: str
    clock: str


class NoWeekday(Refusal):
    """Something that comes on no day of the week never comes."""


class TickedBefore(Refusal):
    """Somebody ticked it today."""

    name: str
    who: str
    at: datetime


class TickTakenOff(Refusal):
    """The tick was taken off before."""

    name: str


class InspectionExists(Refusal):
    """Two inspection lists of one name."""

    name: str


class InspectionGone(Refusal):
    """No round is walked of a list that is no longer kept."""

    name: str


class RhythmImpossible(Refusal):
    """So many days between rounds, or such a day of a month, there is not; `least` to `most` are possible."""

    number: int
    least: int
    most: int


class NoPoints(Refusal):
    """An inspection without a point."""

    name: str


class PointIncomplete(Refusal):
    """A point says where, and what to look at; `number` counts from 1."""

    number: int


class PointLimits(Refusal):
    """The lower limit lies above the upper one."""

    where: str
    low: str
    high: str


class PointChoices(Refusal):
    """A choice needs two different answers at least, of which one is good and one is not."""

    where: str


class RoundRuns(Refusal):
    """The list is being walked."""

    name: str
    walked_by: str
    begun: datetime


class RoundEnded(Refusal):
    """A round that ended is not changed any more."""

    name: str
    ended_at: datetime


class PointsUnseen(Refusal):
    """Points that nobody looked at, in order of the route."""

    points: tuple[str, ...]


class SeenNotANumber(Refusal):
    """A value is asked for, and this is none."""

    text: str
    unit: str


class SeenNotAChoice(Refusal):
    """None of the answers of the point."""

    text: str
    choices: tuple[str, ...]


class WhyUnseen(Refusal):
    """A point is left out with the reason."""

    where: str


class HazardPlaceMissing(Refusal):
    """Somebody must find the place again."""


class HazardOwnerMissing(Refusal):
    """Somebody has to see to it."""


class HazardDueBefore(Refusal):
    """A deadline before the day on which it is set."""

    due_on: date
    today: date


class HazardStepImpossible(Refusal):
    """From where the hazard stands, this does not follow."""

    number: str
    state: State
    step: Step


class TooManyDutyPhotos(Refusal):
    """A round or a hazard holds so many photos."""

    most: int
