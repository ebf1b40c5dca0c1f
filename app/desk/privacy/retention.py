"""Until when something is kept: whole years after the day that it depends on."""

from __future__ import annotations

from datetime import date


def kept_until(last: date, years: int) -> date:
    """The first day on which it need not be kept any more; 29 February becomes 1 March."""
    try:
        return last.replace(year=last.year + years)
    except ValueError:
        return date(last.year + years, 3, 1)
