"""When something happened that is entered later: a time of today, a day with a time, or so many minutes ago."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_time
from ui.sentences import sentence
from ui.widgets.date_text import NotADate, parse_date
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.time_fields import NotATime, parse_clock
from ui.widgets.typed_field import TypedField

_MOST_AGO = 100_000


class NotAMoment(Refusal):
    """The text names no moment."""

    text: str


def parse_moment(text: str, now: datetime) -> datetime:
    """`9:30` of today, `11-19 9:30`, or `-20` for so many minutes ago, full-width signs too. Raises NotAMoment."""
    typed = unicodedata.normalize("NFKC", text).strip()
    if typed[:1] in ("-", "\u2212"):
        return _ago(typed[1:], text, now)
    day, _, clock = typed.rpartition(" ")
    try:
        on = parse_date(day.strip(), now.date()) if day.strip() else now.date()
        return datetime.combine(on, parse_clock(clock))
    except (NotADate, NotATime):
        raise NotAMoment(text.strip()) from None


def _ago(minutes: str, text: str, now: datetime) -> datetime:
    if not minutes.isdecimal() or int(minutes) > _MOST_AGO:
        raise NotAMoment(text.strip())
    return now.replace(second=0, microsecond=0) - timedelta(minutes=int(minutes))


class MomentField(TypedField[datetime]):
    """Empty means now."""

    def __init__(self, name: str, now: Callable[[], datetime]) -> None:
        super().__init__(name, lambda text: parse_moment(text, now()), show_time, columns=16)


def ask_when(form: Form, now: Callable[[], datetime]) -> tuple[MomentField, ErrorLine]:
    """The last field of what can be entered later."""
    field = MomentField(tr("Happened at"), now)
    return field, form.add(tr("Happened at"), field, hint=tr("Empty is now; or 9:30, 11-19 9:30, -20 for minutes ago"))


@sentence(NotAMoment)
def _not_a_moment(error: NotAMoment) -> str:
    return tr("“{text}” is no moment. Type it like 9:30, 11-19 9:30, or -20 for twenty minutes ago.").format(
        text=error.text
    )
