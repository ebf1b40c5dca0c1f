"""What a discount rule comes to on months of 100.00, in words."""

from __future__ import annotations

from app.core.ids import ChargeId
from app.core.language import tr
from app.core.money import Money
from app.core.periods import add_months
from app.core.show import show_money
from app.fees.adjustments.discount_rule import Discount, DiscountableCharge, DiscountRule, discounts
from app.fees.adjustments.discount_words import discount_words

_MONTHLY = Money.yuan(100)


def example_words(rule: DiscountRule) -> str:
    """The arithmetic, what is to be paid, and what that makes a month; or that it would give nothing."""
    given = example_of(rule)
    if given is None:
        return tr("This would give nothing: the discount has to be less than what is paid.")
    rest = given.base - given.amount
    lightest = _MONTHLY - max(given.shares.values())
    return tr("{arithmetic}; to pay {rest}, which makes each month {month}").format(
        arithmetic=discount_words(given), rest=show_money(rest), month=show_money(lightest)
    )


def example_of(rule: DiscountRule) -> Discount | None:
    """What the rule gives on as many months of 100.00 as it asks for."""
    first = rule.first.replace(day=1)
    months = [
        DiscountableCharge(
            ChargeId(place + 1),
            rule.item_id,
            add_months(first, place),
            add_months(first, place + 1),
            rule.first,
            _MONTHLY,
        )
        for place in range(rule.months_wanted)
    ]
    return next(iter(discounts([rule], months, rule.first)), None)
