"""Payments of more than one tender for one bill, as stories ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.core.ids import AssignmentId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.asked import Ahead, Taken, TakePayment, TenderAsked
from tests.office_builder import OfficeBuilder

LATER = {"lines": (), "shown_due": Money(0)}
"""Nothing of what stands is chosen."""


def tender(method: Method, yuan: str, reference: str = "") -> TenderAsked:
    whole, _, fen = yuan.partition(".")
    return TenderAsked(method, Money(int(whole) * 100 + int(fen.ljust(2, "0"))), reference)


def asking_with(counter: OfficeBuilder, unit_id: UnitId, tenders: Sequence[TenderAsked], **more: object) -> TakePayment:
    return replace(counter.asked(unit_id), tenders=tuple(tenders), **more)  # type: ignore[arg-type]


def pays_with(counter: OfficeBuilder, unit_id: UnitId, tenders: Sequence[TenderAsked], **more: object) -> Taken:
    return counter.office.payments.take(counter.cashier, asking_with(counter, unit_id, tenders, **more))


def assignment_of(counter: OfficeBuilder, unit_id: UnitId) -> AssignmentId:
    return counter.office.payments.quote_ahead(unit_id, months=1).lines[0].assignment_id


def ahead_until(counter: OfficeBuilder, unit_id: UnitId, until: date) -> tuple[tuple[Ahead, ...], Money]:
    quote = counter.office.payments.quote_ahead(unit_id, until=until)
    return tuple(Ahead(one.assignment_id, one.until) for one in quote.lines), quote.amount
