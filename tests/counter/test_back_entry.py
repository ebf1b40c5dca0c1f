"""Back entry: what was written by hand keeps its number and time, and is told apart for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import insert, select

from app.core.ids import BookId, UnitId
from app.core.money import Money
from app.counter.books.book_facts import NewBook
from app.counter.books.kinds import BookKind
from app.counter.methods import Method
from app.counter.papers.receipt_words import marks
from app.counter.payments.asked import BackEntry, Taken, TenderAsked
from app.counter.payments.refusals import (
    CollectorMissing,
    NumberOfProgram,
    NumberOutsideBook,
    NumberSpoiled,
    NumberUsedBefore,
    WrittenLater,
)
from app.counter.tables import payment, spoiled_number
from tests.counter.paying import pays_with, tender
from tests.office_builder import OfficeBuilder

WRITTEN = datetime(2026, 11, 19, 15, 40)


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    """A home that owes 165.58 for each month from August on, with a late fee that grows day by day."""
    home = counter.unit("3-2-501", area="89.50")
    counter.property_fee(home)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return home


@pytest.fixture
def book(counter: OfficeBuilder) -> BookId:
    """Blanks numbered H-000101 to H-000150."""
    books = counter.office.books
    book_id = books.register(counter.supervisor, NewBook(BookKind.BLANK, "H-", 101, 150))
    books.hand_out(counter.supervisor, book_id, "李保安", date(2026, 11, 1))
    return book_id


def test_a_paper_keeps_its_number_and_time_and_says_that_it_was_entered_later(
    counter: OfficeBuilder, home: UnitId, book: BookId
) -> None:
    shown = _due_on(counter, home, WRITTEN.date())
    taken = pays_with(
        counter,
        home,
        [tender(Method.CASH, "300")],
        back=BackEntry(book, 117, WRITTEN, "李保安"),
        shown_due=shown,
    )
    facts = counter.office.receipts.facts(taken.receipt_id)
    assert (taken.label, facts.issued_at) == ("H-000117", WRITTEN)
    assert any("补录" in note and "李保安" in note for note in facts.notes)
    with counter.office.store.reading() as connection:
        row = connection.execute(select(payment)).one()
    assert (row.day, row.written_at, row.at.date()) == (date(2026, 11, 19), WRITTEN, date(2026, 11, 20))
    assert counter.breaches() == []


def test_c26_what_the_program_prints_of_it_is_a_copy_since_the_original_was_written_by_hand(
    counter: OfficeBuilder, home: UnitId, book: BookId
) -> None:
    back = BackEntry(book, 118, WRITTEN, "李保安")
    shown = _due_on(counter, home, WRITTEN.date())
    taken = pays_with(counter, home, [tender(Method.CASH, "300")], back=back, shown_due=shown)
    receipts = counter.office.receipts
    assert receipts.waiting() == ()
    first = receipts.sheet(counter.cashier, taken.receipt_id)
    assert first.mark is not None
    assert marks(first.mark, voided=first.voided) == ["补打 第 1 次"]
    receipts.printed(taken.receipt_id, first.copy_no)
    assert receipts.sheet(counter.cashier, taken.receipt_id).copy_no == 2
    assert counter.breaches() == []


def test_the_late_fee_is_that_of_the_day_of_the_paper(counter: OfficeBuilder, home: UnitId, book: BookId) -> None:
    today, then = counter.owes(home), _due_on(counter, home, WRITTEN.date())
    assert then < today
    back = BackEntry(book, 101, WRITTEN, "李保安")
    pays_with(counter, home, [TenderAsked(Method.TRANSFER, then, "1")], back=back, shown_due=then)
    assert counter.owes(home) == Money(0)
    assert counter.breaches() == []


def test_a_number_is_refused_where_it_cannot_be(counter: OfficeBuilder, home: UnitId, book: BookId) -> None:
    shown = _due_on(counter, home, WRITTEN.date())

    def enter(back: BackEntry) -> Taken:
        return pays_with(counter, home, [tender(Method.CASH, "10")], back=back, shown_due=shown)

    good = BackEntry(book, 101, WRITTEN, "李保安")
    with pytest.raises(NumberOutsideBook):
        enter(replace(good, number=151))
    with pytest.raises(NumberOfProgram):
        enter(replace(good, book_id=BookId(1), number=1))
    with pytest.raises(WrittenLater):
        enter(replace(good, written_at=datetime(2026, 11, 21, 9)))
    with pytest.raises(CollectorMissing):
        enter(replace(good, collector=" "))
    with counter.office.store.transaction() as connection:
        wasted = {"book_id": book, "number": 102, "reason": "torn", "fate": "spoiled", "at": WRITTEN, "by": None}
        connection.execute(insert(spoiled_number).values(**wasted))
    with pytest.raises(NumberSpoiled):
        enter(replace(good, number=102))
    enter(good)
    shown -= Money(10_00)
    with pytest.raises(NumberUsedBefore) as used:
        enter(good)
    assert used.value.unit == "3-2-501"


def test_s8_a_paper_counts_in_the_shift_that_ran_then_if_it_is_still_open(
    counter: OfficeBuilder, home: UnitId, book: BookId
) -> None:
    written = datetime(2026, 11, 20, 9, 0)
    counter.clock.set(datetime(2026, 11, 21, 9))
    shown = _due_on(counter, home, written.date())
    back = BackEntry(book, 103, written, "李保安")
    taken = pays_with(counter, home, [tender(Method.CASH, "10")], back=back, shown_due=shown)
    assert counter.office.receipts.get(taken.receipt_id).shift_id == 1


def _due_on(counter: OfficeBuilder, home: UnitId, day: date) -> Money:
    now = counter.clock.now()
    counter.clock.set(datetime.combine(day, now.time()))
    due = counter.owes(home)
    counter.clock.set(now)
    return due
