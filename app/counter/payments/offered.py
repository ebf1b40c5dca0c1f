"""What discount the chosen lines of a bill earn when they are paid in full today; shown first, then committed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.ids import ApprovalId, ChargeId, UnitId
from app.core.money import Money
from app.fees.adjustments.discount_rule import Discount, DiscountableCharge, DiscountRule, discounts
from app.fees.adjustments.discount_rules import discount_limit
from app.fees.adjustments.refusals import DiscountNeedsApproval
from app.fees.charge_rows import PERIOD
from app.fees.charges import OpenCharge


def offered_discounts(
    rules: Sequence[DiscountRule], standing: Iterable[OpenCharge], chosen: Collection[ChargeId], day: date
) -> list[Discount]:
    """The best discount of each unit and fee item; `standing` is everything that the units owe."""
    if not rules:
        return []
    by_unit: dict[UnitId, list[OpenCharge]] = {}
    for one in standing:
        by_unit.setdefault(one.unit_id, []).append(one)
    return [given for owed in by_unit.values() for given in _of_unit(rules, owed, chosen, day)]


def _of_unit(
    rules: Sequence[DiscountRule], owed: Sequence[OpenCharge], chosen: Collection[ChargeId], day: date
) -> list[Discount]:
    arrears = any(one.due_on < day and one.id not in chosen for one in owed)
    earning = [each for one in owed if one.id in chosen for each in _discountable(one)]
    return discounts(rules, earning, day, arrears=arrears)


def shares_of(given: Iterable[Discount]) -> Mapping[ChargeId, Money]:
    """How much of the discounts each charge carries."""
    return {charge_id: share for one in given for charge_id, share in one.shares.items()}


def grant(connection: Connection, by: Actor, given: Sequence[Discount], approval: Approval | None) -> ApprovalId | None:
    """The approval under which discounts are given, if it took one. Raises DiscountNeedsApproval, NotPermitted."""
    limit = discount_limit(connection)
    for one in given:
        if one.amount > limit and approval is None and not by.may(Permission.GRANT_DISCOUNT):
            raise DiscountNeedsApproval(one.rule.name, one.amount, limit)
    return None if approval is None else by.require(Permission.GRANT_DISCOUNT, approval)


def _discountable(one: OpenCharge) -> Iterable[DiscountableCharge]:
    """A charge of which something was paid or let go of before is not paid at once."""
    if one.kind == PERIOD and one.first is not None and one.until is not None and one.outstanding == one.amount:
        yield DiscountableCharge(one.id, one.item_id, one.first, one.until, one.due_on, one.amount)
