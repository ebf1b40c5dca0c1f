"""The months ahead that a payment asks for, planned inside its transaction at the tariffs as they are then."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection

from app.core.ids import AssignmentId
from app.core.money import Money
from app.core.periods import add_months, month_start
from app.counter.payments.asked import TakePayment
from app.counter.payments.refusals import AheadStops, AheadTooFar
from app.counter.rules import CounterRules
from app.fees.ahead.ahead_quote import AheadQuote, AheadReader


def latest_ahead(today: date, rules: CounterRules) -> date:
    """The first day that nobody may pay for yet."""
    return add_months(month_start(today), rules.months_ahead + 1)


class AheadAsked:
    """Plans what one payment pays ahead, by days or by what is left of the money."""

    def __init__(self, connection: Connection, asked: TakePayment, day: date, today: date, rules: CounterRules) -> None:
        self._asked = asked
        self._latest = latest_ahead(today, rules)
        self._reader = AheadReader(connection, asked.all_units, day, self._latest)

    def by_days(self) -> AheadQuote:
        """Every assignment up to the day that was asked for. Raises AheadTooFar, AheadStops."""
        for one in self._asked.ahead:
            if one.until > self._latest:
                raise AheadTooFar(one.until, self._latest)
        days = [(one.assignment_id, one.until) for one in self._asked.ahead]
        quote = self._reader.by_days(days)
        for line in quote.lines:
            if line.stopped is not None:
                raise AheadStops(line.unit_code, line.item_name, line.until, line.stopped)
        return quote

    def by_amount(self, money: Money) -> AheadQuote:
        """The assignments that were asked for (none: all) up to the last day that the money covers."""
        wanted: Collection[AssignmentId] = [one.assignment_id for one in self._asked.ahead]
        return self._reader.by_amount(wanted or None, money)
