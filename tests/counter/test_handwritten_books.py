"""Books that people carry: handed out, entered later, and taken back with every number named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.core.ids import BookId, UnitId
from app.core.money import Money
from app.counter.books.book_facts import BookState, Named, NewBook
from app.counter.books.kinds import BookKind, Fate
from app.counter.books.number_runs import Run
from app.counter.books.refusals import (
    BookIsCounted,
    BookIsOut,
    BookNotOut,
    BookWasReturned,
    HolderMissing,
    NumbersUnaccounted,
    SpoilReasonMissing,
)
from app.counter.payments.asked import BackEntry, OneOff, Taken
from app.counter.payments.refusals import NumberOfProgram, NumberOutsideBook, NumberSpoiled, NumberUsedBefore
from tests.office_builder import OfficeBuilder

TODAY = date(2026, 11, 20)
PAD = NewBook(BookKind.HANDWRITTEN, "S-", 1, 10, 2)


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.open_shift()
    return unit_id


@pytest.fixture
def pad(counter: OfficeBuilder) -> BookId:
    """A pad of ten numbers that Liu has taken along."""
    book_id = counter.office.books.register(counter.supervisor, PAD)
    counter.office.books.hand_out(counter.supervisor, book_id, "刘洋", TODAY)
    return book_id


def enter_back(counter: OfficeBuilder, book_id: BookId, number: int, unit: str) -> Taken:
    """A receipt that was written by hand this morning is entered now."""
    home = counter.unit(unit, owner="甲乙")
    item = next(item for item in counter.office.fee_items.one_offs() if item.code == "one-off")
    one = (OneOff(item.id, "门禁卡", Money(25_00)),)
    asked = counter.asked(home, one_offs=one)
    back = BackEntry(book_id, number, datetime(2026, 11, 20, 8, 40), "刘洋")
    return counter.office.payments.take(counter.cashier, replace(asked, back=back))


def test_it_is_known_who_has_it_since_when(counter: OfficeBuilder, pad: BookId) -> None:
    row = counter.office.books.page(pad).row
    assert (row.holder, row.issued_on, row.state, row.left) == ("刘洋", TODAY, BookState.OUT, 10)


def test_nobody_takes_a_book_that_is_out_or_the_programs_own(counter: OfficeBuilder, pad: BookId) -> None:
    books, by = counter.office.books, counter.supervisor
    with pytest.raises(BookIsOut) as refused:
        books.hand_out(by, pad, "陈静", TODAY)
    assert (refused.value.holder, refused.value.since) == ("刘洋", TODAY)
    with pytest.raises(BookIsCounted):
        books.hand_out(by, books.all()[-1].id, "陈静", TODAY)


def test_a_book_goes_to_somebody_with_a_name(counter: OfficeBuilder) -> None:
    books = counter.office.books
    book_id = books.register(counter.supervisor, PAD)
    with pytest.raises(HolderMissing):
        books.hand_out(counter.supervisor, book_id, " ", TODAY)
    with pytest.raises(BookNotOut):
        books.take_back(counter.supervisor, book_id, {})


def test_numbers_written_by_hand_are_entered_once(counter: OfficeBuilder, home: UnitId, pad: BookId) -> None:
    assert home
    taken = enter_back(counter, pad, 3, "1-1-101")
    assert taken.label == "S-000003"
    with pytest.raises(NumberUsedBefore) as refused:
        enter_back(counter, pad, 3, "1-1-102")
    assert refused.value.unit == "1-1-101"
    with pytest.raises(NumberOutsideBook):
        enter_back(counter, pad, 11, "1-1-103")
    counter.office.books.spoil(counter.cashier, pad, Run(4, 4), "写错")
    with pytest.raises(NumberSpoiled):
        enter_back(counter, pad, 4, "1-1-104")
    with pytest.raises(NumberOfProgram):
        enter_back(counter, counter.office.books.all()[-1].id, 1, "1-1-105")
    assert counter.breaches() == []


def test_it_comes_back_only_when_every_number_is_named(counter: OfficeBuilder, home: UnitId, pad: BookId) -> None:
    assert home
    books, by = counter.office.books, counter.supervisor
    enter_back(counter, pad, 1, "1-1-101")
    with pytest.raises(NumbersUnaccounted) as refused:
        books.take_back(by, pad, {2: Named(Fate.SPOILED, "写错")})
    assert refused.value.numbers == tuple(f"S-{number:06d}" for number in range(3, 11))
    assert books.page(pad).lost == ()
    named = {number: Named(Fate.UNUSED, "") for number in range(4, 11)}
    books.take_back(by, pad, named | {2: Named(Fate.SPOILED, "写错"), 3: Named(Fate.MISSING, "撕下未交回")})
    row = books.page(pad).row
    assert (row.state, row.used, row.left) == (BookState.RETURNED, 1, 0)
    assert [row.count(fate) for fate in Fate] == [1, 1, 7]
    assert counter.breaches() == []


def test_a_missing_number_needs_a_reason(counter: OfficeBuilder, pad: BookId) -> None:
    named = {number: Named(Fate.UNUSED, "") for number in range(2, 11)}
    with pytest.raises(SpoilReasonMissing):
        counter.office.books.take_back(counter.supervisor, pad, named | {1: Named(Fate.MISSING, "")})
    assert counter.office.books.page(pad).row.returned_at is None


def test_a_book_that_came_back_is_closed(counter: OfficeBuilder, pad: BookId) -> None:
    books, by = counter.office.books, counter.supervisor
    books.take_back(by, pad, {number: Named(Fate.UNUSED, "") for number in range(1, 11)})
    with pytest.raises(BookWasReturned):
        books.take_back(by, pad, {})
    with pytest.raises(BookWasReturned):
        books.hand_out(by, pad, "陈静", TODAY)
    with pytest.raises(BookWasReturned):
        books.spoil(by, pad, Run(1, 1), "torn")
