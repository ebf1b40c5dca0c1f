"""A worked example for each choice that a word alone does not explain: reckoned by the rules themselves."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from app.core.language import tr
from app.core.periods import CALENDAR, Convention, MonthGrid, Period, months_between
from app.core.show import show_date, show_days, show_decimal
from app.fees.due_dates import due_date
from app.fees.terms import Anchor, Escalation, Formula, Pays, TariffTerms
from app.fees.words.explain_words import months_words

_TAKEN_OVER = date(2026, 3, 18)
_LEFT = date(2026, 3, 11)
_MARCH = date(2026, 3, 1)
_APRIL = date(2026, 4, 1)
_JULY = date(2026, 7, 1)
_RISES_SHOWN = 2


def convention_example(convention: Convention) -> str:
    """What the rest of a month after a move in, and its beginning before a move out, count."""
    rest = months_between(_TAKEN_OVER, _APRIL, CALENDAR, convention)
    part = months_between(_MARCH, _LEFT, CALENDAR, convention)
    return tr("18 – 31 March: {rest}; 1 – 10 March: {part}").format(rest=months_words(rest), part=months_words(part))


def anchor_example(anchor: Anchor, cycle_months: int) -> str:
    """The first period of a unit that was taken over on 18 March."""
    grid = CALENDAR if anchor is Anchor.CALENDAR else MonthGrid(_TAKEN_OVER)
    until = grid.next_cycle_line(_TAKEN_OVER, cycle_months)
    return tr("Begun on {day}: first period until {last}").format(
        day=show_date(_TAKEN_OVER), last=show_date(until - timedelta(days=1))
    )


def pays_example(pays: Pays, due_day: int) -> str:
    """When the second quarter is due."""
    terms = TariffTerms(Formula.FIXED, Decimal(1), cycle_months=3, due_day=due_day, pays=pays)
    return tr("{period} is due on {day}").format(
        period=show_days(_APRIL, _JULY), day=show_date(due_date(Period(_APRIL, _JULY), terms))
    )


def first_payment_example(months: int, cycle_months: int) -> str:
    """What the first bill covers, and each one after it."""
    if not months:
        return tr("Each bill covers {months}, the first one too").format(months=months_words(Fraction(cycle_months)))
    return tr("The first bill covers {first}, each later one {later}").format(
        first=months_words(Fraction(months)), later=months_words(Fraction(cycle_months))
    )


def lead_example(days: int) -> str:
    """From which day on a run takes up the second quarter."""
    if not days:
        return tr("0: a period is billed once it has begun")
    first = _APRIL - timedelta(days=days)
    return tr("A period from {day} on is billed from {first} on").format(day=show_date(_APRIL), first=show_date(first))


def rise_example(rise: Escalation, price: Decimal) -> str:
    """The price in the first steps: `1.85, after 12 months 1.9425, after 24 months 2.039625`."""
    steps = [show_decimal(price)]
    for step in range(1, _RISES_SHOWN + 1):
        price = price * (100 + rise.percent) / 100
        months = months_words(Fraction(rise.every_months * step))
        steps.append(tr("after {months} {price}").format(months=months, price=show_decimal(price.normalize())))
    return tr(", ").join(steps)
