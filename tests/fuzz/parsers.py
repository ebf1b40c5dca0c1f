"""Every function that reads a typed text and may refuse it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from app.access.people import long_enough
from app.core.money_text import parse_money
from app.core.paper_code import parse_code
from app.core.quantities import parse_area, parse_daily_rate, parse_price, parse_reading, parse_whole
from app.counter.books.register_book import read_prefix
from app.counter.outages.written_time import parse_written
from app.counter.receipts.invoices import read_number as read_invoice_number
from app.counter.shifts.book_ends import read_sum
from app.duty import texts as duty_texts
from app.duty.inspections.point_text import read_points
from app.duty.inspections.points import read_number as read_measured
from app.estate.kinds import parse_kind, parse_role, parse_state
from app.estate.phones import parse_phone, parse_phones
from app.estate.plates import parse_plate, parse_plates
from app.estate.unit_code import parse_unit_code, unit_code_of
from app.fees import expression
from app.fees.skip_reason import NotComputable
from app.incidents.contacts.contact_rule import parse_call_number
from app.incidents.running.allowed import check_words
from app.meters.kinds import parse_meter_kind
from app.meters.meter_checks import check_name
from app.sheets.cells import cell_count, cell_day, cell_first_day, cell_last_day
from app.store.recovery_code import groups_of
from app.tickets import texts as ticket_texts
from app.tickets.deadlines.hours_text import parse_week, parse_windows
from app.tickets.deadlines.promise_facts import minute_of
from app.tickets.deadlines.rule import parse_limit
from app.tickets.materials.line_rule import parse_quantity
from tests.fuzz.spellings import slipped, typed
from tests.fuzz.way_in import Way
from ui.counter.books import number_field
from ui.duty.lists.pattern_panel import read_people
from ui.duty.lists.rhythm_field import parse_rhythm
from ui.duty.lists.weekday_field import parse_weekdays
from ui.fees.tariffs import form_fields
from ui.incidents.asked.close_panel import parse_count
from ui.incidents.picker.started_at import started_at
from ui.incidents.side.written import read_line
from ui.printing.setup_words import parse_offset
from ui.tickets.rules.year_text import parse_days as parse_days_of_year
from ui.widgets.date_text import parse_date
from ui.widgets.moment_field import parse_moment
from ui.widgets.time_fields import parse_clock, parse_minutes

TODAY, NOW, BEGAN = date(2026, 11, 20), datetime(2026, 11, 20, 9), datetime(2026, 11, 20, 7, 30)
EXACT = dict.fromkeys(expression.VARIABLES, Fraction(3, 2))

Takes = Callable[..., object]

_days = st.one_of(st.dates(), st.datetimes())
_numbers = st.one_of(st.integers(), st.floats(), st.sampled_from([1e308, -1e308, 5e-324, 46000.5, 10**300, True]))
cells = st.one_of(typed, _numbers, _days, st.times(), st.timedeltas())
"""What a spreadsheet may keep in one cell."""


def _way(
    takes: Takes, comes: SearchStrategy[Any] = typed, *more: object, told: tuple[type[Exception], ...] = ()
) -> Way:
    return Way(f"{takes.__module__}.{takes.__name__}", comes, lambda case: takes(case, *more), told)


_BY_TEXT: tuple[Takes, ...] = (
    *(parse_money, parse_code, parse_area, parse_price, parse_reading, parse_whole, parse_daily_rate, parse_quantity),
    *(read_prefix, read_invoice_number, number_field.read_number, number_field.read_run, groups_of, long_enough),
    *(duty_texts.tidy, duty_texts.required, duty_texts.clock_time, ticket_texts.tidy, ticket_texts.tidy_required),
    *(parse_kind, parse_state, parse_role, parse_meter_kind, check_name, check_words, read_measured, read_sum),
    *(parse_phone, parse_phones, parse_plate, parse_plates, parse_unit_code, parse_call_number),
    *(parse_windows, parse_limit, read_people, parse_rhythm, parse_weekdays, parse_count, parse_offset),
    *(form_fields.parse_factor, form_fields.parse_vacant, form_fields.parse_days, form_fields.parse_lead),
    *(form_fields.parse_months, form_fields.parse_percent, form_fields.parse_share, parse_minutes, parse_clock),
)

FIELDS: tuple[Way, ...] = (
    *(_way(takes) for takes in _BY_TEXT),
    _way(minute_of, told=(ValueError,)),
    _way(parse_written, typed, TODAY),
    _way(parse_date, typed, TODAY),
    _way(parse_moment, typed, NOW),
    _way(started_at, typed, NOW),
    _way(read_line, typed, NOW, BEGAN),
    _way(parse_days_of_year, typed, 2026),
)
"""Fields of one text."""

_formulas = st.one_of(
    typed,
    slipped("area * price", "面积×单价", "min(area, 100) * price + max(0, area - 100) * 2", "1 if 2 < 3 else 4 / 0"),
)
FORMULAS: tuple[Way, ...] = (
    *(_way(takes, _formulas, told=(expression.Unsound,)) for takes in (expression.parse, expression.names_in)),
    _way(expression.evaluate, _formulas, EXACT, told=(expression.Unsound, NotComputable)),
)
"""What a tariff's formula is read by."""

CELLS = tuple(_way(takes, cells) for takes in (cell_day, cell_first_day, cell_last_day, cell_count))
"""Days and counts of a sheet."""

_lines = st.lists(slipped(), max_size=4)
POINTS = (_way(read_points, _lines.map("\n".join), {}),)
PARTS = (
    Way("app.estate.unit_code.unit_code_of", st.tuples(typed, typed, typed), lambda case: unit_code_of(*case)),
    Way(
        "app.tickets.deadlines.hours_text.parse_week",
        st.tuples(st.lists(typed, min_size=7, max_size=7), typed, typed),
        lambda case: parse_week(*case),
    ),
)
"""Several texts at once."""

GROUPS: tuple[tuple[Way, ...], ...] = (FIELDS, FORMULAS, CELLS, POINTS, *((way,) for way in PARTS))
"""Ways that take the same, so that one case goes into all of a group."""
