"""Which backups of a place stay: the last of each of seven days, five weeks and twelve months."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

DAYS, WEEKS, MONTHS = 7, 5, 12


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that lies in a place; `proven` unless it was found damaged since."""

    made_at: datetime
    file: Path
    proven: bool = True


def superfluous(kept: Sequence[Kept]) -> list[Kept]:
    """Those that no day, week or month needs any more, oldest first.

    Only proven ones stand for a day, a week or a month. What was found damaged goes once a newer one is proven; the
    newest proven one never does.
    """
    proven = sorted((one for one in kept if one.proven), key=_age, reverse=True)
    if not proven:
        return []
    needed = {
        proven[0],
        *_last_of_each(proven, _day, DAYS),
        *_last_of_each(proven, _week, WEEKS),
        *_last_of_each(proven, _month, MONTHS),
    }
    newest = proven[0].made_at
    return [one for one in sorted(kept, key=_age) if one not in needed and one.made_at <= newest]


def _last_of_each(newest_first: Sequence[Kept], period: Callable[[date], Hashable], most: int) -> list[Kept]:
    last: dict[Hashable, Kept] = {}
    for one in newest_first:
        last.setdefault(period(one.made_at.date()), one)
    return list(last.values())[:most]


def _age(one: Kept) -> tuple[datetime, str]:
    return one.made_at, one.file.name


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
