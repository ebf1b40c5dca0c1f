"""A key that was leant on, or a page pasted into a small field: refused like any other slip."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.core.errors import Refusal
from app.core.refusals import NumberTooLarge
from app.duty.refusals import NotAClockTime
from app.duty.texts import clock_time
from app.paper.refusals import OffsetOutOfBounds, OffsetUnreadable
from tests.fuzz.way_in import in_time
from ui.duty.lists.rhythm_field import NotARhythm, parse_rhythm
from ui.fees.tariffs.form_fields import parse_days, parse_lead, parse_months
from ui.incidents.asked.close_panel import NotACount, parse_count
from ui.printing.setup_words import parse_offset
from ui.tickets.rules.year_text import HolidayLineUnreadable
from ui.tickets.rules.year_text import parse_days as parse_days_of_year
from ui.widgets.time_fields import NotATime, NotMinutes, parse_clock, parse_minutes

LEANT_ON = "9" * 5_000
"""More digits than Python turns into a number."""


@pytest.mark.parametrize(
    ("parse", "refusal"),
    [
        (parse_minutes, NotMinutes),
        (parse_clock, NotATime),
        (clock_time, NotAClockTime),
        (parse_count, NotACount),
        (parse_rhythm, NotARhythm),
        (parse_days, NumberTooLarge),
        (parse_lead, NumberTooLarge),
        (parse_months, NumberTooLarge),
    ],
)
@pytest.mark.parametrize("text", [LEANT_ON, LEANT_ON[:50], f"{LEANT_ON}:{LEANT_ON}"[:60]])
def test_a_number_that_never_ends_is_refused(parse: Callable[[str], object], refusal: type[Refusal], text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(text)
    assert ":" in text or type(refused.value) is refusal


def test_zeros_in_front_count_for_nothing() -> None:
    assert parse_days("000000000030") == 30
    assert parse_days("000") == 0


@pytest.mark.parametrize("text", ["1E+999999999", "1E-999999999", "9" * 400, "nan", "-inf"])
def test_an_offset_beyond_every_number_is_refused(text: str) -> None:
    with pytest.raises((OffsetUnreadable, OffsetOutOfBounds)):
        parse_offset(text)


def test_a_line_of_a_notice_that_never_ends_is_refused_at_once() -> None:
    with in_time(), pytest.raises(HolidayLineUnreadable):
        parse_days_of_year(".." * 20_000, 2026)
