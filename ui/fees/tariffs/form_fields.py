"""Fields of the tariff form that read something besides plain text: prices, rates, whole days, shares."""

from __future__ import annotations

from decimal import Decimal

from app.core.language import tr
from app.core.quantities import parse_area, parse_daily_rate, parse_price
from app.core.refusals import NotANumber, NotPositive, NumberTooLarge
from app.core.show import show_decimal
from app.core.typed_text import plain
from app.fees.adjustments.refusals import FactorOutOfRange
from app.fees.words.explain_words import show_rate
from ui.widgets.typed_field import TypedField

_LONGEST_GRACE = 366
_LONGEST_LEAD = 93
_MOST_MONTHS = 241
_HIGHEST_CAP = 1000
_HIGHEST_RISE = 100
_HIGHEST_FACTOR = 100


def price_field() -> TypedField[Decimal]:
    """Yuan per month, up to six decimals."""
    return TypedField(tr("Price"), parse_price, show_decimal, required=True)


def rate_field() -> TypedField[Decimal]:
    """A daily rate with its sign; empty means that there is no late fee."""
    return TypedField(tr("Late fee a day"), parse_daily_rate, show_rate)


def grace_field() -> TypedField[int]:
    """Whole days without a late fee."""
    return TypedField(tr("Days of grace"), parse_days, str, columns=5)


def cap_field() -> TypedField[Decimal]:
    """The most that the late fee may come to, in percent of the charge, kept as a fraction."""
    return TypedField(tr("Late fee at most (% of the charge)"), parse_share, _show_share, columns=5)


def extra_field(name: str) -> TypedField[Decimal]:
    """Yuan a month on top, or at least; empty means none."""
    return TypedField(name, parse_price, show_decimal, columns=8)


def rise_field() -> TypedField[Decimal]:
    """The percent by which a price rises; empty means never."""
    return TypedField(tr("Rises by"), parse_percent, _show_percent, columns=6)


def rise_months_field() -> TypedField[int]:
    """After so many months each."""
    return TypedField(tr("Rises every so many months"), parse_months, str, columns=6)


def lead_field() -> TypedField[int]:
    """So many days before a period begins it may be billed."""
    return TypedField(tr("Days ahead"), parse_lead, str, columns=6)


def factor_field() -> TypedField[Decimal]:
    """What the price of one unit is multiplied by."""
    return TypedField(tr("Coefficient"), parse_factor, _show_plain, required=True, columns=8)


def vacant_field() -> TypedField[Decimal]:
    """Which part of it an empty unit pays."""
    return TypedField(tr("Vacant factor"), parse_vacant, _show_plain, required=True, columns=8)


def parse_factor(text: str) -> Decimal:
    """A factor below 100. Raises NotANumber, NotPositive, TooManyDecimals, NumberTooLarge."""
    return _factor(text, _HIGHEST_FACTOR)


def parse_vacant(text: str) -> Decimal:
    """A factor of at most 1. Raises NotANumber, NotPositive, TooManyDecimals, FactorOutOfRange."""
    factor = _factor(text, _HIGHEST_FACTOR)
    if factor > 1:
        raise FactorOutOfRange(factor)
    return factor


def parse_days(text: str) -> int:
    """A number of days, 0 to 365. Raises NotANumber, NumberTooLarge."""
    return _whole(text, _LONGEST_GRACE)


def parse_lead(text: str) -> int:
    """A number of days, 0 to 92. Raises NotANumber, NumberTooLarge."""
    return _whole(text, _LONGEST_LEAD)


def parse_months(text: str) -> int:
    """A number of months, 1 to 240. Raises NotANumber, NotPositive, NumberTooLarge."""
    months = _whole(text, _MOST_MONTHS)
    if not months:
        raise NotPositive(text.strip())
    return months


def parse_percent(text: str) -> Decimal:
    """A percentage below 100: `5` or `5%`. Raises NotANumber, NotPositive, TooManyDecimals, NumberTooLarge."""
    return _percent(text, _HIGHEST_RISE)


def parse_share(text: str) -> Decimal:
    """A percentage as a fraction: `100` or `30%`. Raises NotANumber, NotPositive, TooManyDecimals, NumberTooLarge."""
    return _percent(text, _HIGHEST_CAP).scaleb(-2)


def _factor(text: str, below: int) -> Decimal:
    factor = parse_area(text)
    if factor >= below:
        raise NumberTooLarge(text.strip(), below)
    return factor


def _percent(text: str, below: int) -> Decimal:
    percent = parse_price(plain(text).removesuffix("%"))
    if percent >= below:
        raise NumberTooLarge(text.strip(), below)
    return percent


def _whole(text: str, below: int) -> int:
    typed = plain(text)
    if not typed.isdecimal():
        raise NotANumber(text.strip())
    digits = typed.lstrip("0") or "0"
    if len(digits) > len(str(below)) or int(digits) >= below:
        raise NumberTooLarge(text.strip(), below)
    return int(digits)


def _show_plain(number: Decimal) -> str:
    return show_decimal(number, 0)


def _show_share(share: Decimal) -> str:
    return show_decimal(share * 100, 0)


def _show_percent(percent: Decimal) -> str:
    return f"{show_decimal(percent, 0)}%"
