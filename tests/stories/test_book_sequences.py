"""Any order of registering, paying, spoiling, handing out, entering and taking back leaves every number once."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from app.core.clock import SetClock
from app.core.errors import Refusal
from app.core.money import Money
from app.counter.books.book_facts import Named, NewBook
from app.counter.books.kinds import BookKind, Fate
from app.counter.books.number_runs import Run
from app.counter.payments.asked import BackEntry, OneOff
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder

TODAY = date(2026, 11, 20)
WRITTEN = datetime(2026, 11, 20, 8, 55)
NUMBERS = st.integers(1, 12)


class BookDays(RuleBasedStateMachine):
    """Whatever is refused writes nothing; whatever is done keeps the truths."""

    folder: Path

    @initialize()
    def open_office(self) -> None:
        self.place = Path(tempfile.mkdtemp()) / "office"
        shutil.copytree(self.folder, self.place)
        self.desk = OfficeBuilder(self.place, SetClock(MORNING))
        self.home = self.desk.unit("3-2-501")
        self.item = next(item for item in self.desk.office.fee_items.one_offs() if item.code == "one-off")
        self.desk.open_shift()

    @rule(kind=st.sampled_from(BookKind), prefix=st.sampled_from("RSTFH"), first=NUMBERS, length=st.integers(0, 8))
    def register(self, kind: BookKind, prefix: str, first: int, length: int) -> None:
        new = NewBook(kind, prefix, first, first + length, 2)
        self.tries(lambda: self.desk.office.books.register(self.desk.supervisor, new))

    @rule(at=st.integers(0, 9))
    def hand_out(self, at: int) -> None:
        book = self.book(at)
        self.tries(lambda: self.desk.office.books.hand_out(self.desk.supervisor, book, "刘洋", TODAY))

    @rule(count=st.integers(0, 4))
    def issue_blanks(self, count: int) -> None:
        self.tries(lambda: self.desk.office.books.issue_blanks(self.desk.supervisor, "陈静", count, TODAY))

    @rule(at=st.integers(0, 9), first=NUMBERS, length=st.integers(0, 2))
    def spoil(self, at: int, first: int, length: int) -> None:
        book, run = self.book(at), Run(first, first + length)
        self.tries(lambda: self.desk.office.books.spoil(self.desk.cashier, book, run, "torn"))

    @rule(at=st.integers(0, 9))
    def spoil_next(self, at: int) -> None:
        book = self.desk.office.books.page(self.book(at)).row
        run = Run(book.next, book.next)
        self.tries(lambda: self.desk.office.books.spoil(self.desk.cashier, book.id, run, "torn"))

    @rule(at=st.integers(0, 9), named=st.dictionaries(NUMBERS, st.sampled_from(Fate)), rest=st.booleans())
    def take_back(self, at: int, named: dict[int, Fate], rest: bool) -> None:
        book = self.book(at)
        said = {number: Named(fate, "why") for number, fate in named.items()}
        if rest:
            still = self.desk.office.books.page(book).open
            if sum(run.count for run in still) > 100:
                return
            said = {one: Named(Fate.UNUSED, "") for run in still for one in range(run.first, run.last + 1)}
        self.tries(lambda: self.desk.office.books.take_back(self.desk.supervisor, book, said))

    @rule()
    def pay(self) -> None:
        self.tries(lambda: self.desk.office.payments.take(self.desk.cashier, self.asked()))

    @rule(at=st.integers(0, 9), number=NUMBERS)
    def enter_back(self, at: int, number: int) -> None:
        asked = replace(self.asked(), back=BackEntry(self.book(at), number, WRITTEN, "刘洋"))
        self.tries(lambda: self.desk.office.payments.take(self.desk.cashier, asked))

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.office.close()
            shutil.rmtree(self.place.parent)

    def asked(self) -> Any:
        return self.desk.asked(self.home, one_offs=(OneOff(self.item.id, "门禁卡", Money(25_00)),))

    def book(self, at: int) -> Any:
        books = self.desk.office.books.all()
        return books[at % len(books)].id

    def tries(self, act: Any) -> None:
        """Do it or be refused; the books hold either way."""
        with suppress(Refusal):
            act()
        assert self.desk.breaches() == []
        for row in self.desk.office.books.all():
            assert row.size == row.used + row.left + sum(count for _, count in row.fates)


@pytest.mark.parametrize("examples", [12])
def test_every_number_of_every_book_is_accounted_for_once(set_up_office: Path, examples: int) -> None:
    BookDays.folder = set_up_office
    run_state_machine_as_test(
        BookDays,
        settings=settings(
            max_examples=examples,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        ),
    )
