"""The drills of one year as the office answers for them: every plan, every quarter, what was found, who took part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.incidents.drills.drill_rule import DrillStanding
from app.incidents.drills.evaluation import Evaluation, Finding
from app.incidents.drills.grades import Grade
from app.incidents.drills.read_drills import PlayedDrill, Training
from app.incidents.plans.plan import Both

QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class PlanYear:
    """One plan: how it stands today, and the days of the year on which it was played."""

    name: Both
    standing: DrillStanding
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class YearOverview:
    """`quarters` are how many drills each of the four had; only drills that are over count."""

    year: int
    quarters: tuple[int, ...]
    plans: tuple[PlanYear, ...]
    drills: tuple[PlayedDrill, ...]
    trainings: tuple[Training, ...]
    names: Mapping[str, Both]

    @property
    def findings(self) -> tuple[tuple[PlayedDrill, Finding], ...]:
        """What was found, drill by drill."""
        graded = [(drill, drill.evaluation) for drill in self.drills if drill.evaluation is not None]
        return tuple((drill, one) for drill, said in graded for one in said.findings)


def year_overview(
    year: int,
    standings: Sequence[DrillStanding],
    played: Sequence[PlayedDrill],
    trainings: Sequence[Training],
    names: Mapping[str, Both],
) -> YearOverview:
    """The year, drills in the order in which they were played."""
    drills = tuple(
        sorted(
            (one for one in played if one.started_at.year == year and one.closed_at is not None),
            key=lambda one: (one.started_at, one.incident_id),
        )
    )
    plans = tuple(
        PlanYear(names[one.code], one, tuple(drill.started_at.date() for drill in drills if drill.code == one.code))
        for one in standings
    )
    quarters = tuple(sum((drill.started_at.month + 2) // 3 == quarter for drill in drills) for quarter in QUARTERS)
    of_year = tuple(one for one in trainings if one.day.year == year)
    return YearOverview(year, quarters, plans, drills, of_year, names)


def grade_counts(said: Evaluation) -> tuple[int, int, int]:
    """How many points were good, fair and poor; what nobody could watch is none of them."""
    grades = list(said.grades.values())
    return grades.count(Grade.GOOD), grades.count(Grade.FAIR), grades.count(Grade.POOR)
