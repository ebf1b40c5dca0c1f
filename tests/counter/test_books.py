"""Receipt books that the program counts: registered, used in turn, warned of, spoiled and compared with forms."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from app.access.refusals import NotPermitted
from app.core.ids import BookId, UnitId
from app.core.paper_code import PaperKind, is_genuine, parse_code
from app.counter.books.book_facts import NewBook
from app.counter.books.books import coded_blank
from app.counter.books.kinds import BookKind, Fate
from app.counter.books.number_runs import Run, count_of, runs_of, without
from app.counter.books.refusals import (
    BooksOverlap,
    FormDiffers,
    FormNotConfirmed,
    NoBookRegistered,
    NumberNotNext,
    PrefixTaken,
    PrefixUnreadable,
    RangeReversed,
    SpoilReasonMissing,
)
from app.counter.books.settings import RECEIPT_NUMBERS
from app.counter.payments.refusals import NumberUsedBefore
from app.counter.receipts.office_key import office_key
from app.counter.receipts.receipt_book import take_given_number, take_refund_number
from app.counter.refusals import ReceiptBookUsedUp
from tests.chaining import chain_anew
from tests.office_builder import OfficeBuilder

TODAY = date(2026, 11, 20)
PAD = NewBook(BookKind.HANDWRITTEN, "S-", 1, 10, 2)


@pytest.fixture
def home(counter: OfficeBuilder) -> UnitId:
    unit_id = counter.unit("3-2-501")
    counter.property_fee(unit_id)
    counter.billed_through(2026, 11)
    counter.open_shift()
    return unit_id


def small_book(counter: OfficeBuilder, last: int) -> None:
    """The program's own book ends soon."""
    with counter.office.store.transaction() as connection:
        connection.execute(text("UPDATE receipt_book SET last = :last"), {"last": last})
        connection.execute(text("DELETE FROM audit WHERE action = 'register_book'"))  # nor was it ever longer
        chain_anew(connection)


@pytest.mark.parametrize("typed", ["", "12", "票", "R 1-2", "ABCDEFGH"])
def test_a_prefix_without_a_letter_is_refused(counter: OfficeBuilder, typed: str) -> None:
    with pytest.raises(PrefixUnreadable):
        counter.office.books.register(counter.supervisor, NewBook(BookKind.PREPRINTED, typed, 1, 9))


def test_a_prefix_of_another_kind_is_refused(counter: OfficeBuilder) -> None:
    with pytest.raises(PrefixTaken) as refused:
        counter.office.books.register(counter.supervisor, NewBook(BookKind.HANDWRITTEN, "r", 1, 9))
    assert (refused.value.prefix, refused.value.kind) == ("R-", "own")


@pytest.mark.parametrize(("first", "last"), [(9, 1), (0, 5), (1, 100_000_000)])
def test_a_reversed_or_impossible_range_is_refused(counter: OfficeBuilder, first: int, last: int) -> None:
    with pytest.raises(RangeReversed):
        counter.office.books.register(counter.supervisor, NewBook(BookKind.PREPRINTED, "F", first, last))


@pytest.mark.parametrize(("first", "last"), [(1, 1), (50, 150), (100, 100), (1, 500), (20, 30)])
def test_no_number_is_registered_twice(counter: OfficeBuilder, first: int, last: int) -> None:
    books = counter.office.books
    books.register(counter.supervisor, NewBook(BookKind.PREPRINTED, "F-", 1, 100))
    with pytest.raises(BooksOverlap):
        books.register(counter.supervisor, NewBook(BookKind.PREPRINTED, "F-", first, last))
    assert len(books.all()) == 2


def test_forms_of_one_prefix_go_on_where_the_last_stack_ended(counter: OfficeBuilder) -> None:
    books = counter.office.books
    books.register(counter.supervisor, NewBook(BookKind.PREPRINTED, "F-", 1, 100))
    books.register(counter.supervisor, NewBook(BookKind.PREPRINTED, "F-", 101, 200))
    assert [row.name for row in books.all()][:2] == ["F-000101 – F-000200", "F-000001 – F-000100"]
    assert counter.breaches() == []


def test_a_cashier_registers_no_book(counter: OfficeBuilder) -> None:
    with pytest.raises(NotPermitted):
        counter.office.books.register(counter.cashier, PAD)


def test_the_next_book_takes_over_when_one_is_used_up(counter: OfficeBuilder, home: UnitId) -> None:
    small_book(counter, 1)
    counter.office.books.register(counter.supervisor, NewBook(BookKind.OWN, "Q", 7, 9))
    assert counter.pays(home, "100").label == "R-000001"
    assert counter.office.bills.open(home).next_label == "Q-000007"
    assert counter.pays(home, "100").label == "Q-000007"
    assert counter.breaches() == []


def test_a_used_up_book_is_refused_and_nothing_is_written(counter: OfficeBuilder, home: UnitId) -> None:
    small_book(counter, 1)
    counter.pays(home, "100")
    assert counter.office.bills.open(home).next_label == ""
    with pytest.raises(ReceiptBookUsedUp) as refused:
        counter.pays(home, "100")
    assert (refused.value.prefix, refused.value.last) == ("R-", 1)
    assert counter.breaches() == []


def test_without_any_book_of_forms_nothing_is_taken(counter: OfficeBuilder, home: UnitId) -> None:
    counter.office.settings.change(counter.supervisor, {RECEIPT_NUMBERS: BookKind.PREPRINTED})
    with pytest.raises(NoBookRegistered):
        counter.pays(home, "100")


def test_a_book_says_in_time_that_it_runs_out(counter: OfficeBuilder, home: UnitId) -> None:
    books = counter.office.books
    assert books.running_out() is None
    small_book(counter, 51)
    assert books.running_out() is None
    counter.pays(home, "100")
    warned = books.running_out()
    assert warned is not None
    assert (warned.prefix, warned.left) == ("R-", 50)
    books.register(counter.supervisor, NewBook(BookKind.OWN, "Q", 1, 500))
    assert books.running_out() is None


def test_refund_slips_have_their_own_numbers_from_the_first_one_on(counter: OfficeBuilder) -> None:
    with counter.office.store.rehearsal() as connection:
        now = counter.clock.now()
        labels = [take_refund_number(connection, now, counter.cashier.id).label for _ in range(3)]
    assert labels == ["T-000001", "T-000002", "T-000003"]


def test_a_spoiled_number_is_never_given_and_leaves_no_gap(counter: OfficeBuilder, home: UnitId) -> None:
    books, own = counter.office.books, counter.office.books.all()[0].id
    counter.pays(home, "100")
    with pytest.raises(NumberNotNext) as refused:
        books.spoil(counter.cashier, own, Run(4, 4), "torn")
    assert (refused.value.asked, refused.value.next) == ("R-000004", "R-000002")
    books.spoil(counter.cashier, own, Run(2, 3), "torn")
    assert counter.pays(home, "100").label == "R-000004"
    assert (books.page(own).row.used, books.page(own).row.count(Fate.SPOILED)) == (2, 2)
    assert counter.breaches() == []


def test_a_spoiled_number_needs_a_reason(counter: OfficeBuilder) -> None:
    books = counter.office.books
    with pytest.raises(SpoilReasonMissing):
        books.spoil(counter.cashier, books.all()[0].id, Run(1, 2), "  ")
    assert books.all()[0].next == 1


def test_a_number_with_money_is_not_spoiled(counter: OfficeBuilder, home: UnitId) -> None:
    counter.pays(home, "100")
    with pytest.raises(NumberUsedBefore):
        counter.office.books.spoil(counter.cashier, counter.office.books.all()[0].id, Run(1, 1), "torn")


class TestPreprintedForms:
    """The number on the form is the number of the receipt."""

    @pytest.fixture
    def forms(self, counter: OfficeBuilder, home: UnitId) -> BookId:
        book_id = counter.office.books.register(counter.supervisor, NewBook(BookKind.PREPRINTED, "F", 301, 310, 3))
        counter.office.settings.change(counter.supervisor, {RECEIPT_NUMBERS: BookKind.PREPRINTED})
        return book_id

    def test_money_is_taken_only_after_the_form_was_compared(
        self, counter: OfficeBuilder, home: UnitId, forms: BookId
    ) -> None:
        with pytest.raises(FormNotConfirmed) as refused:
            counter.pays(home, "100")
        assert refused.value.label == "F-000301"
        counter.office.books.confirm_form(counter.cashier, forms, 301)
        assert counter.pays(home, "100").label == "F-000301"
        assert counter.pays(home, "100").label == "F-000302"
        assert counter.breaches() == []

    def test_a_form_of_another_number_is_refused(self, counter: OfficeBuilder, forms: BookId) -> None:
        with pytest.raises(FormDiffers) as refused:
            counter.office.books.confirm_form(counter.cashier, forms, 303)
        assert (refused.value.program, refused.value.form) == ("F-000301", "F-000303")

    def test_forms_that_were_torn_off_are_spoiled_before_the_stack_is_confirmed(
        self, counter: OfficeBuilder, home: UnitId, forms: BookId
    ) -> None:
        counter.office.books.spoil(counter.cashier, forms, Run(301, 302), "torn off for the test page")
        counter.office.books.confirm_form(counter.cashier, forms, 303)
        assert counter.pays(home, "100").label == "F-000303"
        assert counter.breaches() == []


def test_blocks_of_blanks_follow_each_other_and_prove_their_numbers(counter: OfficeBuilder) -> None:
    books = counter.office.books
    first = books.issue_blanks(counter.supervisor, "刘洋", 12, TODAY)
    second = books.issue_blanks(counter.supervisor, "陈静", 6, TODAY)
    blanks = books.blanks(second)
    assert [one.label for one in blanks] == [f"H-{number:06d}" for number in range(13, 19)]
    assert parse_code(blanks[0].code).kind is PaperKind.BLANK_RECEIPT
    with counter.office.store.reading() as connection:
        assert is_genuine(blanks[0].code, coded_blank(books.page(second).row, 13), office_key(connection))
        assert take_given_number(connection, first, 12).label == "H-000012"


def test_more_books_than_two_digits_name_still_give_receipts(counter: OfficeBuilder, home: UnitId) -> None:
    small_book(counter, 1)
    with counter.office.store.transaction() as connection:
        connection.execute(
            text(
                "INSERT INTO receipt_book (id, prefix, first, last, next, kind, at) "
                "VALUES (100, 'Z-', 1, 9, 1, 'own', '2026-11-20 08:00:00')"
            )
        )
    first, second = counter.pays(home, "100"), counter.pays(home, "50")
    facts = [counter.office.receipts.facts(one.receipt_id) for one in (first, second)]
    assert facts[1].code[1:3] == "01"
    checked = [counter.office.receipt_check.check(one.code) for one in facts]
    assert [one.label for one in checked if one is not None] == ["R-000001", "Z-000001"]
    assert counter.breaches() == []


@given(st.sets(st.integers(1, 60)), st.integers(1, 60), st.integers(0, 30))
def test_runs_hold_every_number_once(taken: set[int], first: int, length: int) -> None:
    whole = Run(first, first + length)
    left = without(whole, taken)
    named = {number for run in left for number in range(run.first, run.last + 1)}
    assert named == set(range(whole.first, whole.last + 1)) - taken
    assert count_of(left) == len(named)
    assert left == runs_of(named)
