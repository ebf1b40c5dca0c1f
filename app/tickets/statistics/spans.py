"""The days that figures are usually asked for, and the span before or after one."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from app.core.periods import add_months

Days = tuple[date, date]
"""`[first, until)`."""


class Span(StrEnum):
    """A span of whole months, told from today."""

    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_QUARTER = "this_quarter"
    LAST_QUARTER = "last_quarter"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    TWELVE_MONTHS = "twelve_months"


def days_of(span: Span, today: date) -> Days:
    """The days of a span; the present one is counted whole."""
    month = today.replace(day=1)
    quarter = month.replace(month=(month.month - 1) // 3 * 3 + 1)
    first, months = {
        Span.THIS_MONTH: (month, 1),
        Span.LAST_MONTH: (add_months(month, -1), 1),
        Span.THIS_QUARTER: (quarter, 3),
        Span.LAST_QUARTER: (add_months(quarter, -3), 3),
        Span.THIS_YEAR: (month.replace(month=1), 12),
        Span.LAST_YEAR: (add_months(month.replace(month=1), -12), 12),
        Span.TWELVE_MONTHS: (add_months(month, -11), 12),
    }[span]
    return first, add_months(first, months)


def span_of(days: Days, today: date) -> Span | None:
    """Which span these days are, None for any others."""
    return next((span for span in Span if days_of(span, today) == days), None)


def moved(days: Days, by: int) -> Days:
    """So many spans of the same length later (`by` below nothing: earlier); whole months stay whole months."""
    first, until = days
    if first.day == until.day == 1:
        months = ((until.year - first.year) * 12 + until.month - first.month) * by
        return add_months(first, months), add_months(until, months)
    length = timedelta(days=(until - first).days * by)
    return first + length, until + length
