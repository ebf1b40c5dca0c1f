"""The days of a pause or a discount in words."""

from __future__ import annotations

from datetime import date

from app.core.language import tr
from app.core.show import show_date, show_days


def days_words(first: date, until: date | None) -> str:
    """`2026-11-01 – 2026-12-31`, or from the first day until somebody ends it; `until` is the day after the last."""
    if until is not None:
        return show_days(first, until)
    return tr("from {day} until somebody ends it").format(day=show_date(first))
