"""Which charges paid at once earn a discount, and how much of it each one carries. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any

from app.core.ids import ChargeId, DiscountRuleId, FeeItemId
from app.core.money import NOTHING, Money, total
from app.core.periods import add_months
from app.core.rounding import exact_yuan, round_to_fen
from app.core.shares import share_out


class DiscountKind(StrEnum):
    """What is given for months paid at once."""

    PERCENT = "percent"
    AMOUNT = "amount"
    GIFT_MONTHS = "gift_months"


@dataclass(frozen=True, slots=True)
class DiscountRule:
    """`months` paid at once give `value`: percent off, yuan off, or so many months more for nothing.

    Valid for payments on `[first, until)`, or from `first` until further notice.
    """

    id: DiscountRuleId
    name: str
    item_id: FeeItemId
    months: int
    kind: DiscountKind
    value: Decimal
    first: date
    until: date | None = None
    only_without_arrears: bool = False

    @property
    def months_wanted(self) -> int:
        """How many consecutive months have to be chosen: gift months stand among them."""
        return self.months + (int(self.value) if self.kind is DiscountKind.GIFT_MONTHS else 0)

    def is_valid_on(self, day: date) -> bool:
        """Whether a payment on that day can earn it."""
        return self.first <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class DiscountableCharge:
    """A charge for a period that is wholly unpaid; `chosen` says whether the payment is to settle it."""

    id: ChargeId
    item_id: FeeItemId
    first: date
    until: date
    due_on: date
    amount: Money
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Discount:
    """What one rule takes off the chosen charges: the shares together are the amount, to the fen."""

    rule: DiscountRule
    months: int
    base: Money
    amount: Money
    shares: Mapping[ChargeId, Money]

    def to_facts(self) -> dict[str, Any]:
        """The rule as it was and the arithmetic, kept with each share; amounts in fen."""
        return {
            "rule_id": self.rule.id,
            "rule": self.rule.name,
            "kind": self.rule.kind.value,
            "value": str(self.rule.value),
            "rule_months": self.rule.months,
            "months": self.months,
            "base": self.base.fen,
            "amount": self.amount.fen,
        }


def discounts(
    rules: Iterable[DiscountRule], charges: Sequence[DiscountableCharge], day: date, *, arrears: bool = False
) -> list[Discount]:
    """The best discount of each fee item for what is chosen; none where the months are not consecutive and whole.

    `arrears`: the unit owes something past due that is not chosen. Under a rule only for units without arrears,
    what is past due is paid along but earns nothing.
    """
    found = []
    by_item = groupby(sorted(rules, key=attrgetter("item_id", "id")), key=attrgetter("item_id"))
    for item_id, of_item in by_item:
        own = [one for one in charges if one.chosen and one.item_id == item_id]
        earned = [_earned(rule, own, day, arrears=arrears) for rule in of_item if rule.is_valid_on(day)]
        best = max((one for one in earned if one is not None), key=attrgetter("amount.fen"), default=None)
        if best is not None:
            found.append(best)
    return found


def recompute_discount(facts: Mapping[str, Any]) -> Money:
    """The whole discount computed anew from its facts."""
    kind, value = DiscountKind(facts["kind"]), Decimal(facts["value"])
    return _amount(kind, value, facts["months"], Money(facts["base"]))


def whole_months(charges: Sequence[DiscountableCharge]) -> int:
    """How many whole months these hold without gap or overlap; 0 where they do not."""
    ordered = sorted(charges, key=attrgetter("first"))
    if not ordered or any(before.until != after.first for before, after in pairwise(ordered)):
        return 0
    first, until = ordered[0].first, ordered[-1].until
    months = (until.year - first.year) * 12 + until.month - first.month
    return months if months > 0 and add_months(first, months) == until else 0


def _earned(rule: DiscountRule, own: Sequence[DiscountableCharge], day: date, *, arrears: bool) -> Discount | None:
    if rule.only_without_arrears:
        own = () if arrears else [one for one in own if one.due_on >= day]
    months, base = whole_months(own), total(one.amount for one in own)
    if months < rule.months_wanted or base <= NOTHING:
        return None
    amount = _amount(rule.kind, rule.value, months, base)
    if not NOTHING < amount < base:
        return None
    parts = share_out(amount, [one.amount.fen for one in own])
    return Discount(rule, months, base, amount, {one.id: part for one, part in zip(own, parts, strict=True) if part})


def _amount(kind: DiscountKind, value: Decimal, months: int, base: Money) -> Money:
    if kind is DiscountKind.AMOUNT:
        return round_to_fen(Fraction(value))
    part = Fraction(value) / 100 if kind is DiscountKind.PERCENT else Fraction(value) / months
    return round_to_fen(exact_yuan(base) * part)
