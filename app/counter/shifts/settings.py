"""The office's own rules for drawers and their close, as settings."""

from app.core.language import mark
from app.core.money import Money
from app.core.settings import Amount, Section, Setting, Text

DRAWERS = Setting(
    "counter.drawers",
    "1",
    Text(required=True),
    mark("Drawers"),
    mark("The names of the drawers with commas between; each has at most one open shift."),
)
DIFFERENCE_LIMIT = Setting(
    "counter.difference_limit",
    Money.yuan(10),
    Amount(),
    mark("Difference that a cashier may book"),
    mark("A close that is over or short by more needs a supervisor."),
)
CASH_MOVE_LIMIT = Setting(
    "counter.cash_move_limit",
    Money.yuan(500),
    Amount(),
    mark("Cash that a cashier may move"),
    mark("More cash in or out of the drawer without a receipt needs a supervisor."),
)

SECTIONS = (Section(mark("Shifts"), (DRAWERS, DIFFERENCE_LIMIT, CASH_MOVE_LIMIT)),)


def drawer_names(stored: str) -> tuple[str, ...]:
    """The drawers as they are named in the setting, each once; "1" where it names none."""
    for mark_between in ("，", "、", ";", "；"):
        stored = stored.replace(mark_between, ",")
    names = dict.fromkeys(name.strip() for name in stored.split(",") if name.strip())
    return tuple(names) or (DRAWERS.default,)
