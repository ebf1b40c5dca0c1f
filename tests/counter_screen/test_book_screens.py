"""Receipt books by keys: registered, handed out, spoiled, taken back, compared with forms, reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtTest import QTest
from sqlalchemy import text

from app.core.ids import BookId
from app.counter.books.book_facts import BookState, NewBook
from app.counter.books.kinds import BookKind, Fate
from app.counter.books.number_runs import Run
from app.counter.books.settings import RECEIPT_NUMBERS
from tests.accessibility import nameless
from tests.counter_screen.answering import answering
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, comes_true
from tests.counter_screen.test_payment import open_home
from tests.office_builder import OfficeBuilder
from ui.counter.books.book_panels import FormPanel, RegisterPanel
from ui.counter.books.books_page import BooksPage
from ui.counter.books.days_panel import DaysPanel
from ui.printing.paper_desk import PaperPanel

TODAY = date(2026, 11, 20)


@pytest.fixture
def pad(builder: OfficeBuilder) -> BookId:
    """Five numbers that Liu has taken along."""
    book_id = builder.office.books.register(builder.supervisor, NewBook(BookKind.HANDWRITTEN, "S-", 1, 5, 1))
    builder.office.books.hand_out(builder.supervisor, book_id, "刘洋", TODAY)
    return book_id


@pytest.fixture
def counter(open_window: OpenCounter, builder: OfficeBuilder) -> CounterWindow:
    builder.cashier = builder.supervisor
    return open_window()


def opened(counter: CounterWindow) -> BooksPage:
    counter.keys.press("Ctrl+Shift+R")
    page = counter.page.findChildren(BooksPage)[0]
    assert page.isVisible()
    return page


@contextmanager
def asked(*steps: Callable[[], None]) -> Iterator[None]:
    with answering(*steps):
        yield
    QTest.qWait(10)


def test_the_list_names_every_book_and_its_numbers(counter: CounterWindow, pad: BookId) -> None:
    page = opened(counter)
    assert [row.name for row in page.table.rows_model.rows] == ["S-000001 – S-000005", "R-000001 – R-99999999"]
    assert "刘洋" in page.side.facts.text()
    assert pad
    assert nameless(page) == []


def test_a_book_is_registered_by_keys(counter: CounterWindow, builder: OfficeBuilder) -> None:
    opened(counter)

    def fill() -> None:
        counter.keys.press("Tab")
        counter.keys.type("n")
        counter.keys.press("Tab")
        counter.keys.type("1")
        counter.keys.press("Tab")
        counter.keys.type("N-000050")
        counter.keys.press("F9")

    with asked(fill):
        counter.keys.press("Ctrl+N")
    row = builder.office.books.all()[0]
    assert (row.name, row.kind, row.warn_at) == ("N-000001 – N-000050", BookKind.HANDWRITTEN, 5)


def test_what_was_typed_stays_when_a_book_is_refused(
    counter: CounterWindow, builder: OfficeBuilder, pad: BookId
) -> None:
    page, seen = opened(counter), list[str]()

    def fill() -> None:
        for typed in ("s", "3", "9"):
            counter.keys.press("Tab")
            counter.keys.type(typed)
        counter.keys.press("F9")
        panel = counter.window.findChildren(RegisterPanel)[-1]
        seen.extend((panel.problem.text(), panel.first.text()))
        counter.keys.press("Esc")

    with asked(fill):
        counter.keys.press("Ctrl+N")
    assert "S-000001 to S-000005" in seen[0]
    assert seen[1] == "3"
    assert len(builder.office.books.all()) == 2
    assert page.isVisible()
    assert pad


def test_a_book_is_handed_out_by_keys(counter: CounterWindow, builder: OfficeBuilder) -> None:
    book_id = builder.office.books.register(builder.supervisor, NewBook(BookKind.HANDWRITTEN, "N-", 1, 50, 5))
    opened(counter)

    def fill() -> None:
        counter.keys.compose("chen")
        counter.keys.commit("陈静")
        counter.keys.press("F9")

    with asked(fill):
        counter.keys.press("F6")
    row = builder.office.books.page(book_id).row
    assert (row.holder, row.issued_on) == ("陈静", TODAY)


def test_a_number_is_spoiled_by_keys(counter: CounterWindow, builder: OfficeBuilder, pad: BookId) -> None:
    opened(counter)

    def fill() -> None:
        counter.keys.type("2-3")
        counter.keys.press("F9")

    with asked(fill):
        counter.keys.press("F8")
    assert [one.label for one in builder.office.books.page(pad).lost] == ["S-000002", "S-000003"]


def test_a_book_comes_back_with_every_number_named(counter: CounterWindow, builder: OfficeBuilder, pad: BookId) -> None:
    builder.office.books.spoil(builder.supervisor, pad, Run(3, 3), "torn")
    opened(counter)

    def fill() -> None:
        counter.keys.press("F9")  # two numbers before the spoiled one are not named yet
        counter.keys.press("R")
        counter.keys.type("torn out")
        counter.keys.press("Return", "M", "U", "F9")

    with asked(fill):
        counter.keys.press("F7")
    row = builder.office.books.page(pad).row
    assert row.state is BookState.RETURNED
    assert [row.count(fate) for fate in Fate] == [1, 1, 3]
    assert builder.breaches() == []


def test_the_form_in_the_printer_is_compared_once(open_window: OpenCounter, builder: OfficeBuilder) -> None:
    counter = open_window()
    builder.office.books.register(builder.supervisor, NewBook(BookKind.PREPRINTED, "F-", 301, 400, 9))
    builder.office.settings.change(builder.supervisor, {RECEIPT_NUMBERS: BookKind.PREPRINTED})
    open_home(counter)
    with asked(lambda: counter.keys.press("Esc")):
        counter.keys.press("F9")
    assert "F-000301" in counter.page.flow.desk.panel.message.text()
    assert builder.office.books.all()[0].used == 0

    def fill() -> None:
        counter.keys.type("303")
        counter.keys.press("F9")
        panel = counter.window.findChildren(FormPanel)[-1]
        said.append(panel.problem.text())
        panel.number.setText("F-000301")
        counter.keys.press("F9")

    said: list[str] = []
    with asked(fill):
        counter.keys.press("F9")
    assert "F-000303" in said[0]
    assert builder.office.books.all()[0].used == 1
    counter.keys.type("1-1-302")
    counter.keys.press("Return", "F9")  # the stack is asked about once
    assert builder.office.books.all()[0].used == 2


def test_few_numbers_left_are_said_after_a_payment(open_window: OpenCounter, builder: OfficeBuilder) -> None:
    counter = open_window()
    with builder.office.store.transaction() as connection:
        connection.execute(text("UPDATE receipt_book SET last = 12"))
    open_home(counter)
    counter.keys.press("F9")
    assert comes_true(lambda: any("2 receipt numbers of R-" in words for words in counter.said))


def test_a_cashier_looks_but_does_not_register(open_window: OpenCounter) -> None:
    counter = open_window()
    page = opened(counter)
    counter.keys.press("Ctrl+N")
    assert any("may not" in words or "supervisor" in words for words in counter.said)
    assert page.isVisible()


def test_the_till_menu_leads_to_the_books(counter: CounterWindow) -> None:
    with asked(lambda: counter.keys.press("R")):
        counter.keys.press("F12")
    assert counter.page.findChildren(BooksPage)[0].isVisible()
    counter.keys.press("Esc")
    assert not counter.page.flow.records.is_shown


def test_the_day_board_leads_from_a_book_nearly_used_up_to_the_books(
    open_window: OpenCounter, builder: OfficeBuilder
) -> None:
    with builder.office.store.transaction() as connection:
        connection.execute(text("UPDATE receipt_book SET last = 12"))
    counter = open_window()

    def open_the_book() -> None:
        counter.keys.press("End", "Return")

    with answering(lambda: counter.keys.press("B"), open_the_book):
        counter.keys.press("F12")
    assert counter.page.flow.records.is_shown
    assert counter.page.findChildren(BooksPage)[0].isVisible()


def test_the_report_of_a_pad_is_limited_to_days_by_keys(counter: CounterWindow, pad: BookId) -> None:
    opened(counter)
    seen: list[str] = []

    def the_days() -> None:
        counter.keys.type("2026-11-30")
        counter.keys.press("F9")
        (panel,) = counter.window.findChildren(DaysPanel)
        seen.append(panel.last.text())
        counter.keys.press("Shift+Tab")
        counter.keys.type("2026-11-01")
        counter.keys.press("F9")

    def save_nothing() -> None:
        counter.window.grab()
        seen.extend(panel.accessibleName() for panel in counter.window.findChildren(PaperPanel))
        counter.keys.press("Esc")

    with asked(the_days, save_nothing):
        counter.keys.press("F9")
    assert seen[-1].startswith("Report of book S ")
