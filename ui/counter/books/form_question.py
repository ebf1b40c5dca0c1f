"""The question before the first receipt of a stack: which number the form in the printer bears."""

from __future__ import annotations

from app.counter.books.book_facts import BookRow, BookState
from app.counter.books.kinds import BookKind
from ui.counter.books.book_panels import FormPanel
from ui.shell.context import Context


def form_agrees(context: Context) -> bool:
    """Ask for the number on the form; whether it is the one in turn. A wrong number is said and can be typed again."""
    books, by = context.office.books, context.actor
    book = next((row for row in books.all() if _is_in_turn(row)), None)
    if book is None:
        return False
    book_id = book.id
    panel = FormPanel(book, lambda number: books.confirm_form(by, book_id, number))
    agreed = context.questions.ask(panel)
    return agreed is True


def _is_in_turn(row: BookRow) -> bool:
    return row.kind is BookKind.PREPRINTED and row.state is BookState.IN_USE
