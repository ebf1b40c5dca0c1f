"""What must hold of the amounts that the end of a tariff let go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row

from app.core.language import mark
from app.core.money import Money
from app.core.periods import Period
from app.core.rounding import exact_yuan, round_to_fen
from app.core.show import show_money
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.explanation import Explanation
from app.fees.standing import standing
from app.fees.tables import adjustment, charge
from app.fees.unserved import unserved_share
from app.store.truths import Truth

_CHANGES = (
    standing(adjustment)
    .add_columns(
        adjustment.c.id, adjustment.c.kind, adjustment.c.facts, charge.c.explain, charge.c.first, charge.c.until
    )
    .join(charge, charge.c.id == adjustment.c.charge_id)
    .where(adjustment.c.facts.is_not(None))
    .order_by(adjustment.c.id)
)


def _let_go(connection: Connection) -> Iterator[str]:
    """Each is at most the share that its explanation of then gives for the days after the end."""
    explained: dict[int, Explanation] = {}
    for row in connection.execute(_CHANGES):
        if "explain" in row.facts:
            explained[row.charge_id] = row.facts["explain"]
        if row.kind == AdjustmentKind.UNSERVED and "ended" in row.facts:
            most = _most(row, explained.get(row.charge_id, row.explain))
            if -row.amount > most:
                yield f"{row.id}: {show_money(row.amount)} / {show_money(most)}"


def _most(row: Row[Any], explain: Explanation) -> Money:
    share = unserved_share(explain, Period(row.first, row.until), date.fromisoformat(row.facts["ended"]))
    if share != Fraction(row.facts["share"]):
        return Money(0)
    return round_to_fen(exact_yuan(Money(row.facts["worth"])) * share)


ENDING_TRUTHS = (Truth(mark("what an end lets go is the share of the days after it"), _let_go),)
