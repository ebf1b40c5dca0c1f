"""Back entry: a stack of hand-written receipts goes in at speed, one row a paper, F9 each; keys only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from app.core.ids import BookId, UnitId
from app.core.language import tr
from app.core.show import show_date, show_money
from app.counter.books.book_facts import BookRow
from app.counter.books.numbering import label_of
from app.counter.methods import Method
from app.counter.outages.back_entries import UnitOwed, Written
from app.counter.payments.asked import Taken
from app.counter.payments.refusals import CollectorMissing, NumberOutsideBook, NumberSpoiled, NumberUsedBefore
from app.counter.refusals import NoFenInCash, NothingReceived, ReferenceMissing
from ui.counter.draft_keeper import DraftKeeper
from ui.counter.outages.back_entry_words import owed_words
from ui.counter.outages.enter_paper import EnterPaper
from ui.counter.outages.paper_fields import METHODS, PaperFields
from ui.counter.outages.room_box import RoomBox
from ui.counter.outages.stack_view import StackView
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.surface import Rule

DRAFT = "counter.back_entry"
LARGE_TEXT = 150
_METHOD_KEYS = ("F5", "F6", "F7", "Shift+F7", "F8", "Shift+F8")


class BackEntryPanel(QuestionPanel[BookRow]):
    """Answers the book of which the missing numbers are to be named; what is typed is kept after every pause."""

    most = (1240, 720)

    def __init__(self, context: Context, books: tuple[BookRow, ...]) -> None:
        super().__init__(tr("Enter hand-written receipts"), width=1180)
        self._context, self._office = context, context.office.back_entries
        self._enter, self._books = EnterPaper(context), books
        self._client_id = str(uuid4())
        self._owed: UnitOwed | None = None
        self.room = RoomBox(context.office.finder.find)
        self.stack = StackView(self._office, books, self.room)
        self.row = PaperFields(self.room, self._day, lambda number: label_of(self.stack.now.prefix, number))
        self.problem = ErrorLine()
        self.keeper = DraftKeeper(context.office.drafts, context.actor, DRAFT, self._to_draft, self)
        self.body.addWidget(self.stack, 1)
        for part in (Rule(), self.row, self.problem):
            self.body.addWidget(part)
        self._stand()
        self._connect()
        self._restore(self.keeper.found())

    def add_actions(self, actions: ActionRegistry) -> None:
        for key, method in zip(_METHOD_KEYS, METHODS, strict=True):
            run = lambda method=method: self._choose_method(method)  # noqa: E731 - six of one kind
            actions.add(
                f"{self.context}.{method}",
                self.row.method.itemText(METHODS.index(method)),
                key,
                run,
                context=self.context,
            )
        self.add_button(actions, "back", tr("Back"), "Esc", self._on_back)
        self.add_button(actions, "spoil", tr("Spoil it"), "F4", self._on_spoil)
        self.add_button(actions, "finish", tr("Missing numbers"), "F12", self._on_finish)
        self.add_button(actions, "enter", tr("Enter it"), "F9", self._on_enter, Kind.PRIMARY)

    def _day(self) -> date:
        """The day of a time that is typed without one."""
        return self.stack.last_day or self._context.clock.now().date()

    def _connect(self) -> None:
        self._context.theme.changed.connect(self._stand)
        self.stack.book.chosen.connect(lambda _book: self._show_book(begin=True))
        self.stack.bag.value_changed.connect(lambda _bag: self.keeper.touch())
        self.stack.bag.problem_changed.connect(self.problem.show_problem)
        self.row.edited.connect(self._on_edited)
        self.room.looked.connect(self._show_middle)
        self.room.chosen.connect(self._on_room)
        self.row.number.left.connect(self._check_number)
        self.row.written.left.connect(lambda: self._look_up(self.room.unit_id))
        row = self.row
        for field in (self.stack.bag, row.number, row.amount, row.reference, row.written, row.collector):
            EnterSteps([field], partial(self._after, field), self)

    def _after(self, field: QWidget) -> None:
        """Enter: on to what the paper says next; a cash paper has no reference."""
        fields = self.row
        method = fields.method.value()
        needs_reference = method is not None and not method.is_counted_at_once
        following: dict[QWidget, QWidget] = {
            self.stack.bag: fields.number if fields.number.value() is None else fields.room.box,
            fields.number: fields.room.box,
            fields.amount: fields.reference if needs_reference else fields.written,
            fields.reference: fields.written,
            fields.written: fields.collector,
        }
        if field in following:
            following[field].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.problem.show_hint(tr("F9 enters this paper."))

    def _restore(self, draft: Mapping[str, Any] | None) -> None:
        known = [book for book in self._books if draft is not None and book.id == draft["book"]]
        if draft is None or not known:
            self._show_book(begin=True)
            self.setFocusProxy(self.stack.bag)
            return
        self.stack.book.set_value(known[0])
        self._client_id = str(draft["client_id"])
        self.stack.bag.setText(str(draft["bag"]))
        self._show_book(begin=False)
        if self._office.taken(self._client_id) is not None:  # it was durable before the program ended
            self._next(after=None)
        else:
            self.row.from_draft(draft["row"])
            self._restore_room(draft["row"])
        self.setFocusProxy(self.row.room.box if self.room.unit_id is None else self.row.amount)

    def _restore_room(self, draft: Mapping[str, Any]) -> None:
        if draft["unit_id"] is None:
            self.room.box.setText(str(draft["room"]))
        else:
            self.room.settle(UnitId(draft["unit_id"]), str(draft["room"]))
            self._look_up(UnitId(draft["unit_id"]))

    def _to_draft(self) -> Mapping[str, object]:
        return {
            "book": self.stack.now.id,
            "bag": self.stack.bag.text(),
            "client_id": self._client_id,
            "row": self.row.to_draft(),
        }

    def _show_book(self, *, begin: bool) -> None:
        self.stack.read(newest=None)
        if begin:
            self._next(after=None)

    def _next(self, after: int | None) -> None:
        """An empty row with the next open number."""
        self._client_id = str(uuid4())
        self._owed = None
        self.row.begin(self._office.next_number(self.stack.now.id, after or 0), self.stack.now.holder)
        self._show_notes()

    def _show_middle(self) -> None:
        self.stack.show_middle()
        self.row.show_second_line(shown=not (self.room.is_looking and self._is_large))

    def _show_notes(self) -> None:
        self.stack.show_left_out(self.row.number.value())
        if self._owed is None:
            return
        owed, amount = self._owed, self.row.amount.value()
        written = self.row.written.value()
        day = written.date() if written is not None else self._day()
        self.problem.show_hint(owed_words(owed, show_date(day), amount))

    def _on_edited(self) -> None:
        self.problem.show_problem("")
        self.keeper.touch()
        self._show_notes()

    def _on_room(self, unit_id: object) -> None:
        assert isinstance(unit_id, int)
        self._look_up(UnitId(unit_id))
        self.row.amount.setFocus(Qt.FocusReason.TabFocusReason)

    def _look_up(self, unit_id: UnitId | None) -> None:
        """What the room of the paper owed on its day."""
        if unit_id is None:
            return
        written = self.row.written.value()
        try:
            self._owed = self._office.owed(unit_id, written.date() if written is not None else self._day())
        except (Refusal, Trouble) as error:
            self.problem.show_problem(say(error))
        self._show_notes()

    def _check_number(self) -> None:
        number = self.row.number.value()
        if number is None:
            return
        try:
            self._office.check(self.stack.now.id, number)
        except (Refusal, Trouble) as error:
            self.row.number.show_problem(say(error))
            self.problem.show_problem(say(error))

    def _choose_method(self, method: Method) -> None:
        self.row.method.set_value(method)

    def _on_back(self) -> None:
        if self.room.is_looking:
            self.room.settle(None, "")
            return
        self.keeper.flush()
        self.give_up()

    def _on_enter(self) -> None:
        bad = self.row.first_bad()
        typed = self.row.typed()
        if bad is not None or typed is None:
            if bad is not None:
                self.problem.show_problem(getattr(bad, "problem", ""))
                bad.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        assert self.room.unit_id is not None
        self.keeper.flush()
        written = Written(
            self._client_id,
            BookId(self.stack.now.id),
            typed.number,
            self.room.unit_id,
            typed.amount,
            typed.method,
            typed.reference,
            typed.written_at,
            typed.collector,
        )
        try:
            taken = self._enter.enter(written)
        except (Refusal, Trouble) as error:
            self._on_refused(error)
        else:
            self._on_entered(taken, typed.number)

    def _on_entered(self, taken: Taken, number: int) -> None:
        self.stack.read(newest=number)
        self._next(after=number)
        self.keeper.touch()
        words = tr("{label} is in: {amount} of room {room}").format(
            label=taken.label, amount=show_money(taken.paid, sign=True), room=taken.unit_code
        )
        self.problem.show_hint(words)
        self._context.changes.announce("counter", by=self)
        self.row.room.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: Refusal | Trouble) -> None:
        self.problem.show_problem(say(error))
        if isinstance(error, NumberOutsideBook | NumberUsedBefore | NumberSpoiled):
            self.row.number.show_problem(say(error))
            self.row.number.take_caret()
        elif isinstance(error, NothingReceived | NoFenInCash):
            self.row.amount.take_caret()
        elif isinstance(error, ReferenceMissing):
            self.row.reference.take_caret()
        elif isinstance(error, CollectorMissing):
            self.row.collector.take_caret()

    def _on_spoil(self) -> None:
        number = self.row.number.value()
        if number is None or not self.row.number.check():
            self.row.number.take_caret()
            return
        try:
            if not self._enter.spoil(self.stack.now, number):
                return
        except (Refusal, Trouble) as error:
            self._on_refused(error)
            return
        self.stack.read(newest=None)
        self._next(after=number)
        self.row.room.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_finish(self) -> None:
        if self.room.box.text().strip() or self.row.amount.text().strip():
            self.problem.show_problem(tr("A paper stands in the row: enter it with F9, or empty the row first."))
            return
        self.keeper.drop()
        self.answer(self.stack.now)

    @property
    def _is_large(self) -> bool:
        return self._context.theme.percent >= LARGE_TEXT

    def _stand(self) -> None:
        self.row.stand(wide=not self._is_large)
        self.stack.stand(large=self._is_large)
