"""Receipt books: the list, the book chosen in it, and all that is done with books, by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.periods import Period
from app.core.show import show_date
from app.counter.books.book_facts import BookRow, BookState
from app.counter.books.kinds import BookKind
from ui.counter.books.book_panels import (
    AskingPanel,
    FormPanel,
    HandOutPanel,
    RegisterPanel,
    Spoiling,
    SpoilPanel,
)
from ui.counter.books.book_side import BookSide
from ui.counter.books.book_tables import BookTable
from ui.counter.books.days_panel import DaysPanel
from ui.counter.books.take_back_panel import TakeBackPanel
from ui.counter.cover import Cover
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.window_layout import SMALL_TEXT_FROM, Room
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import px
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import page_title

KEYS = "counter.books"
_SIDES = {Room.WIDE: 460, Room.NARROW: 380, Room.SMALL: 360}
_LARGE_TEXT_SIDE = 250


class BooksPage(Cover):
    """Opens on the newest book."""

    def __init__(self, context: Context, page: QWidget, receipts: Callable[[], object]) -> None:
        super().__init__(context, page, KEYS, tr("Receipt books"))
        self._to_receipts = receipts
        self.table = BookTable()
        self.side = BookSide()
        self._make_actions()
        self._lay_out()
        self.table.current_changed.connect(lambda _: self._settle())
        context.changes.changed.connect(self._on_changed)
        context.layout.changed.connect(self._fold)
        context.theme.changed.connect(self._fold)
        self._fold()

    def take_focus(self) -> None:
        """The list, read anew."""
        self.read()
        if self.table.current() is None:
            self.table.choose(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Read the books; the chosen one stays chosen."""
        self.table.show_rows(self.context.office.books.all())
        self._settle()

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self.register = add("books.register", tr("Register a book"), "Ctrl+N", self._on_register, context=KEYS)
        self.hand_out = add("books.hand_out", tr("Hand out"), "F6", self._on_hand_out, context=KEYS)
        self.take_back = add("books.take_back", tr("Take the book back"), "F7", self._on_take_back, context=KEYS)
        self.spoil = add("books.spoil", tr("Spoil a number"), "F8", self._on_spoil, context=KEYS)
        self.form = add("books.form", tr("The form in the printer"), "F3", self._on_form, context=KEYS)
        self.report = add("books.report", tr("Report"), "Ctrl+P", self._on_report, context=KEYS)
        self.report_days = add("books.report_days", tr("Report of some days"), "F9", self._on_report_days, context=KEYS)
        self.receipts = add("books.receipts", tr("All receipts"), "F4", self._on_receipts, context=KEYS)
        self.back = add("books.back", tr("Back to the counter"), "Esc", self.leave, context=KEYS)
        add("books.list", tr("Receipt books"), "F2", self.take_focus, context=KEYS)

    def _lay_out(self) -> None:
        aside = (KeyButton(self.report_days), KeyButton(self.receipts, icon="receipt-text"))
        head = row(page_title(tr("Receipt books")), None, *aside, space=8)
        head.setContentsMargins(24, 12, 24, 10)
        middle = row(self.table, Rule(upright=True), self.side, space=0)
        middle.setStretch(0, 1)
        above = row(*(KeyButton(one) for one in (self.hand_out, self.take_back, self.spoil, self.form)), None)
        above.setContentsMargins(24, 8, 24, 0)
        foot = row(KeyButton(self.report, icon="printer"), KeyButton(self.back), None, margins=(24, 6, 24, 8))
        foot.addWidget(KeyButton(self.register, Kind.PRIMARY, icon="plus"))
        outer = column(head, Rule(), middle, Rule(), above, foot, space=0)
        outer.setStretch(2, 1)
        self.setLayout(outer)

    def _fold(self) -> None:
        room = self.context.layout.room
        large = self.context.theme.percent >= SMALL_TEXT_FROM
        self.side.setFixedWidth(px(_LARGE_TEXT_SIDE if large else _SIDES[room]))
        self.side.fold(narrow=large)
        self.table.fold(narrow=room is not Room.WIDE)

    def _settle(self) -> None:
        chosen = self.table.current()
        self.side.show_page(None if chosen is None else self.context.office.books.page(chosen.id))
        may = self.context.actor.may(Permission.MANAGE_BOOKS)
        denied = "" if may else say(NotPermitted(self.context.actor.name, Permission.MANAGE_BOOKS))
        self._turn(self.register, denied)
        self._turn(self.hand_out, denied or _why_not_out(chosen))
        self._turn(self.take_back, denied or _why_not_back(chosen))
        self._turn(self.spoil, _why_not_spoiled(chosen))
        self._turn(self.form, _why_no_form(chosen))

    def _turn(self, action: Action, why: str) -> None:
        if why:
            action.turn_off(why)
        else:
            action.turn_on()

    def _on_register(self) -> None:
        office, by = self.context.office, self.context.actor
        self._ask(RegisterPanel(lambda new: office.books.register(by, new)), tr("The book is registered"))
        self.table.choose(0)

    def _on_hand_out(self) -> None:
        book, office, by = self._chosen(), self.context.office, self.context.actor
        panel = HandOutPanel(
            book,
            lambda: self.context.clock.now().date(),
            lambda holder, day: office.books.hand_out(by, book.id, holder, day),
        )
        self._ask(panel, tr("{book} is handed out").format(book=book.name))

    def _on_take_back(self) -> None:
        book, office, by = self._chosen(), self.context.office, self.context.actor
        panel = TakeBackPanel(office.books.page(book.id), lambda named: office.books.take_back(by, book.id, named))
        if self.context.questions.ask(panel):
            self._done(tr("{book} came back; every number is accounted for").format(book=book.name))

    def _on_spoil(self) -> None:
        book, office, by = self._chosen(), self.context.office, self.context.actor
        doing = Spoiling(lambda run, reason: office.books.spoil(by, book.id, run, reason))
        self._ask(SpoilPanel(book, doing), tr("The number is spoiled; it will never carry money"))

    def _on_form(self) -> None:
        book, office, by = self._chosen(), self.context.office, self.context.actor
        panel = FormPanel(book, lambda number: office.books.confirm_form(by, book.id, number))
        self._ask(panel, tr("The form and the program agree"))

    def _on_report_days(self) -> None:
        days = self.context.questions.ask(DaysPanel(lambda: self.context.clock.now().date()))
        if days is not None:
            self._on_report(days)

    def _on_report(self, days: Period | None = None) -> None:
        from app.counter.papers.book_report_paper import book_report_pdf, missing_glyphs  # noqa: PLC0415 - reads the drawing library
        from app.paper.profiles import A4  # noqa: PLC0415 - as above
        from ui.printing.paper_desk import ReadyPaper, show_paper  # noqa: PLC0415 - when a report is asked for

        book = self._chosen()
        try:
            report = self.context.office.books.report(self.context.actor, book.id, days)
            pdf = book_report_pdf(report)
        except (Refusal, Trouble) as error:
            self.context.messages.wrong(say(error))
            return
        day = show_date(report.printed_at.date())
        title = tr("Report of book {prefix} {day}").format(prefix=book.prefix.rstrip("-"), day=day)
        show_paper(self.context, ReadyPaper(title, pdf, A4, missing_glyphs(report)))

    def _on_receipts(self) -> None:
        self.leave()
        self._to_receipts()

    def _ask(self, panel: AskingPanel, done: str) -> None:
        if self.context.questions.ask(panel):
            self._done(done)

    def _done(self, words: str) -> None:
        self.context.messages.done(words)
        self.read()
        self.context.changes.announce("counter", by=self)

    def _chosen(self) -> BookRow:
        chosen = self.table.current()
        assert chosen is not None
        return chosen

    def _on_changed(self, change: Change) -> None:
        if change.by is not self and self.isVisible() and change.concerns("counter"):
            self.read()


def _why_not_out(book: BookRow | None) -> str:
    if book is None:
        return tr("Choose a book first.")
    if book.kind.is_counted:
        return tr("The program itself gives these numbers; they are not handed out.")
    return "" if book.issued_on is None else tr("The book was handed out already.")


def _why_not_back(book: BookRow | None) -> str:
    if book is None:
        return tr("Choose a book first.")
    if book.kind.is_counted or book.issued_on is None:
        return tr("Nobody has this book.")
    return tr("The book came back already.") if book.state is BookState.RETURNED else ""


def _why_not_spoiled(book: BookRow | None) -> str:
    if book is None:
        return tr("Choose a book first.")
    return "" if book.left and book.state is not BookState.RETURNED else tr("No number of this book is open.")


def _why_no_form(book: BookRow | None) -> str:
    if book is None or book.kind is not BookKind.PREPRINTED:
        return tr("Only pre-printed forms are compared with the program.")
    return "" if book.left else tr("No number of this book is open.")
