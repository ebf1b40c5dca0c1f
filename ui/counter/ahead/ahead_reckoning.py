"""How far ahead a bill goes when a person says twelve months: what stands there counts, the rest is made now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.ids import AssignmentId, ChargeId
from app.core.language import tr
from app.core.money import total
from app.core.show import short_months, show_date
from app.fees.ahead.ahead_quote import AheadLine, AheadReader
from app.fees.charges import OpenCharge
from ui.counter.ahead.ahead_panel import AheadShown, AheadSum, AheadWanted
from ui.counter.bill.bill_in_hand import BillInHand
from ui.widgets.skip_words import reason_words

MonthsOfFee = tuple[list[OpenCharge], AheadLine | None]


def fees_of(reader: AheadReader) -> list[tuple[str, frozenset[AssignmentId]]]:
    """What can be paid ahead: everything together, then each fee alone."""
    lines = [line for line in reader.by_day(None, reader.latest).lines if line.charges]
    several = len({line.unit_id for line in lines}) > 1
    each = [
        (f"{line.unit_code} {line.item_name}" if several else line.item_name, frozenset({line.assignment_id}))
        for line in lines
    ]
    if len(each) < 2:
        return each
    everything = frozenset(line.assignment_id for line in lines)
    return [(tr("All: {fees}").format(fees=tr(", ").join(name for name, _ in each)), everything), *each]


def reckon(hand: BillInHand, reader: AheadReader, wanted: AheadWanted) -> AheadSum:
    """What would be paid of each fee, and together."""
    rows = tuple(_shown(hand, *months) for months in _months(hand, reader, wanted) if months[0] or months[1])
    return AheadSum(rows, total(row.amount for row in rows))


def put_on_bill(hand: BillInHand, reader: AheadReader, wanted: AheadWanted) -> None:
    """Tick what stands there, and have the rest made."""
    days: list[tuple[AssignmentId, date]] = []
    for standing, line in _months(hand, reader, wanted):
        hand.chosen |= {ChargeId(one.id) for one in standing}
        if line is not None:
            days.append((line.assignment_id, line.until))
            hand.ahead.stopped = line if line.stopped is not None else hand.ahead.stopped
    hand.ahead.go_to(days)


def cap_words(hand: BillInHand, line: AheadLine) -> str:
    """Why a line goes no further."""
    reader = hand.ahead.reader
    if reader is not None and line.until >= reader.latest:
        last = show_date(reader.latest - timedelta(days=1))
        most = hand.bill.rules.months_ahead
        return tr("Paid ahead through {day} at most: {n} months, a setting of the office.").format(day=last, n=most)
    reason = reason_words(line.stopped) if line.stopped is not None else ""
    until = show_date(line.until - timedelta(days=1))
    return tr("{item} goes no further than {day}: {reason}").format(item=line.item_name, day=until, reason=reason)


def _months(hand: BillInHand, reader: AheadReader, wanted: AheadWanted) -> Iterator[MonthsOfFee]:
    for fee in sorted(wanted.fees):
        own = [one for one in hand.not_due_charges if one.assignment_id == fee and one.until is not None]
        if wanted.until is not None:
            standing = [one for one in own if one.first is not None and one.first < wanted.until]
            yield standing, _line(reader, fee, until=min(wanted.until, reader.latest))
        else:
            standing = own[: wanted.months]
            months = wanted.months - sum(_months_in(one) for one in standing)
            yield standing, _line(reader, fee, months=months) if months > 0 else None


def _line(reader: AheadReader, fee: AssignmentId, *, months: int = 0, until: date | None = None) -> AheadLine | None:
    quote = reader.by_months([fee], months) if until is None else reader.by_day([fee], until)
    line = next((one for one in quote.lines if one.charges), None)
    if line is not None and line.until > reader.latest:
        quote = reader.by_day([fee], reader.latest)
        line = next((one for one in quote.lines if one.charges), None)
    return line


def _shown(hand: BillInHand, standing: list[OpenCharge], line: AheadLine | None) -> AheadShown:
    first = next((one.first for one in standing if one.first is not None), None)
    last = standing[-1].until if standing else None
    until = line.until if line is not None else last
    begins = first or (line.first if line is not None else None)
    assert until is not None
    assert begins is not None
    fee = line.assignment_id if line is not None else standing[0].assignment_id
    assert fee is not None
    ahead = [] if line is None else [line.amount]
    return AheadShown(
        assignment_id=fee,
        room=line.unit_code if line is not None else hand.unit_code(standing[0].unit_id),
        item=line.item_name if line is not None else standing[0].item_name,
        months=short_months(begins, until),
        until=until,
        amount=total([*(one.outstanding for one in standing), *ahead]),
        why=cap_words(hand, line) if line is not None and line.stopped is not None else "",
    )


def _months_in(one: OpenCharge) -> int:
    assert one.first is not None
    assert one.until is not None
    return max(1, (one.until.year - one.first.year) * 12 + one.until.month - one.first.month)
