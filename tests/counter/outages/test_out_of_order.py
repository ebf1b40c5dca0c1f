"""Papers of one room that are entered in another order than they were written: a warning, and the law of late fees."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from fractions import Fraction
from itertools import pairwise, permutations
from pathlib import Path

import pytest

from app.core.clock import SetClock
from app.core.ids import BookId, UnitId
from app.core.money import Money, total
from app.core.rounding import round_to_fen
from app.counter.books.book_facts import NewBook
from app.counter.books.kinds import BookKind
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.counter.outages.refusals import WrittenOutOfOrder
from app.fees.charges import open_charges
from tests.office_builder import OfficeBuilder
from ui.sentences import say

TODAY = date(2026, 11, 20)
DUE = date(2026, 8, 5)
RATE = Fraction(5, 10_000)
PAPERS = ((date(2026, 9, 4), 30), (date(2026, 10, 6), 45), (date(2026, 11, 2), 60))
"""Days and yuan of three papers that together leave some of the August fee unpaid."""


@pytest.fixture
def office(office_folder_of_one_home: Path) -> OfficeBuilder:
    return OfficeBuilder(office_folder_of_one_home, SetClock(datetime.combine(TODAY, time(9))))


@pytest.fixture(scope="module")
def one_home(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Path:
    """One home that owes 165.58 for August, and a hand-written book that somebody carries since then."""
    path = tmp_path_factory.mktemp("one-home") / "office data"
    shutil.copytree(set_up_office, path)
    builder = OfficeBuilder(path, SetClock(datetime(2026, 8, 1, 9)))
    builder.property_fee(builder.unit("3-2-501"))
    builder.billed_through(2026, 8)
    book = builder.office.books.register(builder.supervisor, NewBook(BookKind.HANDWRITTEN, "S-", 1, 20))
    builder.office.books.hand_out(builder.supervisor, book, "李强", date(2026, 8, 1))
    builder.clock.set(datetime.combine(TODAY, time(9)))
    builder.open_shift()
    builder.office.close()
    return path


@pytest.fixture
def office_folder_of_one_home(one_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(one_home, tmp_path / "office data"))


def paper(number: int, day: date, yuan: int) -> Written:
    written = datetime.combine(day, time(10))
    return Written(f"paper {number}", BookId(2), number, UnitId(1), Money.yuan(yuan), Method.CASH, "", written, "李强")


def enters(office: OfficeBuilder, one: Written) -> None:
    office.office.back_entries.enter(office.cashier, one)


def reckoned(amount: Money, papers: Sequence[tuple[date, int]], day: date) -> Money:
    """By hand: for each day what was unpaid of the charge, papers counted on their own days, times the rate."""
    days = sorted([DUE, *(written for written, _ in papers), day])
    fee = Fraction(0)
    for first, until in pairwise(days):
        paid = sum(yuan for written, yuan in papers if written <= first)
        fee += (Fraction(amount.fen, 100) - paid) * (until - first).days * RATE
    return round_to_fen(fee)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whatever_the_order_late_fee_counts_each_paper_on_its_own_day(
    office: OfficeBuilder, order: tuple[int, ...]
) -> None:
    for place in order:
        enters(office, replace(paper(place + 1, *PAPERS[place]), order_accepted=True))
    with office.office.store.reading() as connection:
        (august,) = open_charges(connection, [UnitId(1)], TODAY)
    assert august.amount == Money(165_58)
    assert august.outstanding == Money(165_58) - total(Money.yuan(yuan) for _, yuan in PAPERS)
    assert august.late_fee_owed == reckoned(august.amount, PAPERS, TODAY)
    assert office.breaches() == []


def test_a_paper_of_an_earlier_day_than_one_that_is_in_is_asked_about_first(office: OfficeBuilder) -> None:
    later, earlier = paper(1, *PAPERS[1]), paper(2, *PAPERS[0])
    enters(office, later)
    with pytest.raises(WrittenOutOfOrder) as refused:
        enters(office, earlier)
    assert (refused.value.label, refused.value.later) == ("S-000002", "S-000001")
    assert "void S-000001, enter this paper, then S-000001 again" in say(refused.value)
    assert len(office.office.back_entries.entered(BookId(2))) == 1
    enters(office, replace(earlier, order_accepted=True))
    assert len(office.office.back_entries.entered(BookId(2))) == 2


def test_what_the_counter_took_on_a_later_day_is_asked_about_as_well(office: OfficeBuilder) -> None:
    taken = office.pays(UnitId(1), "20")
    with pytest.raises(WrittenOutOfOrder) as refused:
        enters(office, paper(1, *PAPERS[0]))
    assert (refused.value.later, refused.value.later_day) == (taken.label, TODAY)


def test_nothing_is_asked_of_papers_of_one_day_in_any_order_or_once_the_later_is_voided(office: OfficeBuilder) -> None:
    day, yuan = PAPERS[1]
    enters(office, replace(paper(1, day, yuan), written_at=datetime.combine(day, time(16))))
    enters(office, paper(2, day, 10))
    for row in office.office.receipts.find("S-000001") + office.office.receipts.find("S-000002"):
        office.office.receipts.void(office.cashier, row.id, "重录", copies_returned=True)
    enters(office, paper(3, *PAPERS[0]))
    assert office.breaches() == []


def test_in_the_order_in_which_they_were_written_less_late_fee_is_taken(office: OfficeBuilder) -> None:
    """The reason for the question: a later paper that pays all takes late fee for money that had been paid."""
    first, last = PAPERS[0], (PAPERS[2][0], 200)
    enters(office, paper(1, *last))
    enters(office, replace(paper(2, *first), order_accepted=True))
    whole = reckoned(Money(165_58), (), last[0])
    assert credit_of(office) == Money.yuan(230) - Money(165_58) - whole
    for label in ("S-000001", "S-000002"):
        (row,) = office.office.receipts.find(label)
        office.office.receipts.void(office.cashier, row.id, "按书写次序重录", copies_returned=True)
    enters(office, replace(paper(2, *first), client_id="again 2"))
    enters(office, replace(paper(1, *last), client_id="again 1"))
    less = reckoned(Money(165_58), (first,), last[0])
    assert less < whole
    assert credit_of(office) == Money.yuan(230) - Money(165_58) - less
    assert office.breaches() == []


def credit_of(office: OfficeBuilder) -> Money:
    return office.office.bills.open(UnitId(1)).credit
