"""What the deadlines refuse."""

from __future__ import annotations

from datetime import date, datetime

from app.core.errors import Refusal
from app.tickets.kinds import ClockName


class LimitUnreadable(Refusal):
    """A limit is a whole number of minutes, hours or workdays."""

    text: str


class LimitOutOfBounds(Refusal):
    """A limit is one at least, and not so long that nobody would be reminded."""

    text: str
    most: int


class WorkdaysNeedTheirCalendar(Refusal):
    """Workdays are counted in the calendar of workdays only."""

    text: str


class ClockTwice(Refusal):
    """A chain times each step once."""

    clock: ClockName


class ChainWithoutClose(Refusal):
    """Every ticket is promised an end."""


class ClockRunsAlways(Refusal):
    """Round the clock has no hours to be edited."""


class DeadlinesMovedMeanwhile(Refusal):
    """Since the preview tickets were taken, moved or closed: other tickets would change than were agreed to."""

    tickets: int


class WindowUnreadable(Refusal):
    """Hours are pairs of clock times, each open before it closes."""

    text: str


class WindowsOverlap(Refusal):
    """Windows of a day follow one another."""

    text: str


class NeverOpen(Refusal):
    """Some day of the week has hours, or nothing would ever be due."""


class HolidayFileUnreadable(Refusal):
    """A file of holidays is a list of days with name, date and whether it is off."""

    file: str


class HolidayFileEmpty(Refusal):
    """A file of a year whose notice was not published yet names no day."""

    file: str
    year: int


class HolidayDayTwice(Refusal):
    """A notice names a day once."""

    day: date


class HolidayOutsideYear(Refusal):
    """A notice names days of its year, and at most of the December before."""

    day: date
    year: int


class LegalDayNotOff(Refusal):
    """A notice that lets people work on a day off by law is wrong."""

    day: date
    name: str


class ToldBefore(Refusal):
    """A step of an escalation is told once."""

    told: str
    at: datetime


class ToldWhom(Refusal):
    """A tick says who was told."""


class StepNotReached(Refusal):
    """Nobody is told of a step that the clock has not reached, or no longer stands at."""

    number: str
