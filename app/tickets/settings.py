"""How the office deals with what comes back and what many report, as settings."""

from app.core.language import mark
from app.core.settings import Section, Setting, Unit, Whole

REOPEN_DAYS = Setting(
    "tickets.reopen_days",
    15,
    Whole(0, 365, Unit.DAYS),
    mark("Reopened as the same ticket within"),
    mark("A closed ticket that comes back later than this becomes a new one that points back."),
)
EVENT_MINUTES = Setting(
    "tickets.event_minutes",
    60,
    Whole(5, 1_440, Unit.MINUTES),
    mark("Like tickets that make a mass event, within"),
    mark("Three open tickets of one category in one building within this time suggest one event."),
)
PROGRESS_DAYS = Setting(
    "tickets.progress_days",
    2,
    Whole(1, 30, Unit.DAYS),
    mark("Progress of a major complaint is noted every"),
    mark("Later than this after the last note, the ticket asks for the next one."),
)

SECTIONS = (Section(mark("Tickets"), (REOPEN_DAYS, EVENT_MINUTES, PROGRESS_DAYS)),)
