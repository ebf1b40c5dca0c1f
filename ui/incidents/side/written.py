"""A line as it is typed: with the time first, or for now."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, time, timedelta

from app.core.errors import Refusal
from app.core.language import tr
from ui.sentences import sentence

_TIME_FIRST = re.compile(r"\s*(\d{1,2})\s*[:\uff1a]\s*(\d{2})(?!\d)[\s,\uff0c\u3001]*(.*)", re.DOTALL)
_DAY = timedelta(days=1)


class NotYet(Refusal):
    """The time at the head of a line is still to come."""

    at: datetime


def read_line(text: str, now: datetime, started: datetime) -> tuple[datetime | None, str]:
    """When it happened (none for now) and the words. Raises NotYet.

    A time later than now is of yesterday where the incident runs since then; `25:70` is no time, but words.
    """
    found = _TIME_FIRST.fullmatch(text)
    at = _clock(found[1], found[2]) if found else None
    if found is None or at is None:
        return None, text.strip()
    moment = datetime.combine(now.date(), at)
    if moment > now:
        if moment - _DAY < started.replace(second=0, microsecond=0):
            raise NotYet(moment)
        moment -= _DAY
    return moment, found[3].strip()


def _clock(hours: str, minutes: str) -> time | None:
    try:
        return time(int(unicodedata.normalize("NFKC", hours)), int(unicodedata.normalize("NFKC", minutes)))
    except ValueError:
        return None


@sentence(NotYet)
def _not_yet(error: NotYet) -> str:
    return tr("{time} is still to come. Write when it happened, or leave the time away for now.").format(
        time=f"{error.at:%H:%M}"
    )
