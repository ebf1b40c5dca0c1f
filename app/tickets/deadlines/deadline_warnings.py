"""What the window says of deadlines by itself: a summary at the start, then each step once, while people are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.core.clock import Clock
from app.store.store import Store
from app.tickets.complaints.progress import ProgressDue, progress_due
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.clock_conditions import stands
from app.tickets.deadlines.due import Standing
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.escalations import Escalated, read_escalations
from app.tickets.deadlines.missing_years import missing_years
from app.tickets.deadlines.rule import CalendarName
from app.tickets.tables import ticket_clock

_Seen = tuple[int, Step, datetime]
_SeenWord = tuple[int, datetime]


@dataclass(frozen=True, slots=True)
class StartSummary:
    """How deadlines stand when somebody sits down: clocks by furthest step, those nobody was told of, missing years.

    `progress` are the major complaints that ask for a word of progress.
    """

    soon: int
    overdue: int
    late: int
    untold: int
    missing_years: tuple[int, ...]
    progress: int = 0

    @property
    def is_calm(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.soon or self.pressing or self.missing_years)

    @property
    def pressing(self) -> int:
        """How many promises are broken now, or words of progress owed: the number that the tab wears."""
        return self.overdue + self.late + self.progress


class DeadlineWarnings:
    """Remembers for this session what was said already."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._said: set[_Seen] = set()
        self._said_words: set[_SeenWord] = set()

    def now(self) -> StartSummary:
        """How deadlines stand at this moment; nothing counts as said by it."""
        return self._summed(*self._read())

    def pressing(self) -> int:
        """`StartSummary.pressing` alone, without reading who has to be told."""
        now = self._clock.now()
        late = select(func.count()).select_from(ticket_clock).where(stands(Standing.OVERDUE, now))
        with self._store.reading() as connection:
            return connection.execute(late).scalar_one() + len(progress_due(connection, now))

    def at_start(self) -> StartSummary:
        """One summary instead of a warning for each; what it counts is not warned of again."""
        listed, due, missing = self._read()
        self._said |= {_seen(one) for one in listed}
        self._said_words |= {(one.ticket_id, one.due_at) for one in due}
        return self._summed(listed, due, missing)

    def fresh(self) -> tuple[Escalated, ...]:
        """What reached a further step since the last look, nobody was told of, and somebody is on duty for.

        What is reached while nobody is on duty is said at the first look when somebody is.
        """
        with self._store.reading() as connection:
            listed = read_escalations(connection, self._clock.now())
        found = [one for one in listed if one.is_on_duty and one.step.told is None and _seen(one) not in self._said]
        self._said |= {_seen(one) for one in found}
        return tuple(found)

    def fresh_progress(self) -> tuple[ProgressDue, ...]:
        """Which major complaints ask for a word of progress since the last look, while the counter is staffed."""
        now = self._clock.now()
        with self._store.reading() as connection:
            if not read_calendars(connection).current.of(CalendarName.STAFFED).is_open(now):
                return ()
            due = progress_due(connection, now)
        found = [one for one in due if (one.ticket_id, one.due_at) not in self._said_words]
        self._said_words |= {(one.ticket_id, one.due_at) for one in found}
        return tuple(found)

    def _read(self) -> tuple[Sequence[Escalated], Sequence[ProgressDue], tuple[int, ...]]:
        now = self._clock.now()
        with self._store.reading() as connection:
            missing = missing_years(connection, read_calendars(connection), now.date())
            return read_escalations(connection, now), progress_due(connection, now), missing

    @staticmethod
    def _summed(listed: Sequence[Escalated], due: Sequence[ProgressDue], missing: tuple[int, ...]) -> StartSummary:
        furthest = [one.step.step for one in listed]
        untold = sum(one.step.told is None for one in listed)
        soon, overdue, late = (furthest.count(step) for step in Step)
        return StartSummary(soon, overdue, late, untold, missing, len(due))


def _seen(one: Escalated) -> _Seen:
    return (one.clock_id, one.step.step, one.clock.due_at)
