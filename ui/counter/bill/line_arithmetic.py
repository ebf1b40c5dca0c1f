"""How a line of the bill, and the price beside the room, were computed; in words, read from what the bill holds."""

from __future__ import annotations

from app.fees.explanation import lines_of
from app.fees.terms import Formula
from app.fees.words.explain_words import price_words
from app.fees.words.price_words import line_price_words
from app.office import Office
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.explain_strip import Explained, explain, explain_discount, explain_typed
from ui.counter.bill.line_rows import AHEAD_KEY, DISCOUNT_KEY, LineRow, Standing


def explained_line(hand: BillInHand, row: LineRow) -> Explained | None:
    """The arithmetic of a line; None where there is none to tell."""
    if row.standing.is_discount:
        return _explained_discount(hand, row)
    if row.standing is Standing.AHEAD:
        return explain(hand.ahead.lines[AHEAD_KEY - row.key].charges[0].open)
    if row.standing is Standing.THEIRS:
        return None
    if row.key < 0:
        return explain_typed(row.item, row.principal)
    one = next((one for one in hand.charges if one.id == row.key), None)
    return None if one is None else explain(one)


def price_of(office: Office, hand: BillInHand) -> str:
    """The price that the open charges were computed with; else that of a tariff which lies on the unit now."""
    own = (*hand.bill.due, *hand.bill.not_due)
    computed = [one.explain for one in own if one.explain["kind"] == "computed"]
    last = [lines_of(each)[-1] for each in computed]
    line = next((each for each in last if each.formula is Formula.AREA), last[0] if last else None)
    if line is not None:
        return line_price_words(line)
    today = hand.bill.day
    assigned = office.assignments.of_unit(hand.bill.unit.id)
    lying = next((one for one in assigned if one.until is None or one.until > today), None)
    return "" if lying is None else price_words(lying.tariff.version_on(today).terms)


def _explained_discount(hand: BillInHand, row: LineRow) -> Explained | None:
    if row.standing is Standing.ROUNDED:
        return None
    return explain_discount(hand.offered(hand.ahead.reached)[DISCOUNT_KEY - row.key])
