"""Reading when a receipt was written, as it is typed from paper: `1015`, `10:15`, `11-20 10:15`. Plain arithmetic."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

from app.counter.outages.refusals import NotWritten

_TIME = r"(?P<hour>\d{1,2})[:.：点时]?(?P<minute>\d{2})分?"
_DAY = r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
_TYPED = re.compile(rf"(?:{_DAY}\s+)?{_TIME}", re.ASCII)


def parse_written(text: str, day: date) -> datetime:
    """The moment that was typed; without a day of its own, on `day`. Raises NotWritten."""
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        raise NotWritten(text.strip())
    try:
        on = day if found["month"] is None else _day(found, day)
        return datetime.combine(on, time(int(found["hour"]), int(found["minute"])))
    except ValueError:
        raise NotWritten(text.strip()) from None


def _day(found: re.Match[str], day: date) -> date:
    return date(int(found["year"] or day.year), int(found["month"]), int(found["day"]))
