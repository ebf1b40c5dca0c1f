"""What the window says of duty by itself: rounds that nobody walked, hazards past their day, open signatures."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.clock import Clock
from app.duty.hazards.hazard_rows import read_hazards
from app.duty.inspections.inspection_rows import read_standing
from app.duty.log.handover_rows import read_open
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Pressing:
    """Names of overdue inspections, how many rounds of them were missed, late hazards, unsigned hand-overs."""

    inspections: tuple[str, ...]
    missed: int
    hazards: int
    unsigned: int

    @property
    def is_calm(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.inspections or self.hazards or self.unsigned)


class DutyPressing:
    """Reads how things stand now."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def now(self) -> Pressing:
        """At this moment."""
        today = self._clock.now().date()
        with self._store.reading() as connection:
            late = [one for one in read_standing(connection, today) if one.due.is_overdue(today)]
            return Pressing(
                inspections=tuple(one.inspection.name for one in late),
                missed=sum(one.due.missed for one in late),
                hazards=sum(one.is_late(today) for one in read_hazards(connection, today)),
                unsigned=len(read_open(connection)),
            )
