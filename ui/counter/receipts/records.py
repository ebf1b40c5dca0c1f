"""The way from the counter to all receipts and to the receipt books; each page is made when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from app.core.language import tr, tr_n
from ui.counter.bill.bill_actions import TAB
from ui.counter.receipts.receipt_desk import ReceiptDesk
from ui.sentences import say

if TYPE_CHECKING:
    from ui.counter.books.books_page import BooksPage
    from ui.counter.receipts.receipts_page import ReceiptsPage
    from ui.shell.context import Context


class Records(QObject):
    """Ctrl+F lists receipts, Ctrl+Shift+R the books; both cover the counter and give it back as it was."""

    def __init__(self, context: Context, page: QWidget, desk: ReceiptDesk) -> None:
        super().__init__(page)
        self._context, self._page, self._desk = context, page, desk
        self._receipts: ReceiptsPage | None = None
        self._books: BooksPage | None = None
        add = context.actions.add
        self.list = add("counter.receipts", tr("All receipts"), "Ctrl+F", self.show_receipts, context=TAB)
        self.books = add("counter.books", tr("Receipt books"), "Ctrl+Shift+R", self.show_books, context=TAB)

    @property
    def is_shown(self) -> bool:
        """Whether one of the pages covers the counter."""
        return any(page is not None and not page.isHidden() for page in (self._receipts, self._books))

    def show_receipts(self) -> ReceiptsPage:
        """Cover the counter with the list of receipts."""
        if self._receipts is None:
            from ui.counter.receipts.receipts_page import ReceiptsPage  # noqa: PLC0415 - when somebody looks at it

            self._receipts = ReceiptsPage(self._context, self._page, self._desk, self.show_books)
        self._receipts.open()
        return self._receipts

    def show_books(self) -> BooksPage:
        """Cover the counter with the receipt books."""
        if self._books is None:
            from ui.counter.books.books_page import BooksPage  # noqa: PLC0415 - when somebody looks at it

            self._books = BooksPage(self._context, self._page, self.show_receipts)
        self._books.open()
        return self._books

    def leave(self) -> None:
        """Uncover the counter, when a bill is opened from one of the pages."""
        for page in (self._receipts, self._books):
            if page is not None:
                page.leave()

    def warn_of_books(self) -> None:
        """After a payment: say when the numbers run out and no next book is registered."""
        try:
            book = self._context.office.books.running_out()
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return
        if book is not None:
            words = tr_n(
                "{n} receipt number of {prefix} is left: register the next book (Ctrl+Shift+R).",
                "{n} receipt numbers of {prefix} are left: register the next book (Ctrl+Shift+R).",
                book.left,
            )
            self._context.messages.wrong(words.format(n=book.left, prefix=book.prefix))
