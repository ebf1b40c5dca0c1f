"""What stands on papers of duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.duty.hazards.hazard_facts import Hazard
from app.duty.inspections.inspection_facts import Inspection, Round
from app.duty.log.entry_rows import LogLine
from app.duty.log.handover_facts import Handover
from app.duty.roster.roster_facts import Turn, Week
from app.estate.office_facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class Printed:
    """Who prints when, for which office."""

    office: OfficeFacts
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """值班表."""

    printed: Printed
    week: Week


@dataclass(frozen=True, slots=True)
class LogFacts:
    """值班日志: the lines of a day, who was on duty, and its hand-overs with their signatures."""

    printed: Printed
    day: date
    turns: tuple[Turn, ...]
    lines: tuple[LogLine, ...]
    handovers: tuple[Handover, ...]


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """巡查记录表: blank with `round` None; `hazards` by their numbers are those found on it."""

    printed: Printed
    inspection: Inspection
    round: Round | None = None
    hazards: tuple[Hazard, ...] = ()


@dataclass(frozen=True, slots=True)
class HazardsFacts:
    """隐患台账."""

    printed: Printed
    rows: tuple[Hazard, ...]
    today: date
    closed: bool
