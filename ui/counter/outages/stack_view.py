"""The stack as a whole: which book, the papers that are in, and how they compare with the cash in the bag."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from app.core.language import tr
from app.counter.books.book_facts import BookRow
from app.counter.books.number_runs import Run
from app.counter.outages.back_entries import BackEntries
from ui.counter.outages.back_entry_words import bag_words, book_words, left_out_words, stack_words
from ui.counter.outages.entered_table import EnteredTable
from ui.counter.outages.room_box import RoomBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.money_field import MoneyField
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import column, row
from ui.widgets.text_label import body

_ROWS_SEEN = 4


class StackView(QWidget):
    """Above the row for one paper; while a room is looked up, what is found takes the place of the papers."""

    def __init__(self, office: BackEntries, books: tuple[BookRow, ...], room: RoomBox) -> None:
        super().__init__()
        self._office, self._room = office, room
        self.runs: tuple[Run, ...] = ()
        self.book: ChoiceField[BookRow] = ChoiceField(tr("Book"), [(book_words(book), book) for book in books])
        self.bag = MoneyField(tr("Cash in the bag"))
        self.table = EnteredTable()
        self.cash, self.left_out = body("", Tone.INK2, bold=True), body("", Tone.WARN)
        self._book_words, self._papers = body("", Tone.INK), body("", Tone.INK2)
        self._middle = QStackedWidget()
        self._large = False
        self._lay_out()
        self.bag.value_changed.connect(lambda _bag: self._show_sums())

    @property
    def now(self) -> BookRow:
        """The book of the stack."""
        book = self.book.value()
        assert book is not None, "the panel opens with a book"
        return book

    @property
    def last_day(self) -> date | None:
        """The day of the papers that are in, else of the handing out."""
        written = [row.written_at for row in self.table.rows_model.rows if row.written_at is not None]
        return max(written).date() if written else self.now.issued_on

    def read(self, newest: int | None) -> None:
        """Read the book's papers and open numbers, with the paper that came in last in view."""
        self._book_words.show_text(book_words(self.now))
        self.table.show_entered(self._office.entered(self.now.id), newest)
        self.runs = self._office.open_runs(self.now.id)
        self._show_sums()

    def show_left_out(self, number: int | None) -> None:
        """Say which open numbers come before this one."""
        self.left_out.show_text(left_out_words(self.now, self.runs, number), Tone.WARN)

    def show_middle(self) -> None:
        """The papers, or what the search found."""
        looking = self._room.is_looking
        self._middle.setCurrentIndex(1 if looking else 0)
        for part in (self._head, self._sums):  # where the text is large, what is found needs the room
            part.setVisible(not (looking and self._large))

    def stand(self, *, large: bool) -> None:
        """Fewer rows and words where the text is large."""
        self._large = large
        self.book.setVisible(self.book.count() > 1)
        self._book_words.setVisible(self.book.count() == 1 and not large)
        self._middle.setMinimumHeight(self.table.height_of_rows(1 if large else _ROWS_SEEN) + px(2))

    def _lay_out(self) -> None:
        label = body(tr("Cash in the bag"), Tone.INK2)
        label.setBuddy(self.bag)
        self._head = _holder(row(self.book, self._book_words, None, self.cash, 8, label, self.bag, space=12))
        self._sums = _holder(row(self._papers, 12, self.left_out, None, space=12))
        self._middle.addWidget(self.table)
        self._middle.addWidget(_holder(column(self._room.words, self._room.list, space=4)))
        seen = column(self._head, self._middle, self._sums, space=6, margins=(2, 2, 2, 2))
        seen.setStretchFactor(self._middle, 1)
        whole = column(Scrolling(seen), space=0)
        self.setLayout(whole)

    def _show_sums(self) -> None:
        rows = self.table.rows_model.rows
        self._papers.show_text(stack_words(rows, sum(run.count for run in self.runs)), Tone.INK2)
        self.cash.show_text(*bag_words(rows, self.bag.value()))


def _holder(layout: QLayout) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    return holder
