"""Who is told of late tickets, and when, as settings."""

from app.core.language import mark
from app.core.settings import Section, Setting, Text, Unit, Whole

MANAGER_AFTER = Setting(
    "tickets.manager_after_minutes",
    60,
    Whole(0, 10_080, Unit.MINUTES),
    mark("Manager is told after"),
    mark("So long after a deadline has passed, in the hours of that deadline, the call list names the manager."),
)
MANAGER = Setting(
    "tickets.manager",
    "",
    Text(40),
    mark("Manager who is told of late tickets"),
    mark("Name and telephone, as they stand on the call list."),
)

SECTIONS = (Section(mark("Tickets"), (MANAGER_AFTER, MANAGER)),)
