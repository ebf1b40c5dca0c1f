"""A paper that was entered wrongly: its entry is voided, and the paper goes in once more, pointing to the void."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.core.money import Money
from app.counter.books.number_runs import Run
from app.counter.outages.back_entries import cash_of
from app.counter.payments.refusals import NumberUsedBefore
from tests.closing import close_shift
from tests.counter.outages.conftest import BACK_AGAIN, CutMorning


@pytest.fixture
def voided(cut: CutMorning) -> CutMorning:
    """H-000001 was entered for the wrong room."""
    cut.builder.clock.set(BACK_AGAIN)
    wrong = cut.enter(cut.paper(1, "3-1-301", "100"))
    cut.builder.office.receipts.void(cut.builder.cashier, wrong.receipt_id, "收错房间", copies_returned=True)
    return cut


def test_i22_a_voided_paper_is_entered_once_more_under_a_number_of_the_program(voided: CutMorning) -> None:
    office, book = voided.builder.office, voided.book
    office.back_entries.check(book, 1)
    taken = voided.enter(voided.paper(1, "3-1-702", "100"))
    assert taken.label == "R-000001"
    facts = office.receipts.facts(taken.receipt_id)
    assert (facts.unit, facts.issued_at) == ("3-1-702", datetime(2026, 11, 20, 11))
    assert any("H-000001 原录入已作废" in note and "李强" in note for note in facts.notes)
    assert voided.builder.breaches() == []


def test_i22_of_the_stack_only_what_stands_is_counted(voided: CutMorning) -> None:
    entered = voided.builder.office.back_entries.entered
    (row,) = entered(voided.book)
    assert (row.voided, cash_of((row,))) == (True, Money(0))
    voided.enter(voided.paper(1, "3-1-702", "100"))
    (row,) = entered(voided.book)
    assert (row.number, row.label, row.unit, row.voided) == (1, "H-000001 → R-000001", "3-1-702", False)
    assert cash_of((row,)) == Money.yuan(100)
    assert voided.builder.office.back_entries.open_runs(voided.book)[0] == Run(2, 6)


def test_i22_it_is_entered_once_and_no_more(voided: CutMorning) -> None:
    paper = voided.paper(1, "3-1-702", "100")
    again = voided.enter(paper)
    for other in (paper, replace(paper, client_id="another row")):
        with pytest.raises(NumberUsedBefore):
            voided.enter(other)
    voided.builder.office.receipts.void(voided.builder.cashier, again.receipt_id, "又错", copies_returned=True)
    with pytest.raises(NumberUsedBefore):
        voided.enter(replace(paper, client_id="a third row"))
    assert voided.builder.breaches() == []


def test_i22_its_late_fee_is_still_that_of_the_day_of_the_paper(voided: CutMorning) -> None:
    owed = voided.builder.office.back_entries.owed(voided.units["3-1-702"], date(2026, 11, 20)).owed
    close_shift(voided.builder.office, voided.builder.cashier)
    voided.builder.clock.set(datetime(2026, 12, 1, 9))
    voided.builder.open_shift()
    later = voided.builder.owes(voided.units["3-1-702"])
    assert later > owed
    voided.enter(replace(voided.paper(1, "3-1-702", "1"), amount=owed))
    assert voided.builder.owes(voided.units["3-1-702"]) == Money(0)
    assert voided.builder.breaches() == []


def test_a_number_of_the_program_that_replaces_nothing_is_named(voided: CutMorning) -> None:
    voided.enter(voided.paper(1, "3-1-702", "100"))
    with voided.builder.office.store.transaction() as connection:
        connection.exec_driver_sql("UPDATE payment SET client_id = 'again-99' WHERE client_id LIKE 'again-%'")
    assert any("handed out" in breach for breach in voided.builder.breaches())
