"""The lines of a receipt as the refund screen shows them, and how a typed amount is spread over them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.ids import ChargeId
from app.core.language import mark, tr
from app.core.money import NOTHING, Money, total
from app.core.show import show_months
from app.counter.refunds.asked import ReturnLine
from app.counter.refunds.original import Original, PaidLine
from app.counter.refunds.refusals import RefundAboveRest
from app.fees.unserved import is_served_by_use

CREDIT_KEY = ChargeId(0)


class Wanted(StrEnum):
    """Why money goes back, as the screen asks; `NEVER_CAME` takes the whole payment back, no money goes out."""

    OWED_AGAIN = "owed_again"
    UNSERVED = "unserved"
    DEPOSIT = "deposit"
    CREDIT = "credit"
    NEVER_CAME = "never_came"


WORDS: dict[Wanted, str] = {
    Wanted.OWED_AGAIN: mark("wrong money: what it paid is owed again"),
    Wanted.UNSERVED: mark("paid ahead, not served from a day on"),
    Wanted.DEPOSIT: mark("deposit, against its receipt"),
    Wanted.CREDIT: mark("prepaid credit"),
    Wanted.NEVER_CAME: mark("the payment never arrived: cheque, transfer …"),
}


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line; `ticked` None where it has no box; `back` is what goes back of it as asked now."""

    key: ChargeId
    title: str
    period: str
    paid: Money
    rest: Money
    ticked: bool | None
    back: Money


@dataclass(frozen=True, slots=True)
class Line:
    """What can go back under one key: a paid charge, or (None) the unit's credit."""

    key: ChargeId
    paid: PaidLine | None
    rest: Money


def lines_for(original: Original, wanted: Wanted) -> list[Line]:
    """The lines of which something can go back for this reason."""
    lines = [Line(line.charge_id, line, line.rest) for line in original.lines if _fits(line, wanted)]
    if original.credit and wanted in (Wanted.CREDIT, Wanted.OWED_AGAIN):
        lines.append(Line(CREDIT_KEY, None, original.credit))
    return lines


def _fits(line: PaidLine, wanted: Wanted) -> bool:
    if wanted is Wanted.NEVER_CAME:
        return True
    if wanted is Wanted.DEPOSIT:
        return line.deposit is not None and line.rest > NOTHING
    if wanted is Wanted.UNSERVED:
        return line.period is not None and not is_served_by_use(line.explain) and line.rest > NOTHING
    return wanted is Wanted.OWED_AGAIN and line.rest > NOTHING


def row_of(line: Line, *, ticked: bool | None, back: Money) -> LineRow:
    """As the table shows it."""
    one = line.paid
    if one is None:
        return LineRow(line.key, tr("Prepaid credit"), "", line.rest, line.rest, ticked, back)
    period = "" if one.period is None else show_months(one.period.first, one.period.until)
    return LineRow(line.key, one.title, period, one.paid, line.rest, ticked, back)


def check_typed(label: str, lines: Sequence[Line], ticked: Collection[ChargeId], typed: Money | None) -> None:
    """One sum for several lines is compared with all of them. Raises RefundAboveRest."""
    rests = [line.rest for line in lines if line.key in ticked]
    if typed is not None and len(rests) > 1 and typed > total(rests):
        raise RefundAboveRest(label, "", typed, total(rests))


def spread(lines: Sequence[Line], ticked: Collection[ChargeId], typed: Money | None) -> tuple[ReturnLine, ...]:
    """What goes back of each ticked line; less than all of it is taken from the last lines first."""
    return tuple(reversed(list(_spread(lines, ticked, typed))))


def _spread(lines: Sequence[Line], ticked: Collection[ChargeId], typed: Money | None) -> Iterator[ReturnLine]:
    left = typed
    chosen = [line for line in lines if line.key in ticked]
    for place, line in enumerate(reversed(chosen)):
        is_first = place == len(chosen) - 1
        share = line.rest if left is None else left if is_first else min(left, line.rest)
        left = None if left is None else left - share
        if share > NOTHING:
            yield ReturnLine(None if line.key == CREDIT_KEY else line.key, share)
