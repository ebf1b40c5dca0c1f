"""Figures of tickets as screens, sheets and papers show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.tickets.kinds import ClockName

GOAL_TENTHS = 950
"""The rule book asks that 95 % be resolved."""
TOP = 10


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def tenths(self) -> int | None:
        """Tenths of a percent, rounded half up; None of nothing."""
        return None if not self.whole else (2 * 1000 * self.part + self.whole) // (2 * self.whole)

    @property
    def text(self) -> str:
        """`97.3 %`; a dash where there is nothing to be a share of."""
        tenths = self.tenths
        return "—" if tenths is None else f"{tenths // 10}.{tenths % 10} %"


class By(StrEnum):
    """What tickets are told apart by."""

    KIND = "kind"
    WORKER = "worker"
    TEAM = "team"
    MONTH = "month"
    CATEGORY = "category"
    BUILDING = "building"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What became of the tickets that were reported in the days asked for, and of what they were promised.

    `key` tells what they share: a kind's word, an id, a month `2026-11`, or empty where nothing is said; `name` is that
    of a worker, team, category or building. `gone` were cancelled or merged and count no further. `resolved` are done
    of those left, `promises` kept of those that were due, `reopened` of those that ended, `satisfied` of those asked.
    """

    key: str
    name: str
    taken: int
    gone: int
    resolved: Share
    promises: Share
    reopened: Share
    satisfied: Share

    @property
    def meets_goal(self) -> bool:
        """Whether as many are resolved as the rule book asks; of nothing, it is."""
        tenths = self.resolved.tenths
        return tenths is None or tenths >= GOAL_TENTHS


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """How often one step was in time."""

    clock: ClockName
    kept: Share


@dataclass(frozen=True, slots=True)
class TicketFigures:
    """All figures of the tickets reported in `[first, until)`; `top_…` hold the ten with most tickets."""

    first: date
    until: date
    whole: FigureRow
    by_promise: tuple[PromiseRow, ...]
    by_kind: tuple[FigureRow, ...]
    by_month: tuple[FigureRow, ...]
    by_team: tuple[FigureRow, ...]
    by_worker: tuple[FigureRow, ...]
    top_categories: tuple[FigureRow, ...]
    top_buildings: tuple[FigureRow, ...]


def most_first(rows: Sequence[FigureRow], most: int | None = None) -> tuple[FigureRow, ...]:
    """The rows with most tickets first, as many as asked for; what nobody was named for comes last."""
    ordered = sorted(rows, key=lambda row: (not row.key, -row.taken, row.name, row.key))
    return tuple(ordered[:most])
