"""Weekdays as they are typed: 1 is Monday, 1-5 a span, 135 three days, nothing means daily."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.language import tr
from app.core.typed_text import plain
from ui.sentences import sentence
from ui.widgets.typed_field import TypedField

EVERY_DAY = frozenset(range(7))


class NotWeekdays(Refusal):
    """The text names no weekdays."""

    text: str


def parse_weekdays(text: str) -> frozenset[int]:
    """Monday as 0. Raises NotWeekdays."""
    found = set[int]()
    for part in plain(text).replace("、", ",").split(","):
        first, dash, last = part.partition("-")
        if dash and not (_is_day(first) and _is_day(last) and first <= last):
            raise NotWeekdays(text.strip())
        if dash:
            found |= set(range(int(first) - 1, int(last)))
        elif all(map(_is_day, part)):
            found |= {int(sign) - 1 for sign in part}
        else:
            raise NotWeekdays(text.strip())
    return frozenset(found)


def weekdays_text(days: frozenset[int]) -> str:
    """`1-7`, `1-5`, `135`."""
    numbers = [day + 1 for day in sorted(days)]
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}-{numbers[-1]}"
    return "".join(map(str, numbers))


class WeekdayField(TypedField[frozenset[int]]):
    """Empty means daily."""

    def __init__(self) -> None:
        super().__init__(tr("Weekdays"), parse_weekdays, weekdays_text, columns=8)

    def days(self) -> frozenset[int]:
        """What is typed."""
        return self.value() or EVERY_DAY


def _is_day(sign: str) -> bool:
    return len(sign) == 1 and sign in "1234567"


@sentence(NotWeekdays)
def _not_weekdays(error: NotWeekdays) -> str:
    return tr("“{text}” names no weekdays. Type 1-5, 135 or 67; 1 is Monday.").format(text=error.text)
