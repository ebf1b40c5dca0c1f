"""Duty in words: times, turns, lines of the log, days and states."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from app.core.language import mark, tr, tr_n
from app.core.show import mask_personal, show_date, show_whole
from app.duty.hazards.flow import State
from app.duty.hazards.hazard_facts import Hazard
from app.duty.inspections.inspection_facts import Standing
from app.duty.inspections.rhythm import EveryDays, MonthDay, Rhythm
from app.duty.log.entry_rows import LogLine
from app.duty.log.kinds import EntryKind
from app.duty.roster.roster_facts import Turn
from app.duty.words import HAZARD_STATES
from ui.widgets.chip import Mood
from ui.widgets.columns import State as Shown

WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
SHORT_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
_ALL = 7
_HAZARD_LOOKS = {
    State.FOUND: ("circle-alert", Mood.WARN),
    State.OWNED: ("wrench", Mood.ACCENT),
    State.FIXED: ("search", Mood.WARN),
    State.CHECKED: ("check", Mood.OK),
    State.CLOSED: ("circle-check", Mood.OK),
    State.RAISED: ("arrow-right", Mood.MUTE),
}

_TOLD = {
    EntryKind.HANDED_OVER: mark("Handed over to {taker}, who has to sign"),
    EntryKind.SIGNED: mark("Took over from {giver} and signed"),
    EntryKind.WITHDRAWN: mark("Hand-over to {taker} withdrawn: {why}"),
    EntryKind.ROUND_BEGUN: mark("“{name}”: round begun"),
    EntryKind.HAZARD: mark("Hazard {number}, {place}: {why}"),
    EntryKind.TICK_OFF: mark("“{task}” is open again, was ticked {ticked}"),
}


def clock(moment: datetime) -> str:
    """`08:20`."""
    return f"{moment:%H:%M}"


def weekday(day: date) -> str:
    """`Mon 11-16`."""
    return tr("{weekday} {day}").format(weekday=tr(SHORT_WEEKDAYS[day.weekday()]), day=f"{day:%m-%d}")


def weekdays_words(days: Iterable[int]) -> str:
    """`Mon, Wed`; every day of the week in one word."""
    wanted = sorted(days)
    if len(wanted) == _ALL:
        return tr("daily")
    return tr(", ").join(tr(SHORT_WEEKDAYS[day]) for day in wanted)


def rhythm_words(rhythm: Rhythm) -> str:
    """`daily`, `every 3 days`, `on the 5th of each month`, `Mon, Wed`."""
    if isinstance(rhythm, EveryDays):
        if rhythm.days == 1:
            return tr("daily")
        return tr_n("every {days} day", "every {days} days", rhythm.days).format(days=rhythm.days)
    if isinstance(rhythm, MonthDay):
        return tr("each month on day {day}").format(day=rhythm.day)
    return weekdays_words(rhythm.days)


def turn_words(turn: Turn) -> str:
    """`Night  Sun Liang  138… until 08:00`."""
    return (
        tr("{post} {person} {phone}, {begins}–{ends}")
        .format(post=turn.post, person=turn.person, phone=turn.phone, begins=clock(turn.begins), ends=clock(turn.ends))
        .replace(" ,", ",")
        .replace(" ，", "，")
    )


def turns_words(turns: Iterable[Turn]) -> str:
    """All of them."""
    return tr("; ").join(map(turn_words, turns))


def due_state(one: Standing, today: date) -> Shown:
    """How an inspection stands: being walked, overdue, due today, or when it comes next."""
    if one.running is not None:
        return Shown(tr("being walked"), "play", Mood.ACCENT)
    if one.due.is_overdue(today):
        words = tr_n("{count} round missed", "{count} rounds missed", one.due.missed)
        return Shown(words.format(count=show_whole(one.due.missed)), "triangle-alert", Mood.DANGER)
    if one.due.is_due(today):
        return Shown(tr("due today"), "hourglass", Mood.WARN)
    return Shown(show_date(one.due.due_on), "calendar-clock", Mood.MUTE)


def hazard_state(one: Hazard, today: date) -> Shown:
    """Where a hazard stands; late in words and colour."""
    if one.is_late(today):
        return Shown(tr("overdue, {state}").format(state=tr(HAZARD_STATES[one.state])), "triangle-alert", Mood.DANGER)
    icon, mood = _HAZARD_LOOKS[one.state]
    return Shown(tr(HAZARD_STATES[one.state]), icon, mood)


def line_words(line: LogLine) -> str:
    """A line of the log, whatever wrote it; numbers of people that somebody typed are hidden."""
    facts = line.facts
    if line.kind is EntryKind.WRITTEN:
        return mask_personal(line.text)
    if line.kind is EntryKind.CORRECTED:
        return tr("Correction of {time}: {text}").format(time=facts["written"], text=mask_personal(line.text))
    return _told(line)


def _told(line: LogLine) -> str:
    facts = line.facts
    if line.kind in _TOLD:
        return tr(_TOLD[line.kind]).format(why=line.text, **facts)
    if line.kind is EntryKind.ROUND_ENDED:
        return _round_ended(line)
    return _turn_changed(line)


def _round_ended(line: LogLine) -> str:
    facts = line.facts
    if not facts["not_good"]:
        count = facts["points"]
        words = tr_n("“{name}” walked, {count} point, all good", "“{name}” walked, {count} points, all good", count)
        return words.format(name=facts["name"], count=facts["points"])
    words = tr_n(
        "“{name}” walked, {count} point not good", "“{name}” walked, {count} points not good", facts["not_good"]
    )
    return words.format(name=facts["name"], count=facts["not_good"])


def _turn_changed(line: LogLine) -> str:
    facts = line.facts
    if line.kind is EntryKind.SWAPPED:
        return tr("{one} ({begins}) and {other} ({since}) swapped: {why}").format(
            one=facts["one"]["person"],
            begins=facts["one"]["begins"],
            other=facts["other"]["person"],
            since=facts["other"]["begins"],
            why=line.text,
        )
    before = facts["before"]
    if line.kind is EntryKind.TURN_OFF:
        words = tr("Turn of {person} ({begins}) taken off: {why}")
        return words.format(person=before["person"], begins=before["begins"], why=line.text)
    after = facts["after"]
    return tr("Turn of {person} ({begins}) now {other} ({since}): {why}").format(
        person=before["person"], begins=before["begins"], other=after["person"], since=after["begins"], why=line.text
    )
