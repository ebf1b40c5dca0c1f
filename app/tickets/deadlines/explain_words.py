"""Why a promise is due when it is, line by line, in the person's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.core.language import mark, tr, tr_n
from app.core.show import show_date, show_time
from app.core.workdays import DayKind
from app.tickets.deadlines.clock_words import CALENDARS, CLOCKS, limit_words, span_words, standing_words
from app.tickets.deadlines.due import CountedPause
from app.tickets.deadlines.explained import CountedDay, Explained, SkippedDay
from app.tickets.deadlines.hours_text import windows_text
from app.tickets.deadlines.rule import CalendarName

_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
_HOLIDAYS = {
    "元旦": mark("New Year's Day"),
    "春节": mark("Spring Festival"),
    "清明节": mark("Qingming Festival"),
    "劳动节": mark("Labour Day"),
    "端午节": mark("Dragon Boat Festival"),
    "中秋节": mark("Mid-Autumn Festival"),
    "国庆节": mark("National Day"),
    "国庆节、中秋节": mark("National Day and Mid-Autumn Festival"),
}


def holiday_words(name: str) -> str:
    """A holiday by its name in the notice; a name that no notice had before stays as it is."""
    return tr(_HOLIDAYS[name]) if name in _HOLIDAYS else name


def day_words(day: date) -> str:
    """`2026-11-20 Fri`."""
    return f"{show_date(day)} {tr(_WEEKDAYS[day.weekday()])}"


def explain_lines(why: Explained) -> tuple[str, ...]:
    """The promise, its start, what was counted and skipped, pauses, the result, and what is not known."""
    return (*_promise(why), *_days(why), *_paused(why), _result(why), *_unknown(why.unknown_years))


def _days(why: Explained) -> list[str]:
    """Days counted and skipped, in the order of time."""
    lines = [(day.day, _counted(day)) for day in why.counted]
    lines += [(run[0].day, _skipped(run)) for run in _runs(why.skipped)]
    return [line for _, line in sorted(lines)]


def _promise(why: Explained) -> Iterator[str]:
    rule = why.rule
    said = tr("Promised: {clock} within {limit}, {calendar}.")
    calendar = tr(CALENDARS[rule.calendar])
    yield said.format(clock=tr(CLOCKS[rule.name]), limit=limit_words(rule.limit), calendar=calendar)
    start = tr("Start: {time}; this day is not counted.") if _by_workdays(why) else tr("Start: {time}.")
    yield start.format(time=show_time(why.started))


def _by_workdays(why: Explained) -> bool:
    return any(day.number is not None for day in why.counted)


def _counted(day: CountedDay) -> str:
    named = {"day": day_words(day.day), "windows": windows_text(day.windows)}
    makeup = tr(" (worked instead of a day off, {name})").format(name=holiday_words(day.name))
    note = makeup if day.kind is DayKind.MAKEUP else ""
    if day.number is not None:
        return tr("Workday {number}: {day}{note}, {windows}").format(number=day.number, note=note, **named)
    return tr("{day}{note}, {windows}: {span} counted").format(note=note, span=span_words(day.minutes), **named)


def _runs(skipped: Sequence[SkippedDay]) -> list[list[SkippedDay]]:
    """Days that follow one another for one reason are said at once."""
    found: list[list[SkippedDay]] = []
    for day in skipped:
        last = found[-1][-1] if found else None
        if last and (day.day - last.day).days == 1 and (day.kind, day.name) == (last.kind, last.name):
            found[-1].append(day)
        else:
            found.append([day])
    return found


def _skipped(run: Sequence[SkippedDay]) -> str:
    reasons = {DayKind.HOLIDAY: holiday_words(run[0].name), DayKind.WEEKEND: tr("weekend")}
    reason = reasons.get(run[0].kind, tr("no hours that day"))
    if len(run) == 1:
        return tr("Skipped: {day}, {reason}").format(day=day_words(run[0].day), reason=reason)
    said = tr("Skipped: {first} to {last}, {reason}")
    return said.format(first=day_words(run[0].day), last=day_words(run[-1].day), reason=reason)


def _paused(why: Explained) -> Iterator[str]:
    if not why.pauses:
        return
    yield tr("Without pauses due {time}.").format(time=show_time(why.due_without_pauses))
    yield from (_pause(one, why.rule.calendar) for one in why.pauses)


def _pause(pause: CountedPause, calendar: CalendarName) -> str:
    ended = tr("now") if pause.is_open else show_time(pause.ended)
    span = {"began": show_time(pause.began), "ended": ended}
    if pause.late:
        return tr("Pause {began} to {ended}: begun when it was due already, adds nothing").format(**span)
    if not pause.minutes and calendar is not CalendarName.CLOCK:
        return tr("Pause {began} to {ended}: outside the hours, adds nothing").format(**span)
    return tr("Pause {began} to {ended}: adds {minutes}").format(minutes=span_words(pause.minutes), **span)


def _result(why: Explained) -> str:
    said = tr("Due {time} ({standing}).")
    return said.format(time=show_time(why.reckoned.due_at), standing=standing_words(why.reckoned))


def _unknown(years: Sequence[int]) -> Iterator[str]:
    """The trap of a notice that is not there: weekends and days off of fixed date are all that was counted."""
    if years:
        said = tr_n(
            "The holidays of {years} are not loaded: only weekends and 1 January, 1 and 2 May, 1 to 3 October count as "
            "days off. Load the year in the settings of deadlines.",
            "The holidays of {years} are not loaded: only weekends and 1 January, 1 and 2 May, 1 to 3 October count as "
            "days off. Load the years in the settings of deadlines.",
            len(years),
        )
        yield said.format(years=", ".join(map(str, years)))
