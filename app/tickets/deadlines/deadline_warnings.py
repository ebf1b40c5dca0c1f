"""What the window says of deadlines by itself: a summary at the start, then each step once, while people are there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.clock import Clock
from app.store.store import Store
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.escalations import Escalated, read_escalations
from app.tickets.deadlines.missing_years import missing_years

_Seen = tuple[int, Step, datetime]


@dataclass(frozen=True, slots=True)
class StartSummary:
    """How deadlines stand when somebody sits down: clocks by furthest step, those nobody was told of, missing years."""

    soon: int
    overdue: int
    late: int
    untold: int
    missing_years: tuple[int, ...]

    @property
    def is_calm(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.soon or self.overdue or self.late or self.missing_years)


class DeadlineWarnings:
    """Remembers for this session what was said already."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._said: set[_Seen] = set()

    def at_start(self) -> StartSummary:
        """One summary instead of a warning for each; what it counts is not warned of again."""
        now = self._clock.now()
        with self._store.reading() as connection:
            listed = read_escalations(connection, now)
            missing = missing_years(connection, read_calendars(connection), now.date())
        self._said |= {_seen(one) for one in listed}
        furthest = [one.step.step for one in listed]
        untold = sum(one.step.told is None for one in listed)
        soon, overdue, late = (furthest.count(step) for step in Step)
        return StartSummary(soon, overdue, late, untold, missing)

    def fresh(self) -> tuple[Escalated, ...]:
        """What reached a further step since the last look, nobody was told of, and somebody is on duty for.

        What is reached while nobody is on duty is said at the first look when somebody is.
        """
        with self._store.reading() as connection:
            listed = read_escalations(connection, self._clock.now())
        found = [one for one in listed if one.is_on_duty and one.step.told is None and _seen(one) not in self._said]
        self._said |= {_seen(one) for one in found}
        return tuple(found)


def _seen(one: Escalated) -> _Seen:
    return (one.clock_id, one.step.step, one.clock.due_at)
