"""How long something has been running, as its clock says it."""

from __future__ import annotations

from datetime import datetime

_HOUR, _MINUTE = 3600, 60


def clock_text(began: datetime, now: datetime) -> str:
    """`00:12:40`; more than a day goes on counting hours; a clock that was set back says zero."""
    seconds = max(int((now - began).total_seconds()), 0)
    hours, rest = divmod(seconds, _HOUR)
    return f"{hours:02d}:{rest // _MINUTE:02d}:{rest % _MINUTE:02d}"
