"""A notice of holidays as people type it, a line for each run of days: `2026-10-01 – 2026-10-07 国庆节 off`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_date
from app.core.workdays import NamedDay
from ui.sentences import sentence
from ui.widgets.date_text import NotADate, parse_date

_RUN = re.compile(r"(\S+?)(?:\s*(?:–|—|～|~|至|到|\.\.|\s-\s|\sto\s)\s*(\S+))?\s+(.+?)\s+(\S+)")
_OFF = {"off", "休", "休息", "放假"}
_WORKED = {"worked", "work", "班", "上班"}
_MOST_DAYS = 31
_LONGEST_LINE = 300


class HolidayLineUnreadable(Refusal):
    """A line names a day or a run of days, the holiday, and whether it is off or worked."""

    line: int
    text: str


@sentence(HolidayLineUnreadable)
def _line_unreadable(refusal: HolidayLineUnreadable) -> str:
    return tr(
        "Line {line}, “{text}”, cannot be read. Type the day or the first and last day, the holiday, and {off} or "
        "{worked}: 2026-10-01 – 2026-10-07 国庆节 {off}."
    ).format(line=refusal.line, text=refusal.text, off=tr("off"), worked=tr("worked"))


def days_text(days: Iterable[NamedDay]) -> str:
    """The days of a notice, those that follow one another in one line."""
    runs: list[list[NamedDay]] = []
    for day in sorted(days, key=lambda one: one.day):
        if runs and _follows(runs[-1][-1], day):
            runs[-1].append(day)
        else:
            runs.append([day])
    return "\n".join(map(_line, runs))


def parse_days(text: str, year: int) -> tuple[NamedDay, ...]:
    """The days that a text names; a date without a year lies in `year`. Raises HolidayLineUnreadable."""
    return tuple(
        day for number, line in enumerate(text.splitlines(), 1) if line.strip() for day in _run(number, line, year)
    )


def _run(number: int, line: str, year: int) -> Iterator[NamedDay]:
    found = _RUN.fullmatch(line.strip()) if len(line) <= _LONGEST_LINE else None
    if found is None:
        raise HolidayLineUnreadable(number, line.strip())
    is_off = found[4].lower() in _OFF | {tr("off")}
    is_worked = found[4].lower() in _WORKED | {tr("worked")}
    try:
        first = parse_date(found[1], date(year, 1, 1))
        last = parse_date(found[2], first) if found[2] else first
    except NotADate as error:
        raise HolidayLineUnreadable(number, line.strip()) from error
    length = (last - first).days + 1
    if not (is_off or is_worked) or not 1 <= length <= _MOST_DAYS:
        raise HolidayLineUnreadable(number, line.strip())
    yield from (NamedDay(first + timedelta(days=at), found[3], is_off) for at in range(length))


def _follows(before: NamedDay, day: NamedDay) -> bool:
    return (day.day - before.day).days == 1 and (day.name, day.is_off) == (before.name, before.is_off)


def _line(run: list[NamedDay]) -> str:
    first, last = show_date(run[0].day), show_date(run[-1].day)
    days = first if len(run) == 1 else f"{first} – {last}"
    return f"{days} {run[0].name} {tr('off') if run[0].is_off else tr('worked')}"
