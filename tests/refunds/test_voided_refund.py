"""A refund that is voided in its shift: its number stays, its money counts neither as given back nor as taken."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import text

from app.core.ids import UnitId
from app.core.money import Money, total
from app.counter.papers.shift_paper import shift_pdf
from app.counter.refunds.asked import RefundKind, ReturnLine
from app.counter.shifts.z_reports import ZReport
from tests.chaining import chain_anew
from tests.closing import close_shift
from tests.counter.test_shift_papers import words_of
from tests.refunds.refund_office import RefundOffice


@pytest.fixture
def home(counter: RefundOffice) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


def closed_after_two_refunds(counter: RefundOffice, home: UnitId) -> ZReport:
    """Of 682.50 yuan, 100 are given back by mistake and 50 in earnest."""
    taken = counter.pays(home)
    charge_id = counter.office.refunds.original(taken.receipt_id).lines[0].charge_id
    for yuan in (100, 50):
        part = (ReturnLine(charge_id, Money.yuan(yuan)),)
        done = counter.refunds(counter.asks_back(taken.receipt_id, RefundKind.OWED_AGAIN, part))
        if yuan == 100:
            counter.office.receipts.void(counter.cashier, done.receipt_id, "退错", copies_returned=True)
    return close_shift(counter.office, counter.cashier)


def test_s11_a_voided_refund_is_told_apart_from_one_that_stands(counter: RefundOffice, home: UnitId) -> None:
    facts = closed_after_two_refunds(counter, home).facts
    assert (facts.papers.refunds, facts.papers.refunds_voided) == (("T-000001", "T-000002"), ("T-000001",))
    assert (facts.papers.refunded, facts.papers.refunded_void) == (Money.yuan(50), Money.yuan(100))
    (cash,) = facts.methods
    assert (cash.payments, cash.taken, cash.returned) == (1, Money(682_50), -Money.yuan(50))
    assert total(item.returned for item in facts.items) == -Money.yuan(50)
    assert total(item.taken for item in facts.items) == Money(682_50)
    assert counter.breaches() == []


def test_s11_the_report_prints_both(counter: RefundOffice, home: UnitId) -> None:
    words = "".join(words_of(shift_pdf(closed_after_two_refunds(counter, home).facts)).split())
    assert "退款单T-000001、T-00000250.00" in words
    assert "其中退款单作废T-000001100.00" in words


def test_a_report_from_before_the_two_were_told_apart_still_holds(counter: RefundOffice, home: UnitId) -> None:
    closed_after_two_refunds(counter, home)
    as_before(counter)
    assert counter.breaches() == []


def as_before(counter: RefundOffice) -> None:
    """The report as an earlier version of the program stored it: a voided refund came in again."""
    with counter.office.store.transaction() as connection:
        facts: dict[str, Any] = json.loads(connection.execute(text("SELECT facts FROM z_report")).scalar_one())
        for line in (facts["methods"][0], facts["items"][0]):
            line["taken"] += 100_00
            line["returned"] -= 100_00
        facts["papers"]["refunded"] += 100_00
        for name in ("refunds_voided", "refunded_void"):
            del facts["papers"][name]
        kept = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        connection.execute(text("UPDATE z_report SET facts = :facts"), {"facts": kept})
        connection.execute(text("DELETE FROM audit WHERE action = 'close_shift'"))
        chain_anew(connection)
