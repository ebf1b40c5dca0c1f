"""Back entry from the stack to the settled book."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.counter.books.book_facts import BookRow
from ui.counter.outages.back_entry_panel import BackEntryPanel
from ui.counter.outages.missing_panel import MissingPanel, open_rows
from ui.sentences import say
from ui.shell.context import Context


class BackEntryDesk:
    """`taken` is called after papers came in."""

    def __init__(self, context: Context, taken: Callable[[], None]) -> None:
        self._context, self._taken = context, taken

    def open(self) -> None:
        """Enter papers until the person backs out or a book is settled."""
        while True:
            books = self._context.office.back_entries.books()
            if not books:
                words = tr("Nobody has a book or blanks: there is nothing to enter. Hand out a block first.")
                self._context.messages.hint(words)
                return
            book = self._context.questions.ask(BackEntryPanel(self._context, books))
            self._taken()
            if book is None or self._settle(book):
                return

    def _settle(self, book: BookRow) -> bool:
        """Name the missing numbers; whether the book is back."""
        office, actor = self._context.office, self._context.actor
        used = [row.number for row in office.back_entries.entered(book.id)]
        rows = open_rows(office.back_entries.open_runs(book.id), max(used, default=book.first - 1))
        named = self._context.questions.ask(MissingPanel(self._context, book, rows).concerning(book.id))
        if named is None:
            return False
        cut = office.power_cuts.of_book(book.id)
        try:
            if book.kind.is_counted:  # set aside: the numbers were given by the program and lost with its data
                for number in sorted(named):
                    office.back_entries.spoil(actor, book.id, number, named[number].reason or tr("lost with the data"))
            elif cut is not None:
                office.power_cuts.settle(actor, cut.id, named)
            else:
                office.power_cuts.take_back(actor, book.id, named)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("The book is not settled"), say(error))
            return False
        self._context.messages.done(tr("{book} is back, every number accounted for").format(book=book.name))
        self._context.changes.announce("outage", by=self)
        return True
