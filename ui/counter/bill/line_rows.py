"""The lines of an open bill as the table shows them: what is owed, what this payment gives to each, what stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.ids import ChargeId
from app.core.language import mark, tr
from app.core.money import NOTHING, Money, total
from app.core.show import short_months
from app.counter.payments.chosen_lines import one_off_id
from app.counter.payments.settlement import Settlement
from app.estate.kinds import UnitKind
from app.fees.charges import OpenCharge
from ui.counter.bill.ahead_in_hand import months_of
from ui.counter.bill.bill_in_hand import BillInHand

DISCOUNT_KEY = -1_000_000  # below the keys of what is typed at the counter
AHEAD_KEY = -2_000_000
THEIRS_KEY = -3_000_000
ROUNDED_KEY = -4_000_000

KINDS = {
    UnitKind.HOME: mark("home"),
    UnitKind.SHOP: mark("shop"),
    UnitKind.OFFICE: mark("office"),
    UnitKind.PARKING: mark("parking"),
    UnitKind.STORAGE: mark("storage"),
}


class Standing(StrEnum):
    """Where a line stands in time."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    NOT_DUE = "not_due"
    NEW = "new"
    AHEAD = "ahead"
    ROUNDED = "rounded"
    THEIRS = "theirs"
    DISCOUNT = "discount"
    DISCOUNT_LOST = "discount_lost"

    @property
    def is_discount(self) -> bool:
        """Whether it is no charge but what comes off them."""
        return self in (Standing.DISCOUNT, Standing.DISCOUNT_LOST, Standing.ROUNDED)

    @property
    def is_charge(self) -> bool:
        """Whether it counts as a line of the receipt."""
        return not self.is_discount and self is not Standing.THEIRS


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line; `taken` and `left` are None where the payment does not touch it or cannot be reckoned yet.

    `room` is the unit it is of, `months` how many are paid ahead. A line of THEIRS is a whole unit: `principal` is all
    that is due there, `days_overdue` in how many lines.
    """

    key: int
    chosen: bool
    item: str
    period: str
    due_on: date
    standing: Standing
    days_overdue: int
    principal: Money
    late_fee: Money | None
    taken: Money | None
    payable: Money
    left: Money | None
    room: str = ""
    months: int = 0


def line_rows(hand: BillInHand, settled: Settlement | None) -> list[LineRow]:
    """All lines in the order of the bill: due, typed at the counter, not yet due, ahead, and what comes off them.

    Below them what else is theirs, to be put on the same receipt.
    """
    given = _given(settled)
    typed = list(_typed_rows(hand, given))
    due = [_row(hand, one, given) for one in hand.due_charges]
    not_due = [_row(hand, one, given) for one in hand.not_due_charges]
    off = [*_discount_rows(hand, settled), *_rounded_rows(hand, settled)]
    return [*due, *typed, *not_due, *_ahead_rows(hand, given), *off, *_their_rows(hand)]


@dataclass(frozen=True, slots=True)
class _Given:
    """What a line gets, its share of a discount counted as paid; the discount has a line of its own."""

    taken: Money = NOTHING
    rounded_off: Money = NOTHING


def _given(settled: Settlement | None) -> dict[ChargeId, _Given] | None:
    if settled is None:
        return None
    off: dict[ChargeId, Money] = {}
    for each in settled.rounding_off:
        off[each.charge_id] = off.get(each.charge_id, NOTHING) + each.amount
    let_off = settled.discounts
    return {
        part.charge_id: _Given(part.together + let_off.get(part.charge_id, NOTHING), off.get(part.charge_id, NOTHING))
        for part in settled.parts
    }


def _row(hand: BillInHand, one: OpenCharge, given: dict[ChargeId, _Given] | None) -> LineRow:
    day = hand.bill.day
    chosen = one.id in hand.chosen
    owed = one.outstanding + one.late_fee_owed
    mine = given.get(one.id, _Given()) if given is not None and chosen else None
    payable = one.outstanding if hand.principal_only else owed
    return LineRow(
        key=one.id,
        chosen=chosen,
        item=one.name,
        period=_period(one),
        due_on=one.due_on,
        standing=_standing(one, day),
        days_overdue=one.days_overdue(day),
        principal=one.outstanding,
        late_fee=one.late_fee_owed or None,
        taken=None if mine is None else mine.taken,
        payable=payable if mine is None else payable - mine.rounded_off,
        left=None if mine is None else owed - mine.taken - mine.rounded_off,
        room=hand.unit_code(one.unit_id),
    )


def typed_key(place: int) -> int:
    """The key of what was typed at the counter, by its place among such lines."""
    return -1 - place


def _typed_rows(hand: BillInHand, given: dict[ChargeId, _Given] | None) -> Iterator[LineRow]:
    position = 0
    for place, line in enumerate(hand.one_offs):
        mine = given.get(one_off_id(position), _Given()) if given is not None and line.chosen else None
        position += line.chosen
        yield LineRow(
            key=typed_key(place),
            chosen=line.chosen,
            item=line.one.name,
            period="",
            due_on=hand.bill.day,
            standing=Standing.NEW,
            days_overdue=0,
            principal=line.one.amount,
            late_fee=None,
            taken=None if mine is None else mine.taken,
            payable=line.one.amount if mine is None else line.one.amount - mine.rounded_off,
            left=None if mine is None else line.one.amount - mine.taken - mine.rounded_off,
            room=hand.bill.unit.code,
        )


def _ahead_rows(hand: BillInHand, given: dict[ChargeId, _Given] | None) -> Iterator[LineRow]:
    for place, line in enumerate(hand.ahead.lines):
        mine = [given.get(one.open.id, _Given()) for one in line.charges] if given is not None else None
        taken = None if mine is None else total(one.taken for one in mine)
        off = NOTHING if mine is None else total(one.rounded_off for one in mine)
        yield LineRow(
            key=AHEAD_KEY - place,
            chosen=True,
            item=line.item_name,
            period=short_months(line.first, line.until),
            due_on=line.charges[0].open.due_on if line.charges else hand.bill.day,
            standing=Standing.AHEAD,
            days_overdue=0,
            principal=line.amount,
            late_fee=None,
            taken=taken,
            payable=line.amount - off,
            left=None if taken is None else line.amount - taken - off,
            room=line.unit_code,
            months=months_of(line),
        )


def _rounded_rows(hand: BillInHand, settled: Settlement | None) -> Iterator[LineRow]:
    if hand.round_off:
        amount = -hand.round_off
        yield LineRow(
            key=ROUNDED_KEY,
            chosen=settled is not None,
            item=tr("Rounded off"),
            period="",
            due_on=hand.bill.day,
            standing=Standing.ROUNDED,
            days_overdue=0,
            principal=amount,
            late_fee=None,
            taken=None,
            payable=amount,
            left=None,
        )


def _their_rows(hand: BillInHand) -> Iterator[LineRow]:
    for place, one in enumerate(hand.theirs):
        yield LineRow(
            key=THEIRS_KEY - place,
            chosen=one.unit_id in hand.others,
            item=f"{one.code} {tr(KINDS[one.kind])}",
            period="",
            due_on=hand.bill.day,
            standing=Standing.THEIRS,
            days_overdue=one.charges,
            principal=one.owed,
            late_fee=None,
            taken=None,
            payable=one.owed,
            left=None,
            room=one.code,
        )


def _discount_rows(hand: BillInHand, settled: Settlement | None) -> Iterator[LineRow]:
    lost = settled is not None and not settled.discounts
    for place, one in enumerate(hand.offered(hand.ahead.reached)):
        yield LineRow(
            key=DISCOUNT_KEY - place,
            chosen=not lost,
            item=one.rule.name,
            period="",
            due_on=hand.bill.day,
            standing=Standing.DISCOUNT_LOST if lost else Standing.DISCOUNT,
            days_overdue=0,
            principal=-one.amount,
            late_fee=None,
            taken=None if settled is None or lost else -one.amount,
            payable=-one.amount,
            left=None,
        )


def _period(one: OpenCharge) -> str:
    return "" if one.first is None or one.until is None else short_months(one.first, one.until)


def _standing(one: OpenCharge, day: date) -> Standing:
    if one.due_on > day:
        return Standing.NOT_DUE
    return Standing.OVERDUE if one.due_on < day else Standing.DUE_TODAY
