"""The office's own rules for who sits at the screen, as settings."""

from app.core.language import mark
from app.core.settings import Section, Setting, Unit, Whole

LOCK_AFTER = Setting(
    "access.lock_after_minutes",
    10,
    Whole(0, 240, Unit.MINUTES),
    mark("Lock the screen after"),
    mark("When nobody touches keys or mouse for so long, the screen is covered until a password is typed; 0: never."),
)

SECTIONS = (Section(mark("Signing in"), (LOCK_AFTER,)),)
