"""How often a round comes, as it is typed: 7 for every 7 days, m5 for the 5th of each month, w135 for weekdays."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.language import tr
from app.core.typed_text import plain
from app.duty.inspections.rhythm import EveryDays, MonthDay, Rhythm, Weekdays
from ui.duty.lists.weekday_field import parse_weekdays, weekdays_text
from ui.sentences import sentence
from ui.widgets.typed_field import TypedField

_LONGEST = 12


class NotARhythm(Refusal):
    """The text says no rhythm."""

    text: str


def parse_rhythm(text: str) -> Rhythm:
    """Raises NotARhythm, NotWeekdays, RhythmImpossible."""
    typed = plain(text).lower()
    if len(typed) > _LONGEST:
        raise NotARhythm(text.strip())
    if typed.isdecimal():
        return EveryDays(int(typed))
    if typed[:1] == "m" and typed[1:].isdecimal():
        return MonthDay(int(typed[1:]))
    if typed[:1] == "w" and typed[1:]:
        return Weekdays(parse_weekdays(typed[1:]))
    raise NotARhythm(text.strip())


def rhythm_text(rhythm: Rhythm) -> str:
    """As it is typed."""
    if isinstance(rhythm, EveryDays):
        return str(rhythm.days)
    if isinstance(rhythm, MonthDay):
        return f"m{rhythm.day}"
    return f"w{weekdays_text(rhythm.days)}"


class RhythmField(TypedField[Rhythm]):
    """Never empty."""

    def __init__(self) -> None:
        super().__init__(tr("How often"), parse_rhythm, rhythm_text, required=True, columns=8)


@sentence(NotARhythm)
def _not_a_rhythm(error: NotARhythm) -> str:
    words = tr("“{text}” says not how often. Type 1 for daily, 7 for every 7 days, m5 for the 5th, w135 for weekdays.")
    return words.format(text=error.text)
