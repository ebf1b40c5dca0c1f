"""What is said where a tariff does not follow on what was charged or paid before it."""

from __future__ import annotations

from datetime import timedelta

from app.core.language import tr, tr_n
from app.core.periods import Period, add_months
from app.core.show import show_date, show_months
from app.fees.proposals import ProposedAssignment
from ui.widgets.chip import Mood
from ui.widgets.columns import State

_MOST_MONTHS = 1200
_DAY = timedelta(days=1)


def following_state(one: ProposedAssignment) -> State | None:
    """The days left out or charged twice, in short; None where it follows on."""
    gap, doubled = one.following.gap, one.following.doubled
    if doubled is not None:
        words = tr("{span} charged twice: {days}").format(span=span_words(doubled), days=_days(doubled))
        return State(words, "triangle-alert", Mood.WARN)
    if gap is not None:
        words = tr("{span} never charged: {days}").format(span=span_words(gap), days=_days(gap))
        return State(words, "triangle-alert", Mood.WARN)
    return None


def following_words(one: ProposedAssignment, key: str) -> str:
    """The whole sentence, with the key that mends it; empty where it follows on."""
    gap, doubled = one.following.gap, one.following.doubled
    if doubled is not None:
        words = tr("{span} up to {last} are charged already and would be charged twice. {key} begins on the day after.")
        return words.format(span=span_words(doubled), last=show_date(doubled.until - _DAY), key=key)
    if gap is None:
        return ""
    words = tr("{span} between {last} and {first} will never be charged. {key} begins on the day after {last}.")
    facts = {"last": show_date(gap.first - _DAY), "first": show_date(gap.until)}
    return words.format(span=span_words(gap), key=key, **facts)


def span_words(span: Period) -> str:
    """`3 months` where the days are whole months, else `12 days`."""
    for months in range(1, _MOST_MONTHS):
        end = add_months(span.first, months)
        if end == span.until:
            return tr_n("{n} month", "{n} months", months).format(n=months)
        if end > span.until:
            break
    return tr_n("{n} day", "{n} days", span.days).format(n=span.days)


def _days(span: Period) -> str:
    return show_months(span.first, span.until)
