"""The reading round: the date once at the top, the meters below, one value after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.language import tr
from app.core.show import show_date
from app.meters.reading_round import RoundLine
from ui.meters.meter_words import place_words
from ui.meters.round_book import Entered, RoundBook
from ui.meters.round_entry import usual_reading
from ui.meters.round_table import RoundTable
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.colours import Tone
from ui.widgets.date_field import DateField
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import body, page_title

KEYS = "meters.round"


class RoundPage(SubPage):
    """`correction_wanted` comes with a line whose reading was entered and is typed differently now."""

    correction_wanted = Signal(object)
    written = Signal()
    current_changed = Signal(object)

    def __init__(self, context: Context, book: RoundBook, *first_steps: Action) -> None:
        super().__init__(context, KEYS)
        self._book = book
        self._make_actions()
        self.day = DateField(tr("Read on"), lambda: context.clock.now().date(), required=True)
        self.day.set_value(book.day)
        self.table = RoundTable(book)
        self._title, self._count = page_title(tr("Reading round")), body("", Tone.INK2)
        self._problem = ErrorLine(self.day)
        self._problem.hide()
        self._empty = EmptyState("", "", *(KeyButton(step, icon="plus") for step in first_steps))
        self.pane = TablePane(self.table, self._empty)
        self._lay_out()
        self._connect()

    def take_focus(self) -> None:
        if self.table.current() is None:
            self.day.take_caret()
        else:
            self.table.take_caret()

    def current(self) -> RoundLine | None:
        """The meter whose value is typed."""
        return self.table.current()

    def show_book(self) -> None:
        """Show the round that was read."""
        self.table.show_book()
        self._show_count()
        self._fold()
        if not self._book.lines:
            self._say_why_empty()

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._estimated = add("meters.estimated", tr("Estimated"), "F6", self._on_estimated, context=KEYS)
        self._rolled = add("meters.rolled_over", tr("Rolled over"), "F7", self._on_rolled_over, context=KEYS)
        self._date = add("meters.date", tr("Date of the round"), "F8", self._to_day, context=KEYS)
        moves = (("earlier", tr("Read it earlier"), "Alt+Up", -1), ("later", tr("Read it later"), "Alt+Down", 1))
        ways = [
            add(f"meters.{name}", words, key, partial(self._on_move, by), context=KEYS)
            for name, words, key, by in moves
        ]
        actor = self.context.actor
        if not actor.may(Permission.MANAGE_METERS):
            for way in ways:
                way.turn_off(say(NotPermitted(actor.name, Permission.MANAGE_METERS)))
        if not actor.may(Permission.ENTER_READINGS):
            why = say(NotPermitted(actor.name, Permission.ENTER_READINGS))
            for action in (self._estimated, self._rolled):
                action.turn_off(why)

    def _on_move(self, by: int) -> None:
        """The meter under the bar changes places with the one above or below it."""
        line = self.table.current()
        other = self._book.neighbour(line, by) if line is not None else None
        if line is None or other is None:
            self.context.messages.hint(tr("It cannot be moved further; show the round in route order (F3) to move it."))
            return
        self.context.office.meters.move(self.context.actor, line.meter.id, other.meter.id)
        self._book.load()
        self.table.choose_key(line.meter.id)
        self.table.take_caret()
        said = tr("{meter} is read earlier now") if by < 0 else tr("{meter} is read later now")
        self.context.messages.done(said.format(meter=place_words(line.meter)))

    def _to_day(self) -> None:
        self.day.take_caret()

    def _lay_out(self) -> None:
        label = body(tr("Read on"), Tone.INK2)
        label.setBuddy(self.day)
        self._named = row(self._title, self._count, None, space=12)
        dated = row(label, self.day, space=8)
        keys = row(KeyButton(self._estimated, Kind.QUIET), KeyButton(self._rolled, Kind.QUIET), space=4)
        self._head = row(self._named, row(dated, keys, None, space=12), space=12, margins=(24, 14, 16, 8))
        self._head.setStretchFactor(self._named, 1)
        self.day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        problem = row(self._problem, margins=(24, 0, 24, 4))
        whole = column(self._head, problem, Rule(), self.pane, space=0)
        whole.setStretchFactor(self.pane, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.table.entered.connect(self._on_entered)
        self.table.current_changed.connect(self.current_changed)
        self.day.value_changed.connect(lambda _: self._on_day())
        self.day.returnPressed.connect(self.take_focus)
        self.day.problem_changed.connect(lambda words: self._problem.setVisible(bool(words)))
        self._book.loaded.connect(self.show_book)
        self._book.changed.connect(lambda _: self._show_count())
        self.context.layout.changed.connect(self._fold)

    def _on_day(self) -> None:
        day = self.day.value()
        if day is not None and day.year > 1990:
            self._book.read_on(day)

    def _on_entered(self, line: RoundLine | None) -> None:
        if line is None or not self.day.check():
            return
        came = self._book.enter(line)
        if came is Entered.CORRECTS:
            self.correction_wanted.emit(line)
        elif came is Entered.REFUSED:
            self.table.field.selectAll()
        else:
            self._go_on(came, line)

    def _go_on(self, came: Entered, line: RoundLine) -> None:
        if came is Entered.WRITTEN:
            self.context.messages.done(tr("{meter} is entered").format(meter=place_words(line.meter)))
            self.written.emit()
        self.table.step(1)

    def _on_estimated(self) -> None:
        line = self.table.current()
        if line is None or line.typed is not None:
            return
        entry = self._book.entry(line)
        if not entry.estimated and not entry.text.strip():
            self._book.type(line, usual_reading(line))
        self._book.flag(line, estimated=not entry.estimated)
        self.table.take_caret()

    def _on_rolled_over(self) -> None:
        line = self.table.current()
        if line is not None:
            self._book.flag(line, rolled_over=not self._book.entry(line).rolled_over)
            self.table.take_caret()

    def _show_count(self) -> None:
        words = tr("{read} of {whole} read since {day}")
        self._count.show_text(
            words.format(read=self._book.read, whole=self._book.whole, day=show_date(self._book.since))
        )

    def _say_why_empty(self) -> None:
        if self._book.whole:
            self._empty.show_text(tr("All meters are read"), tr("Every meter of this choice has a reading this month."))
        else:
            self._empty.show_text(
                tr("No meter here yet"), tr("Enter the first meter, import a list, or choose another kind or building.")
            )

    def _fold(self) -> None:
        room = self.context.layout.room
        small = room is Room.SMALL
        kinds = {line.meter.kind for line in self._book.lines}
        self.table.fold(narrow=room is not Room.WIDE, small=small, one_kind=len(kinds) < 2)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight)
