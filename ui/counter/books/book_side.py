"""One book beside the list: who has it, what became of its numbers, and which are still open."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.show import show_date, show_money, show_time, show_whole
from app.counter.books.book_facts import BookPage, BookRow
from app.counter.books.kinds import BOOK_NAMES, FATE_NAMES, Fate
from app.counter.books.number_runs import Run
from app.counter.books.numbering import label_of
from ui.counter.books.book_tables import LostTable
from ui.counter.books.book_words import book_state
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.fact_line import FactLine
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import body, section

_RUNS = 6
_LEAST = 96


class BookSide(Pane):
    """Empty until a book is chosen."""

    def __init__(self) -> None:
        super().__init__("canvas")
        self._name, self._chip = section(""), Chip()
        self._narrow = False
        self.facts = FactLine()
        self.counts = FactLine()
        self._open = body("", Tone.INK2).wrap()
        self._voided = body("", Tone.INK2).wrap()
        self.lost = LostTable()
        self._none = body(tr("No number of this book is spoiled or missing."), Tone.INK3).wrap()
        head = row(self._name, self._chip)
        head.setStretch(0, 1)
        self.lost.setMinimumHeight(px(_LEAST))
        parts = column(head, self.facts, Rule(), self.counts, self._open, self._voided, Rule(), self._none, self.lost)
        parts.setContentsMargins(20, 14, 20, 14)
        parts.addStretch(0)
        parts.setStretchFactor(self.lost, 1)
        self.setLayout(column(Scrolling(parts), space=0))

    def fold(self, *, narrow: bool) -> None:
        """Where it is narrow, who said so and why stand on the report."""
        for title in (tr("By"), tr("Reason")):
            self.lost.hide_column(title, hidden=narrow)
        self._narrow = narrow
        self._chip.setVisible(not narrow)  # the list says it too

    def show_page(self, page: BookPage | None) -> None:
        """Show this book."""
        self._chip.setVisible(page is not None and not self._narrow)
        for part in (self.facts, self.counts, self._open, self._voided):
            part.setVisible(page is not None)
        self.lost.setVisible(page is not None and bool(page.lost))
        self._none.setVisible(page is not None and not page.lost)
        if page is None:
            self._name.show_text(tr("Choose a book."))
            return
        state = book_state(page.row)
        self._name.show_text(page.row.name)
        self._chip.show_state(state.word, state.mood, state.icon)
        self.facts.show_facts(_facts(page.row))
        self.counts.show_facts(_counts(page))
        self._open.show_text(_open_words(page))
        self._voided.show_text(_voided_words(page))
        self.lost.show_rows(page.lost)


def _facts(book: BookRow) -> list[tuple[str, str]]:
    back = "" if book.returned_at is None else show_time(book.returned_at)
    return [
        (tr("Kind"), tr(BOOK_NAMES[book.kind])),
        (tr("Holder"), book.holder),
        (tr("Holds it since"), "" if book.issued_on is None else show_date(book.issued_on)),
        (tr("Came back"), back),
        (tr("Warns at"), show_whole(book.warn_at) if book.kind.is_counted else ""),
    ]


def _counts(page: BookPage) -> list[tuple[str, str]]:
    book = page.row
    fates = [(tr(FATE_NAMES[fate]), show_whole(book.count(fate)) if book.count(fate) else "") for fate in Fate]
    return [
        (tr("All"), show_whole(book.size)),
        (tr("used"), show_whole(book.used)),
        *fates,
        (tr("left"), show_whole(book.left)),
        (tr("Receipts over"), show_money(page.amount, sign=True)),
    ]


def _open_words(page: BookPage) -> str:
    if not page.open:
        return tr("No number is open.")
    runs = tr(", ").join(_run(page.row, run) for run in page.open[:_RUNS])
    more = len(page.open) - _RUNS
    words = tr("Open: {runs}").format(runs=runs)
    return words if more <= 0 else f"{words} …"


def _run(book: BookRow, run: Run) -> str:
    first = label_of(book.prefix, run.first)
    return first if run.count == 1 else f"{first} – {label_of(book.prefix, run.last)}"


def _voided_words(page: BookPage) -> str:
    if not page.voided:
        return tr("No receipt of this book was voided.")
    labels = tr(", ").join(one.label for one in page.voided[-_RUNS:])
    words = tr_n("{n} receipt was voided: {labels}", "{n} receipts were voided: {labels}", len(page.voided))
    return words.format(n=len(page.voided), labels=labels)
