"""The office's discount rules: made, listed, ended; a rule that was used is never edited."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, bindparam, or_, select, update

from app.access.actor import Actor
from app.access.audit import record
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import DiscountRuleId, FeeItemId
from app.core.money import Money
from app.fees.adjustments.discount_rule import DiscountKind, DiscountRule
from app.fees.adjustments.refusals import (
    DiscountEnded,
    DiscountMonthsOutOfRange,
    DiscountNameTaken,
    DiscountNeedsName,
    DiscountValueOutOfRange,
)
from app.fees.refusals import DatesReversed
from app.fees.settings import DISCOUNT_LIMIT
from app.fees.tables import discount_rule
from app.store.rows import insert_row
from app.store.settings import read_choice
from app.store.store import Store

MOST_MONTHS = 60
_VALID = (
    select(discount_rule)
    .where(discount_rule.c.first <= bindparam("day"))
    .where(or_(discount_rule.c.until.is_(None), discount_rule.c.until > bindparam("day")))
    .order_by(discount_rule.c.id)
)


class DiscountRules:
    """What paying months at once earns."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def add(  # noqa: PLR0913 - the fields of the form
        self,
        by: Actor,
        name: str,
        item_id: FeeItemId,
        months: int,
        kind: DiscountKind,
        value: Decimal,
        first: date,
        until: date | None = None,
        *,
        only_without_arrears: bool = False,
    ) -> DiscountRule:
        """A new rule for payments on `[first, until)`; `value` in percent, yuan or months.

        Raises NotPermitted, DiscountNeedsName, DiscountNameTaken, DiscountMonthsOutOfRange, DiscountValueOutOfRange,
        DatesReversed.
        """
        by.require(Permission.MANAGE_TARIFFS)
        name = name.strip()
        check_discount(name, months, kind, value, first, until)
        with self._store.transaction() as connection:
            if connection.execute(select(discount_rule.c.id).where(discount_rule.c.name == name)).first() is not None:
                raise DiscountNameTaken(name)
            key = insert_row(
                connection,
                discount_rule,
                name=name,
                fee_item_id=item_id,
                months=months,
                kind=kind.value,
                value=value,
                first=first,
                until=until,
                only_without_arrears=only_without_arrears,
                at=self._clock.now(),
                by=by.id,
            )
        rule_id = DiscountRuleId(key)
        return DiscountRule(rule_id, name, item_id, months, kind, value, first, until, only_without_arrears)

    def end(self, by: Actor, rule_id: DiscountRuleId, until: date) -> None:
        """Give it no more from `until` on; its own first day means that it never applied.

        Raises NotPermitted, DiscountEnded, DatesReversed.
        """
        by.require(Permission.MANAGE_TARIFFS)
        with self._store.transaction() as connection:
            row = connection.execute(select(discount_rule).where(discount_rule.c.id == rule_id)).one()
            if row.until is not None and row.until <= until:
                raise DiscountEnded(row.name, row.until)
            if until < row.first:
                raise DatesReversed(row.first, until)
            connection.execute(update(discount_rule).where(discount_rule.c.id == rule_id).values(until=until))
            record(connection, "end_discount", row.name, {"until": until.isoformat()}, self._clock.now(), by.id)

    def all(self) -> list[DiscountRule]:
        """Every rule, ended ones too, the newest first."""
        with self._store.reading() as connection:
            rows = connection.execute(select(discount_rule).order_by(discount_rule.c.id.desc()))
            return [_rule(row) for row in rows]


def check_discount(  # the fields of the form
    name: str, months: int, kind: DiscountKind, value: Decimal, first: date, until: date | None
) -> None:
    """Insist on a rule that can be granted.

    Raises DiscountNeedsName, DiscountMonthsOutOfRange, DiscountValueOutOfRange, DatesReversed.
    """
    if not name:
        raise DiscountNeedsName
    if not 1 <= months <= MOST_MONTHS:
        raise DiscountMonthsOutOfRange(months, MOST_MONTHS)
    if not _fits(kind, value, months):
        raise DiscountValueOutOfRange(kind.value, value)
    if until is not None and until <= first:
        raise DatesReversed(first, until)


def rules_on(connection: Connection, day: date) -> list[DiscountRule]:
    """The rules that a payment on that day can earn."""
    return [_rule(row) for row in connection.execute(_VALID, {"day": day})]


def discount_limit(connection: Connection) -> Money:
    """Up to how much a cashier grants a discount alone, in fen; the office's setting."""
    return read_choice(connection, DISCOUNT_LIMIT)


def _fits(kind: DiscountKind, value: Decimal, months: int) -> bool:
    if kind is DiscountKind.PERCENT:
        return 0 < value < 100 and value == round(value, 4)
    if kind is DiscountKind.AMOUNT:
        return value > 0 and value == round(value, 2)
    return value == int(value) and 0 < value <= months


def _rule(row: Row[Any]) -> DiscountRule:
    return DiscountRule(
        id=DiscountRuleId(row.id),
        name=row.name,
        item_id=FeeItemId(row.fee_item_id),
        months=row.months,
        kind=DiscountKind(row.kind),
        value=row.value,
        first=row.first,
        until=row.until,
        only_without_arrears=row.only_without_arrears,
    )
