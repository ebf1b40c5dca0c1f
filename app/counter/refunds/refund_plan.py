"""What a refund does to each charge: how much money goes back, and how much of it is no longer owed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.money import NOTHING, Money, total
from app.core.rounding import exact_yuan, round_to_fen
from app.counter.methods import Method
from app.counter.refunds.asked import AskedRefund, RefundKind, ReturnLine
from app.counter.refunds.original import Original, PaidLine
from app.counter.refunds.refusals import AllServed, MeteredIsServed, NothingToRefund, RefundAboveRest
from app.fees.cash_rounding import CashRounding
from app.fees.unserved import is_served_by_use, unserved_share

_JIAO = 10


class Treatment(StrEnum):
    """What becomes of the charge whose money goes back."""

    OWED_AGAIN = "owed_again"
    NOT_OWED = "not_owed"
    DEPOSIT = "deposit"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Part:
    """One charge (None: prepaid credit). Amounts in fen: `back` goes out, `off` is no longer owed.

    `kept` are the fen that cash cannot give; `again` is what the receipt was let off and is now owed after all.
    """

    line: PaidLine | None
    treatment: Treatment
    back: Money
    off: Money = NOTHING
    kept: Money = NOTHING
    again: Money = NOTHING


@dataclass(frozen=True, slots=True)
class RefundPlan:
    """All parts of one refund."""

    parts: tuple[Part, ...]

    @property
    def back(self) -> Money:
        """The money that goes back."""
        return total(part.back for part in self.parts)

    @property
    def kept(self) -> Money:
        """The fen that stay because there are no coins for them."""
        return total(part.kept for part in self.parts)

    def of(self, *treatments: Treatment) -> Money:
        """The money of parts that are treated so."""
        return total(part.back for part in self.parts if part.treatment in treatments)


def plan_refund(original: Original, asked: AskedRefund, later: Sequence[PaidLine], how: CashRounding) -> RefundPlan:
    """What goes back. `later` are charges of the same tariffs that this receipt did not pay.

    Raises NothingToRefund, RefundAboveRest, MeteredIsServed, AllServed.
    """
    if asked.kind is RefundKind.UNSERVED:
        parts = _unserved(original, asked, later)
    else:
        parts = [_chosen(original, one) for one in asked.lines if one.amount]
    back = total(part.back for part in parts)
    if back <= NOTHING:
        raise NothingToRefund(original.label)
    if back > original.rest:
        raise RefundAboveRest(original.label, "", back, original.rest)
    if asked.method is Method.CASH and how is not CashRounding.OFF:
        parts = list(_in_jiao(parts, Money(back.fen % _JIAO)))
    if total(part.back for part in parts) <= NOTHING:
        raise NothingToRefund(original.label)
    return RefundPlan(tuple(_let_off_is_owed(part) for part in parts))


def _chosen(original: Original, asked: ReturnLine) -> Part:
    if asked.charge_id is None:
        if asked.amount > original.credit:
            raise RefundAboveRest(original.label, "", asked.amount, original.credit)
        return Part(None, Treatment.CREDIT, asked.amount)
    line = original.line(asked.charge_id)
    if line is None:
        raise NothingToRefund(original.label)
    if not NOTHING < asked.amount <= line.rest:
        raise RefundAboveRest(original.label, line.title, asked.amount, line.rest)
    if line.deposit is not None:
        return Part(line, Treatment.DEPOSIT, asked.amount)
    if line.is_one_off:
        return Part(line, Treatment.NOT_OWED, asked.amount, asked.amount)
    return Part(line, Treatment.OWED_AGAIN, asked.amount)


def _unserved(original: Original, asked: AskedRefund, later: Sequence[PaidLine]) -> list[Part]:
    assert asked.unserved_from is not None
    wanted = {one.charge_id for one in asked.lines}
    chosen = [line for line in original.lines if not wanted or line.charge_id in wanted]
    found = list(unserved_parts([*chosen, *later], asked.unserved_from))
    metered = next((line for line in chosen if line.charge_id in wanted and is_served_by_use(line.explain)), None)
    if metered is not None:
        raise MeteredIsServed(metered.title)
    if not any(part.back for part in found):
        raise AllServed(original.label, asked.unserved_from)
    return found


def unserved_parts(lines: Iterable[PaidLine], first_unserved: date) -> Iterator[Part]:
    """What falls on days from `first_unserved` on: first what is still owed is let go, then money goes back."""
    for line in lines:
        if line.period is None or line.deposit is not None or is_served_by_use(line.explain):
            continue
        share = unserved_share(line.explain, line.period, first_unserved)
        off = round_to_fen(exact_yuan(line.worth) * share) - line.unserved
        off = min(off, line.outstanding + line.rest)
        if off > NOTHING:
            yield Part(line, Treatment.NOT_OWED, max(off - line.outstanding, NOTHING), off)


def _in_jiao(parts: Sequence[Part], fen: Money) -> Iterator[Part]:
    """Leave the fen that have no coins with the last parts; what stays of a deposit or of unserved days is rounded."""
    rest, turned = fen, []
    for part in reversed(parts):
        less = min(rest, part.back)
        rest -= less
        rounds = part.treatment in (Treatment.NOT_OWED, Treatment.DEPOSIT)
        turned.append(replace(part, back=part.back - less, kept=less if rounds else NOTHING))
    return iter([part for part in reversed(turned) if part.back or part.off or part.kept])


def _let_off_is_owed(part: Part) -> Part:
    """Who gets everything of a charge back, be it in parts, had no reason to be let off anything of it."""
    line = part.line
    if part.treatment is not Treatment.OWED_AGAIN or line is None or part.back + line.returned != line.paid:
        return part
    if line.returned and line.unserved:
        return part
    return replace(part, again=line.let_off)
