"""When it was found: now, so many minutes ago, or a time on the clock, which may lie before midnight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from app.incidents.refusals import StartInFuture
from ui.widgets.moment_field import parse_moment
from ui.widgets.typed_field import TypedField

_A_NIGHT = timedelta(hours=12)
_DAY = timedelta(days=1)


def started_at(text: str, now: datetime) -> datetime:
    """`-5`, `19:36`, `11-19 23:50`; a time later than now is yesterday's if that was within twelve hours.

    Raises NotAMoment, StartInFuture.
    """
    moment = parse_moment(text, now)
    if moment <= now:
        return moment
    if " " not in text.strip() and now - (moment - _DAY) <= _A_NIGHT:
        return moment - _DAY
    raise StartInFuture(-minutes_between(now, moment))


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Whole minutes."""
    return int((later - earlier).total_seconds()) // 60


class FoundAtField(TypedField[datetime]):
    """Empty means now; the clock stands in it in grey."""

    def __init__(self, name: str, now: Callable[[], datetime]) -> None:
        super().__init__(name, lambda text: started_at(text, now()), lambda moment: f"{moment:%H:%M}", columns=8)
        self._now = now
        self.show_now()

    def show_now(self) -> None:
        """What is written where nothing is typed."""
        self.setPlaceholderText(f"{self._now():%H:%M}")

    def minutes_ago(self) -> int:
        """How long ago it was found."""
        moment = self.value()
        return 0 if moment is None else max(minutes_between(moment, self._now()), 0)
