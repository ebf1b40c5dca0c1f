"""An open bill as a draft keeps it, and back again after a restart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.core.ids import AssignmentId, ChargeId, FeeItemId, PersonId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff, TenderAsked
from app.counter.payments.bill import Bill
from ui.counter.bill.bill_in_hand import BillInHand, OneOffInHand


def to_draft(hand: BillInHand, search: str) -> dict[str, object]:
    """Everything needed to show the bill again as it stands; texts, whole numbers and lists."""
    return {
        "client_id": hand.client_id,
        "unit_id": hand.bill.unit.id,
        "code": hand.bill.unit.code,
        "chosen": sorted(hand.chosen),
        "known": sorted(one.id for one in hand.charges),
        "one_offs": [_stored(line) for line in hand.one_offs],
        "method": hand.method.value,
        "amount": hand.amount,
        "reference": hand.reference,
        "principal_only": hand.principal_only,
        "payer_name": hand.payer_name,
        "payer_id": hand.payer_id,
        "search": search,
        "tenders": [[one.method.value, one.amount.fen, one.reference] for one in hand.tenders],
        "others": list(hand.others),
        "ahead": [[key, until.isoformat()] for key, until in hand.ahead.until.items()],
        "ahead_by_amount": hand.ahead.by_amount,
        "round_off": hand.round_off.fen,
        "keep_change": hand.keep_change,
    }


def unit_of(draft: Mapping[str, Any]) -> UnitId:
    """Whose bill the draft is of."""
    return UnitId(draft["unit_id"])


def others_of(draft: Mapping[str, Any]) -> list[UnitId]:
    """The further units that were on the same receipt."""
    return [UnitId(key) for key in draft.get("others", ())]


def from_draft(draft: Mapping[str, Any], bill: Bill, others: Sequence[Bill] = ()) -> BillInHand:
    """The bill as it was left, on today's reading of the account; charges billed since are chosen if they are due."""
    hand = BillInHand(bill, Method(draft["method"]))
    for other in others:
        hand.add_unit(other)
    known = {ChargeId(key) for key in draft["known"]}
    ticked = {ChargeId(key) for key in draft["chosen"]}
    hand.client_id = draft["client_id"]
    hand.chosen = {one.id for one in hand.charges if one.id in (ticked if one.id in known else hand.chosen)}
    hand.one_offs = [_one_off(*stored) for stored in draft["one_offs"]]
    hand.amount = draft["amount"]
    hand.reference = draft["reference"]
    hand.principal_only = draft["principal_only"]
    hand.payer_name = draft["payer_name"]
    hand.payer_id = None if draft["payer_id"] is None else PersonId(draft["payer_id"])
    hand.tenders = [TenderAsked(Method(kind), Money(fen), slip) for kind, fen, slip in draft.get("tenders", ())]
    until = {AssignmentId(key): date.fromisoformat(day) for key, day in draft.get("ahead", ())}
    hand.ahead.restore(until, by_amount=draft.get("ahead_by_amount", False))
    hand.round_off = Money(draft.get("round_off", 0))
    hand.keep_change = draft.get("keep_change", False)
    return hand


def _stored(line: OneOffInHand) -> list[object]:
    return [line.one.item_id, line.one.name, line.one.amount.fen, line.chosen, line.one.held]


def _one_off(item_id: int, name: str, fen: int, chosen: bool, held: bool = False) -> OneOffInHand:  # noqa: FBT001, FBT002 - stored in this order
    return OneOffInHand(OneOff(FeeItemId(item_id), name, Money(fen), held=held), chosen)
