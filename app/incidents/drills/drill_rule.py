"""When drills are due: some every year by rule, the others in rotation, and at least one in every quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.core.periods import add_months

YEARLY, ROTATION = 12, 24
USUAL_MONTHS: Mapping[str, int] = dict.fromkeys(
    ("lift-entrapment", "fire", "power-cut", "flooding", "gas-leak", "acute-illness", "payment-system-down"), YEARLY
)
"""By the plan's code; every other plan has its turn in two years. An office changes them to the rule of its town."""
AT_MOST_BY_RULE: Mapping[str, int] = {"lift-entrapment": YEARLY, "fire": YEARLY}
"""特种设备安全法 and 消防法 with their rules want these at least once a year."""
LONGEST = 60
_SOON = timedelta(days=30)


class Due(StrEnum):
    """How a drill stands."""

    IN_TIME = "in-time"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class DrillStanding:
    """One plan: every how many months it is played, when it last was (None: never yet), by when it is next."""

    code: str
    months: int
    last: date | None
    due_on: date
    due: Due


@dataclass(frozen=True, slots=True)
class QuarterStanding:
    """The quarter of a day, both days counted, and how many drills it has had."""

    first: date
    last: date
    done: int
    due: Due


def months_between_drills(code: str, by_office: Mapping[str, int]) -> int:
    """Every how many months a plan is played: as the office says, else as is usual."""
    return by_office.get(code, USUAL_MONTHS.get(code, ROTATION))


def drill_standing(code: str, months: int, last: date | None, since: date, today: date) -> DrillStanding:
    """How one plan stands; what was never played counts from `since`, the day on which the office took up its plans."""
    due_on = add_months(last or since, months)
    return DrillStanding(code, months, last, due_on, _due(due_on, today))


def quarter_standing(done: Sequence[date], today: date) -> QuarterStanding:
    """How the quarter of today stands; its drill is due by its last day."""
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = add_months(first, 3) - timedelta(days=1)
    count = sum(first <= day <= last for day in done)
    return QuarterStanding(first, last, count, Due.IN_TIME if count else _due(last, today))


def next_in_turn(standings: Sequence[DrillStanding]) -> str:
    """The plan whose turn it is: what is due first, of equal ones the one that waits longest, then in list order."""
    return min(standings, key=lambda one: (one.due_on, one.last or date.min)).code


def _due(on: date, today: date) -> Due:
    if on < today:
        return Due.OVERDUE
    return Due.SOON if on - today <= _SOON else Due.IN_TIME
