"""A daily rate said in several ways, with the worked example that shows a slip of a zero."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_decimal, show_money
from app.fees.late_fees.late_fee import late_fee
from app.fees.terms import LateFeeTerms
from app.fees.words.explain_words import show_rate

_PRINCIPAL = Money.yuan(100)
_DAYS = 30
_DUE = date(2026, 1, 5)
_DAYS_A_YEAR = 365
_USUAL_UP_TO = Decimal("0.001")


def is_unusual(rate: Decimal) -> bool:
    """Whether a daily rate is above 1 ‰, so that a slip of a zero is likelier than a contract that says so."""
    return rate > _USUAL_UP_TO


def rate_words(rate: Decimal) -> str:
    """The same rate per mille, in percent and by the year: `0.5‰ = 0.05% a day, 18.25% a year`."""
    per_mille = f"{show_decimal(rate * 1000, 0)}‰"
    year = f"{show_decimal(rate * _DAYS_A_YEAR * 100, 0)}%"
    return tr("{per_mille} = {rate} a day, {year} a year").format(rate=show_rate(rate), per_mille=per_mille, year=year)


def worked_example(terms: LateFeeTerms) -> str:
    """What 100.00 yuan cost that are 30 days late, by the rule itself."""
    fee = late_fee(terms, _PRINCIPAL, _DUE, (), NOTHING, _DUE + timedelta(days=_DAYS))
    return tr("{principal} yuan, {days} days late: {fee}").format(
        principal=show_money(_PRINCIPAL), days=_DAYS, fee=show_money(fee.owed)
    )
