"""Every receipt of every day: found by words, narrowed by keys, opened by Enter, printed again by one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from app.core.language import tr, tr_n
from app.core.show import show_money
from app.counter.receipts.receipt_list import ReceiptRow
from app.counter.receipts.receipt_search import MOST_SHOWN, ReceiptsFound
from ui.counter.cover import Cover
from ui.counter.receipts.receipt_desk import ReceiptDesk
from ui.counter.receipts.receipt_filters import BECAME_WORDS, DAY_WORDS, Days, Filters
from ui.counter.receipts.receipt_side import ReceiptSide
from ui.counter.receipts.receipt_table import ReceiptTable
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.window_layout import SMALL_TEXT_FROM, Room
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton
from ui.widgets.search_box import SearchBox
from ui.widgets.sizes import px
from ui.widgets.sum_row import SumRow
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import body, page_title

KEYS = "counter.receipts"
_SIDE = 400
_TYPING_MS = 120


class ReceiptsPage(Cover):
    """Opens on today's receipts; words search all days."""

    def __init__(self, context: Context, page: QWidget, desk: ReceiptDesk, books: Callable[[], object]) -> None:
        super().__init__(context, page, KEYS, tr("Receipts"))
        self._desk, self._books = desk, books
        self.filters = Filters()
        self._days_chosen = False
        self.box = SearchBox(tr("Find receipts"), tr("Number, room, payer, amount, reference, invoice, cashier"), "F2")
        self.table = ReceiptTable()
        self.sums = SumRow(self.table)
        self.side = ReceiptSide(desk.draw)
        self._empty = EmptyState(tr("No receipt fits"), tr("Delete a word, or press F5 for more days."))
        self._many = body("").wrap()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._fold()

    def take_focus(self) -> None:
        """The caret in the box; the list is read anew."""
        self.box.take_caret()
        self.read()

    def read(self) -> None:
        """Read what fits; words look through all days unless days were chosen."""
        words, today = self.box.text(), self.context.clock.now().date()
        filters = self.filters
        if words.strip() and not self._days_chosen:
            filters = replace(filters, days=Days.ALL)
        self._days.say(tr(DAY_WORDS[filters.days]))
        try:
            found = self.context.office.receipts.search(filters.query(words, today))
        except Trouble as trouble:
            self.context.messages.wrong(say(trouble))
            return
        self._show(found)

    def _show(self, found: ReceiptsFound) -> None:
        self.table.show_rows(found.rows)
        self.table.setVisible(bool(found.rows))
        self._empty.setVisible(not found.rows)
        count = tr_n("{n} receipt", "{n} receipts", found.count).format(n=f"{found.count:,}")
        words = tr("{count}; what was taken back is not summed").format(count=count)
        self.sums.show_sums(words, {tr("Amount"): show_money(found.amount)})
        more = found.count > len(found.rows)
        said = tr("The newest {n} are listed; type a word to find others.").format(n=MOST_SHOWN)
        self._many.show_text(said if more else "")
        self._many.setVisible(more)
        self.side.show_receipt(self.table.current())

    def _make_actions(self) -> None:
        add = self.context.actions.add
        add("receipts.find", tr("Find receipts"), "F2", self.box.take_caret, context=KEYS)
        self._days = add("receipts.days", "", "F5", self._on_days, context=KEYS)
        self._became = add("receipts.became", "", "F6", lambda: self._filter(self.filters.next_became()), context=KEYS)
        self._method = add("receipts.method", "", "F7", lambda: self._filter(self.filters.next_method()), context=KEYS)
        self._all = add("receipts.all", tr("Show all again"), "F8", self._on_all, context=KEYS)
        self._again = add("receipts.again", tr("Print again"), "Ctrl+R", self._on_again, context=KEYS, commits=True)
        add("receipts.mark", tr("Choose for printing"), "Shift+Down", lambda: self._on_mark(1), context=KEYS)
        add("receipts.mark_up", tr("Choose upwards"), "Shift+Up", lambda: self._on_mark(-1), context=KEYS)
        add("receipts.mark_all", tr("Choose all listed, or none"), "Ctrl+Shift+A", self._on_mark_all, context=KEYS)
        self._print_all = add(
            "receipts.print", tr("Print the chosen ones"), "Ctrl+P", self._on_print, context=KEYS, commits=True
        )
        self._invoices = add("receipts.invoices", tr("Invoices"), "Ctrl+I", self._on_invoices, context=KEYS)
        self._to_books = add("receipts.books", tr("Receipt books"), "F4", self._on_books, context=KEYS)
        self._back = add("receipts.back", tr("Back to the counter"), "Esc", self._on_back, context=KEYS)
        self._say_filters()

    def _lay_out(self) -> None:
        self._title = page_title(tr("All receipts"))
        head = row(
            self._title, 16, self.box, None, KeyButton(self._to_books, icon="book-open"), margins=(24, 12, 24, 8)
        )
        head.setStretchFactor(self.box, 3)
        buttons = [KeyButton(one) for one in (self._days, self._became, self._method, self._all)]
        filters = row(*buttons, None, margins=(24, 0, 24, 10))
        listed = column(self.table, self._empty, self._many, self.sums, space=0)
        listed.setStretchFactor(self.table, 1)
        listed.setStretchFactor(self._empty, 1)
        self._rule = Rule(upright=True)
        middle = row(listed, self._rule, self.side, space=0)
        middle.setStretch(0, 1)
        keys: tuple[Action, ...] = (self._print_all, self._again, self._invoices, self._back)
        foot = row(None, *(KeyButton(one) for one in keys), margins=(24, 8, 24, 8))
        outer = column(head, filters, Rule(), middle, Rule(), foot, space=0)
        outer.setStretch(3, 1)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.box.typed.connect(lambda _: self._typing.start(_TYPING_MS))
        self.box.moved.connect(self._step)
        self.box.entered.connect(self._on_entered)
        self._typing.timeout.connect(self.read)
        self.table.opened.connect(self._open)
        self.table.toggled.connect(self._on_toggled)
        self.table.current_changed.connect(self.side.show_receipt)
        self.context.changes.changed.connect(self._on_changed)
        self.context.layout.changed.connect(self._fold)
        self.context.theme.changed.connect(self._fold)

    def _fold(self) -> None:
        wide = self.context.layout.room is Room.WIDE
        self.side.setFixedWidth(px(_SIDE))
        self.side.setVisible(wide)
        self._title.setVisible(self.context.layout.room is not Room.SMALL)
        self._rule.setVisible(wide)
        self.table.fold(narrow=self.context.theme.percent >= SMALL_TEXT_FROM)

    def _filter(self, filters: Filters) -> None:
        self.filters = filters
        self._say_filters()
        self.read()

    def _on_days(self) -> None:
        if self.box.text().strip() and not self._days_chosen:
            self.filters = replace(self.filters, days=Days.ALL)  # which is what the words were looked for in
        self._days_chosen = True
        self._filter(self.filters.next_days())

    def _say_filters(self) -> None:
        self._days.say(tr(DAY_WORDS[self.filters.days]))
        self._became.say(tr(BECAME_WORDS[self.filters.became]))
        self._method.say(self.filters.method_words())

    def _step(self, by: int) -> None:
        now = self.table.currentIndex().row()
        self.table.choose(max(0, now + by) if now >= 0 else 0)

    def _on_entered(self) -> None:
        self._typing.stop()
        self.read()
        if self.table.current() is None:
            self.table.choose(0)
        chosen = self.table.current()
        if self._desk.check(self.box.text()):
            self.read()
        elif chosen is not None:
            self._open(chosen)

    def _open(self, chosen: ReceiptRow) -> None:
        self._desk.show(chosen)
        self.read()

    def _on_again(self) -> None:
        chosen = self.table.current()
        if chosen is None:
            self.context.messages.hint(tr("Choose a receipt first."))
        else:
            self._desk.print_again(chosen)
            self.read()

    def _on_toggled(self, row: ReceiptRow) -> None:
        self.table.mark(row)
        self._say_chosen()

    def _on_mark(self, by: int) -> None:
        """The current one is chosen or left out, and the next one is current."""
        current = self.table.current()
        if current is None:
            self._step(by)
            return
        self._on_toggled(current)
        self._step(by)

    def _on_mark_all(self) -> None:
        listed = {row.id for row in self.table.rows_model.rows}
        self.table.marked = set() if listed <= self.table.marked else listed
        self.table.rows_model.refresh()
        self._say_chosen()

    def _say_chosen(self) -> None:
        count = len(self.table.marked)
        words = tr_n("Print {n} receipt", "Print {n} receipts", count).format(n=count)
        self._print_all.say(words if count else tr("Print the chosen ones"))

    def _on_print(self) -> None:
        rows = self.table.chosen()
        if not rows:
            self.context.messages.hint(tr("Choose a receipt first."))
            return
        try:
            printed = self._desk.print_all(rows)
        except (Refusal, Trouble) as error:
            self.context.messages.wrong(say(error))
            return
        if printed == len(rows):
            self.table.marked.clear()
            self._say_chosen()
        self.read()

    def _on_invoices(self) -> None:
        chosen = self.table.current()
        if chosen is None:
            self.context.messages.hint(tr("Choose a receipt first."))
        else:
            self._desk.show_invoices(chosen)
            self.read()

    def _on_all(self) -> None:
        self.box.clear()
        self._days_chosen = True
        self._filter(Filters(days=Days.ALL))

    def _on_books(self) -> None:
        self.leave()
        self._books()

    def _on_back(self) -> None:
        if self.box.text():
            self.box.clear()
            self.box.take_caret()
        else:
            self.leave()

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.concerns("counter"):
            self.read()
