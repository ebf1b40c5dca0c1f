"""A discount and its rule in the words of the person at the screen."""

from __future__ import annotations

from fractions import Fraction

from app.core.language import tr, tr_n
from app.core.show import show_decimal, show_money
from app.fees.adjustments.discount_rule import Discount, DiscountKind, DiscountRule
from app.fees.words.explain_words import months_words


def rule_words(rule: DiscountRule) -> str:
    """What a rule gives for what: `12 months at once: 5 % off`."""
    return tr("{months} at once: {given}").format(months=months_at_once(rule), given=given_words(rule))


def months_at_once(rule: DiscountRule) -> str:
    """How many months have to be paid."""
    return months_words(Fraction(rule.months))


def given_words(rule: DiscountRule) -> str:
    """What a rule gives."""
    if rule.kind is DiscountKind.PERCENT:
        return tr("{percent} % off").format(percent=show_decimal(rule.value, 0))
    if rule.kind is DiscountKind.AMOUNT:
        return tr("{amount} yuan off").format(amount=show_decimal(rule.value, 2))
    count = int(rule.value)
    return tr_n("{n} month for nothing", "{n} months for nothing", count).format(n=count)


def discount_words(one: Discount) -> str:
    """How the amount came about: base, rule and result."""
    base, amount = show_money(one.base), show_money(one.amount)
    months = months_words(Fraction(one.months))
    if one.rule.kind is DiscountKind.PERCENT:
        percent = show_decimal(one.rule.value, 0)
        return tr("{months}: {base} × {percent} % = {amount} off").format(
            months=months, base=base, percent=percent, amount=amount
        )
    if one.rule.kind is DiscountKind.AMOUNT:
        return tr("{months}: {amount} off {base}").format(months=months, base=base, amount=amount)
    return tr("{months}: {base} × {gift} of {count} = {amount} off").format(
        months=months, base=base, gift=int(one.rule.value), count=one.months, amount=amount
    )
