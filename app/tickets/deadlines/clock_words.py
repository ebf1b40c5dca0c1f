"""Words for clocks, calendars, limits and standings, in the person's language."""

from __future__ import annotations

from app.core.language import mark, tr, tr_n
from app.tickets.deadlines.due import Reckoned, Standing
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.rule import CalendarName, Limit, LimitUnit
from app.tickets.kinds import ClockName

CLOCKS: dict[ClockName, str] = {
    ClockName.REVIEW: mark("first review"),
    ClockName.CONTACT: mark("contact with the resident"),
    ClockName.ANSWER: mark("answer"),
    ClockName.CLOSE: mark("completion"),
}
CALENDARS: dict[CalendarName, str] = {
    CalendarName.CLOCK: mark("round the clock, holidays included"),
    CalendarName.STAFFED: mark("in the hours of the counter"),
    CalendarName.WORKDAYS: mark("in office hours of workdays"),
}
STANDINGS: dict[Standing, str] = {
    Standing.DUE: mark("on time"),
    Standing.SOON: mark("due soon"),
    Standing.OVERDUE: mark("overdue"),
    Standing.PAUSED: mark("paused"),
    Standing.MET: mark("met"),
    Standing.MISSED: mark("missed"),
    Standing.DROPPED: mark("no longer owed"),
}
STEPS: dict[Step, str] = {
    Step.SOON: mark("due soon: tell who answers for it"),
    Step.OVERDUE: mark("overdue: tell a supervisor"),
    Step.LATE: mark("still overdue: tell the manager"),
}


def limit_words(limit: Limit) -> str:
    """`30 minutes`, `24 hours`, `7 workdays`."""
    if limit.unit is LimitUnit.WORKDAYS:
        return tr_n("{count} workday", "{count} workdays", limit.count).format(count=limit.count)
    if limit.unit is LimitUnit.HOURS:
        return tr_n("{count} hour", "{count} hours", limit.count).format(count=limit.count)
    return tr_n("{count} minute", "{count} minutes", limit.count).format(count=limit.count)


def span_words(minutes: int) -> str:
    """`14 min`, `2 h 19 min`, `3 d 4 h`; the smaller part is left out where it is nothing."""
    if minutes < 60:
        return tr("{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        short = tr("{hours} h {minutes} min") if rest else tr("{hours} h")
        return short.format(hours=hours, minutes=rest)
    days, hours = divmod(hours, 24)
    return (tr("{days} d {hours} h") if hours else tr("{days} d")).format(days=days, hours=hours)


def standing_words(reckoned: Reckoned) -> str:
    """`2 h 19 min left`, `4 workdays left`, `overdue by 1 h 10 min`, `paused, 3 h left`, `met`, `missed by 5 min`."""
    standing = reckoned.standing
    if standing in (Standing.DUE, Standing.SOON):
        return tr("{span} left").format(span=_left(reckoned))
    if standing is Standing.OVERDUE:
        return tr("overdue by {span}").format(span=span_words(reckoned.over_minutes))
    if standing is Standing.PAUSED:
        return tr("paused, {span} left").format(span=_left(reckoned))
    if standing is Standing.MISSED:
        return tr("missed by {span}").format(span=span_words(reckoned.over_minutes))
    return tr(STANDINGS[standing])


def _left(reckoned: Reckoned) -> str:
    """Workdays while more than one is left; of the last one, as of any shorter limit, the open minutes."""
    days = reckoned.left_workdays
    if days is not None and days > 1:
        return tr_n("{count} workday", "{count} workdays", days).format(count=days)
    return span_words(reckoned.left_minutes)
