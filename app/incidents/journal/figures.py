"""How many incidents there were of each kind and in each month; drills are counted apart and never among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.incidents.journal.rows import JournalRow
from app.incidents.plans.plan import Both


@dataclass(frozen=True, slots=True)
class KindFigures:
    """One kind of incident over a year: real ones month by month, and drills."""

    code: str
    name: Both
    months: tuple[int, ...]
    real: int
    drills: int
    minutes: int | None


def kind_figures(rows: Sequence[JournalRow], year: int) -> tuple[KindFigures, ...]:
    """The kinds that occurred in a year, the most frequent first; `minutes` is the middle of how long they took."""
    of_year = [row for row in rows if row.started_at.year == year]
    codes = Counter(row.code for row in of_year if not row.is_drill)
    names = {row.code: row.name for row in of_year}
    ordered = sorted(names, key=lambda code: (-codes[code], code))
    return tuple(_kind(code, names[code], [row for row in of_year if row.code == code]) for code in ordered)


def years_of(rows: Sequence[JournalRow], today: date) -> tuple[int, ...]:
    """The years that have anything, this one always, the newest first."""
    return tuple(sorted({today.year, *(row.started_at.year for row in rows)}, reverse=True))


def _kind(code: str, name: Both, rows: Sequence[JournalRow]) -> KindFigures:
    real = [row for row in rows if not row.is_drill]
    months = Counter(row.started_at.month for row in real)
    lasted = sorted(
        int((row.closed_at - row.started_at).total_seconds()) // 60 for row in real if row.closed_at is not None
    )
    return KindFigures(
        code=code,
        name=name,
        months=tuple(months[month] for month in range(1, 13)),
        real=len(real),
        drills=len(rows) - len(real),
        minutes=lasted[(len(lasted) - 1) // 2] if lasted else None,
    )
