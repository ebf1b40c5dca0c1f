"""The payment form as it is kept in a draft, and taken up again after a kill."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.ids import ChargeId, FeeItemId, PersonId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, OneOff, TakePayment, TenderAsked
from app.fees.allocation_rule import LateFeeOrder

FORM = "collect"


def kept(asked: TakePayment) -> dict[str, object]:
    return {
        "client_id": asked.client_id,
        "unit": asked.unit_id,
        "payer": asked.payer_name,
        "payer_id": asked.payer_id,
        "lines": [[line.charge_id, line.version] for line in asked.lines],
        "one_offs": [[one.item_id, one.name, one.amount.fen] for one in asked.one_offs],
        "tenders": [[one.method, one.amount.fen, one.reference] for one in asked.tenders],
        "shown": asked.shown_due.fen,
        "order": asked.order,
    }


def restored(content: Mapping[str, Any]) -> TakePayment:
    return TakePayment(
        client_id=content["client_id"],
        unit_id=UnitId(content["unit"]),
        payer_name=content["payer"],
        payer_id=None if content["payer_id"] is None else PersonId(content["payer_id"]),
        lines=tuple(ChosenLine(ChargeId(number), version) for number, version in content["lines"]),
        one_offs=tuple(OneOff(FeeItemId(item), name, Money(fen)) for item, name, fen in content["one_offs"]),
        tenders=tuple(TenderAsked(Method(name), Money(fen), slip) for name, fen, slip in content["tenders"]),
        shown_due=Money(content["shown"]),
        order=None if content["order"] is None else LateFeeOrder(content["order"]),
    )
